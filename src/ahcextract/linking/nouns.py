"""Closed classes that both predicates and places read."""

# What may stand between a subject and its verb.
AGENT_WORDS = frozenset(
    "has have had would could can cannot may might will shall did do does also not then however "
    "instead again both all each is are was were 've 'd again still meanwhile further".split()
)
