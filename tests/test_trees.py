"""The parser computed here gives the trees that spaCy gives."""

import importlib
import random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ahcextract.model import MODEL, load_parser
from ahcextract.parser import arcs, vectors
from ahcextract.parser.trees import Tree, Trees, tree_of

SENTENCES = [
    "Canada , with Delegates , opposed them .",
    "Delegates said that they would not accept them , which Canada had proposed in Text .",
    "What did Canada want to know about ?",
    "Yes . No .",
    "Agreed",
    "A proposal was tabled yesterday that Delegates welcomed : deleting them ; Canada asked why .",
    "Canada \n supported them",
    "( and ) or , , , the of",
    "Had Canada insisted , said the Chair , nobody who knew them would have been surprised at it .",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The model as spaCy computes it, with its own matrices."""
    nlp: Language = importlib.import_module(MODEL).load(
        exclude=["ner", "tagger", "attribute_ruler", "lemmatizer", "senter"]
    )
    return nlp


def spelled(seed: int, count: int) -> list[list[str]]:
    """The sentences, and scrambled ones that drive the parser into corners."""
    words = [word for sentence in SENTENCES for word in sentence.split(" ")]
    chance = random.Random(seed)
    found = [sentence.split(" ") for sentence in SENTENCES]
    found.extend(chance.choices(words, k=chance.randint(1, 60)) for _ in range(count))
    return found


def by_spacy(nlp: Language, sentences: list[list[str]]) -> list[Tree]:
    return [tree_of(doc) for doc in nlp.pipe(Doc(nlp.vocab, words=s) for s in sentences)]


def by_us(sentences: list[list[str]]) -> list[Tree]:
    trees = Trees(load_parser())
    assert trees.computed
    return list(trees.parse(sentences))


@pytest.mark.parametrize("seed", range(3))
def test_same_trees(plain: Language, seed: int) -> None:
    sentences = spelled(seed, 200)
    # The words out of their place ("what ... about") are led back to their heads the same way.
    assert by_us(sentences) == by_spacy(plain, sentences)


def test_windows_and_forgotten_words(plain: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = spelled(7, 60)
    monkeypatch.setattr("ahcextract.parser.trees.ROOM", 50)
    monkeypatch.setattr(arcs, "ROOM", 20)
    monkeypatch.setattr(vectors, "_KEPT", 15)
    monkeypatch.setattr(vectors, "_ROWS", 30)
    assert by_us(sentences) == by_spacy(plain, sentences)


def test_nothing() -> None:
    assert by_us([]) == []


def test_a_sentence_does_not_depend_on_its_neighbours() -> None:
    sentences = spelled(11, 40)
    assert by_us(sentences) == [by_us([s])[0] for s in sentences]


def test_another_pipeline_is_left_to_spacy() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    trees = Trees(nlp)
    assert not trees.computed
    assert list(trees.parse([["Canada", "agreed"]])) == [([0, 1], ["", ""])]
