"""Shows what was read in each sentence, what came of it, and why where nothing did."""

from ahcextract.explaining.explained import Explained, Provenance, Record, explain
from ahcextract.explaining.marks import Mark
from ahcextract.explaining.reasons import Reason
from ahcextract.explaining.tracing import Traced, Tracer

__all__ = ["Explained", "Mark", "Provenance", "Reason", "Record", "Traced", "Tracer", "explain"]
