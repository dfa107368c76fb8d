"""Prints every target with its figure: `python -m benchmarks [--quick]`."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import inputs
from benchmarks.measure import AHCEXTRACT, cost, first_line, inside


@dataclass(frozen=True)
class Figure:
    """One row of the table.

    Attributes:
        name: what was measured.
        value: the figure.
        target: its limit; None where it only informs.
        least: whether the limit is a lower one.
        unit: behind the figures.
        note: how it came about.
    """

    name: str
    value: float
    target: float | None = None
    least: bool = False
    unit: str = "×"
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is met."""
        if self.target is None:
            return ""
        met = self.value >= self.target if self.least else self.value <= self.target
        return "pass" if met else "FAIL"

    def row(self) -> str:
        """The line of the table."""
        limit = "" if self.target is None else f"{'≥' if self.least else '≤'} {self.target:g}"
        figure = f"{self.value:.2f} {self.unit}"
        return f"{self.name:<58} {limit:>8} {figure:>10}  {self.verdict:<5} {self.note}"


def throughput(quick: bool, folder: Path) -> Iterator[Figure]:
    """Against the bare parser, in CPU seconds of one process."""
    for found, target in ((inputs.climate(quick), 3), (inputs.cybercrime(quick), 6)):
        got = inside("throughput", found.profile, *found.files)
        note = f"{got['words'] / got['ours']:,.0f} words/s, bare {got['words'] / got['bare']:,.0f}"
        yield Figure(
            f"throughput, {found.name}", got["bare"] / got["ours"], target, least=True, note=note
        )


def start(quick: bool, folder: Path) -> Iterator[Figure]:
    """From the shell."""
    tries = 3 if quick else 7
    helps = [cost(AHCEXTRACT, "--help") for _ in range(tries)]
    note = f"{min(c.cpu for c in helps):.2f} s of CPU"
    yield Figure("start, ahcextract --help", min(c.wall for c in helps), 0.3, unit="s", note=note)
    page = folder / "page.txt"
    sentences = "Norway opposed article 4. Iran proposed deleting article 5.\n" * 40
    page.write_text(f"#1: Talks [5 August 2024]\n\n{sentences}")
    pairs = [
        (
            first_line(AHCEXTRACT, "run", str(page)),
            cost(sys.executable, "-m", "benchmarks.inside", "model").wall,
        )
        for _ in range(tries)
    ]
    ours, model = (min(times) for times in zip(*pairs, strict=True))
    note = f"{ours:.2f} s, model alone {model:.2f} s"
    yield Figure("start, first record against loading the model", ours / model, 1.5, note=note)


def memory(quick: bool, folder: Path) -> Iterator[Figure]:
    """Peak of the run command, in one process."""
    found = inputs.climate(quick)
    once, twice = folder / "once", folder / "twice"
    for target, times in ((once, 1), (twice, 2)):
        target.mkdir()
        for copy in range(times):
            for number, file in enumerate(found.files):
                content = file.read_bytes()
                (target / f"{copy}-{number}-{file.name}").write_bytes(content)
    options = ("--profile", found.profile, "--jobs", "1", "-o", str(folder / "memory.jsonl"))
    model = cost(sys.executable, "-m", "benchmarks.inside", "model").memory
    peaks = [cost(AHCEXTRACT, "run", str(f), *options, "--force").memory for f in (once, twice)]
    note = f"{peaks[0]:.0f} MB, model alone {model:.0f} MB"
    limit = 1.3 * model + 100
    yield Figure("memory, peak against 1.3 × loaded model + 100 MB", peaks[0] / limit, 1, note=note)
    note = f"{peaks[1]:.0f} MB"
    yield Figure("memory, twice the input", peaks[1] / peaks[0], 1.05, note=note)
    again = cost(AHCEXTRACT, "run", str(twice), *options)
    whole = cost(AHCEXTRACT, "run", str(twice), *options, "--force")
    yield Figure("incremental, nothing changed against a full run", again.cpu / whole.cpu)


def growth(quick: bool, folder: Path) -> Iterator[Figure]:
    """Time a word (actor, provision) as documents grow."""
    found = inputs.climate(quick)
    base, times = (10_000, 4) if quick else (50_000, 20)
    texts = {
        "small": inputs.repeated(found, base, 1),
        "large": inputs.repeated(found, base, times),
        "one-small": inputs.one_issue(found, base, 1),
        "one": inputs.one_issue(found, base, 4),
        "states-95": inputs.states(95),
        "states-190": inputs.states(190),
        "provisions-250": inputs.provisions(250),
        "provisions-500": inputs.provisions(500),
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    # The small one before and after the large one, so that a machine that grows busier shows less.
    order = [
        name
        for small, large in zip(list(texts)[::2], list(texts)[1::2], strict=True)
        for name in (small, large, small)
    ]
    got = inside("seconds", found.profile, *(folder / f"{name}.txt" for name in order))
    cpu, words, issues = got["cpu"], got["words"], got["issues"]

    def ratio(row: int) -> float:
        return float(cpu[row] / ((cpu[row - 1] + cpu[row + 1]) / 2))

    for row, what in ((1, "whole document"), (4, "one issue")):
        name = f"growth, {what}, {words[row - 1]:,} to {words[row]:,} words, time a word"
        grown = words[row] / words[row - 1]
        yield Figure(name, ratio(row) / grown, 1.1, note=f"{issues[row]} issues")
    for row, what in ((7, "95 to 190 states"), (10, "250 to 500 provisions")):
        note = f"{got['records'][row]:,} records in {cpu[row]:.2f} s"
        yield Figure(f"growth, {what} in a sentence, time each", ratio(row) / 2, 1.1, note=note)


def cores(quick: bool, folder: Path) -> Iterator[Figure]:
    """Two processes against one, by the clock."""
    found = inputs.climate(quick)
    small = found.files[:1]
    outputs = [folder / "jobs-1.jsonl", folder / "jobs-2.jsonl"]

    def run(files: list[Path], jobs: int) -> float:
        arguments = [*map(str, dict.fromkeys(files)), "--profile", found.profile, "--force"]
        output = outputs[jobs - 1]
        return cost(AHCEXTRACT, "run", *arguments, "--jobs", str(jobs), "-o", str(output)).wall

    one, two = run(found.files, 1), run(found.files, 2)
    same = outputs[0].read_bytes() == outputs[1].read_bytes()
    load = os.getloadavg()[0]
    note = f"{one:.1f} s, {two:.1f} s; load {load:.1f} on {os.cpu_count()} cores"
    target = None if quick else 1.7
    yield Figure(
        "cores, --jobs 2 against --jobs 1, large input", one / two, target, least=True, note=note
    )
    yield Figure("cores, bytes that differ", 0 if same else 1, 0, unit="")
    tries = 2 if quick else 5
    ones, twos = zip(*((run(small, 1), run(small, 2)) for _ in range(tries)), strict=True)
    yield Figure("cores, --jobs 2 against --jobs 1, small input, time", min(twos) / min(ones), 1.05)


_ALL: tuple[Callable[[bool, Path], Iterator[Figure]], ...] = (
    throughput,
    start,
    memory,
    growth,
    cores,
)


def main() -> None:
    """Print the table as the figures come."""
    quick = "--quick" in sys.argv
    chosen = [part for part in _ALL if part.__name__ in sys.argv[1:]] or _ALL
    sys.stdout.write(f"{'what':<58} {'target':>8} {'figure':>10}\n")
    for part in chosen:
        with tempfile.TemporaryDirectory(prefix="ahcextract-bench-") as folder:
            for figure in part(quick, Path(folder)):
                sys.stdout.write(figure.row() + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
