"""Text of a bulletin as it may be shown: what would not be seen, or would reorder what is, is."""

_INVISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    # Marks that turn the direction of the text around them.
    **dict.fromkeys((0x200E, 0x200F, 0x061C), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    **dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD),
}


def visible(text: str) -> str:
    """Control characters as their pictures (␀), direction marks as �; length is kept."""
    return text.translate(_INVISIBLE)
