"""Dates in headings and file names."""

from datetime import date

import pytest

from ahcextract.splitting.dates import date_in_file_name, find_dates, parse_day, year_in_file_name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 August 2024", date(2024, 8, 5)),
        ("Monday, 5 August 2024", date(2024, 8, 5)),
        ("Mon. 5 Aug. 2024", date(2024, 8, 5)),
        ("THURSDAY, 14 SEPTEMBER 2000", date(2000, 9, 14)),
        ("FRIDAY-SATURDAY, 9-10 JUNE 2000", date(2000, 6, 9)),
        ("August 5th, 2024", date(2024, 8, 5)),
        ("August 5–6, 2024", date(2024, 8, 5)),
        ("5th of August 2024", date(2024, 8, 5)),
        ("5–6 August 2024", date(2024, 8, 5)),
        ("5 and 6 August 2024", date(2024, 8, 5)),
        ("31 July – 1 August 2024", date(2024, 7, 31)),
        ("July 31 – August 1, 2024", date(2024, 7, 31)),
        ("30 December – 2 January 2025", date(2024, 12, 30)),
        ("30 December 2024 – 2 January 2025", date(2024, 12, 30)),
        ("29 Sept 2024", date(2024, 9, 29)),
        ("29 February 2024", date(2024, 2, 29)),
        ("2024-08-05", date(2024, 8, 5)),
        ("25.08.2024", date(2024, 8, 25)),
        ("08/25/2024", date(2024, 8, 25)),
        ("05.05.2024", date(2024, 5, 5)),
    ],
)
def test_one_date(text: str, day: date) -> None:
    (found,) = find_dates(f"[{text}]")
    assert found.resolve() == day
    assert (found.start, found.end) == (1, 1 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "14,3", "article 24", "paragraphs 6–9", "14,3 May", "article 24 May follow", "Art. 5 March",
        "paragraph 3 (b)", "74/247", "31 June 2024", "29 February 2023", "99 August 2024", "2024",
        "may 5", "5 may be enough", "August 2024", "Monday", "32.13.2024", "13.14.2024",
        "2024-13-05", "1.5.3", "10:30", "A/AC.291/22", "mid-August", "US$ 5 000",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert [item for item in find_dates(text) if item.resolve(2023)] == []


def test_missing_year_and_ambiguous_order() -> None:
    (found,) = find_dates("5 August")
    assert (found.year, found.resolve(), found.resolve(2024)) == (None, None, date(2024, 8, 5))
    (found,) = find_dates("05.08.2024")
    assert found.order is None
    assert found.resolve() is None
    assert found.resolve(order="day first") == date(2024, 8, 5)
    assert found.resolve(order="month first") == date(2024, 5, 8)


def test_several_dates_in_order() -> None:
    found = find_dates("Of 5 August 2024, amended on Friday, 9 August 2024")
    assert [(item.resolve(), item.weekday) for item in found] == [
        (date(2024, 8, 5), None),
        (date(2024, 8, 9), 4),
    ]


def test_parse_day_is_strict() -> None:
    assert parse_day("5 August 2024") == date(2024, 8, 5)
    assert [parse_day(text) for text in ("Monday", "August 2024", "5 August", "31 June 2024")] == [
        None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "day", "year"),
    [
        ("2024-08-05-hall", date(2024, 8, 5), 2024),
        ("hall_20240805", date(2024, 8, 5), None),
        ("hall-2024_08_05", date(2024, 8, 5), 2024),
        ("watch-2024-08", None, 2024),
        ("2024-2025", None, None),
        ("20241305", None, None),
        ("1202408051", None, None),
        ("hall", None, None),
    ],
)
def test_file_names(name: str, day: date | None, year: int | None) -> None:
    assert (date_in_file_name(name), year_in_file_name(name)) == (day, year)
