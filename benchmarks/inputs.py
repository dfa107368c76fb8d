"""What is measured: real bulletins where they are, otherwise those of corpus/, repeated."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "bulletins"
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Inputs:
    """Files of one kind with their profile.

    Attributes:
        name: for the table.
        files: the documents.
        profile: of all of them.
    """

    name: str
    files: list[Path]
    profile: str


def climate(quick: bool) -> Inputs:
    """The issues that throughput, memory and growth are measured on."""
    files = sorted((REAL / "enb").glob("*.md"))
    if not files:
        return Inputs("corpus/", sorted(_corpus()) * (2 if quick else 10), "unfccc")
    return Inputs("98 climate issues", files[::10] if quick else files, "unfccc")


def cybercrime(quick: bool) -> Inputs:
    """The cybercrime bulletin."""
    file = REAL / "gitoc-ahc-2024-07.txt"
    name = "the cybercrime bulletin"
    if not file.exists():
        file, name = ROOT / "corpus" / "cyber-watch-2024-08.txt", "corpus/cyber-watch"
    return Inputs(name, [file] * (2 if quick else 10), "ahc")


def _corpus() -> list[Path]:
    folder = ROOT / "corpus"
    return [*folder.glob("*.txt"), *folder.glob("*.md")]


def _bodies(inputs: Inputs) -> list[str]:
    texts = [file.read_text("utf-8", errors="replace") for file in inputs.files]
    return [_FRONT_MATTER.sub("", text) for text in texts]


def repeated(inputs: Inputs, base: int, times: int) -> str:
    """One document: issues that hold `base` words together, all of them `times` times."""
    bodies, words = [], 0
    while words < base:
        for body in _bodies(inputs):
            bodies.append(re.sub(r"(?m)^#+ .*$", "", body))
            words += len(body.split())
            if words >= base:
                break
    issues = [
        f"#{number + 1}: Repeated [5 August 2024]\n\n{body}"
        for number, body in enumerate(bodies * times)
    ]
    return "\n\n".join(issues)


def one_issue(inputs: Inputs, base: int, times: int) -> str:
    """The same without headings: all paragraphs in a single issue."""
    text = repeated(inputs, base, times)
    paragraphs = [line for line in text.splitlines() if line and not line.startswith(("#", "*"))]
    return "\n\n".join(paragraphs)


def states(count: int) -> str:
    """A list of `count` states that oppose an article, in each of twenty paragraphs."""
    from ahcextract.profile import load_profile

    names = [state.name for state in load_profile("ahc").states][:count]
    sentence = f"{', '.join(names[:-1])} and {names[-1]} opposed article 4."
    return "\n\n".join([sentence] * 20)


def provisions(count: int) -> str:
    """A sentence with `count` provisions, in each of twenty paragraphs."""
    numbers = [f"{1 + n // 9},{1 + n % 9}" for n in range(count)]
    sentence = f"Norway opposed articles {', '.join(numbers[:-1])} and {numbers[-1]}."
    return "\n\n".join([sentence] * 20)
