"""The switches of benchmarks/ablated.py do what docs/ablation.md says; the pages are filled."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import benchmarks.ablated
import pytest
import spacy
from benchmarks import ablation
from benchmarks.ablated import Ablated, Switches, flatten, last_place, project
from benchmarks.ablation_rules import Earned, earned, verdict
from benchmarks.goldtexts import COLLECTIONS, check, collection
from spacy.tokens import Doc

import ahcextract.extractor
from ahcextract.cleaning import clean
from ahcextract.errors import InputError
from ahcextract.extractor import Extractor
from ahcextract.gold import read_index
from ahcextract.linking.context import Memory, Place
from ahcextract.linking.parse import Sentence
from ahcextract.linking.units import Unit
from ahcextract.pipeline.tokens import Tokens
from ahcextract.profile import load_profile
from ahcextract.scoring.facts import Key, Predicted
from ahcextract.scoring.rendering import between_markers

ROOT = Path(__file__).parents[1]
TEXT = """\
#1: Talks [5 August 2024]

## Article 9

Peru, supported by Togo and Chad, opposed the text.

- Article 12: Fiji supported it.

## Other matters

Peru proposed deleting article 3. Mali agreed.
"""
Triple = tuple[str, str, str]


def positions(switches: Switches) -> list[Triple]:
    found = Ablated(load_profile("ahc"), switches).extract(TEXT)
    return sorted((p.actor, p.stance, p.target) for p in found)


WHOLE = [
    ("FJI", "support", "article:12"),
    ("MLI", "oppose", "article:3"),
    ("PER", "oppose", "article:3"),
    ("PER", "oppose", "article:9"),
    ("TCD", "oppose", "article:9"),
    ("TGO", "oppose", "article:9"),
]


@pytest.mark.model
class TestSwitches:
    def test_everything_on_is_the_extractor(self) -> None:
        extractor = Ablated(load_profile("ahc"), Switches())
        assert list(extractor.extract(TEXT)) == list(Extractor(load_profile("ahc")).extract(TEXT))
        assert positions(Switches()) == WHOLE

    def test_headings(self) -> None:
        found = positions(Switches(headings=False))
        assert [x for x in found if x[0] in {"FJI", "MLI"}] == WHOLE[:2]
        assert [x for x in found if x[2] == "article:9"] == []

    def test_labels(self) -> None:
        assert [x for x in positions(Switches(labels=False)) if x[2] == "article:12"] == []
        assert [x for x in positions(Switches(labels=False)) if x[0] != "FJI"] == WHOLE[1:]

    def test_earlier_sentences(self) -> None:
        found = positions(Switches(before=False))
        assert [x for x in found if x[0] == "MLI" and x[2] == "article:3"] == []
        assert [x for x in found if x[0] != "MLI"] == [x for x in WHOLE if x[0] != "MLI"]

    @pytest.mark.parametrize("whole", [Switches(short=False), Switches(groups=False)])
    def test_what_the_parser_reads(self, whole: Switches, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[str] = []
        extractor = Ablated(load_profile("ahc"), whole)
        pipe = extractor.nlp.pipe

        def listen(docs: Sequence[Doc], **options: int) -> object:
            made = list(docs)
            seen.extend(doc.text.rstrip() for doc in made)
            return pipe(made, **options)

        monkeypatch.setattr(extractor.nlp, "pipe", listen)
        list(extractor.extract(TEXT))
        assert seen == [
            "Peru, supported by Togo and Chad, opposed the text.",
            "Fiji supported it.",
            "Peru proposed deleting article 3.",
            "Mali agreed.",
        ]

    @pytest.mark.parametrize(
        ("switches", "kinds"),
        [
            (Switches(), "actors word word word word"),
            # "supported by" and the comma behind stay words, Togo and Chad are a list.
            (Switches(lifting=False), "actors word word word actors word word word word word"),
            (
                Switches(groups=False),
                "actors word word word actors word actors word word word word word",
            ),
        ],
    )
    def test_units(self, switches: Switches, kinds: str, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[Sentence] = []
        monkeypatch.setattr(Ablated, "parse", lambda self, sentences: seen.extend(sentences))
        list(Ablated(load_profile("ahc"), switches).extract(TEXT))
        assert " ".join(unit.kind for unit in seen[0].units) == kinds

    def test_repair(self, monkeypatch: pytest.MonkeyPatch) -> None:
        mended: list[str] = []
        for module in (ahcextract.extractor, benchmarks.ablated):
            monkeypatch.setattr(module, "repair", lambda s: mended.append(s.words[0]))
        positions(Switches(repair=False))
        assert mended == []
        positions(Switches(short=False))
        assert len(mended) == 4


def sentence(words: str, units: list[Unit]) -> Sentence:
    text = words
    doc = Doc(spacy.blank("en").vocab, words=text.split())
    return Sentence(doc, 0, len(doc), units, [], clean(text, 0, len(text)), 0, Tokens.of(doc))


def test_project() -> None:
    """`Peru , said Togo ( loudly ) , left`: units without the parenthesis, tokens 4 to 6."""
    units = [Unit("actors", 0, 1), *(Unit("word", k, k + 1) for k in (1, 2))]
    units += [Unit("actors", 3, 4), Unit("word", 7, 8), Unit("word", 8, 9)]
    s = sentence("Peru , said Togo ( loudly ) , left", units)
    heads = [8, 8, 8, 5, 5, 8, 5, 5, 8]
    deps = ["nsubj", "punct", "parataxis", "nsubj", "punct", "advmod", "punct", "punct", "ROOT"]
    project(s, Doc(s.doc.vocab, words=[t.text for t in s.doc], heads=heads, deps=deps))
    # Togo and the comma hang on the lifted "loudly", and so on the verb above it.
    assert s.heads == [5, 5, 5, 5, 5, 5]
    assert s.deps == ["nsubj", "punct", "parataxis", "nsubj", "punct", "ROOT"]
    assert s.children == [[], [], [], [], [], [0, 1, 2, 3, 4]]


def test_project_takes_the_topmost_token() -> None:
    """`Saudi Arabia and Mali agreed`: one unit of four tokens."""
    s = sentence("Saudi Arabia and Mali agreed", [Unit("actors", 0, 4), Unit("word", 4, 5)])
    deps = ["compound", "nsubj", "cc", "conj", "ROOT"]
    project(s, Doc(s.doc.vocab, words=[t.text for t in s.doc], heads=[1, 4, 1, 1, 4], deps=deps))
    assert (s.heads, s.deps, s.children) == ([1, 1], ["nsubj", "ROOT"], [[], [0]])


def test_flatten() -> None:
    """`Peru Togo Chad agreed`, each name under the one before it."""
    s = sentence(
        "Peru Togo Chad agreed", [*(Unit("actors", k, k + 1) for k in range(3)), Unit("word", 3, 4)]
    )
    s.heads, s.deps = [3, 0, 1, 3], ["nsubj", "conj", "conj", "ROOT"]
    s.children = [[1], [2], [], [0]]
    flatten(s)
    assert (s.heads, s.children) == ([3, 0, 0, 3], [[1, 2], [], [], [0]])


def test_guessed_antecedent() -> None:
    nine, twelve = Place(("article:9",), (), (0, 9), 1), Place(("article:12",), (), (14, 24), 1)
    memory = Memory(places=[nine, twelve, Place((), ("title",), (30, 35), 1)])
    assert memory.focus() is None
    assert last_place(memory) == twelve
    assert last_place(Memory()) is None


def test_earned() -> None:
    """Dev: a right twice, once alone; b right once beside a; c wrong. Test: c right."""

    def made(rule: str, issue: int, actor: str) -> Predicted:
        return Predicted(
            document="d", issue=issue, actor=actor, actor_type="state", stance="oppose",
            target="article:9", evidence_start=0, evidence_end=5, rule=rule,
        )  # fmt: skip

    drafts = [
        made("a", 1, "PER"), made("a", 1, "TGO"), made("b", 1, "TGO"),
        made("c", 1, "FJI"), made("c", 2, "PER"),
    ]  # fmt: skip
    gold = {
        Key("d", issue, actor, "oppose", "article:9"): True
        for issue, actor in ((1, "PER"), (1, "TGO"), (1, "MLI"), (2, "PER"))
    }
    found = earned(drafts, gold, frozenset({("d", 1)}), frozenset({("d", 2)}))  # type: ignore[arg-type]
    # Dev: 2 right, 1 spurious, 1 missed: F1 4/6. Without a's own: 1, 1, 2: 2/5. Without c: 4/5.
    assert [(r.name, r.right, r.wrong, r.lost, r.cleared) for r in found] == [
        ("a", 2, 0, 1, 0),
        ("b", 1, 0, 0, 0),
        ("c", 0, 1, 0, 1),
    ]
    assert [r.dev for r in found] == pytest.approx([2 / 5 - 2 / 3, 0, 4 / 5 - 2 / 3])
    assert [r.test for r in found] == pytest.approx([0, 0, -1])


def test_verdict() -> None:
    rules = [Earned("verb", 3, 1, 2, 0, -0.1, 0), Earned("noun", 0, 1, 0, 1, 0.01, 0),
             Earned("note", 2, 4, 0, 2, 0.02, 0)]  # fmt: skip
    nothing, better, silent = verdict(rules)
    assert nothing == "nothing right on development issues: `noun`"
    assert better == "development F1 is better without: `note`"
    assert "`passive`" in silent
    assert "`verb`" not in silent


class TestGold:
    def test_collections_are_all_of_gold(self) -> None:
        index = read_index(ROOT / "gold")
        assert {d.collection for d in index.documents.values()} == set(COLLECTIONS.values())
        assert len(collection(index, "corpus")) == 22

    def test_changed_text(self, tmp_path: Path) -> None:
        shutil.copytree(ROOT / "gold", tmp_path / "gold")
        shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
        index = read_index(tmp_path / "gold")
        check(index, ["hall-notes"])
        with (tmp_path / "corpus" / "hall-notes.md").open("a") as file:
            file.write("More.\n")
        with pytest.raises(InputError, match=r"hall-notes\.md: is not the text that was annotated"):
            collection(index, "corpus")


class TestPages:
    def test_evaluation(self) -> None:
        page = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
        for name in COLLECTIONS:
            block = filled(page, f"figures {name}")
            assert block.count("\n### Scores\n") == 1
            assert re.search(r"^\| headline: [^|]+\| [01]\.\d{3} \[", block, re.MULTILINE)

    def test_ablation(self) -> None:
        block = filled((ROOT / "docs" / "ablation.md").read_text("utf-8"), "figures")
        names = re.findall(r"^\| ([^|`]+?) \|", block.partition("\n### ")[2].partition("\n### ")[0],
                           re.MULTILINE)  # fmt: skip
        assert names[: len(ablation.IDEAS)] == list(ablation.IDEAS)
        assert "\n### Each rule off in turn" in block
        assert "\n### Parsing" in block

    def test_page_without_markers_fails_at_once(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ablation, "report", lambda *_: pytest.fail("must not run"))
        page = tmp_path / "page.md"
        page.write_text("nothing\n")
        assert ablation.main(["--markdown", str(page)]) == 2
        assert "has no single pair of markers" in capsys.readouterr().err
        assert page.read_text() == "nothing\n"
        assert ablation.main(["--markdown", str(tmp_path / "none.md")]) == 2


def filled(page: str, name: str) -> str:
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    between_markers(page, "", where="page", block=name.partition(" ")[2] or None)
    return page.partition(begin)[2].partition(end)[0]
