"""Reading: a file of any supported kind becomes one Unicode text, fixed from then on."""

from ahcextract.reading.inputs import Input, find_inputs
from ahcextract.reading.reader import SUFFIXES, from_text, read, read_bytes
from ahcextract.reading.source import Source

__all__ = ["SUFFIXES", "Input", "Source", "find_inputs", "from_text", "read", "read_bytes"]
