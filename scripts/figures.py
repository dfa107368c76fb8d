"""Makes every figure of docs/evaluation.md again: `python -m scripts.figures`, or `make figures`.

Reads the gold documents that are there with their profiles, writes positions into a temporary
folder, and lets `ahcextract evaluate` write the blocks of the page. Where all documents are there,
`confidence.json` is calibrated again and docs/rules.md written with it; from a part of gold neither
is touched, because a fresh clone without the real bulletins would spoil them.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.goldtexts import COLLECTIONS, collection

from ahcextract.errors import AhcError
from ahcextract.gold import GoldIndex, read_index

ROOT = Path(__file__).parents[1]
# Not the installed script: with PYTHONPATH it may be another version that is measured.
_AHCEXTRACT = [sys.executable, "-c", "from ahcextract.cli import main; main()"]


def ahcextract(*arguments: str | Path) -> None:
    """Run a command of the program.

    Raises:
        AhcError: it failed; it has said why.
    """
    done = subprocess.run([*_AHCEXTRACT, *map(str, arguments)], stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise AhcError(f"ahcextract {arguments[0]} failed")


def extract(index: GoldIndex, names: Sequence[str], folder: Path) -> str:
    """Positions of gold documents, each read with its profile, as JSON Lines."""
    lines = []
    for profile in dict.fromkeys(index.documents[name].profile for name in names):
        own = [n for n in names if index.documents[n].profile == profile]
        out = folder / f"{own[0]}.jsonl"
        files = [index.source(name) for name in own]
        ahcextract("run", *files, "--profile", profile, "--force", "--jobs", "1", "-o", out)
        lines.append(out.read_text("utf-8"))
    return "".join(lines)


def write_figures(page: Path, folder: Path, *, calibrate: bool) -> None:
    """Write the blocks of the page, and where all of gold is there what is calibrated on it."""
    index = read_index(ROOT / "gold")
    outputs = {}
    for name in COLLECTIONS:
        found = collection(index, name)
        if not found:
            sys.stderr.write(f"figures: {name}: not all its documents are there, block kept\n")
            continue
        outputs[name] = extract(index, found, folder)
        (folder / f"{name}.jsonl").write_text(outputs[name], "utf-8")
    if calibrate and len(outputs) == len(COLLECTIONS):
        every = folder / "every.jsonl"
        every.write_text("".join(outputs.values()), "utf-8")
        data = ROOT / "src" / "ahcextract" / "data" / "confidence.json"
        ahcextract("gold", "calibrate", every, "--gold", ROOT / "gold", "-o", data)
        subprocess.run([sys.executable, ROOT / "scripts" / "build_rules.py"], check=True)
    for name in outputs:
        positions = folder / f"{name}.jsonl"
        options = ("--gold", ROOT / "gold", "--markdown", page, "--block", name)
        ahcextract("evaluate", positions, *options)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the figures; exit code 1 or 2 where that fails."""
    parser = argparse.ArgumentParser(prog="python -m scripts.figures", description=__doc__)
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "evaluation.md")
    parser.add_argument("--no-calibration", action="store_true",
                        help="leave confidence.json and docs/rules.md alone")  # fmt: skip
    given = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            write_figures(given.page, Path(folder), calibrate=not given.no_calibration)
    except AhcError as error:
        sys.stderr.write(f"figures: {error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
