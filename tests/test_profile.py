"""Profiles are read, checked, and their mistakes named with file and line."""

import subprocess
import sys
from pathlib import Path

import pytest

from ahcextract.errors import InputError
from ahcextract.profile import Instrument, load_profile, profile_names

ROOT = Path(__file__).parent.parent
OWN = '[own]\nid = "plastics"\nnames = ["treaty"]\n'


def write(folder: Path, text: str) -> str:
    path = folder / "plastics.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def mistake(folder: Path, text: str) -> str:
    path = write(folder, text)
    with pytest.raises(InputError) as caught:
        load_profile(path)
    return str(caught.value).replace(path, "FILE")


def test_shipped_profiles() -> None:
    assert profile_names() == ["ahc", "unfccc"]
    assert [load_profile(name).own.id for name in profile_names()] == ["cybercrime", "unfccc"]
    assert load_profile("ahc") is load_profile("ahc")


def test_the_states_file_is_what_its_script_makes() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "build_states.py"), "--check"]
    assert subprocess.run(script, check=False).returncode == 0, "run scripts/build_states.py"


def test_a_small_profile(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'title = "Plastics"\nwithout = ["WEOG"]\nchairs = ["president"]\n'
        "headings = ['^No (?P<number>\\d+)$']\n"
        + OWN
        + '[[instruments]]\nid = "basel"\nnames = ["Basel Convention"]\n'
        + '[[groups]]\nid = "HAC"\nname = "High Ambition Coalition"\naliases = ["HAC"]\n'
        + '[[groups]]\nid = "EU"\naliases = ["European bloc"]\n'
        + '[[topics]]\nslug = "product-design"\nphrases = ["product design"]\n',
    )
    profile = load_profile(path)
    actors = {actor.id: actor for actor in profile.actors}
    assert (profile.name, profile.title, profile.path) == ("plastics", "Plastics", path)
    assert profile.own == Instrument("plastics", ("treaty",))
    assert profile.instruments == (Instrument("basel", ("Basel Convention",)),)
    assert actors["HAC"].name == "High Ambition Coalition"
    assert actors["EU"].aliases[0] == "EU"
    assert actors["EU"].aliases[-1] == "European bloc"
    assert "president" in actors["CHAIR"].aliases
    assert "WEOG" not in actors
    assert [(t.slug, t.name) for t in profile.topics] == [("product-design", "product design")]
    assert profile.headings == (r"^No (?P<number>\d+)$",)
    assert len(profile.states) == 201


def test_the_digest_follows_the_file(tmp_path: Path) -> None:
    first = load_profile(write(tmp_path, OWN)).digest
    second = load_profile(write(tmp_path, OWN + "# a remark\n")).digest
    again = load_profile(write(tmp_path, OWN)).digest
    assert first == again != second
    assert len(first) == 64


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("colour = 1\n" + OWN, "FILE:1: unknown key 'colour'; known keys: "),
        (OWN + "age = 3\n", "FILE:4: unknown key 'age' in [own]; known keys: id, names"),
        (
            OWN + '[[topics]]\nslug = "a"\nphrases = []\n[[topics]]\nslug = "b"\nword = "x"\n',
            "FILE:9: unknown key 'word' in [[topics]]; known keys: slug, name, phrases",
        ),
        (
            OWN + '[[groups]]\nid = "AAA_G"\naliases = ["Ours"]\n'
            '[[groups]]\nid = "BBB_G"\naliases = [\n  "Theirs",\n  "ours",\n]\n',
            "FILE:11: duplicate alias 'ours' of 'BBB_G', also of 'AAA_G' at FILE:6; "
            "keep it in one of them",
        ),
        (
            OWN + '[[organizations]]\nid = "peru"\naliases = ["Peru"]\n',
            "FILE:6: duplicate alias 'Peru' of 'peru', also of 'PER' at data/states.json; "
            "keep it in one of them",
        ),
        (
            OWN + '[[groups]]\nid = "HAC_G"\naliases = ["HAC", "HAC"]\n',
            "FILE:6: duplicate 'HAC' of 'HAC_G', also at FILE:6; keep one of them",
        ),
        (
            OWN + '[[topics]]\nslug = "a"\nphrases = ["ink"]\n'
            '[[topics]]\nslug = "b"\nphrases = ["ink"]\n',
            "FILE:9: duplicate phrase 'ink' of 'b', also of 'a' at FILE:6; keep it in one of them",
        ),
        (
            OWN + '[[topics]]\nslug = "a"\nphrases = ["ink"]\nunder = ["b"]\n',
            "FILE:4: 'b' is no topic of this profile; under lists slugs of topics",
        ),
        (
            OWN + '[[topics]]\nslug = "Two Words"\nphrases = []\n',
            "FILE:5: bad slug 'Two Words' in [[topics]]; use a slug such as 'world-bank'",
        ),
        (
            OWN + '[[groups]]\nid = "small"\naliases = []\n',
            "FILE:5: bad id 'small' in [[groups]]; use a code such as 'ARAB_GROUP'",
        ),
        (
            OWN + '[[groups]]\nid = "PER"\naliases = []\n',
            "FILE:5: 'PER' is the code of a state; choose another, such as one with '_GROUP'",
        ),
        ("headings = ['(?P<date>']\n" + OWN, "FILE:1: bad regular expression '(?P<date>': "),
        (
            "headings = ['^No']\n" + OWN,
            "FILE:1: heading '^No' has the named groups none; "
            "use at least one of (?P<number>…), (?P<title>…), (?P<date>…)",
        ),
        ("chairs = 'boss'\n" + OWN, "FILE:1: 'chairs' is no list of texts; "),
        ("title = 3\n" + OWN, "FILE:1: 'title' is no text; put it in quotation marks"),
        ("groups = 3\n" + OWN, "FILE:1: 'groups' is no table; write [[groups]]"),
        ("", "FILE: no [own]; name the treaty under negotiation"),
        ("[own]\nnames = []\n", "FILE:1: [own] without 'id'"),
        ("[own\n", "FILE: not valid TOML: "),
        ("without = ['XYZ']\n" + OWN, "FILE:1: 'XYZ' in 'without' is no shared group"),
        (OWN + '[[cues]]\nstance = "happy"\n', "FILE:4: [[cue]] stance is 'happy'; use one of "),
    ],
)  # fmt: skip
def test_mistakes_are_named_with_file_and_line(tmp_path: Path, text: str, expected: str) -> None:
    message = mistake(tmp_path, text)
    assert message.startswith(expected)
    assert "\n" not in message


def test_an_unknown_profile_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"^no profile 'nope'; known profiles: ahc, unfccc; "):
        load_profile("nope")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nope\.toml: cannot read the profile \(No such file"):
        load_profile(tmp_path / "nope.toml")


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'title = "caf\xe9"\n')
    with pytest.raises(InputError, match=r"latin\.toml: not UTF-8; save the profile as UTF-8"):
        load_profile(path)
