"""What has been explained, as words, as JSON and as the lines that the scorer reads."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from ahcextract.explaining.explained import Explained, Provenance
from ahcextract.linking.rules import find_rule
from ahcextract.position import Position

_LONGEST = 70


def rule_sentence(name: str) -> str:
    """What a rule reads, in one sentence."""
    rule = find_rule(name)
    return rule.construction if rule else "the catalogue of rules has no such entry."


def extras(position: Position) -> list[str]:
    """What else a record holds: negation, owner, speaker, number."""
    named = {
        "proposal by": position.proposal_by,
        "spoken by": position.spoken_by,
        "on behalf of": position.on_behalf_of,
        "count": position.count,
    }
    found = [f"{name} {value}" for name, value in named.items() if value is not None]
    return ["negated", *found] if position.negated else found


def where(provenance: Provenance) -> str:
    """`from the label "14,3"`; long contexts are cut."""
    if provenance.text is None:
        return provenance.how
    words = " ".join(provenance.text.split())
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
    return f'{provenance.how} "{words}"'


def to_dict(one: Explained) -> dict[str, Any]:
    """As JSON; the records whole, with `construction`, `actor_from` and `target_from` beside."""
    return {
        **{k: getattr(one, k) for k in ("document", "issue", "kind", "start", "end", "text")},
        "sets": list(one.sets),
        "marks": [asdict(mark) for mark in one.marks],
        "records": [
            {
                **record.position.model_dump(mode="json"),
                "construction": rule_sentence(record.position.rule),
                "actor_from": asdict(record.actor),
                "target_from": asdict(record.target),
            }
            for record in one.records
        ],
        "reasons": [asdict(reason) | {"why": reason.why} for reason in one.reasons],
    }


def why_lines(found: Iterable[Explained]) -> Iterator[str]:
    """A line for each sentence without a record: where it stands and why it gave none.

    `why` is made of the reasons' general words, so that equal causes group under one name.
    """
    for one in found:
        if one.kind != "sentence" or one.records:
            continue
        line = {
            "document": one.document,
            "issue": one.issue,
            "evidence_start": one.start,
            "evidence_end": one.end,
            "why": "; ".join(dict.fromkeys(reason.why for reason in one.reasons)),
        }
        yield json.dumps(line, ensure_ascii=False) + "\n"
