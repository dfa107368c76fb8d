"""The little markup that plain text and Markdown share."""

import re

_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_CLOSING = re.compile(r"(?<=\s)#+\s*$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])(.+?)(?<=[^\s*_])\1$")
_RULE = re.compile(r"(?:([-*_=~#])[ \t]*)(?:\1[ \t]*){2,}$|[─━═–—]{2,}$")


def unmark(text: str) -> tuple[str, int]:
    """A line without its "## " and without the emphasis around it; and the number of hashes."""
    match = _HASHES.match(text)
    level = len(match[1]) if match else 0
    if match:
        text = _CLOSING.sub("", text[match.end() :]).rstrip()
    emphasis = _EMPHASIS.match(text)
    while emphasis and emphasis[1] not in emphasis[2]:
        text = emphasis[2]
        emphasis = _EMPHASIS.match(text)
    return text, level


def is_rule(text: str) -> bool:
    """Whether a line is a mere rule ("---", "* * *")."""
    return bool(_RULE.match(text))


def hashes(text: str) -> re.Match[str] | None:
    """The "## " that opens a Markdown heading."""
    return _HASHES.match(text)
