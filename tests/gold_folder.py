"""A small gold folder for the tests of the commands."""

import json
from pathlib import Path

from ahcextract.gold.documents import text_hash

HALL = "Intro.\n# 1: One [5 August 2024]\nMali opposed article 5. Peru agreed.\n"
NOTES = (
    "# 1: One [5 August 2024]\nFiji backed <b>article</b> 9.\n"
    "# 2: Two [6 August 2024]\nChad left.\n"
)


def sentence(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"evidence_start": start, "evidence_end": start + len(words), "evidence": words}


def line(document: str, issue: int, fact: str, **more: object) -> dict[str, object]:
    actor, stance, target = fact.split()
    return {
        "document": document, "issue": issue, "actor": actor, "actor_type": "state",
        "stance": stance, "target": target, **more,
    }  # fmt: skip


MALI = line("hall", 1, "MLI oppose article:5", **sentence(HALL, "Mali opposed article 5."))
PERU = line("hall", 1, "PER oppose article:5", **sentence(HALL, "Peru agreed."))
FIJI = line("notes", 1, "FJI support article:9", **sentence(NOTES, "Fiji backed <b>article</b> 9."))
CHAD = line("notes", 2, "TCD oppose topic:process", **sentence(NOTES, "Chad left."))
REAL = line("real", 1, "AUS oppose article:5", evidence_start=0, evidence_end=9)


def write(path: Path, *records: dict[str, object], rule: str | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    more = {"rule": rule} if rule else {}
    path.write_text("\n".join(json.dumps({**r, **more}) for r in records), "utf-8")
    return path


def make(root: Path) -> Path:
    """Two documents of ours, one of others that is not there; notes #2 is the test issue."""
    gold = root / "gold"
    write(gold / "hall.jsonl", MALI, PERU)
    write(gold / "notes.jsonl", FIJI, CHAD)
    write(gold / "real.jsonl", REAL)
    for name, text in (("hall", HALL), ("notes", NOTES)):
        (root / "corpus").mkdir(exist_ok=True)
        (root / "corpus" / f"{name}.md").write_text(text, "utf-8")
    (gold / "documents.toml").write_text(
        f"""
[documents.hall]
sha256 = "{text_hash(HALL)}"
source = "corpus/hall.md"
profile = "ahc"
issues = {{ 0 = "dev", 1 = "dev" }}
[documents.notes]
sha256 = "{text_hash(NOTES)}"
source = "corpus/notes.md"
profile = "ahc"
issues = {{ 1 = "dev", 2 = "test" }}
[documents.real]
sha256 = "{"0" * 64}"
source = "../shared/real.txt"
profile = "ahc"
wordless = true
issues = {{ 1 = "dev" }}
""",
        "utf-8",
    )
    return gold
