"""Gold: hand-annotated positions, how they are read, pinned to offsets, checked and compared."""

from ahcextract.gold.documents import GoldDocument, GoldIndex, read_index
from ahcextract.gold.lines import iter_lines, read_lines
from ahcextract.gold.record import GoldRecord, Reading

__all__ = [
    "GoldDocument",
    "GoldIndex",
    "GoldRecord",
    "Reading",
    "iter_lines",
    "read_index",
    "read_lines",
]
