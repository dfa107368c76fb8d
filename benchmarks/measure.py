"""Runs a command and says how long it took and how much memory it held at most."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.inputs import ROOT

AHCEXTRACT = str(Path(sys.executable).with_name("ahcextract"))
_ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True)
class Cost:
    """Of one process (its children not counted in `memory`).

    Attributes:
        wall: seconds.
        cpu: seconds, user and system.
        memory: most it held, in MB.
        out: what it wrote to standard output.
    """

    wall: float
    cpu: float
    memory: float
    out: bytes


def cost(*command: str) -> Cost:
    """Run a command to its end."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=_ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out)


def first_line(*command: str) -> float:
    """Seconds from the start of a command to the first line it writes."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=_ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    wall = time.perf_counter() - begun
    process.stdout.read()
    process.wait()
    if not line:
        raise SystemExit(f"{' '.join(command)}: wrote nothing")
    return wall


def inside(what: str, *arguments: object) -> Any:
    """What `benchmarks.inside` found out in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.inside", what, *map(str, arguments))
    return json.loads(cost(*command).out)
