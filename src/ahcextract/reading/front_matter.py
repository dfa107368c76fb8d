"""YAML front matter of a text: title, date, profile, and where the body starts."""

import datetime
import re
from dataclasses import dataclass

from ahcextract.errors import InputError

_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, None for what it does not.

    Attributes:
        title: of the document.
        day: date of the document.
        end: offset behind it; 0 without front matter.
        profile: name of the profile it asks for.
    """

    title: str | None = None
    day: datetime.date | None = None
    end: int = 0
    profile: str | None = None


def read_front_matter(text: str, where: str) -> FrontMatter:
    """What the YAML at the top of `text` says.

    A text that does not open with "---", or whose "---" is a mere rule, has none.

    Raises:
        InputError: there is front matter, but it is no valid YAML.
    """
    opening = _BOUNDARY.match(text.replace("\r", " ", 1) if text.startswith("---\r") else text)
    if opening is None:
        return FrontMatter()
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(text, opening.end())
    if closing is None or not re.search(r"^\w[\w -]*:", text[: closing.start()], re.MULTILINE):
        return FrontMatter()
    fields = _fields(text[: closing.start()].rstrip() + "\n---\n", where)
    return FrontMatter(
        _string(fields.get("title")), _day(fields), closing.end(), _string(fields.get("profile"))
    )


def _string(value: object) -> str | None:
    return (" ".join(str(value).split()) or None) if value else None


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


def _day(fields: dict[str, object]) -> datetime.date | None:
    value = fields.get("date")
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        from ahcextract.splitting.dates import find_dates

        found = find_dates(value)
        return found[0].resolve() if found else None
    return None
