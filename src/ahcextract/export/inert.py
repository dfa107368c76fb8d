"""Text of a bulletin is data: making it inert for what would run, refuse or misread it."""

import re
from typing import Any

REPLACEMENT = "\ufffd"

# What XML 1.0 cannot hold, not even escaped: controls, lone surrogates, two non-characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# First characters at which a spreadsheet takes a cell for a formula; full-width forms too, as
# some take them for the same; a leading tab or line end is stripped before that decision.
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@＝＋－＠]")
_LEADING_CONTROL = ("\t", "\r", "\n")


def xml_text(text: str) -> str:
    """The text with every character that XML 1.0 cannot hold replaced by U+FFFD.

    The length in code points stays, so offsets stay.
    """
    return _NOT_XML.sub(REPLACEMENT, text)


def cell(value: Any) -> Any:
    """A value for a CSV cell: text that a spreadsheet would run gets an apostrophe before it.

    Numbers, booleans and None are left as they are.
    """
    if not isinstance(value, str):
        return value
    text = xml_text(value)
    if text.startswith(_LEADING_CONTROL) or _FORMULA.match(text):
        return "'" + text
    return text


def one_line_ends(text: str) -> str:
    r"""The text with `\n` alone for line ends, and no control character, of the same length.

    Annotation tools count `\r\n` now as one character and now as two. A space before the
    `\n` keeps every offset.
    """
    return xml_text(text.replace("\r\n", " \n").replace("\r", "\n"))
