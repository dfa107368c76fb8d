"""Invented records by the thousand: what the report, the exports and the served site are tried on.

Deterministic: the same arguments give the same records. Two camps of states lean opposite ways, so
that blocs are there to be found; `hostile=True` puts markup, scripts, formulas and control
characters wherever a bulletin's text can reach.
"""

import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ahcextract.position import Position, record_id

STATES = (
    "ARG Argentina;AUS Australia;AUT Austria;BLR Belarus;BRA Brazil;CAN Canada;CHE Switzerland;"
    "CHL Chile;CHN China;CIV Côte d'Ivoire;COL Colombia;CRI Costa Rica;CUB Cuba;CZE Czechia;"
    "DEU Germany;DZA Algeria;ECU Ecuador;EGY Egypt;ERI Eritrea;FRA France;GBR United Kingdom;"
    "GEO Georgia;GHA Ghana;GTM Guatemala;IDN Indonesia;IND India;IRN Iran;IRQ Iraq;ISL Iceland;"
    "ISR Israel;JAM Jamaica;JOR Jordan;JPN Japan;KAZ Kazakhstan;KEN Kenya;KOR Republic of Korea;"
    "LIE Liechtenstein;MAR Morocco;MEX Mexico;MLI Mali;MYS Malaysia;NAM Namibia;NGA Nigeria;"
    "NIC Nicaragua;NOR Norway;NZL New Zealand;PAK Pakistan;PER Peru;PRK DPR Korea;"
    "RUS Russian Federation;SAU Saudi Arabia;SGP Singapore;SYR Syria;TUR Türkiye;TZA Tanzania;"
    "USA United States;VAT Holy See;VEN Venezuela;VNM Viet Nam;YEM Yemen;ZAF South Africa;"
    "ZWE Zimbabwe;TON Tonga;UGA Uganda;UKR Ukraine;URY Uruguay"
)
OTHERS = (
    ("EU", "group", "European Union"),
    ("CARICOM", "group", "CARICOM"),
    ("CHAIR", "chair", "Chair"),
    ("COLLECTIVE", "collective", "many delegations"),
    ("ohchr", "organization", "OHCHR"),
)
DOCUMENT = "invented-talks"
TOPICS = ("human-rights", "scope", "criminalization", "safeguards", "international-cooperation")
CUES = {
    "support": ("supported", "welcomed", "backed"),
    "oppose": ("opposed", "rejected", "objected to"),
    "propose": ("proposed changing", "suggested new wording for"),
    "concern": ("voiced concern about", "questioned"),
    "neutral": ("spoke on", "commented on"),
}
HOSTILE = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "</script><script>window.hacked=1</script>",
    '"><svg onload=window.hacked=1>',
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\tTabbed",
    "\rReturned",
    "{{7*7}} {% raw %}",
    "a\u2028b\u2029c",
    "\u0000\u0007\u001b[31m",
    "\u202egnp.exe",
    "javascript:window.hacked=1",
    "&lt;b&gt; &amp; ]]> <!--",
    "𝔘𝔫𝔦 🇫🇷 e\u0301",
    "${window.hacked=1}",
)


@dataclass
class Synthetic:
    """Records and the texts they point into."""

    positions: list[Position] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        """Write the records as JSON Lines."""
        lines = (json.dumps(p.model_dump(), ensure_ascii=False) for p in self.positions)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")
        return path

    def write_texts(self, folder: Path) -> Path:
        """Write each document beside the others as `<name>.txt`."""
        for name, text in self.texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        return folder


def _actors(count: int) -> list[tuple[str, str, str]]:
    states = [(line[:3], "state", line[4:]) for line in STATES.split(";")]
    extra = [(f"org-{n}", "organization", f"Organization {n}") for n in range(count)]
    return [*states[: max(count - len(OTHERS), 1)], *OTHERS, *extra][:count]


def _targets(count: int) -> list[str]:
    fixed = ["preamble:10", "topic:title", "topic:human-rights", "article:6@budapest", "chapter:5"]
    articles = [
        f"article:{n}{part}" for n in range(2, 60) for part in ("", ".1", ".2", ".3(b)", ".4")
    ]
    more = [f"article:{n}" for n in range(60, 60 + count)]
    return [*articles[: max(count - len(fixed), 1)], *fixed, *more][:count]


def _stance(rng: random.Random, lean: float) -> str:
    draw = rng.random()
    if draw < 0.12:
        return "propose"
    if draw < 0.18:
        return "neutral"
    if rng.random() < 1 / (1 + math.exp(-4 * lean)):
        return "support"
    return "oppose" if rng.random() < 0.7 else "concern"


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


class _Maker:
    def __init__(self, actors: int, provisions: int, hostile: bool, seed: int) -> None:
        self.rng = random.Random(seed)
        self.actors, self.targets = _actors(actors), _targets(provisions)
        self.camp = {a[0]: self.rng.choice((-1, 1)) * self.rng.uniform(0.3, 1) for a in self.actors}
        self.pull = {t: self.rng.choice((-1, 1)) * self.rng.uniform(0.2, 1) for t in self.targets}
        self.hostile = hostile
        self.made = 0
        self.proposer: dict[str, str] = {}
        self.parts: list[str] = []
        self.length = 0

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def spice(self, text: str) -> str:
        if not self.hostile:
            return text
        self.made += 1
        return f"{HOSTILE[self.made % len(HOSTILE)]} {text}"

    def sentence(self, drift: float) -> tuple[str, list[tuple[str, str, str]], str, str, str]:
        target = self.rng.choices(self.targets, [1 / (n + 3) for n in range(len(self.targets))])[0]
        lead = self.rng.choice(self.actors)
        stance = _stance(self.rng, self.camp[lead[0]] * self.pull[target] + drift)
        same = self.camp[lead[0]] > 0
        friends = [a for a in self.actors if (self.camp[a[0]] > 0) == same and a != lead]
        size = min(self.rng.choice((0, 0, 0, 1, 2, 3)), len(friends))
        group = [lead, *self.rng.sample(friends, size)]
        cue = self.rng.choice(CUES[stance])
        return stance, group, target, cue, self.rng.choice(TOPICS)


def make(
    records: int,
    *,
    actors: int = 60,
    provisions: int = 40,
    issues: int = 6,
    hostile: bool = False,
    seed: int = 7,
) -> Synthetic:
    """Invent `records` positions of `actors` on `provisions` in one bulletin of `issues` issues."""
    maker, out = _Maker(actors, provisions, hostile, seed), Synthetic()
    for issue in range(1, issues + 1):
        date = f"2031-{1 + (issue - 1) // 28:02d}-{1 + (issue - 1) % 28:02d}"
        title = maker.spice(f"Day {issue} of the invented talks")
        maker.write(f"#{issue}: {title} [{date}]\n\n")
        maker.proposer.clear()
        quota = records * issue // issues
        while len(out.positions) < quota:
            _write_sentence(out, maker, quota, issue, title, date)
    out.texts[DOCUMENT] = "".join(maker.parts)
    return out


def _write_sentence(
    out: Synthetic, maker: _Maker, quota: int, issue: int, title: str, date: str
) -> None:
    stance, group, target, cue, topic = maker.sentence(maker.rng.uniform(-0.3, 0.3))
    group = group[: quota - len(out.positions)]
    owner = maker.proposer.get(target) if stance == "support" else None
    if stance == "propose":
        maker.proposer[target] = group[0][0]
    where = target.replace(":", " ")
    names = _join([actor[2] for actor in group])
    tail = maker.spice("for the reasons it had given at the earlier reading of the invented text")
    # A running number, so that sentences differ as those of a bulletin do.
    sentence = f"{names} {cue} {where} {tail}, as round {len(out.positions)} of it went on."
    start = maker.length
    cue_start = start + len(names) + 1
    target_start = cue_start + len(cue) + 1
    for kind_id, kind, name in group:
        actor_start = start + sentence.index(name)
        out.positions.append(
            Position(
                id=record_id(DOCUMENT, issue, start, (kind_id, stance, target)),
                document=DOCUMENT,
                issue=issue,
                issue_title=title,
                issue_date=date,
                actor=kind_id,
                actor_type=kind,  # type: ignore[arg-type]
                actor_name=maker.spice(name) if maker.hostile else name,
                stance=stance,  # type: ignore[arg-type]
                target=target,
                target_kind=target.partition(":")[0],  # type: ignore[arg-type]
                topics=(topic,),
                point=maker.spice("a shorter wording") if stance == "propose" else None,
                cue=cue,
                predicate=cue.split()[0],
                proposal_by=None if owner == kind_id else owner,
                count=42 if kind == "collective" else None,
                evidence=sentence,
                evidence_start=start,
                evidence_end=start + len(sentence),
                actor_start=actor_start,
                actor_end=actor_start + len(name),
                cue_start=cue_start,
                cue_end=cue_start + len(cue),
                target_start=target_start,
                target_end=target_start + len(where),
                rule=f"{stance}.verb",
                confidence=round(0.7 + (len(cue) % 7) / 25, 2),
            )
        )
    maker.write(sentence + ("\n\n" if len(out.positions) % 5 == 0 else " "))
