"""Writes the table of fields into docs/records.md, out of what `Position` says of each.

`--check` writes nothing, and fails where the table is not what it would be.
"""

import sys
from pathlib import Path
from typing import Any

from ahcextract.position import Position

PAGE = Path(__file__).parents[1] / "docs" / "records.md"
BEGIN, END = "<!-- fields: begin -->\n", "<!-- fields: end -->\n"


def page(before: str) -> str:
    """The page with its table made anew.

    Args:
        before: the page as it is.
    """
    head, rest = before.split(BEGIN)
    return f"{head}{BEGIN}{table()}{END}{rest.split(END)[1]}"


def table() -> str:
    """All fields in the record's order: name, type, meaning."""
    properties = Position.model_json_schema()["properties"]
    rows = [
        f"| `{name}` | {kind(told)} | {told['description']} |" for name, told in properties.items()
    ]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *rows]) + "\n"


def kind(told: dict[str, Any]) -> str:
    """A type of the JSON Schema in words."""
    if "anyOf" in told:
        return " or ".join(kind(one) for one in told["anyOf"])
    if "enum" in told:
        return ", ".join(f"`{value}`" for value in told["enum"])
    if told["type"] == "array":
        return f"list of {kind(told['items'])}s"
    if told["type"] == "number":
        return f"number, {told['minimum']:g} to {told['maximum']:g}"
    if "\\d{4}" in told.get("pattern", ""):
        return "`YYYY-MM-DD`"
    return str(told["type"])


def main() -> int:
    """Write the table or, with `--check`, compare it."""
    before = PAGE.read_text(encoding="utf-8")
    text = page(before)
    if "--check" in sys.argv[1:]:
        if before == text:
            return 0
        sys.stderr.write("docs/records.md is out of date; run scripts/build_fields.py\n")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
