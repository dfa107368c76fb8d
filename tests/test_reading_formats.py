"""Web pages, PDF and Word files, made here or saved in tests/data/reading."""

import io
from datetime import date
from pathlib import Path

import pytest

from ahcextract.errors import InputError
from ahcextract.reading import read, read_bytes
from ahcextract.reading.hyphens import Joiner
from ahcextract.splitting import split

DATA = Path(__file__).parent / "data" / "reading"

PAGE = """\
# Hall Watch: the river treaty

Delegates came back to the hall for the last week of talks on the river treaty, and few of them \
looked rested after a weekend of informal meetings in the annex.

## #1: Upstream, downstream [5 March 2031]

The Chair opened the floor on the flow articles. Most of the morning went to a single sentence on \
drought, which Ethiopia wanted shorter and Egypt wanted longer.

Norway agreed.

Still open at night\u00a0were:

- Article 4: Peru doubted the definition of a basin.

- 14,3: Two views.

  - Chile: keep it.

  - Bolivia: delete it.

### Side events

None.

## #2: High water [7 March 2031]

“We did not come here to swim,” said the delegate of Nepal.

Article | State

Article 9 | Mali would delete it.

Kenya
and Uganda objected.

- Vote on Friday.

- Party on Saturday.
"""


def test_a_saved_page_keeps_short_paragraphs_lists_and_headings() -> None:
    source = read(DATA / "saved-page.html")
    assert source.text == PAGE
    assert (source.name, source.title, source.date) == (
        "saved-page", "Hall Watch: the river treaty", date(2031, 3, 7),
    )  # fmt: skip
    issues = split(source).issues
    assert [(issue.number, issue.title, issue.date) for issue in issues] == [
        (0, None, None),
        (1, "Upstream, downstream", date(2031, 3, 5)),
        (2, "High water", date(2031, 3, 7)),
    ]


def test_a_page_that_is_nothing_but_short_paragraphs() -> None:
    page = "<title>Votes</title><body>" + "".join(
        f"<p>{state} agreed.</p>" for state in ("Norway", "Peru", "Mali")
    )
    source = read_bytes(page.encode(), "x", ".html")
    assert source.text == "Norway agreed.\n\nPeru agreed.\n\nMali agreed.\n"
    assert (source.title, source.date) == ("Votes", None)


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1"])
def test_a_page_in_another_encoding(declared: str) -> None:
    page = f'<meta charset="{declared}"><body><p>Côte d’Ivoire objected to the flow clause.</p>'
    source = read_bytes(page.encode("cp1252"), "x", ".htm")
    assert source.text == "Côte d’Ivoire objected to the flow clause.\n"
    assert source.warnings[0].startswith("x.htm: not UTF-8, read as ")


def test_word_document() -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "River talks"
    document.add_heading("River talks", 0)
    document.add_heading("Issue 1: Dry (5 March 2031)", 1)
    document.add_paragraph("Norway agreed.")
    document.add_paragraph("Article 4: Peru doubted it.", style="List Bullet")
    document.add_paragraph("Chile did not.", style="List Bullet 2")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells],
        ["Article", "State", "Article 9", "Mali objects."],
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Two\nlines.")
    document.add_paragraph("")
    document.add_paragraph("• Marked by hand.")
    buffer = io.BytesIO()
    document.save(buffer)
    source = read_bytes(buffer.getvalue(), "x", ".docx")
    assert source.text.split("\n\n") == [
        "# River talks",
        "# Issue 1: Dry (5 March 2031)",
        "Norway agreed.",
        "- Article 4: Peru doubted it.",
        "  - Chile did not.",
        "Article | State",
        "Article 9 | Mali objects.",
        "Two\nlines.",
        "• Marked by hand.\n",
    ]
    assert (source.title, source.date) == ("River talks", None)
    (issue,) = split(source).issues
    assert (issue.number, issue.title, issue.date) == (1, "Dry", date(2031, 3, 5))
    assert [block.level for block in issue.blocks if block.kind == "bullet"] == [1, 2, 1]


Line = tuple[str, float, float, float]  # text, x, y, size; in points


def pdf(*pages: list[Line], title: str | None = None) -> bytes:
    """A PDF with each line at its place, in Helvetica; the bold face where the size is negative."""
    import pypdf
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = pypdf.PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        fonts = DictionaryObject()
        for key, face in (("/F1", "/Helvetica"), ("/F2", "/Helvetica-Bold")):
            fonts[NameObject(key)] = DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(face),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(b"\n".join(_show(*line) for line in lines))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _show(text: str, x: float, y: float, size: float) -> bytes:
    data = text.encode("cp1252")
    for char in (b"\\", b"(", b")"):
        data = data.replace(char, b"\\" + char)
    font = b"/F2" if size < 0 else b"/F1"
    return b"BT %s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font, abs(size), x, y, data)


def test_pdf_paragraphs_bullets_headings_and_hyphens() -> None:
    page = [
        ("River talks", 72, 780, 20),
        ("#1: Dry [5 March", 72, 750, -14),
        ("2031]", 72, 735, -14),
        ("The Chair opened the floor on the flow articles, and most of the conven-", 72, 717, 11),
        ("tion came up again. Peru wanted a self-", 72, 704, 11),
        ("financing fund under articles 6–", 72, 691, 11),
        ("9 of the convention.", 72, 678, 11),
        ("Norway agreed.", 72, 661, 11),
        ("Side events", 72, 645, -11),
        ("The following points were open:", 72, 622, 11),
        ("• Article 4: Peru doubted the definition of a basin, which it found much", 90, 609, 11),
        ("too wide.", 100, 596, 11),
        ("• 14,3: Two views.", 90, 583, 11),
    ]
    source = read_bytes(pdf(page, title="River talks"), "x", ".pdf")
    assert source.text.split("\n\n") == [
        "# River talks",
        "#1: Dry [5 March 2031]",
        "The Chair opened the floor on the flow articles, and most of the convention came up "
        "again. Peru wanted a self-financing fund under articles 6–9 of the convention.",
        "Norway agreed.",
        "## Side events",
        "The following points were open:",
        "  • Article 4: Peru doubted the definition of a basin, which it found much too wide.",
        "  • 14,3: Two views.\n",
    ]
    assert source.title == "River talks"
    (issue,) = split(source).issues
    assert (issue.number, issue.title, issue.date) == (1, "Dry", date(2031, 3, 5))


def test_pdf_pages_lose_their_running_heads_and_join() -> None:
    bodies = [
        "One sentence fills the line from left to right, page after page, and it",
        "goes on and on, until no page has any more room for what is left, and",
        "then, when nobody expects it any more, it comes to an end all the same.",
    ]
    pages = [
        [
            (f"River Watch, volume {number}", 72, 810, 9),
            (f"#{number}: Title [{number} March 2031]", 72, 780, 11),
            (body, 72, 760, 11),
            (str(number), 300, 30, 9),
        ]
        for number, body in enumerate(bodies, 1)
    ]
    without_headings = [[line for line in page if line[0][0] != "#"] for page in pages]
    source = read_bytes(pdf(*without_headings), "x", ".pdf")
    assert source.text == " ".join(bodies) + "\n"
    source = read_bytes(pdf(*pages), "x", ".pdf")
    assert [line for line in source.text.splitlines() if line] == [
        "#1: Title [1 March 2031]", bodies[0], "#2: Title [2 March 2031]", bodies[1],
        "#3: Title [3 March 2031]", bodies[2],
    ]  # fmt: skip


def test_pdf_without_text() -> None:
    with pytest.raises(InputError, match="PDF without text"):
        read_bytes(pdf([]), "x", ".pdf")


def test_encrypted_pdf() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([("Text.", 72, 700, 11)])))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(InputError, match="encrypted PDF"):
        read_bytes(buffer.getvalue(), "x", ".pdf")


def test_truncated_pdf() -> None:
    data = pdf([("Text of a page that will not be read.", 72, 700, 11)])
    for length in (len(data) // 4, 30):
        with pytest.raises(InputError) as caught:
            read_bytes(data[:length], "x", ".pdf")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the conven-", "tion"], "the convention"),
        (["a self-", "made man"], "a self-made man"),
        (["the G-", "77 said"], "the G-77 said"),
        (["a so-", "called deal"], "a so-called deal"),
        (["articles 6–", "9"], "articles 6–9"),
        (["one –", "two"], "one – two"),
        (["and/", "or"], "and/or"),
        (["plain", "words"], "plain words"),
    ],
)
def test_joining_broken_lines(lines: list[str], joined: str) -> None:
    joiner = Joiner([*lines, "This is so-called text, a convention."])
    assert joiner.join(lines) == joined
