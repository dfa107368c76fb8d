"""Bare paragraphs: "paragraph 2" hangs under an article, the preamble or the resolution."""

from collections.abc import Iterable


def is_relative(target: str) -> bool:
    """Whether a provision names no article, preamble or resolution."""
    return target.startswith(("paragraph:", "subparagraph:", "number:"))


def complete(targets: Iterable[str], around: Iterable[str]) -> tuple[str, ...]:
    """Relative targets hung under the nearest of `around`; those that find no holder are left out.

    Args:
        targets: provisions of a label.
        around: absolute provisions of its context, nearest first.
    """
    nearest = next((t for t in around if not is_relative(t) and not t.startswith("chapter")), None)
    found = []
    for target in targets:
        if not is_relative(target):
            found.append(target)
        elif nearest is not None:
            kind, _, rest = target.partition(":")
            if kind == "number":
                # "16:" among labels such as "14,3:" is an article; elsewhere it is just a number.
                if nearest.startswith("article:"):
                    found.append(f"article:{rest}")
                continue
            found.append(attach(holder_of(nearest, kind), kind, rest))
    return tuple(found)


def holder_of(target: str, kind: str) -> str:
    """What a bare paragraph (or, of `kind` subparagraph, a letter) hangs under, given `target`."""
    head, at, instrument = target.partition("@")
    name, _, number = head.partition(":")
    if name != "article":
        return name if kind == "paragraph" else head
    number = number.split("(")[0]
    if kind == "paragraph":
        number = number.split(".")[0]
    return f"article:{number}{at}{instrument}"


def attach(holder: str, kind: str, rest: str) -> str:
    """`article:14` and paragraph `3(b)` make `article:14.3(b)`."""
    head, at, instrument = holder.partition("@")
    if kind == "subparagraph":
        return f"{head}{rest}{at}{instrument}"
    joint = "." if head.startswith("article:") else ":"
    return f"{head}{joint}{rest}{at}{instrument}"
