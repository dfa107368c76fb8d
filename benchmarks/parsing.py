"""How much is parsed, and how long it takes: chosen short sentences against everything."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from ahcextract.extractor import Extractor
from ahcextract.gold import GoldIndex
from ahcextract.linking.parse import Sentence
from ahcextract.profile import load_profile
from ahcextract.reading import read
from ahcextract.scoring.tables import Table
from ahcextract.splitting import split
from benchmarks.ablated import short_sentences, whole_sentences

_BATCH = 64
_ROUNDS = 7


def sentences_of(extractor: Extractor, index: GoldIndex, name: str) -> Iterator[Sentence]:
    """All sentences of a document, those too that nobody speaks in."""
    bulletin = split(read(index.source(name)), extractor.profile.headings)
    for issue in bulletin.issues:
        for block in issue.blocks:
            if block.kind != "heading":
                matched = extractor.matching.block(bulletin, block)
                yield from extractor.matching.sentences(matched, 0)


def seconds(nlp: Language, ways: Mapping[str, Callable[[], Iterable[Doc]]]) -> dict[str, float]:
    """CPU seconds of parsing in each way, the quickest of some rounds.

    Every round tries every way, so that a busy minute of the machine is shared by all of them.
    """
    taken = dict.fromkeys(ways, float("inf"))
    for _ in range(_ROUNDS):
        for name, docs in ways.items():
            made = list(docs())
            begun = time.process_time()
            for _parsed in nlp.pipe(made, batch_size=_BATCH):
                pass
            taken[name] = min(taken[name], time.process_time() - begun)
    return taken


def parsing_table(index: GoldIndex, names: Sequence[str]) -> Table:
    """Sentences, words and CPU seconds with the choice of sentences, and the short ones, off."""
    rows: list[tuple[str, ...]] = []
    profiles = sorted({index.documents[name].profile for name in names})
    for profile in profiles:
        extractor = Extractor(load_profile(profile))
        own = [name for name in names if index.documents[name].profile == profile]
        every = [s for name in own for s in sentences_of(extractor, index, name)]
        chosen = [s for s in every if s.words]
        nlp = extractor.nlp
        short = sum(len(s.words) for s in chosen)
        ways: dict[str, tuple[int, int, Callable[[], Iterable[Doc]]]] = {
            "every sentence, whole": (
                len(every), _words(every), partial(whole_sentences, nlp, every)
            ),
            "chosen sentences, whole": (
                len(chosen), _words(chosen), partial(whole_sentences, nlp, chosen)
            ),
            "chosen sentences, short": (
                len(chosen), short, partial(short_sentences, extractor, chosen)
            ),
        }  # fmt: skip
        taken = seconds(nlp, {name: docs for name, (_, _, docs) in ways.items()})
        most = taken["every sentence, whole"]
        rows += [
            (
                f"{profile}: {name}",
                f"{count:,}",
                f"{words:,}",
                f"{taken[name]:.2f}",
                f"{most / taken[name]:.1f}" if taken[name] else "–",
            )
            for name, (count, words, _) in ways.items()
        ]
    head = ("what is parsed", "sentences", "words", "CPU seconds of parsing", "times as fast")
    return Table("Parsing, by profile", head, tuple(rows))


def _words(sentences: Iterable[Sentence]) -> int:
    return sum(s.end - s.start for s in sentences)
