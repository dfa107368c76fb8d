"""An evaluation as tables of words, the same for terminal, Markdown and HTML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ahcextract.scoring.comparing import Comparison
from ahcextract.scoring.counts import FEW, Interval, Score, Share
from ahcextract.scoring.evaluation import Evaluation
from ahcextract.scoring.figures import Mean
from ahcextract.scoring.mistakes import Mistake

NOTHING = "–"
_COUNTS = ("right", "spurious", "missed", "gold")
_HEAD = ("", "precision", "recall", "F1", *_COUNTS)
_NAMES = {
    "headline": "headline: states and groups, not neutral",
    "with_neutral": "… neutral too",
    "all_actors": "all actors, not neutral",
    "relaxed_target": "relaxed target",
    "without_stance": "actor and target, any stance",
    "sentence": "(sentence, actor, stance)",
    "sentence_with_neutral": "… neutral too",
    "sentence_with_article": "… and article, where gold or output has one",
}
_TABLES = {
    "part": "By split",
    "profile": "By profile",
    "document": "By document",
    "stance": "By stance (states and groups)",
    "actor_type": "By actor type (not neutral)",
    "target_kind": "By kind of target",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to print.

    Attributes:
        title: a line above it.
        head: names of the columns; the first column holds names, the others figures.
        rows: as many cells as columns.
        note: a line below it.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str | None = None


def number(value: float | None, interval: Interval | None = None) -> str:
    """`0.941 [0.90–0.97]`; a dash where there is nothing to score."""
    if value is None:
        return NOTHING
    if interval is None:
        return f"{value:.3f}"
    return f"{value:.3f} [{interval.low:.2f}–{interval.high:.2f}]"


def _row(name: str, score: Score) -> tuple[str, ...]:
    counts = score.counts
    return (
        name + " *" * (counts.gold < FEW),
        number(counts.precision, score.precision),
        number(counts.recall, score.recall),
        number(counts.f1, score.f1),
        *map(str, (counts.tp, counts.fp, counts.fn, counts.gold)),
    )


def _scores(title: str, scores: Mapping[str, Score], names: Mapping[str, str]) -> Table:
    few = any(score.counts.gold < FEW for score in scores.values())
    return Table(
        title,
        _HEAD,
        tuple(_row(names.get(name, name), score) for name, score in scores.items()),
        f"* fewer than {FEW} gold positions: read the interval, not the figure" if few else None,
    )


def summary(evaluation: Evaluation) -> list[str]:
    """What was scored, in lines of words."""
    scope = evaluation.scope
    parts = ", ".join(f"{scope.count(part)} {part}" for part in ("dev", "test"))
    lines = [
        f"split {scope.split}: {len(scope.issues)} issues ({parts}) "
        f"of {len(scope.profiles)} documents"
    ]
    if scope.absent:
        lines.append(f"no record at all, so all missed: {', '.join(scope.absent)}")
    lines += [
        f"not scored: {collection} ({', '.join(names)})"
        for collection, names in scope.left_out.items()
    ]
    if scope.ignored:
        lines.append(f"{scope.ignored} records stand outside the scored issues")
    lines.append("[…]: 95 % bootstrap interval over sentences within documents")
    return lines


def tables_of(evaluation: Evaluation) -> list[Table]:
    """All tables of an evaluation; those with nothing in them are left out."""
    tables = [_scores("Scores", evaluation.scores, _NAMES)]
    tables += [
        _scores(title, evaluation.tables[name], {})
        for name, title in _TABLES.items()
        if evaluation.tables[name]
    ]
    tables += [_macro(evaluation.macro), _fields(evaluation.fields)]
    if evaluation.rules:
        tables.append(_rules(evaluation))
    if evaluation.confusion:
        tables.append(_confusion(evaluation.confusion))
    return tables


def _macro(macro: Mapping[str, Mean]) -> Table:
    rows = tuple(
        ("F1" if name == "f1" else name, number(mean.value, mean.interval), str(mean.issues))
        for name, mean in macro.items()
    )
    return Table("Mean over issues (headline)", ("", "mean", "issues"), rows)


def _fields(fields: Mapping[str, Share]) -> Table:
    rows = tuple(
        (name, number(share.value, share.interval), str(share.right), str(share.total))
        for name, share in fields.items()
    )
    title = "Each field where the two others are right (states and groups, paired one to one)"
    return Table(title, ("", "right", "n right", "n"), rows)


def _rules(evaluation: Evaluation) -> Table:
    by_worth = sorted(
        evaluation.rules.items(), key=lambda item: (-item[1].score.counts.fp, item[0])
    )
    rows = tuple(
        (
            name,
            number(rule.score.counts.precision, rule.score.precision),
            str(rule.score.counts.tp),
            str(rule.score.counts.fp),
            *(str(rule.wrong[field]) for field in ("actor", "stance", "target", "all")),
            number(rule.found.value),
        )
        for name, rule in by_worth
    )
    head = ("", "precision", "right", "wrong", "actor", "stance", "target", "more", "of gold")
    return Table(
        "By construction (rule), most mistakes first",
        head,
        rows,
        "all actors, neutral too; wrong in one field alone, or in more; share of gold it finds",
    )


def _confusion(
    table: Mapping[str, Mapping[str, int]],
    title: str = "Stances: gold (rows) as predicted (columns), actor and target being right",
) -> Table:
    order = ("support", "oppose", "propose", "concern", "neutral")
    rows = tuple(
        (gold, *(str(table.get(gold, {}).get(name, 0) or "·") for name in (*order, "missed")))
        for gold in (*order, "spurious")
        if gold in table
    )
    return Table(title, ("", *order, "missed"), rows)


def agreement_tables(evaluation: Evaluation, others: Mapping[str, Share]) -> list[Table]:
    """Tables for two annotators: A stands for gold, B for the system."""
    kept = ("headline", "with_neutral", "all_actors", "relaxed_target", "without_stance")
    head = ("", "", "", "F1", "both", "only B", "only A", "A")
    scores = {name: evaluation.scores[name] for name in kept}
    tables = [
        _agreed(_scores("Agreement", scores, _NAMES), head),
        _fields(evaluation.fields),
        Table(
            "Further fields, of positions that both have in one sentence",
            ("", "same", "n same", "n"),
            tuple(
                (name, number(share.value), str(share.right), str(share.total))
                for name, share in others.items()
            ),
        ),
    ]
    if evaluation.confusion:
        tables.append(_confusion(evaluation.confusion, "Stances: A (rows), B (columns)"))
    return tables


def _agreed(table: Table, head: tuple[str, ...]) -> Table:
    """Without precision and recall: neither annotator is the truth."""
    kept = [column for column, name in enumerate(head) if name or not column]
    rows = tuple(tuple(row[column] for column in kept) for row in table.rows)
    return Table(table.title, tuple(head[column] for column in kept), rows, table.note)


def stats_tables(
    documents: Mapping[str, Mapping[str, Any]],
    fields: Mapping[str, Mapping[str, Mapping[str, int]]],
) -> list[Table]:
    """Tables of what is in the gold."""
    columns = ("issues", "positions", "headline", "sentences")
    parts = ("dev", "test")
    rows = [
        (name, str(row["profile"]), *(str(row[part][c]) for part in parts for c in columns))
        for name, row in documents.items()
    ]
    sums = [sum(row[part][c] for row in documents.values()) for part in parts for c in columns]
    rows.append(("all", "", *map(str, sums)))
    head = ("document", "profile", *(f"{part} {c}" for part in parts for c in columns))
    tables = [Table("Gold", head, tuple(rows), "headline: states and groups, not neutral")]
    for field, values in fields.items():
        body = tuple(
            (value, *(str(row[part]) for part in parts), str(sum(row.values())))
            for value, row in values.items()
        )
        title = f"Positions by {field.replace('_', ' ')}"
        tables.append(Table(title, ("", *parts, "all"), body))
    return tables


def comparison_table(comparison: Comparison) -> Table:
    """Old and new side by side, the verdict as its note."""
    verdict = "nothing to compare"
    if comparison.difference is not None and comparison.p is not None:
        p = comparison.p
        told = "p < 0.001" if p < 0.001 else f"p = {p:.3f}"
        chance = "more than chance" if p < 0.05 else "may be chance"
        low, high = comparison.interval or Interval(0, 0)
        verdict = f"F1 {comparison.difference:+.3f} [{low:+.3f}, {high:+.3f}], {told}: {chance}"
    verdict += (
        f"; gold positions found {comparison.found}, lost {comparison.lost}; "
        f"spurious ones cleared {comparison.cleared}, invented {comparison.invented}"
    )
    rows = (_row("old", comparison.old), _row("new", comparison.new))
    return Table("Against the earlier output (headline)", _HEAD, rows, verdict)


def comparison_lines(comparison: Comparison) -> list[str]:
    """The records that changed on development issues, one line each."""
    signs = {"found": "+ found", "lost": "- lost", "cleared": "+ cleared", "invented": "- invented"}
    return [
        f"{signs[name]}: {key.document} #{key.issue}: {key.actor} {key.stance} {key.target}"
        for name, keys in comparison.listed.items()
        for key in keys
    ]


def mistake_lines(mistakes: Mapping[str, Iterable[Mistake]]) -> list[str]:
    """The mistakes, a heading a construction, two or three lines each."""
    lines: list[str] = []
    for construction, group in mistakes.items():
        found = list(group)
        lines += ["", f"{construction} ({len(found)})"]
        for mistake in found:
            lines += _mistake(mistake)
    return lines


def _mistake(mistake: Mistake) -> list[str]:
    gold, predicted = mistake.gold, mistake.predicted
    key = gold or predicted
    told = {
        name: f"{side.actor} {side.stance} {side.target}" if side else ""
        for name, side in (("gold", gold), ("predicted", predicted))
    }
    what = told["gold"] or told["predicted"]
    if gold and predicted:
        what = f"{told['predicted']}, gold: {told['gold']}"
        if not mistake.same_sentence:
            what += " (in another sentence)"
    kind = mistake.kind if mistake.kind in {"missed", "spurious"} else f"wrong {mistake.kind}"
    where = f"{key.document} #{key.issue} " if key else ""
    lines = [f"  {kind}: {what}  [{where}{mistake.span[0]}–{mistake.span[1]}]"]
    if mistake.sentence:
        lines.append(f"      {mistake.sentence}")
    if mistake.beside:
        lines.append(f"      beside: {'; '.join(mistake.beside)}")
    return lines
