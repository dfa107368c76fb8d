"""What each idea of the extractor earns: `python -m benchmarks.ablation [--markdown PAGE]`.

The gold documents that are there are read once with everything on and once with each idea off
(`benchmarks.ablated`); docs/ablation.md says what the switches mean.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ahcextract.cli.printing import write_text
from ahcextract.errors import AhcError, InputError
from ahcextract.gold import GoldIndex, read_index
from ahcextract.gold.record import GoldRecord
from ahcextract.position import Position
from ahcextract.profile import load_profile
from ahcextract.scoring.comparing import compare_outputs
from ahcextract.scoring.facts import facts_of, headline
from ahcextract.scoring.figures import Sides, by_sentence
from ahcextract.scoring.rendering import as_markdown, between_markers
from ahcextract.scoring.scope import Scope
from ahcextract.scoring.tables import Table, number
from benchmarks.ablated import Ablated, Switches
from benchmarks.ablation_rules import Earned, earned, rules_table, verdict
from benchmarks.goldtexts import COLLECTIONS, collection
from benchmarks.parsing import parsing_table

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[1]
IDEAS = {
    "everything on": Switches(),
    "whole sentence parsed": Switches(short=False),
    "nothing grouped": Switches(groups=False),
    "nothing lifted": Switches(lifting=False),
    "headings forgotten": Switches(headings=False),
    "labels forgotten": Switches(labels=False),
    "earlier sentences forgotten": Switches(before=False),
    "no context at all": Switches(headings=False, labels=False, before=False),
    "antecedents guessed": Switches(cautious=False),
    "no repair of parses": Switches(repair=False),
}
_MEDIUM = "medium model"
_ON = "everything on"
_HEAD = (
    "", "precision", "recall", "F1", "ΔF1", "p", "right", "spurious", "missed",
    "sentence F1", "Δ", "right", "spurious", "missed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Output:
    """What one variant of the extractor says of the gold documents."""

    records: list[Position]
    drafts: list[Position]


def extract(
    index: GoldIndex, names: Iterable[str], switches: Switches, nlp: "Language | None" = None
) -> Output:
    """Read documents with some ideas off."""
    output = Output([], [])
    extractors: dict[str, Ablated] = {}
    for name in names:
        profile = index.documents[name].profile
        if profile not in extractors:
            extractors[profile] = Ablated(load_profile(profile), switches, nlp)
        output.records.extend(extractors[profile].extract(index.source(name)))
    for extractor in extractors.values():
        output.drafts.extend(extractor.drafts)
    return output


def scope_of(index: GoldIndex, names: Sequence[str], part: str) -> Scope:
    """The issues of a part of some documents."""
    issues = {
        key: found for key, found in index.issues().items() if key[0] in names and found == part
    }
    profiles = {name: index.documents[name].profile for name in names}
    return Scope("dev" if part == "dev" else "test", issues, profiles, (), {}, 0)


def ideas_table(
    title: str, scope: Scope, outputs: dict[str, Output], gold: Sequence[GoldRecord]
) -> Table:
    """One row a variant, over the issues of a scope."""
    wanted = facts_of(record for record in gold if (record.document, record.issue) in scope.issues)
    base = facts_of(r for r in outputs[_ON].records if (r.document, r.issue) in scope.issues)
    whole = by_sentence(Sides.of(base, wanted)).counts.f1
    rows = []
    for name, output in outputs.items():
        facts = facts_of(r for r in output.records if (r.document, r.issue) in scope.issues)
        compared = compare_outputs(scope, base, facts, wanted)
        new, sentence = compared.new, by_sentence(Sides.of(facts, wanted)).score()
        counts, others = new.counts, sentence.counts
        off = name != _ON
        rows.append(
            (
                name,
                number(counts.precision),
                number(counts.recall),
                number(counts.f1, new.f1),
                difference(compared.difference) if off else "",
                f"{compared.p:.3f}" if off and compared.p is not None else "",
                *map(str, (counts.tp, counts.fp, counts.fn)),
                number(others.f1, sentence.f1),
                difference((others.f1 or 0.0) - (whole or 0.0)) if off else "",
                *map(str, (others.tp, others.fp, others.fn)),
            )
        )
    facts_in_gold = sum(1 for fact in wanted.values() if headline(fact))
    note = f"{len(scope.issues)} issues, {facts_in_gold} headline facts in gold"
    return Table(title, _HEAD, tuple(rows), note)


def difference(value: float | None) -> str:
    """With its sign."""
    return "–" if value is None else f"{value:+.3f}"


def rules_of(
    index: GoldIndex, names: Sequence[str], output: Output, gold: Sequence[GoldRecord]
) -> list[Earned]:
    """What each rule earns over all documents."""
    parts = [frozenset(scope_of(index, names, part).issues) for part in ("dev", "test")]
    inside = parts[0] | parts[1]
    drafts = [draft for draft in output.drafts if (draft.document, draft.issue) in inside]
    wanted = {key: headline(fact) for key, fact in facts_of(gold).items() if key[:2] in inside}
    return earned(drafts, wanted, parts[0], parts[1])


def load_medium(model: str) -> "Language":
    """Another model, by the name of its package or by its folder, cut down as the shipped one."""
    import spacy

    from ahcextract.inference import quicken
    from ahcextract.model import _UNUSED

    nlp = (
        spacy.load(model, exclude=_UNUSED)
        if Path(model).is_dir()
        else importlib.import_module(model).load(exclude=_UNUSED)
    )
    quicken(nlp)
    return nlp


def report(gold_folder: Path, model: str | None) -> tuple[list[str], list[Table]]:
    """Lines and tables of the page."""
    index = read_index(gold_folder)
    found = {name: collection(index, name) for name in COLLECTIONS}
    names = [document for documents in found.values() for document in documents]
    gold = [record for name in names for record in index.records(name)]
    outputs = {name: extract(index, names, switches) for name, switches in IDEAS.items()}
    lines = [
        f"documents: {', '.join(f'{len(d)} {name}' for name, d in found.items() if d)}",
        *(f"not there, so not in these figures: {name}" for name, d in found.items() if not d),
    ]
    if model:
        nlp = load_medium(model)
        row = f"{_MEDIUM} ({nlp.meta['name']} {nlp.meta['version']})"
        outputs[row] = extract(index, names, Switches(), nlp)
    else:
        lines.append("medium model: not measured (no --model)")
    tables = []
    for title, documents in {"all collections": names, **found}.items():
        for part in ("dev", "test"):
            scope = scope_of(index, documents, part)
            if scope.issues:
                tables.append(ideas_table(f"{title}, {part} issues", scope, outputs, gold))
    rules = rules_of(index, names, outputs[_ON], gold)
    tables += [rules_table(rules), parsing_table(index, names)]
    return lines + verdict(rules), tables


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or write them into a page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT / "gold", help="the gold folder")
    parser.add_argument("--markdown", type=Path, help="page to write into, between its markers")
    parser.add_argument("--model", default=os.environ.get("AHC_MEDIUM") or None,
                        help="package or folder of a second model")  # fmt: skip
    given = parser.parse_args(arguments)
    page = given.markdown
    try:
        if page is not None:
            _into(page, "")  # A page without markers is to fail now, not after minutes.
        lines, tables = report(given.gold, given.model)
        body = "\n".join(f"- {line}" for line in lines)
        body += "".join(f"\n\n{as_markdown(table)}" for table in tables) + "\n"
        if page is None:
            sys.stdout.write(body)
        else:
            write_text(page, _into(page, body))
    except AhcError as error:
        sys.stderr.write(f"ablation: {error}\n")
        return error.exit_code
    return 0


def _into(page: Path, body: str) -> str:
    if not page.is_file():
        raise InputError("no such page", where=str(page))
    return between_markers(page.read_text("utf-8"), body, where=str(page))


if __name__ == "__main__":
    sys.exit(main())
