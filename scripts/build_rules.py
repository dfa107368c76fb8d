"""Writes docs/rules.md out of the catalogue of rules and what gold says of them.

`--check` writes nothing, and fails where the page is not what it would be.
"""

import json
import sys
from pathlib import Path

from ahcextract.explaining.catalogue import OnGold, as_markdown
from ahcextract.linking.rules import RULES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rules.md"
CONFIDENCE = ROOT / "src" / "ahcextract" / "data" / "confidence.json"


def page() -> str:
    """What docs/rules.md is to hold."""
    gold: dict[str, OnGold] = {}
    if CONFIDENCE.is_file():
        rules = json.loads(CONFIDENCE.read_text(encoding="utf-8"))["rules"]
        gold = {name: OnGold(r["right"], r["wrong"]) for name, r in rules.items()}
    return as_markdown(RULES, gold)


def main() -> int:
    """Write the page or, with `--check`, compare it."""
    text = page()
    if "--check" in sys.argv[1:]:
        if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write("docs/rules.md is out of date; run scripts/build_rules.py\n")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
