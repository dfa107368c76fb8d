"""The catalogue of rules: what each name in a record's `rule` reads, with an invented example.

A name stands for a construction, not for a word: which words carry which stance is the lexicon's
knowledge (data/cues.toml). tests/test_rules.py holds the catalogue against the code and each
example against the extractor; docs/rules.md is made of it by scripts/build_rules.py.
"""

from ahcextract.linking.note_rules import NOTE_RULES
from ahcextract.linking.rule import Expected, Rule

__all__ = ["RULES", "Expected", "Rule", "find_rule"]

RULES: tuple[Rule, ...] = (
    # ------------------------------------------------------------ the actor's verb
    Rule(
        "verb",
        "The actor is the subject of a verb that carries a stance, and its object is the target.",
        "Peru endorsed article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "bare",
        "A stance verb without an object answers what was said before.",
        "Peru supported article 9. Togo disagreed.",
        (("PER", "support", "article:9"), ("TGO", "oppose", "article:9")),
    ),
    Rule(
        "relative",
        "A stance verb in a relative clause is on the noun that the clause hangs on.",
        "The Chair read out article 9, which Peru opposed.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "relative-clause",
        "A relative clause says what the actor that it hangs on does.",
        "The Chair listened to Peru, which opposed article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "participle",
        "A participle beside the actor's verb carries a stance of the same actor.",
        "Togo took the floor, opposing article 9.",
        (("TGO", "oppose", "article:9"),),
    ),
    Rule(
        "shared-object",
        "A stance verb without an object takes the object of the clause behind it.",
        "Peru supported, while Togo opposed, article 9.",
        (("PER", "support", "article:9"), ("TGO", "oppose", "article:9")),
    ),
    Rule(
        "adjacent",
        "A finite stance verb right behind the actor is the actor's, whatever the parser says.",
        "Several developing countries worried about the length of article 9.",
        (("COLLECTIVE", "concern", "article:9"),),
    ),
    Rule(
        "with-clause",
        "Behind “with” and the actor, a clause without a main verb carries the actor's stance.",
        "The session closed with only Togo who opposed article 9.",
        (("TGO", "oppose", "article:9"),),
    ),
    # ------------------------------------------------------------ operations on the text
    Rule(
        "delete-operation",
        "The actor wants text deleted: opposition to that text, or its support where it resists.",
        "Peru suggested deleting article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "retain-operation",
        "The actor wants text kept: support for that text, or opposition where it resists.",
        "Peru asked to retain article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "change-operation",
        "The actor wants text changed: a proposal, or a stance on the change where it answers one.",
        "Peru suggested adding a definition to article 9.",
        (("PER", "propose", "article:9"),),
    ),
    Rule(
        "bracket-operation",
        "The actor wants brackets around text: concern about that text.",
        "Peru asked to bracket the whole of article 9.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "unbracket-operation",
        "The actor wants brackets around text lifted: support for that text.",
        "Peru asked to lift the brackets around article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "vote-operation",
        "The actor asks for a vote on text: opposition to that text.",
        "Peru asked for a separate vote on article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "clarify-operation",
        "The actor asks for clarification of text: concern about that text.",
        "Peru requested an explanation of article 9.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "noun-operation",
        "A stance noun governs an operation on the text, which decides the stance on it.",
        "Peru voiced support for deleting article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "hoped",
        "The actor hopes or expects that text will be deleted, kept or changed.",
        "Peru expected to see article 9 retained.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "deed",
        "The actor edits the text itself.",
        "Peru inserted a footnote into article 9.",
        (("PER", "propose", "article:9"),),
    ),
    Rule(
        "passive-deed",
        "The text is edited “by” the actor.",
        "Article 9 was deleted by Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    # ------------------------------------------------------------ what is said
    Rule(
        "report",
        "A reporting verb governs words that take no stance: neutral.",
        "Peru recalled the history of article 9.",
        (("PER", "neutral", "article:9"),),
    ),
    Rule(
        "said-own",
        "The clause that the actor utters says what the actor itself does.",
        "Peru said that it opposed article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "said-judgement",
        "The clause that the actor utters judges the text, or says what should be done to it.",
        "Peru said that article 9 is unnecessary.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "said-should",
        "The clause that the actor utters demands something of the text.",
        "Peru argued that article 9 should be specific to ships.",
        (("PER", "propose", "article:9"),),
    ),
    Rule(
        "judgement",
        "A stance verb governs a clause that judges the text; the judgement decides.",
        "Togo agreed that article 9 is unnecessary.",
        (("TGO", "oppose", "article:9"),),
    ),
    Rule(
        "called",
        "The actor calls, considers or describes the text by a judging word.",
        "Peru called article 9 unnecessary.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "importance",
        "The actor stresses the importance of, or the need for, the text: support.",
        "Peru stressed the importance of article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "need-to",
        "The actor stresses a need to do something: a proposal.",
        "Peru underlined the need to settle article 9 soon.",
        (("PER", "propose", "article:9"),),
    ),
    # ------------------------------------------------------------ nouns and adjectives
    Rule(
        "noun",
        "A light verb makes a statement of a stance noun: “voiced support for”.",
        "Peru voiced support for article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "predicative",
        "A phrase behind “be” carries the stance: “was in favour of”.",
        "Peru was in favour of article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "one-of",
        "The actor is one of those, or the only one, of whom a clause says a stance.",
        "Peru was the only state to oppose article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "genitive",
        "The actor owns a noun of support, opposition or concern.",
        "Peru's opposition to article 9 surprised the Chair.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "owner",
        "The actor owns a proposal, which the issue mentions for the first time.",
        "The Chair summed up Peru's proposal to shorten article 9.",
        (("PER", "propose", "article:9"),),
    ),
    Rule(
        "noun-source",
        "A noun of support, opposition or concern comes “from” or is “by” the actor.",
        "Opposition to article 9 came from Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "roll-call",
        "The actors are listed behind those of whom a stance is said.",
        "Supporters of article 9 included Peru and Togo.",
        (("PER", "support", "article:9"), ("TGO", "support", "article:9")),
    ),
    # ------------------------------------------------------------ passives and standpoints
    Rule(
        "passive",
        "The text is the subject of a passive stance verb, the actor stands behind “by”.",
        "Article 9 was opposed by Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "passive-noun",
        "A stance noun is voiced, raised or made “by” the actor.",
        "Concerns about article 9 were voiced by Peru.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "passive-called",
        "The text is called, deemed or described “by” the actor by a judging word.",
        "Article 9 was called unnecessary by Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "judge",
        "The text is judged “for” or “to” the actor.",
        "Article 9 is unacceptable to Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "according",
        "“According to” the actor, something should be done to the text.",
        "According to Togo, article 9 must be deleted.",
        (("TGO", "oppose", "article:9"),),
    ),
    # ------------------------------------------------------------ beside a statement
    Rule(
        "aside-support",
        "Actors set beside a statement by “supported by” back it.",
        "Peru, supported by Togo, proposed a new title.",
        (("TGO", "support", "topic:title"), ("PER", "propose", "topic:title")),
    ),
    Rule(
        "aside-oppose",
        "Actors set beside a statement by “opposed by” or “unlike” resist it.",
        "Peru, opposed by Togo, proposed a new title.",
        (("TGO", "oppose", "topic:title"), ("PER", "propose", "topic:title")),
    ),
    Rule(
        "aside-concern",
        "Actors set beside a statement by “questioned by” have doubts about it.",
        "Peru proposed a new article 9, questioned by Togo.",
        (("PER", "propose", "article:9"), ("TGO", "concern", "article:9")),
    ),
    Rule(
        "aside-with",
        "Actors set beside a statement by “with” or “together with” share it.",
        "Peru, with Togo and Chad, opposed article 9.",
        (
            ("PER", "oppose", "article:9"),
            ("TGO", "oppose", "article:9"),
            ("TCD", "oppose", "article:9"),
        ),
    ),
    Rule(
        "aside-noun",
        "An aside behind a noun, with no statement to belong to, is on that noun.",
        "The amendment to article 9, opposed by Togo, was discussed at length.",
        (("TGO", "oppose", "article:9"),),
    ),
    # ------------------------------------------------------------ shades of verbs and nouns
    Rule(
        "withdrawn",
        "Who takes an objection or concern back supports what it was on.",
        "Peru withdrew its objection to article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "in-or-out",
        "A wish that ends in “in”, “out” or “gone” is on keeping or deleting its object.",
        "Peru wants article 9 out.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "without",
        "A wish for a text without a provision is one for its deletion.",
        "Peru would like a convention without article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "stressed",
        "To stress a provision, with nothing said about it, is to support it.",
        "Peru stressed article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "no-need",
        "No need seen for a provision is opposition to it.",
        "Peru saw no need for article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "agreement-on",
        "An actor who reports agreement supports, and one who reports none doubts.",
        "Peru noted that there was no agreement on article 9.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "colon-list",
        "A list behind a colon: each item has its own stance.",
        "Egypt called for: finishing article 3; and not citing article 5.",
        (
            ("EGY", "propose", "article:3"),
            ("EGY", "oppose", "article:5"),
        ),
    ),
    Rule(
        "but-not",
        "Behind “but not” the verb says the opposite of what it says before.",
        "Peru supported article 9 but not article 10.",
        (("PER", "support", "article:9"), ("PER", "oppose", "article:10")),
    ),
    *NOTE_RULES,
)

_BY_NAME = {rule.name: rule for rule in RULES}


def find_rule(name: str) -> Rule | None:
    """The entry of that name; None where the catalogue has none."""
    return _BY_NAME.get(name)
