"""The command line as scripts and coordinators use it: real files, real exit codes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from cop_desktop import cli
from cop_desktop.__main__ import main as program
from cop_desktop.services import sample
from cop_desktop.store import create_file

TODAY = ["--today", "2026-11-22"]
ROSTER = """רשימת חברים

שם מלא;רשות;נייד;דוא"ל;ת.ז.
דנה כהן;עיריית נוף ים;521234567;dana@example.org;1
"""


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A file with the sample community."""
    path = tmp_path / "demo.cop"
    store = create_file(path)
    with store.write("sample") as session:
        sample.create(session, date(2026, 11, 22))
    store.close()
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, str, str]:
        status = cli.main([*map(str, words), *TODAY])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def shown(run: Any, what: str, file: Path) -> dict[str, Any]:
    status, out, _err = run("show", what, file, "--json")
    assert status == 0
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_a_new_file_is_sound_and_empty(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "new.cop"
    assert run("new", file, "--community", "ראשי אגפים")[0] == 0
    assert shown(run, "counts", file)["communities"] == 1
    assert shown(run, "counts", file)["members"] == 0
    status, out, _err = run("check", file, "--json")
    assert (status, json.loads(out)["ok"]) == (0, True)


def test_a_new_file_never_replaces_another(run: Any, demo: Path) -> None:
    before = demo.read_bytes()
    status, _out, err = run("new", demo, "--community", "אחרת", "--lang", "en")
    assert status == 1
    assert "demo.cop" in err
    assert demo.read_bytes() == before


def test_show_answers_with_the_agreed_keys(run: Any, demo: Path) -> None:
    roster = shown(run, "roster", demo)["members"]
    assert len(roster) == 26
    assert set(roster[0]) == {
        "id", "name", "organisation", "job_title", "email", "phone", "joined", "left", "persona",
    }  # fmt: skip
    roles = shown(run, "roles", demo)
    assert [row["role"] for row in roles["roles"]] == [
        "agenda", "community", "reporters", "critical", "value", "external", "brokers",
    ]  # fmt: skip
    assert roles["covered"] == 5
    assert 0 <= roles["held_by_leader"] <= 1
    assert 0 <= roles["concentration"] <= 1
    stage = shown(run, "stage", demo)
    assert stage["stage"] == "maturing"
    assert {"fact", "speaks_for", "value"} <= set(stage["evidence"][0])
    assert set(stage["history"][0]) == {"stage", "from", "to", "reason"}


def test_a_list_is_brought_in_once(run: Any, tmp_path: Path) -> None:
    file, source = tmp_path / "new.cop", tmp_path / "list.csv"
    run("new", file, "--community", "ראשי אגפים")
    source.write_bytes(ROSTER.encode("cp1255"))
    dry = json.loads(run("import", "roster", source, file, "--json", "--dry-run")[1])
    assert (dry["added"], shown(run, "counts", file)["members"]) == (1, 0)
    first = json.loads(run("import", "roster", source, file, "--json")[1])
    assert (first["read"], first["added"], first["encoding"], first["header_row"]) == (
        1, 1, "cp1255", 3,
    )  # fmt: skip
    assert first["repairs"][0]["to"] == "0521234567"
    again = json.loads(run("import", "roster", source, file, "--json")[1])
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 1)
    assert not any("\u2066" <= letter <= "\u2069" for letter in json.dumps(again))


def test_a_list_without_names_is_refused_in_words(run: Any, tmp_path: Path) -> None:
    file, source = tmp_path / "new.cop", tmp_path / "list.csv"
    run("new", file, "--community", "ראשי אגפים")
    source.write_text("a,b\n1,2\n", encoding="utf-8")
    status, out, _err = run("import", "roster", source, file, "--json", "--lang", "en")
    assert status == 1
    assert json.loads(out)["problems"]
    assert shown(run, "counts", file)["members"] == 0


@pytest.mark.parametrize(
    "words", [["merge", "a", "b"], ["collate", "db", "p"], ["bogus"], ["a.cop", "b.cop"]]
)
def test_words_that_are_no_command_are_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        program(words)
    assert ended.value.code == 2


def test_a_refusal_is_said_on_standard_error(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "new.cop"
    run("new", file, "--community", "ראשי אגפים")
    status, out, err = run("import", "roster", tmp_path / "none.csv", file, "--lang", "en")
    assert status == 1
    assert err.strip()
    assert err.strip() not in out


def test_checking_a_file_that_is_not_there_says_so(run: Any, tmp_path: Path) -> None:
    status, out, err = run("check", tmp_path / "gone.cop", "--json", "--lang", "en")
    answer = json.loads(out)
    assert (status, answer["ok"], answer["integrity"]) == (1, False, "unreadable")
    assert "gone.cop" in err


@pytest.mark.parametrize("what", ["handout", "sign-in", "role-cards", "work-plan", "summary"])
def test_papers_are_written_as_pdf(run: Any, demo: Path, tmp_path: Path, what: str) -> None:
    out = tmp_path / f"{what}.pdf"
    assert run("export", what, demo, out)[0] == 0
    assert len(PdfDocument(out)) in (1, 2)


def test_an_existing_file_is_replaced_only_when_told(run: Any, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.pdf"
    out.write_text("mine")
    status, _out, err = run("export", "summary", demo, out, "--lang", "en")
    assert (status, out.read_text()) == (1, "mine")
    assert "--force" in err
    assert run("export", "summary", demo, out, "--force")[0] == 0


def test_a_meeting_is_named_by_its_day(run: Any, demo: Path, tmp_path: Path) -> None:
    day = shown(run, "meetings", demo)["meetings"][0]["date"]
    out = tmp_path / "handout.pdf"
    assert run("export", "handout", demo, out, "--meeting", day)[0] == 0
    status, _out, err = run(
        "export", "handout", demo, tmp_path / "x.pdf", "--meeting", "1999-01-01", "--lang", "en"
    )
    assert (status, "1999" in err) == (1, True)


def test_the_roster_opens_from_the_right(run: Any, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.xlsx"
    assert run("export", "roster", demo, out)[0] == 0
    sheet = load_workbook(out).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
    assert sheet.max_row == 27


def test_names_do_not_leave_at_the_ministrys_level(run: Any, demo: Path, tmp_path: Path) -> None:
    names = [row["name"].split()[-1] for row in shown(run, "roster", demo)["members"]]
    out = tmp_path / "roster.csv"
    assert run("export", "roster", demo, out, "--level", "ministry")[0] == 0
    text = out.read_text(encoding="utf-8-sig")
    assert text.count("\n") == 27
    assert "@" not in text
    assert not any(name in text for name in names)
    assert run("export", "handout", demo, tmp_path / "h.pdf", "--level", "ministry")[0] == 1
    assert not (tmp_path / "h.pdf").exists()


def test_backup_and_restore_bring_a_file_back(run: Any, demo: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.cop"
    assert run("backup", demo, saved)[0] == 0
    demo.write_bytes(b"ruined")
    assert run("show", "counts", demo)[0] == 1
    assert run("restore", saved, demo)[0] == 0
    assert shown(run, "counts", demo)["members"] == 26


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", "poetry", "a.cop", "b.pdf"])
    assert ended.value.code == 2


def test_the_demo_holds_every_paper_in_every_format(run: Any, tmp_path: Path) -> None:
    status, out, _err = run("demo", tmp_path / "demo", "--no-pictures", "--json", "--lang", "ar")
    assert status == 0
    files = set(json.loads(out)["files"])
    assert {"demo.cop", "work-plan.pdf", "work-plan.docx", "work-plan.xlsx", "handout.docx",
            "roster.csv", "role-cards.pdf", "summary.pdf", "sign-in.pdf",
            "calendar.ics"} <= files  # fmt: skip
    assert all((tmp_path / "demo" / name).stat().st_size for name in files)


def test_lists_of_meetings_and_of_the_plan_are_brought_in_once(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "new.cop"
    run("new", file, "--community", "ראשי אגפים")
    year, plan = tmp_path / "meetings.csv", tmp_path / "plan.csv"
    year.write_text("נושא,תאריך,שעה\nפתיחה,2/12/2026,9:30\nסיור,6/1/2027,10:00\n", "utf-8")
    plan.write_text("מטרה,פעולה,אחראי,עד מתי\nלהוביל יחד,לוח תפקידים,דנה כהן,1/3/2027\n", "utf-8")
    first = json.loads(run("import", "meetings", year, file, "--json")[1])
    assert (first["added"], shown(run, "counts", file)["meetings"]) == (2, 2)
    assert shown(run, "meetings", file)["meetings"][0]["start"] == "09:30"
    assert json.loads(run("import", "meetings", year, file, "--json")[1])["added"] == 0
    assert json.loads(run("import", "work-plan", plan, file, "--json")[1])["added"] == 1
    assert shown(run, "work-plan", file)["goals"][0]["items"][0]["ends"] == "2027-03-01"


def test_the_year_is_exported_as_a_calendar(run: Any, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "year.ics"
    assert run("export", "calendar", demo, out)[0] == 0
    assert out.read_bytes().count(b"BEGIN:VEVENT") == len(
        [it for it in shown(run, "meetings", demo)["meetings"] if it["date"] >= "2026-09-01"]
    )
    assert run("export", "calendar", demo, tmp_path / "y.ics", "--level", "public")[0] == 1
    status, _out, err = run("export", "calendar", demo, tmp_path / "year.pdf", "--lang", "en")
    assert (status, ".ics" in err) == (1, True)


def test_a_mapping_that_is_refused_brings_nothing_in(run: Any, tmp_path: Path) -> None:
    file, source, mapping = (tmp_path / name for name in ("new.cop", "list.csv", "m.toml"))
    run("new", file, "--community", "ראשי אגפים")
    source.write_text("שם מלא\nדנה כהן\n", "utf-8")
    mapping.write_text('"שם מלא" = "no_such_field"\n', "utf-8")
    status, out, _err = run("import", "roster", source, file, "--mapping", mapping, "--json")
    assert (status, json.loads(out)["added"]) == (1, 0)
    assert shown(run, "counts", file)["members"] == 0


def test_a_demo_never_replaces_a_community_of_ones_own(run: Any, tmp_path: Path) -> None:
    mine = tmp_path / "demo.cop"
    run("new", mine, "--community", "שלי")
    before = mine.read_bytes()
    assert run("demo", tmp_path, "--no-pictures")[0] == 1
    assert mine.read_bytes() == before


def test_a_topic_longer_than_words_properties_is_written(run: Any, tmp_path: Path) -> None:
    file, source = tmp_path / "new.cop", tmp_path / "meetings.csv"
    run("new", file, "--community", "ראשי אגפים")
    source.write_text(f"נושא,תאריך\n{'מעברים ' * 60},2/12/2026\n", "utf-8")
    run("import", "meetings", source, file)
    for suffix in (".docx", ".pdf"):
        assert run("export", "handout", file, tmp_path / f"handout{suffix}")[0] == 0


def test_a_name_too_long_for_a_heading_is_refused(run: Any, tmp_path: Path) -> None:
    status, _out, err = run("new", tmp_path / "n.cop", "--community", "א" * 5000, "--lang", "en")
    assert (status, "200" in err) == (1, True)
    assert not (tmp_path / "n.cop").exists()
