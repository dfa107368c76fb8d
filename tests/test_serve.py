"""The served site: pages, searches, ready-made questions, JSON and CSV, read-only."""

import asyncio
import csv
import io
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from html import unescape

import pytest
import typer
from typer.testing import CliRunner

import synthetic
from ahcextract.cli import serve as serve_command
from ahcextract.errors import AhcError, InputError
from ahcextract.serving.marking import marked
from ahcextract.serving.plugin import FACETS
from ahcextract.serving.queries import QUERIES
from ahcextract.serving.site import database_of, listen, site
from export_records import MARKUP, RECORDS, hostile, jsonl


def asking(records):
    """A function from an address of the site over the records to its answer."""
    with database_of(records) as database:
        application = site(database)

        def get(path):
            async def once():
                await application.invoke_startup()
                return await application.client.get(path, follow_redirects=True)

            return asyncio.run(once())

        yield get


@pytest.fixture(scope="module")
def get():
    yield from asking(RECORDS)


@pytest.fixture(scope="module")
def get_hostile():
    yield from asking([*hostile(), *synthetic.make(60, hostile=True).positions])


def rows(answer):
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_start_page_explains_and_leads_on(get):
    text = get("/").text
    assert "Each <strong>position</strong> is one actor" in text
    assert [text.count(f">{query['title']}</h3>") for query in QUERIES.values()] == [1] * 4
    assert '<option value="IRN">Iran (2)</option>' in text
    assert '<option value="article:6.2">Article 6.2 (3)</option>' in text


@pytest.mark.parametrize("table", ["positions", "actors", "provisions", "issues", "sentences"])
def test_every_table_has_page_json_and_csv(get, table):
    assert get(f"/records/{table}").status_code == 200
    found = rows(get(f"/records/{table}.json?_shape=array&_size=max"))
    read = list(csv.DictReader(io.StringIO(get(f"/records/{table}.csv?_size=max").text)))
    assert (
        len(found)
        == len(read)
        == {"positions": 6, "actors": 4, "provisions": 3, "issues": 3, "sentences": 4}[table]
    )


def test_full_text_search(get):
    found = rows(get("/records/positions.json?_search=suggest&_shape=array"))
    assert [row["id"] for row in found] == [RECORDS[2].id]
    found = rows(get("/records/sentences.json?_search=%22live+with%22&_shape=array"))
    assert [row["text"] for row in found] == [RECORDS[3].evidence]


def test_each_facet_comes_once(get):
    plain = rows(get("/records/positions.json"))
    names = {f if isinstance(f, str) else f["array"] for f in FACETS}
    assert set(plain["facet_results"]) == names
    again = rows(get("/records/positions.json?_facet=actor&_facet_array=topics&stance=oppose"))
    assert set(again["facet_results"]) == names
    assert [row[0] for row in again["rows"]] == [RECORDS[0].id]
    page = get("/records/positions?_facet=actor").text
    assert page.count('data-column="actor">') == 1


def test_facets_count(get):
    found = rows(get("/records/positions.json"))["facet_results"]
    counts = {r["value"]: r["count"] for r in found["actor"]["results"]}
    assert counts == {"IRN": 2, "BRA": 2, "COLLECTIVE": 1, "KEN": 1}
    assert {r["value"] for r in found["topics"]["results"]} == {"title", "terminology"}


def test_page_of_a_record_marks_its_sentence(get):
    text = get(f"/records/positions/{RECORDS[0].id}").text
    assert (
        '<mark class="actor" title="actor">Iran</mark> 😀 '
        '<mark class="cue" title="words of the stance">rejected</mark> '
        '<mark class="target" title="target">paragraph 2</mark>, and Brazil backed it.' in text
    )
    assert '<a href="/records/actors/IRN">IRN</a>' in text
    assert '<a href="/records/provisions/article~3A6~2E2">' in text


def test_rows_lead_to_the_evidence(get):
    text = get("/records/positions").text
    assert text.count('">evidence</a>') == 6
    assert f'<a href="/records/positions/{RECORDS[0].id}">evidence</a>' in text


@pytest.mark.parametrize("actor", ["IRN", "irn", "Iran", " iran "])
def test_positions_of_one_state(get, actor):
    path = f"/records/positions_of_one_state.json?_shape=array&actor={actor.replace(' ', '+')}"
    assert [row["record"] for row in rows(get(path))] == [RECORDS[0].id, RECORDS[3].id]


@pytest.mark.parametrize("article", ["6", "6.2", "article:6.2", "article:6"])
def test_all_on_one_article(get, article):
    found = rows(get(f"/records/all_on_one_article.json?_shape=array&article={article}"))
    assert [(row["actor"], row["stance"]) for row in found] == [
        ("Brazil", "support"),
        ("Iran", "oppose"),
        ("Iran", "support"),
    ]


def test_who_opposes_whom(get):
    found = rows(get("/records/who_opposes_whom.json?_shape=array&actor="))
    assert found == [
        {
            "opponent": "Iran",
            "against": "Brazil",
            "provisions": 1,
            "over_text": 1,
            "over_proposals": 0,
            "over": "Article 6.2",
        }
    ]
    assert rows(get("/records/who_opposes_whom.json?_shape=array&actor=brazil")) == found
    assert rows(get("/records/who_opposes_whom.json?_shape=array&actor=KEN")) == []


def test_opposing_a_proposal_and_a_stand_is_opposing_its_owner():
    base = RECORDS[0].model_dump() | {"evidence_start": 500, "evidence_end": 600}
    proposal = RECORDS[0].model_validate(base | {"id": "a" * 16, "proposal_by": "KEN"})
    stand = RECORDS[0].model_validate(
        base | {"id": "b" * 16, "target": "actor:BRA", "target_kind": "actor"}
    )
    for get in asking([RECORDS[5], proposal, stand]):
        found = rows(get("/records/who_opposes_whom.json?_shape=array&actor="))
        assert [(r["opponent"], r["against"], r["over_proposals"], r["over"]) for r in found] == [
            ("Iran", "BRA", 1, "stand of BRA"),
            ("Iran", "Kenya", 1, "Article 6.2"),
        ]


def test_backing_a_deletion_opposes_the_friends_of_the_text_and_not_its_owner():
    base = RECORDS[0].model_dump() | {"evidence_start": 500, "evidence_end": 600}
    backing = {"id": "a" * 16, "actor": "KEN", "actor_name": "Kenya", "proposal_by": "IRN"}
    for get in asking([*RECORDS[:2], RECORDS[0].model_validate(base | backing)]):
        found = rows(get("/records/who_opposes_whom.json?_shape=array&actor="))
        assert [(r["opponent"], r["against"]) for r in found] == [
            ("Iran", "Brazil"),
            ("Kenya", "Brazil"),
        ]


def test_shifts(get):
    (shift,) = rows(get("/records/shifts.json?_shape=array"))
    assert (shift["actor"], shift["provision"]) == ("Iran", "Article 6.2")
    assert (shift["before"], shift["after"]) == ("oppose", "support")
    assert (shift["record"], shift["earlier_record"]) == (RECORDS[3].id, RECORDS[0].id)
    assert shift["earlier_sentence"] == RECORDS[0].evidence
    assert shift["reversal"] == 1


def test_a_stance_that_comes_again_is_no_shift():
    base = RECORDS[3].model_dump() | {"issue": 2, "evidence_start": 900, "evidence_end": 999}
    again = RECORDS[3].model_validate(base | {"id": "a" * 16, "stance": "oppose"})
    later = base | {"id": "b" * 16, "stance": "propose", "issue": 3, "issue_date": "2024-08-07"}
    records = [*RECORDS[:4], again, RECORDS[3].model_validate(later)]
    for get in asking(records):
        (shift,) = rows(get("/records/shifts.json?_shape=array"))
        assert (shift["before"], shift["after"], shift["reversal"]) == (
            "support,oppose",
            "propose",
            0,
        )
        text = get("/records/shifts").text
        assert text.count('<span class="stance ') == 3


def test_own_sql_is_read_only(get):
    ok = get("/records.json?sql=select+count(*)+as+n+from+positions&_shape=array")
    assert ok.json() == [{"n": 6}]
    for sql in ("delete from positions", "drop table positions", "pragma query_only=0"):
        answer = get("/records.json?_shape=array&sql=" + sql.replace(" ", "+"))
        assert answer.status_code == 400
    assert len(rows(get("/records/positions.json?_shape=array"))) == 6


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/records/positions?_size=100",
        "/records/actors",
        "/records/sentences",
        "/records/issues",
        "/records/positions/0000000000000009",
        "/records/positions_of_one_state?actor=IRN",
        "/records/all_on_one_article?article=6.2",
        "/records/who_opposes_whom?actor=",
        "/records/shifts",
        "/records/positions?_search=script",
        "/records/positions?stance=%3Cscript%3Ealert(1)",
    ],
)
def test_hostile_text_stays_text(get_hostile, path):
    answer = get_hostile(path)
    assert answer.status_code == 200
    text = answer.text.casefold()
    for markup in ("<script>alert", "<script>window.hacked", "<img src=x", "<svg onload"):
        assert markup not in text


def test_what_cannot_be_asked_is_told_in_the_page_alone(get, capfd):
    answer = get("/records/positions?_search=%22")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err


def test_hostile_text_is_shown_as_it_is(get_hostile):
    text = unescape(get_hostile("/records/positions/0000000000000009").text)
    assert MARKUP.partition("\x00")[0] in text


def test_marks_may_overlap_and_never_leave_the_sentence():
    spans = [
        (10, 14, "actor"),
        (12, 18, "cue"),
        (0, 3, "target"),
        (15, 99, "target"),
        (None, None, "cue"),
    ]
    assert marked("<b>&Iran said", spans, start=10) == (
        '<mark class="actor" title="actor">&lt;b</mark>'
        '<mark class="actor cue" title="actor, words of the stance">&gt;&amp;</mark>'
        '<mark class="cue" title="words of the stance">Iran</mark> said'
    )


def test_no_records_are_refused():
    with pytest.raises(InputError, match="no records to serve"), database_of([]):
        pass


def test_the_database_goes_with_the_site():
    with database_of(RECORDS) as database:
        assert database.exists()
    assert not database.parent.exists()


def test_a_port_in_use_is_one_line(tmp_path):
    app = typer.Typer()
    app.callback()(lambda: None)
    serve_command.register(app)
    path = tmp_path / "positions.jsonl"
    path.write_text(jsonl(RECORDS), encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", str(path), "--port", str(port)])
    assert type(result.exception) is AhcError
    assert result.exception.exit_code == 1
    assert str(result.exception).startswith(f"127.0.0.1:{port} cannot be listened on (")
    assert "choose another port" in str(result.exception)
    assert "\n" not in str(result.exception)


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(AhcError, match=r"choose another port|no address"):
        listen("192.0.2.1", 0)


def test_it_serves_until_ctrl_c_and_leaves_nothing(tmp_path):
    path = tmp_path / "positions.jsonl"
    path.write_text(jsonl(RECORDS), encoding="utf-8")
    code = (
        "import typer\nfrom ahcextract.cli import serve\napp = typer.Typer()\n"
        "app.callback()(lambda: None)\nserve.register(app)\napp()\n"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", str(path), "--port", "0"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        line = process.stderr.readline()
        url = line.split()[0]
        assert line == f"{url} serves {path}; Ctrl-C ends it\n"
        with urllib.request.urlopen(url, timeout=20) as answer:
            assert "Who stands where" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert (process.returncode, out, err) == (0, "", "")
    assert [p.name for p in tmp_path.iterdir()] == ["positions.jsonl"]
