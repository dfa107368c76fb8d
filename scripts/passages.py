"""Scores the short passages of `gold/passages/`: `python -m scripts.passages [--errors]`.

A passage is one to four sentences with what stands above them, and the positions of states and
groups that an independent reader found in it. The profile is the first word of the file's name.
`make figures` writes the table into docs/evaluation.md.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import jsonlines

from ahcextract.cli.printing import write_text
from ahcextract.errors import AhcError
from ahcextract.extractor import Extractor
from ahcextract.profile import load_profile
from ahcextract.scoring.counts import PRF
from ahcextract.scoring.rendering import as_markdown, between_markers
from ahcextract.scoring.tables import Table, number

FOLDER = Path(__file__).parents[1] / "gold" / "passages"

#: (actor, stance, target)
Fact = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it was annotated.

    Attributes:
        id: unique in the folder.
        profile: name of the profile it is read with.
        hand: whose manner of writing it has.
        split: dev or test.
        text: its paragraphs, an empty line between them.
        facts: what states and groups do in it, not neutral.
    """

    id: str
    profile: str
    hand: str
    split: str
    text: str
    facts: frozenset[Fact]


def read_passages(folder: Path = FOLDER) -> Iterator[Passage]:
    """All passages, by file and in the order they were written."""
    for path in sorted(folder.glob("*.jsonl")):
        with jsonlines.open(path) as lines:
            for line in lines:
                facts = ((e["actor"], e["stance"], e["target"]) for e in line["expected"])
                named = frozenset(fact for fact in facts if is_named(fact[0]))
                profile = path.stem.split("-")[0]
                yield Passage(line["id"], profile, line["hand"], line["split"], line["text"], named)


def is_named(actor: str) -> bool:
    """Whether an actor is a state or a group: organizations are slugs."""
    return actor.isupper() and actor not in {"COLLECTIVE", "CHAIR"}


def found(extractor: Extractor, passage: Passage) -> dict[Fact, str]:
    """What the extractor reads in a passage, with the rule behind each fact."""
    return {
        (p.actor, p.stance, p.target): p.rule
        for p in extractor.extract(passage.text)
        if p.actor_type in {"state", "group"} and p.stance != "neutral"
    }


def figures(passages: Iterable[tuple[Passage, Iterable[Fact]]]) -> Iterator[tuple[str, PRF, PRF]]:
    """Strict counts, and those without the target, by profile and split."""
    strict: dict[str, PRF] = defaultdict(PRF)
    loose: dict[str, PRF] = defaultdict(PRF)
    for passage, facts in passages:
        key = f"{passage.profile}, {passage.split}"
        strict[key] += PRF.of(set(facts), passage.facts)
        loose[key] += PRF.of({f[:2] for f in facts}, {f[:2] for f in passage.facts})
    for key in sorted(strict):
        yield key, strict[key], loose[key]


def table(rows: Iterable[tuple[str, PRF, PRF]]) -> Table:
    """The figures as a table of words."""
    head = ("", "precision", "recall", "F1", "gold", "(actor, stance) precision", "recall", "F1")
    cells = [
        (key, number(a.precision), number(a.recall), number(a.f1), str(a.gold),
         number(b.precision), number(b.recall), number(b.f1))
        for key, a, b in rows
    ]  # fmt: skip
    return Table("Passages", head, tuple(cells))


def errors(passage: Passage, facts: dict[Fact, str]) -> Iterator[str]:
    """What is wrong with a passage, a line each; nothing where all is right."""
    missed, spurious = passage.facts - set(facts), set(facts) - passage.facts
    if missed or spurious:
        yield f"{passage.id} ({passage.hand}): {' ¶ '.join(passage.text.split(chr(10) * 2))}"
    yield from (f"    missed    {' '.join(fact)}" for fact in sorted(missed))
    yield from (f"    spurious  {' '.join(fact)} ({facts[fact]})" for fact in sorted(spurious))


def report(page: Path | None, *, listing: bool) -> None:
    """Print the figures, or write them into a page.

    Raises:
        AhcError: the model is missing, or the page cannot be read or written.
    """
    extractors: dict[str, Extractor] = {}
    read = []
    for passage in read_passages():
        if passage.profile not in extractors:
            extractors[passage.profile] = Extractor(load_profile(passage.profile))
        facts = found(extractors[passage.profile], passage)
        read.append((passage, facts))
        if listing and passage.split == "dev":
            sys.stdout.writelines(f"{line}\n" for line in errors(passage, facts))
    text = as_markdown(table(figures(read))) + "\n"
    if page is not None:
        text = between_markers(page.read_text("utf-8"), text, where=str(page), block="passages")
    write_text(page or Path("-"), text)


def main() -> int:
    """Make the figures; exit code 1 or 2 where that fails."""
    parser = argparse.ArgumentParser(prog="python -m scripts.passages", description=__doc__)
    parser.add_argument("--page", type=Path, help="write the figures into its block")
    parser.add_argument("--errors", action="store_true", help="list errors, of dev passages alone")
    given = parser.parse_args()
    try:
        report(given.page, listing=given.errors)
    except AhcError as error:
        sys.stderr.write(f"passages: {error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
