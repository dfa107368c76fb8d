"""Tables as plain text, Markdown and a self-contained page."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from ahcextract.errors import InputError
from ahcextract.scoring.tables import Table

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; margin: .5rem 0 .25rem; }
.wide { overflow-x: auto; }
th, td { padding: .2rem .7rem; text-align: right; border-bottom: 1px solid #ddd; }
td { font-variant-numeric: tabular-nums; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; font-weight: normal; }
h2 { font-size: 1.1rem; margin: 2rem 0 0; }
.note { color: #555; font-size: .9rem; margin: 0; }
pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e6e6; background: #181818; }
  th, td { border-color: #444; }
  .note { color: #aaa; }
  pre { background: #222; }
}
"""


def as_text(table: Table) -> str:
    """Aligned columns, for pipes and files."""
    grid = [table.head, *table.rows]
    widths = [max(len(row[column]) for row in grid) for column in range(len(table.head))]
    lines = [table.title]
    for row in grid:
        first, *rest = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join(("  " + first, *rest)).rstrip())
    if table.note:
        lines.append("  " + table.note)
    return "\n".join(lines)


def as_markdown(table: Table) -> str:
    """A pipe table under a heading of the third level."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").strip() for cell in cells) + " |"

    rule = "|---|" + "---:|" * (len(table.head) - 1)
    lines = [f"### {table.title}", "", line(table.head), rule, *map(line, table.rows)]
    if table.note:
        lines += ["", table.note.replace("*", "\\*") + "."]
    return "\n".join(lines)


def between_markers(document: str, generated: str, *, where: str, block: str | None = None) -> str:
    """A document with what stands between its two markers replaced.

    The markers are `<!-- figures: begin -->` and `<!-- figures: end -->`, or, of a named block,
    `<!-- figures NAME: begin -->` and its end.

    Args:
        document: its text.
        generated: what is to stand there.
        where: its name, for messages.
        block: name of the block, where the document has several.

    Raises:
        InputError: the markers are missing, doubled or in the wrong order.
    """
    name = f"figures {block}" if block else "figures"
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    if document.count(begin) != 1 or document.count(end) != 1:
        raise InputError(
            "has no single pair of markers", where=where, hint=f"add lines {begin} and {end}"
        )
    before, rest = document.split(begin)
    if end not in rest:
        raise InputError("its markers are in the wrong order", where=where)
    return f"{before}{begin}\n{generated}{end}{rest.split(end)[1]}"


def as_page(
    title: str,
    summary: Sequence[str],
    tables: Sequence[Table],
    listings: Mapping[str, Sequence[str]],
) -> str:
    """A page that needs nothing but itself.

    Args:
        title: of the page.
        summary: lines above the tables.
        tables: the figures.
        listings: preformatted lines under headings of their own.
    """
    parts = [f"<h1>{escape(title)}</h1>"]
    parts += [f'<p class="note">{escape(line)}</p>' for line in summary]
    for table in tables:
        parts += [f"<h2>{escape(table.title)}</h2>", _html(table)]
        if table.note:
            parts.append(f'<p class="note">{escape(table.note)}</p>')
    for name, lines in listings.items():
        body = escape("\n".join(lines).strip("\n"))
        parts += [f"<h2>{escape(name)}</h2>", f"<pre>{body}</pre>"]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _html(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.head)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in table.rows
    )
    return (
        f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )
