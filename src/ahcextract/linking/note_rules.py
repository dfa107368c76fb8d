"""The catalogue's entries of notes and answers, and of actors beside a statement (rules.py)."""

from ahcextract.linking.rule import Rule

NOTE_RULES: tuple[Rule, ...] = (
    Rule(
        "consent",
        "Consent with a condition is to the text, not to a rejection told before.",
        "Togo rejected article 9. Peru could agree, provided that it was shortened.",
        (("TGO", "oppose", "article:9"), ("PER", "support", "article:9")),
    ),
    Rule(
        "parenthesis",
        "Actors in parentheses behind a target are those of whom a collective statement speaks.",
        "Several states voiced concerns about article 9 (Peru, Togo).",
        (
            ("COLLECTIVE", "concern", "article:9"),
            ("PER", "concern", "article:9"),
            ("TGO", "concern", "article:9"),
        ),
    ),
    Rule(
        "short-answer",
        "An answer with hardly a verb shares, or resists, what was said before.",
        "Peru supported article 9. So did Togo.",
        (("PER", "support", "article:9"), ("TGO", "support", "article:9")),
    ),
    # ------------------------------------------------------------ notes without a verb
    Rule(
        "note",
        "Behind the actor and a colon stands what it wants done, without a verb of its own.",
        "Peru: no to article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "verbless",
        "Right behind the actor stands an adjective or preposition that carries the stance.",
        "Peru wary of article 9.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "roll",
        "Behind a word of stance and a colon stand the actors who take it.",
        "The floor turned to article 9. Against: Peru and Togo.",
        (("PER", "oppose", "article:9"), ("TGO", "oppose", "article:9")),
    ),
    Rule(
        "note-by",
        "A noun for a change to the text, a participle and who asks for it, without a finite verb.",
        "Article 9 came next. Deletion requested by Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "bare-by",
        "A participle and its agent, without a subject, answer what was said last.",
        "Ghana would delete article 9. Opposed by Peru.",
        (("GHA", "oppose", "article:9"), ("PER", "support", "article:9")),
    ),
    Rule(
        "judged-first",
        "A judgement stands in front, and behind a comma who says so.",
        "Article 9 came next. Unacceptable, Peru said.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "concession",
        "Behind “though” or “while”, without a verb, stands what the actor is for or against.",
        "Peru, though not against article 9, proposed a list in article 10.",
        (("PER", "support", "article:9"), ("PER", "propose", "article:10")),
    ),
    Rule(
        "gapping",
        "A clause without a verb takes that of the clause before; it names its actor and object.",
        "Peru supported article 9; Togo, article 10.",
        (("PER", "support", "article:9"), ("TGO", "support", "article:10")),
    ),
    Rule(
        "among",
        "Members of a collective that stand behind its clause share what it says.",
        "20 states were for deletion of article 9, including Peru and Togo.",
        (
            ("COLLECTIVE", "oppose", "article:9"),
            ("PER", "oppose", "article:9"),
            ("TGO", "oppose", "article:9"),
        ),
    ),
    # ------------------------------------------------------------ what is said of consequences
    Rule(
        "said-harm",
        "What a thing is said to harm, lack or complicate is a concern about it.",
        "Peru said article 9 would delay ratification.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "said-could",
        "What is said to be possible to do with the text is put forward.",
        "Peru said article 9 could be considered on Friday.",
        (("PER", "propose", "article:9"),),
    ),
    # ------------------------------------------------------------ wishes and what is not wanted
    Rule(
        "would",
        "Under “would” a verb of keeping, deleting or editing says what is wished of the text.",
        "Peru would rather keep article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "tried",
        "Who tried or fought to have something done to the text wanted it.",
        "Peru tried to have article 9 deleted.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "denied",
        "A verb takes a stance only where it is denied: “would not hear of”.",
        "Peru would not hear of article 9.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "sine-qua-non",
        "Without the text, the actor says, it can accept nothing, or there is nothing.",
        "Peru would not accept a treaty without article 9.",
        (("PER", "support", "article:9"),),
    ),
    Rule(
        "impact",
        "The text does something to the actor: it alarms, troubles or pleases it.",
        "Article 9 alarmed Peru.",
        (("PER", "concern", "article:9"),),
    ),
    Rule(
        "nobody-but",
        "Nobody takes the stance but the actor.",
        "Nobody opposed article 9 except Peru.",
        (("PER", "oppose", "article:9"),),
    ),
    Rule(
        "comment",
        "A noun in apposition takes up what was said: “a view shared by”, “a request B rejects”.",
        "Peru would delete article 9, a view shared by Chad.",
        (("PER", "oppose", "article:9"), ("TCD", "oppose", "article:9")),
    ),
)
