"""The questions that the site answers ready-made: SQL, and what to say about each."""

from typing import Any

# Stances that lean on something, and whether on the text of the target or on a proposal: as in
# `ahcextract.agreement`, where the reasons stand.
_STANDS = """
stands as (
  select p.*, case when p.proposal_by is null then 1 when p.stance <> 'oppose' then 0 else
    exists (select 1 from positions o where o.issue = p.issue and o.target = p.target
      and o.actor = p.proposal_by and o.stance = 'oppose')
    and (
      not exists (select 1 from positions o where o.issue = p.issue and o.target = p.target
        and o.actor = p.proposal_by and o.stance = 'propose')
      or exists (select 1 from positions o where o.issue = p.issue and o.target = p.target
        and o.actor = p.actor and o.stance = 'support' and o.proposal_by = p.proposal_by)
    )
  end as on_text
  from positions p
  where p.stance in ('support', 'oppose', 'concern')
    and p.actor not in ('COLLECTIVE', 'CHAIR')
)
"""
_KNOWN = "target not in ('topic:other', 'topic:unresolved') and target_kind <> 'actor'"

_STATE = """
select p.id as record, i.date, p.stance, v.label as provision, p.proposal_by,
  p.evidence, p.evidence_start, p.actor_start, p.actor_end, p.cue_start, p.cue_end,
  p.target_start, p.target_end, p.confidence
from positions p
  join provisions v on v.id = p.target
  join issues i on i.id = p.issue
where p.actor = upper(trim(:actor)) or p.actor = lower(trim(:actor))
  or lower(p.actor_name) = lower(trim(:actor))
order by i.date, i.document, i.number, p.evidence_start, v.position
"""

_ARTICLE = """
select p.id as record, i.date, p.actor_name as actor, p.stance, v.label as provision,
  p.proposal_by, p.evidence, p.evidence_start, p.actor_start, p.actor_end, p.cue_start,
  p.cue_end, p.target_start, p.target_end, p.confidence
from positions p
  join provisions v on v.id = p.target
  join issues i on i.id = p.issue
where v.parent = 'article:' || trim(:article) or v.id = 'article:' || trim(:article)
  or v.id = trim(:article) or v.parent = trim(:article)
order by v.position, i.date, i.document, i.number, p.evidence_start, p.actor
"""

_OPPOSES = f"""
with {_STANDS.strip()},
against_text as (select distinct actor, target from stands
  where stance = 'oppose' and on_text and {_KNOWN}),
for_text as (select distinct actor, target from stands
  where stance = 'support' and on_text and {_KNOWN}),
clashes as (
  select a.actor as opponent, f.actor as against, a.target, 'text' as kind
  from against_text a join for_text f on f.target = a.target and f.actor <> a.actor
  union
  select actor, proposal_by, target, 'proposal' from stands
  where stance = 'oppose' and not on_text and proposal_by <> actor
  union
  select actor, substr(target, 7), target, 'stand' from stands
  where stance = 'oppose' and target_kind = 'actor'
)
select opponent, against, count(*) as provisions, sum(over_text) as over_text,
  sum(over_proposals) as over_proposals, group_concat(label, '; ') as over
from (
  select coalesce(a.name, c.opponent) as opponent, coalesce(b.name, c.against) as against,
    coalesce(v.label, c.target) as label, max(c.kind = 'text') as over_text,
    max(c.kind <> 'text') as over_proposals
  from clashes c
    left join actors a on a.id = c.opponent
    left join actors b on b.id = c.against
    left join provisions v on v.id = c.target
  where c.against not in ('COLLECTIVE', 'CHAIR')
    and (trim(coalesce(:actor, '')) = '' or upper(trim(:actor)) in (c.opponent, c.against)
      or lower(trim(:actor)) in (c.opponent, c.against, lower(a.name), lower(b.name)))
  group by c.opponent, c.against, c.target
  order by v.position
)
group by opponent, against
order by provisions desc, opponent, against
"""

# As the report's shifts: for an actor, a target and the owner of a proposal on it, the stances of
# one issue and those of the next it spoke in have none in common.
_SHIFTS = f"""
with stands as (
  select p.id, p.actor, p.actor_name, p.target, p.stance, p.evidence, p.evidence_start, i.date,
    coalesce(nullif(p.proposal_by, p.actor), '') as owner,
    dense_rank() over (
      partition by p.actor, p.target, coalesce(nullif(p.proposal_by, p.actor), '')
      order by i.date, i.document, i.number
    ) as turn
  from positions p join issues i on i.id = p.issue
  where p.stance <> 'neutral' and p.actor <> 'COLLECTIVE' and {_KNOWN}
),
turns as (
  select id, actor, actor_name, target, owner, turn, date, evidence, min(evidence_start),
    group_concat(distinct stance) as stances, max(stance = 'support') as support,
    max(stance = 'oppose') as oppose, max(stance = 'propose') as propose,
    max(stance = 'concern') as concern
  from stands group by actor, target, owner, turn
)
select a.id as record, a.actor_name as actor, v.label as provision,
  nullif(a.owner, '') as proposal_by, b.stances as before, a.stances as after,
  (b.support and (a.oppose or a.concern)) or (a.support and (b.oppose or b.concern)) as reversal,
  b.date as earlier_date, b.evidence as earlier_sentence, a.date, a.evidence as later_sentence,
  b.id as earlier_record
from turns a
  join turns b on b.actor = a.actor and b.target = a.target and b.owner = a.owner
    and b.turn = a.turn - 1
  join provisions v on v.id = a.target
where a.support + b.support < 2 and a.oppose + b.oppose < 2 and a.propose + b.propose < 2
  and a.concern + b.concern < 2
order by a.date, a.actor, v.position
"""

QUERIES: dict[str, dict[str, Any]] = {
    "positions_of_one_state": {
        "title": "Positions of one state",
        "description": "Everything one actor said, in order of time. Give a code (IRN, EU) or a "
        "name (Iran).",
        "params": ["actor"],
        "sql": _STATE,
    },
    "all_on_one_article": {
        "title": "All on one article",
        "description": "Who takes which stance on an article and its paragraphs. Give its number "
        "(6), a paragraph (6.2), or any target (topic:title).",
        "params": ["article"],
        "sql": _ARTICLE,
    },
    "who_opposes_whom": {
        "title": "Who opposes whom",
        "description": "Pairs in which one opposes a provision that the other supports, or "
        "opposes the other's proposal or stand, with what they clash over. Leave the actor "
        "empty to see all.",
        "params": ["actor"],
        "sql": _OPPOSES,
    },
    "shifts": {
        "title": "Shifts",
        "description": "Actors whose stance on a provision (or on somebody's proposal for it) "
        "changed from one issue to the next they spoke in, with both sentences. A reversal is "
        "from support to opposition or concern, or back.",
        "sql": _SHIFTS,
    },
}
"""Canned queries by name, as Datasette's metadata takes them."""

for _query in QUERIES.values():
    _query["sql"] = _query["sql"].strip()
    _query["hide_sql"] = True
