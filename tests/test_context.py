"""What an issue's memory carries on: bullets under bullets, paragraphs, the former, the latter."""

from ahcextract.linking.context import Memory, Place


def named(*targets: str, sentence: int = 0) -> Place:
    return Place(targets, (), (0, 1), sentence)


def test_a_bullet_without_label_hangs_under_the_one_above() -> None:
    memory = Memory()
    memory.enter_block("bullet", named("article:11.2"), 1)
    memory.enter_block("bullet", Place(), 2)
    assert memory.label.targets == ("article:11.2",)
    memory.enter_block("bullet", Place(), 2)
    assert memory.label.targets == ("article:11.2",)


def test_a_relative_label_hangs_under_its_parent_not_under_the_bullet_before() -> None:
    memory = Memory()
    memory.enter_block("bullet", named("article:14"), 1)
    memory.enter_block("bullet", named("article:3"), 2)
    memory.enter_block("bullet", named("paragraph:2"), 2)
    assert memory.label.targets == ("article:14.2",)


def test_a_bullet_of_the_outer_level_inherits_nothing() -> None:
    memory = Memory()
    memory.enter_block("bullet", named("article:11.2"), 1)
    memory.enter_block("bullet", Place(), 2)
    memory.enter_block("bullet", Place(), 1)
    assert memory.label == Place()


def test_a_label_of_its_own_is_kept_under_a_parent() -> None:
    memory = Memory()
    memory.enter_block("bullet", named("article:9"), 1)
    memory.enter_block("bullet", Place((), ("title",), (0, 1)), 2)
    assert (memory.label.targets, memory.label.topics) == ((), ("title",))


def test_a_paragraph_or_a_section_ends_the_bullets() -> None:
    memory = Memory()
    memory.enter_block("bullet", named("article:9"), 1)
    memory.enter_block("paragraph", Place(), 0)
    memory.enter_block("bullet", Place(), 2)
    assert memory.label == Place()
    memory.enter_block("bullet", named("article:9"), 1)
    memory.leave_run()
    memory.enter_block("bullet", Place(), 2)
    assert memory.label == Place()


def test_a_paragraph_carries_the_one_article_of_the_paragraphs_before() -> None:
    memory = Memory()
    memory.enter_block("paragraph", Place(), 0)
    memory.note(named("article:14", sentence=0))
    memory.note(named("article:14.3", sentence=2))
    memory.enter_block("paragraph", Place(), 0)
    assert memory.carried is not None
    assert memory.carried.targets == ("article:14.3",)
    # Nothing is named in between.
    memory.enter_block("paragraph", Place(), 0)
    assert memory.carried is not None
    assert memory.carried.targets == ("article:14.3",)


def test_two_articles_or_a_bullet_carry_nothing() -> None:
    memory = Memory()
    memory.enter_block("paragraph", Place(), 0)
    memory.note(named("article:14", sentence=0))
    memory.note(named("article:16", sentence=1))
    memory.enter_block("paragraph", Place(), 0)
    assert memory.carried is None
    memory.note(named("article:16", sentence=2))
    memory.enter_block("bullet", Place(), 1)
    memory.enter_block("paragraph", Place(), 0)
    assert memory.carried is None


def test_a_heading_of_an_article_or_a_label_of_its_own_stops_carrying() -> None:
    memory = Memory(heading=named("article:5"))
    memory.enter_block("paragraph", Place(), 0)
    memory.note(named("article:14"))
    memory.enter_block("paragraph", Place(), 0)
    assert memory.carried is None
    memory.heading = Place()
    memory.note(named("article:14"))
    memory.enter_block("paragraph", named("article:7"), 0)
    assert memory.carried is None


def test_the_former_and_the_latter_need_two_provisions_of_one_sentence() -> None:
    memory = Memory()
    memory.enter_block("paragraph", Place(), 0)
    memory.note(named("article:5", "article:6", sentence=1))
    latter, former = memory.ordinal(-1, pair=True), memory.ordinal(0, pair=True)
    assert latter is not None
    assert latter.targets == ("article:6",)
    assert former is not None
    assert former.targets == ("article:5",)
    memory.note(named("article:7", sentence=2))
    assert memory.ordinal(-1, pair=True) is None
