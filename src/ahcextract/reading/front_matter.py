"""YAML front matter of a text: title, date, and where the body starts."""

import re
from datetime import date, datetime

from ahcextract.errors import InputError

_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_front_matter(text: str, where: str) -> tuple[str | None, date | None, int]:
    """Title and date from the YAML at the top of `text`, and the offset behind it.

    A text that does not open with "---", or whose "---" is a mere rule, has none.

    Raises:
        InputError: there is front matter, but it is no valid YAML.
    """
    opening = _BOUNDARY.match(text.replace("\r", " ", 1) if text.startswith("---\r") else text)
    if opening is None:
        return None, None, 0
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(text, opening.end())
    if closing is None or not re.search(r"^\w[\w -]*:", text[: closing.start()], re.MULTILINE):
        return None, None, 0
    fields = _fields(text[: closing.start()].rstrip() + "\n---\n", where)
    title = fields.get("title")
    return (" ".join(str(title).split()) or None) if title else None, _day(fields), closing.end()


def _fields(block: str, where: str) -> dict[str, object]:
    import frontmatter
    import yaml

    try:
        fields, _ = frontmatter.parse(block)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{where}, line {mark.line + 1}" if mark else where
        raise InputError(
            f"front matter is no valid YAML ({getattr(error, 'problem', None) or 'unreadable'})",
            where=line,
            hint='put values with a colon or quotes into "…"',
        ) from None
    return dict(fields)


def _day(fields: dict[str, object]) -> date | None:
    value = fields.get("date")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        from ahcextract.splitting.dates import find_dates

        found = find_dates(value)
        return found[0].resolve() if found else None
    return None
