"""Bytes to text: UTF-8 where possible, else the likeliest encoding, named in a warning."""

import codecs
import re

from ahcextract.errors import InputError

# UTF-32 before UTF-16: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# More control characters than one in this many: no text.
_CONTROL_RATE = 200
# Fewer bad bytes than one in this many characters beyond ASCII: damaged UTF-8, no other encoding.
_DAMAGE_RATE = 4
_NOT_TEXT = "is binary data, not text"
_TEXT_HINT = "give a .txt, .md, .html, .pdf or .docx file under its own ending"


def decode(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Decode `data`; the byte-order mark goes, everything else stays as it is.

    Args:
        data: a whole file.
        where: its name, for messages.

    Returns:
        The text and warnings (the encoding, where it is not UTF-8).

    Raises:
        InputError: `data` is empty or binary.
    """
    if not data:
        raise InputError("is empty", where=where, hint="give a file with text")
    if data.startswith(_BINARY_STARTS):
        raise InputError(_NOT_TEXT, where=where, hint=_TEXT_HINT)
    text, encoding = _decode(data, where)
    if len(_CONTROLS.findall(text)) * _CONTROL_RATE > len(text):
        raise InputError(_NOT_TEXT, where=where, hint=_TEXT_HINT)
    if not text.strip():
        raise InputError("holds only white space", where=where, hint="give a file with text")
    if encoding == "utf-8":
        return text, ()
    return text, (f"{where}: not UTF-8, read as {encoding}",)


def _decode(data: bytes, where: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            name = encoding if encoding == "utf-8" else encoding[:-3]
            return data[len(mark) :].decode(encoding, errors="replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if data.count(b"\0") * _CONTROL_RATE < len(data):
        damaged = data.decode("utf-8", errors="replace")
        good = sum(char > "\x7f" and char != "\ufffd" for char in damaged)
        if damaged.count("\ufffd") * _DAMAGE_RATE <= good:
            return damaged, "utf-8 with some bytes damaged"
    return _guess(data, where)


def _guess(data: bytes, where: str) -> tuple[str, str]:
    import charset_normalizer

    matches = charset_normalizer.from_bytes(data)
    best = matches.best()
    if best is None:
        raise InputError(_NOT_TEXT, where=where, hint=_TEXT_HINT)
    # Encodings that give the same text are equally likely; cp1252 is the one people use.
    for match in matches:
        if "cp1252" in match.could_be_from_charset:
            return data.decode("cp1252", errors="replace"), "cp1252"
    return str(best), best.encoding
