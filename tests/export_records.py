"""Invented records and texts for the tests of exports: deterministic, offsets right."""

from ahcextract.position import Position, record_id

ALPHA = (
    "#1: First day [5 August 2024]\r\n"
    "• 6,2: Iran 😀 rejected paragraph 2, and Brazil backed it.\r\n"
    "• Title: Brazil suggested calling the text «a pact».\r\n"
    "#2: Second day [6 August 2024]\r\n"
    "• 6,2: This time Iran could live with the paragraph.\r\n"
)
BETA = "Chair's note: three delegations fretted over safeguards; Kenya kept its view.\n"
TEXTS = {"alpha": ALPHA, "beta": BETA}


def _span(text: str, words: str | None, after: int = 0) -> tuple[int | None, int | None]:
    if words is None:
        return None, None
    start = text.index(words, after)
    return start, start + len(words)


def make(
    document: str,
    issue: int,
    actor: tuple[str, str, str],
    stance: str,
    target: str,
    sentence: str,
    cue: str,
    actor_words: str | None = None,
    target_words: str | None = None,
    **more: object,
) -> Position:
    """One record whose offsets are looked up in the invented text."""
    text = TEXTS[document]
    start, end = _span(text, sentence)
    assert start is not None
    actor_span = _span(text, actor_words, start)
    cue_span = _span(text, cue, start)
    target_span = _span(text, target_words, start)
    values: dict[str, object] = {
        "id": record_id(document, issue, start, (actor[0], stance, target)),
        "document": document,
        "issue": issue,
        "issue_title": {("alpha", 1): "First day", ("alpha", 2): "Second day"}.get(
            (document, issue)
        ),
        "issue_date": {("alpha", 1): "2024-08-05", ("alpha", 2): "2024-08-06"}.get(
            (document, issue)
        ),
        "actor": actor[0],
        "actor_type": actor[1],
        "actor_name": actor[2],
        "stance": stance,
        "target": target,
        "target_kind": target.partition(":")[0],
        "cue": cue,
        "predicate": cue.split()[-1],
        "evidence": sentence,
        "evidence_start": start,
        "evidence_end": end,
        "actor_start": actor_span[0],
        "actor_end": actor_span[1],
        "cue_start": cue_span[0],
        "cue_end": cue_span[1],
        "target_start": target_span[0],
        "target_end": target_span[1],
        "rule": "verb",
        "confidence": 0.9,
        **more,
    }
    return Position.model_validate(values)


IRAN = ("IRN", "state", "Iran")
BRAZIL = ("BRA", "state", "Brazil")
_FIRST = "Iran 😀 rejected paragraph 2, and Brazil backed it."
_TITLE = "Brazil suggested calling the text «a pact»."
_LATER = "This time Iran could live with the paragraph."
_BETA = "three delegations fretted over safeguards; Kenya kept its view."

RECORDS: tuple[Position, ...] = (
    make("alpha", 1, IRAN, "oppose", "article:6.2", _FIRST, "rejected", "Iran", "paragraph 2"),
    make("alpha", 1, BRAZIL, "support", "article:6.2", _FIRST, "backed", "Brazil", "it"),
    make(
        "alpha",
        1,
        BRAZIL,
        "propose",
        "topic:title",
        _TITLE,
        "suggested",
        "Brazil",
        None,
        topics=("title", "terminology"),
        point="calling the text «a pact»",
    ),
    make("alpha", 2, IRAN, "support", "article:6.2", _LATER, "could live with", "Iran", None),
    make(
        "beta",
        0,
        ("COLLECTIVE", "collective", "three delegations"),
        "concern",
        "topic:safeguards",
        _BETA,
        "fretted",
        "three delegations",
        "safeguards",
        count=3,
        confidence=0.5,
    ),
    make(
        "beta", 0, ("KEN", "state", "Kenya"), "neutral", "topic:safeguards", _BETA, "kept", "Kenya"
    ),
)

FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1",
    " =1+1",
    "＝1",
)
MARKUP = (
    '<script>alert("x")</script> & <img src=x onerror=alert(1)> ]]> \x00\x0b\x1b\ufffe "q"\r\nnext'
)


def hostile() -> list[Position]:
    """Records whose text cells are formulas, markup and control characters."""
    base = RECORDS[0].model_dump()
    records = []
    for number, text in enumerate((*FORMULAS, MARKUP, "x" * 40_000)):
        changed = {
            "id": f"{number:016x}",
            "evidence": text,
            "evidence_start": 0,
            "evidence_end": len(text),
            "point": text,
            "cue": text,
            "actor_name": text,
            "issue_title": text,
            "on_behalf_of": text,
            "document": "=evil",
        }
        offsets = {
            n: None
            for n in base
            if n.startswith(("actor_s", "actor_e", "cue_", "target_s", "target_e"))
        }
        records.append(Position.model_validate(base | offsets | changed))
    return records


def many(number: int) -> list[Position]:
    """`number` records over 60 actors, 40 provisions and 20 issues."""
    base = RECORDS[0].model_dump()
    stances = ("support", "oppose", "propose", "concern", "neutral")
    return [
        Position.model_construct(
            **base
            | {
                "id": f"{n:016x}",
                "actor": f"A{n % 60:02}",
                "actor_name": f"Actor {n % 60}",
                "target": f"article:{n % 40 + 1}",
                "stance": stances[n % 7 % 5],
                "issue": n % 20,
                "evidence_start": n * 10,
                "evidence_end": n * 10 + 9,
            }
        )
        for n in range(number)
    ]


def jsonl(positions: list[Position] | tuple[Position, ...]) -> str:
    """Records as `run` writes them."""
    return "".join(p.model_dump_json() + "\n" for p in positions)
