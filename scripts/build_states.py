"""Make `src/ahcextract/data/states.json` from pycountry, Babel and `data/states.toml`.

The product is committed, so that loading a profile needs neither package (Babel alone takes
longer to import than the whole matcher takes to build). Run after a change of `states.toml` or
a new version of either package: `python scripts/build_states.py`; `--check` only compares.
"""

import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "src" / "ahcextract" / "data"
_PARENTHESIS = re.compile(r"\s*\(.*?\)")


def upright(name: str) -> str:
    """`Moldova, Republic of` as it is said, without a leading article."""
    head, comma, tail = name.partition(", ")
    if comma and tail.lower().endswith((" of", " of the", "'s republic of")):
        name = f"{tail} {head}"
    return re.sub(r"^[Tt]he ", "", name)


def plain(name: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def variants(name: str) -> Iterator[str]:
    """Spellings of one name: without accents, `&`, `St.`, hyphens as spaces."""
    forms = [name, plain(name)]
    for old, new in ((" and ", " & "), ("Saint ", "St. "), ("Saint ", "St ")):
        forms += [form.replace(old, new) for form in forms if old in form]
    forms += [form.replace("-", " ") for form in forms if "-" in form]
    yield from dict.fromkeys(forms)


def shipped_names(country: Any, territories: Any) -> Iterator[str]:
    """Names in pycountry and in CLDR."""
    for key in ("common_name", "name", "official_name"):
        if name := getattr(country, key, None):
            yield upright(name) if "(" not in name else upright(_PARENTHESIS.sub("", name))
    short = territories[country.alpha_2]
    if " - " not in short:  # "Congo - Kinshasa" is no name anybody writes
        yield upright(_PARENTHESIS.sub("", short))


def state(country: Any | None, entry: dict[str, Any], territories: Any) -> dict[str, Any]:
    """One state: display name, all names, all adjectives."""
    found = list(shipped_names(country, territories)) if country is not None else []
    display = entry.get("name") or found[0]
    unwanted = set(entry.get("without", ()))
    names: dict[str, None] = {}
    for name in (display, *found, *entry.get("aliases", ())):
        if name not in unwanted:
            names.update(dict.fromkeys(variants(name)))
    return {"name": display, "names": list(names), "adjectives": entry.get("adjectives", [])}


def territory_names(countries: Iterable[Any], territories: Any) -> list[str]:
    """Names of places that are no parties, so that nothing is found inside them."""
    names: dict[str, None] = {}
    for country in countries:
        for name in shipped_names(country, territories):
            names.update(dict.fromkeys(variants(name)))
    return sorted(names)


def build() -> str:
    """The file's text."""
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    source = tomllib.loads((DATA / "states.toml").read_text(encoding="utf-8"))
    states = {
        code: state(pycountry.countries.get(alpha_3=code), entry, territories)
        for code, entry in sorted(source.items())
    }
    others = (c for c in pycountry.countries if c.alpha_3 not in source)
    lines = [f"  {json.dumps(c)}: {json.dumps(s, ensure_ascii=False)}" for c, s in states.items()]
    places = json.dumps(territory_names(others, territories), ensure_ascii=False)
    body = ",\n".join(lines)
    return f'{{"states": {{\n{body}\n}},\n"territories": {places}}}\n'


def main() -> int:
    """Write the file, or compare it with `--check`; exit code 1 where they differ."""
    path, text = DATA / "states.json", build()
    if "--check" in sys.argv[1:]:
        return int(path.read_text(encoding="utf-8") != text)
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
