"""Records in the formats of other tools.

    from ahcextract.export import export
    from ahcextract.records import read_positions

    export(read_positions("positions.jsonl"), to="parquet", path="positions.parquet")

One module a format; `FORMATS` is the list.
"""

from ahcextract.export.registry import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
