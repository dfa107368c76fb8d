"""Positions from bulletins of treaty negotiations.

>>> import ahcextract
>>> extractor = ahcextract.load("ahc")
>>> for position in extractor.extract("Norway opposed article 4."):
...     print(position.actor, position.stance, position.target)
NOR oppose article:4
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from ahcextract.bulletin import Bulletin, Issue
    from ahcextract.extractor import Extractor
    from ahcextract.position import Position

    __version__: str

__all__ = ["Bulletin", "Issue", "Position", "__version__", "load"]

# Where the public names live. They are imported when first asked for (PEP 562), so that
# `import ahcextract` costs nothing.
_HOMES = {
    "Bulletin": "ahcextract.bulletin",
    "Issue": "ahcextract.bulletin",
    "Position": "ahcextract.position",
}


def load(profile: "str | Path" = "ahc") -> "Extractor":
    """An extractor with its model loaded; keep it, loading takes a second.

    Args:
        profile: name of a profile that comes with the program, or the path of a `.toml` file.

    Returns:
        An extractor: `extract(text_or_path)` yields positions, `bulletin(…)` and `issue(…)` do so
        for what is split already.

    Raises:
        InputError: no such profile, or a mistake in it.
        AhcError: the English model is not installed.
    """
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile

    return Extractor(load_profile(profile))


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("ahcextract")
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
