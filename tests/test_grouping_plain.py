"""The short way past plain words changes nothing: over the texts of all cases, with and without."""

import json
from pathlib import Path

import pytest

from ahcextract.linking.grouping import Grouper
from ahcextract.linking.units import Lifted, Unit
from ahcextract.matching import Matching
from ahcextract.model import load_parser
from ahcextract.profile import load_profile
from ahcextract.reading import from_text
from ahcextract.splitting import split

CASES = sorted((Path(__file__).parent / "cases").glob("*.jsonl"))


def grouped(profile: str, texts: list[str]) -> list[tuple[list[Unit], list[Lifted]]]:
    matching = Matching(load_parser(), load_profile(profile))
    found = []
    for text in texts:
        bulletin = split(from_text(text), matching.profile.headings)
        for block in (block for issue in bulletin.issues for block in issue.blocks):
            if block.kind != "heading":
                matched = matching.block(bulletin, block)
                found.extend((s.units, s.lifted) for s in matching.sentences(matched, 0))
    return found


@pytest.mark.parametrize("profile", ["ahc", "unfccc"])
def test_plain_words_are_what_step_makes_of_them(
    profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [json.loads(line) for path in CASES for line in path.open(encoding="utf-8")]
    texts = [case["text"] for case in cases if case.get("profile", "ahc") == profile]
    short = grouped(profile, texts)
    monkeypatch.setattr(Grouper, "eventful", lambda self: range(self.start, self.end))
    assert len(short) > len(texts) / 2
    assert short == grouped(profile, texts)
