"""The page's first sentences: how much there is, and what stands out."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from ahcextract.agreement import Pair
from ahcextract.report import rows
from ahcextract.report.analysis import Analysis
from ahcextract.report.display import visible
from ahcextract.report.occasions import long_date


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that stands out.

    Attributes:
        title: what it is ("Most contested").
        name: whom or what it is about.
        detail: the numbers behind it.
        link: fragment of the page that shows it.
    """

    title: str
    name: str
    detail: str
    link: str


def many(count: int, one: str, more: str | None = None) -> str:
    """A count with its noun: "1 actor", "1,200 actors"."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def lead(analysis: Analysis) -> list[tuple[str, bool]]:
    """The lead sentence, as runs of text and whether each is a figure to be set in bold."""
    if not analysis.positions:
        return [("The file holds no positions, so there is nothing to show yet.", False)]
    actors = {p.actor for p in analysis.positions}
    targets = {p.target for p in analysis.positions}
    documents = sorted({p.document for p in analysis.positions})
    source = (
        f"the bulletin “{visible(documents[0])}”"
        if len(documents) == 1
        else many(len(documents), "bulletin")
    )
    return [
        (many(len(analysis.positions), "position"), True),
        (" taken by ", False),
        (many(len(actors), "actor"), True),
        (" on ", False),
        (many(len(targets), "provision or topic", "provisions and topics"), True),
        (f", read from {many(len(analysis.occasions), 'issue')} of {source}", False),
        (_period(analysis), False),
        (". Each leads to the sentence it was read from.", False),
    ]


def _period(analysis: Analysis) -> str:
    dates = sorted({one.date for one in analysis.occasions if one.date})
    if not dates:
        return ""
    if len(dates) == 1:
        return f", {long_date(dates[0])}"
    return f", {long_date(dates[0])} to {long_date(dates[-1])}"


def facts(analysis: Analysis) -> list[Fact]:
    """What stands out: the most contested, the most vocal, the closest, the most opposed, moves."""
    found = [_contested(analysis), _vocal(analysis)]
    counted = [pair for pair in analysis.pairs if pair.shared >= analysis.minimum]
    if counted:
        close = min(counted, key=lambda pair: (-pair.weight, pair.a, pair.b))
        apart = min(counted, key=lambda pair: (pair.weight, pair.a, pair.b))
        if close.weight > 0:
            found.append(_pair("Closest", analysis, close))
        if apart.weight < 0:
            found.append(_pair("Furthest apart", analysis, apart))
    found.append(_moves(analysis))
    return [fact for fact in found if fact]


def _contested(analysis: Analysis) -> Fact | None:
    top = rows.contested_rows(analysis, limit=1)
    sides: Counter[bool] = Counter()
    for row in top:
        sides[row["x1"] > 0] += row["n"]
    if not sides[True] or not sides[False]:
        return None
    return Fact(
        "Most contested",
        top[0]["target"],
        f"{many(sides[True], 'actor')} for, {sides[False]:,} against or concerned",
        "#?" + urlencode({"target": top[0]["target"]}),
    )


def _vocal(analysis: Analysis) -> Fact | None:
    counts = Counter(p.actor for p in analysis.positions if p.actor_type != "collective")
    if not counts:
        return None
    actor = min(counts, key=lambda a: (-counts[a], a))
    targets = {p.target for p in analysis.positions if p.actor == actor}
    return Fact(
        "Most positions",
        _name(analysis, actor),
        f"{many(counts[actor], 'position')} on "
        + many(len(targets), "provision or topic", "provisions and topics"),
        "#?" + urlencode({"actor": actor}),
    )


def _pair(title: str, analysis: Analysis, pair: Pair) -> Fact:
    return Fact(
        title,
        f"{_name(analysis, pair.a)} and {_name(analysis, pair.b)}",
        f"agree on {pair.agree:,} and disagree on {pair.disagree:,} of "
        f"{pair.shared:,} shared questions",
        "#?" + urlencode({"pair": f"{pair.a}~{pair.b}"}),
    )


def _moves(analysis: Analysis) -> Fact | None:
    if not analysis.shifts:
        return None
    reversals = sum(shift.reversal for shift in analysis.shifts)
    counts = Counter(shift.actor for shift in analysis.shifts)
    actor = min(counts, key=lambda a: (-counts[a], a))
    return Fact(
        "Changes of stance",
        many(len(analysis.shifts), "shift"),
        f"{reversals:,} from for to against or back; most by {_name(analysis, actor)} "
        f"({counts[actor]:,})",
        "#moved",
    )


def _name(analysis: Analysis, actor: str) -> str:
    return visible(next((a.name for a in analysis.actors if a.id == actor), actor))
