"""`datapackage.json`: a Frictionless description of the tables beside it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ahcextract.export.fields import DESCRIPTIONS, ENUMS, FIELDS, frictionless_type, required
from ahcextract.whole import whole_file

_NAME = "ahcextract-positions"


def field_descriptor(name: str) -> dict[str, Any]:
    """One field of a record in a Frictionless table schema."""
    constraints: dict[str, Any] = {}
    if required(name):
        constraints["required"] = True
    if name == "id":
        constraints["unique"] = True
    if name in ENUMS:
        constraints["enum"] = list(ENUMS[name])
    if name == "confidence":
        constraints |= {"minimum": 0, "maximum": 1}
    elif frictionless_type(name) == "integer":
        constraints["minimum"] = 0
    field = {
        "name": name,
        "type": frictionless_type(name),
        "description": DESCRIPTIONS[name],
    }
    return field | ({"constraints": constraints} if constraints else {})


def positions_resource(path: Path, form: str, **more: Any) -> dict[str, Any]:
    """The resource for a file with one row a record.

    Args:
        path: the file.
        form: `csv`, `parquet`, `xlsx`.
        **more: further properties of the resource ("encoding", "dialect").
    """
    schema = {
        "fields": [field_descriptor(name) for name in FIELDS],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    return resource(path, "positions", form, schema, "One row a position.", **more)


def resource(
    path: Path, name: str, form: str, schema: Mapping[str, Any], about: str, **more: Any
) -> dict[str, Any]:
    """A table in a file."""
    return {
        "name": f"{name}-{form}",
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": form,
        "description": about,
        **more,
        "schema": dict(schema),
    }


def write_datapackage(beside: Path, resources: Iterable[Mapping[str, Any]]) -> Path:
    """Describe tables in the `datapackage.json` of their folder.

    One that an earlier export wrote is added to, file by file. One of somebody else's is left
    alone: the description then goes to `FILE.datapackage.json`.

    Args:
        beside: the exported file.
        resources: its tables.
    """
    path = beside.parent / "datapackage.json"
    kept: list[Any] = []
    if path.exists():
        package = _read(path)
        if package is None:
            path = beside.parent / f"{beside.name}.datapackage.json"
        else:
            kept = [r for r in package["resources"] if _file(r) != beside.name]
    everything = sorted(kept + [dict(r) for r in resources], key=lambda r: str(r.get("name")))
    package = {
        "name": _NAME,
        "profile": "data-package",
        "title": "Positions in treaty negotiations",
        "description": "Who takes which stance on which provision, in which issue of a "
        "bulletin, and in which words; extracted by ahcextract.",
        "resources": everything,
    }
    with whole_file(path) as temporary:
        text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
        temporary.write_text(text, encoding="utf-8")
    return path


def _file(described: Any) -> str:
    """Name of the file that a resource is in."""
    return str(described.get("path", "")).removeprefix("sqlite:///")


def _read(path: Path) -> dict[str, Any] | None:
    """An earlier description of ours, or None."""
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    ours = isinstance(package, dict) and package.get("name") == _NAME
    return package if ours and isinstance(package.get("resources"), list) else None
