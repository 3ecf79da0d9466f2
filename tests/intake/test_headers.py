"""Titles are found where they stand and understood as people write them."""

from pathlib import Path

import pytest

from cop_desktop.intake.fields import KINDS, MEETINGS, ROSTER, WORK_PLAN
from cop_desktop.intake.headers import Layout, lay_out
from cop_desktop.intake.mapping import Wish, read_mapping
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.titles import normal, recognise


def columns(layout: Layout) -> list[str]:
    return [column.field for column in layout.columns]


def lay(text: str, wish: Wish | None = None) -> Layout:
    return lay_out(read_table(text.encode()), ROSTER, wish)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ('דוא"ל', "email"), ("דוא״ל:", "email"), ("דוא''ל", "email"), ("E-Mail *", "email"),
        ("טל'", "phone"), ("טל׳ נייד", "mobile"), ("טלפון (נייד)", "mobile"), ("נייד 2", "mobile"),
        ("ת.ז.", "identity"), ("ת״ז", "identity"), ("מס' זהות", "identity"),
        ("שֵׁם פְּרָטִי", "given_name"), ("שם-משפחה", "family_name"), ("שם  מלא", "full_name"),
        ("תפקיד ברשות", "job_title"), ("הרשות המקומית", "organisation"), ("רשות", "organisation"),
        ("מנהל/ת ישיר/ה", "manager_name"), ("חבר.ת קהילה", "full_name"), ("דרגה", "grade"),
        ("ותק", "in_post_since"), ("מחוז", "district"), ("תאריך הצטרפות", "joined"),
        ("התמחות", "expertise"), ("הערות", "notes"), ("אישור מנהל", "consent"),
        ("מס'", "skipped"), ("#", "skipped"), ("الاسم الشخصي", "given_name"),
        ("البريد الإلكتروني", "email"), ("السُّلطة المحلية", "organisation"),
        ("JOB TITLE", "job_title"), ("רשות/ארגון", "organisation"), ("דוא״ל (חובה)", "email"),
        ("שם ומשפחה", "full_name"), ("שם ומשפחה *", "full_name"), ("שם + משפחה", "full_name"),
        ("השם", "full_name"), ("השם המלא", "full_name"), ("שמות המשתתפים", "full_name"),
        ("משפחה ושם", "family_first"), ("שם משפחה + שם", "family_first"),
        ("الاسم واسم العائلة", "full_name"), ("Name and surname", "full_name"),
        ("תאריך הצטרפת", "joined"), ("organisaton", "organisation"), ("מזג אוויר", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_title_is_understood(title: str, field: str) -> None:
    assert recognise(title, ROSTER)[0] == field


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_no_title_means_two_fields(kind: object) -> None:
    titles: dict[str, str] = {}
    for field in kind.fields:  # type: ignore[attr-defined]
        for title in field.titles.split("|"):
            assert titles.setdefault(normal(title), field.key) == field.key, title


def test_rows_above_the_titles_are_skipped() -> None:
    layout = lay("רשימת חברי הקהילה תשפ״ז,,\nעודכן: ספטמבר,,\n,,\nשם מלא,רשות,נייד\nדנה,חיפה,1\n")

    assert layout.header_row == 4
    assert columns(layout) == ["full_name", "organisation", "mobile"]
    assert [row.number for row in layout.rows] == [5]


def test_titles_over_two_rows_are_read_together() -> None:
    layout = lay("שם,,פרטי קשר,,רשות\nפרטי,משפחה,נייד,מייל,\nדנה,כהן,0521234567,a@b.il,חיפה\n")

    assert layout.header_row == 2
    assert columns(layout) == ["given_name", "family_name", "mobile", "email", "organisation"]
    assert len(layout.rows) == 1


def test_without_titles_contents_speak_and_it_is_said() -> None:
    layout = lay("דנה כהן,0521234567,dana@haifa.il\nיוסי לוי,0521234568,yossi@haifa.il\n")

    assert layout.header_row == 0
    assert columns(layout) == ["full_name", "mobile", "email"]
    assert [problem.code for problem in layout.problems] == ["no_header"]
    assert len(layout.rows) == 2


def test_a_column_called_name_beside_family_names_holds_given_names() -> None:
    assert columns(lay("שם,שם משפחה,רשות\nדנה,כהן,חיפה\n"))[:2] == ["given_name", "family_name"]


def test_a_second_column_of_the_same_kind_is_left_out_and_said() -> None:
    layout = lay("שם מלא,רשות,ארגון\nדנה,חיפה,חיפה\n")

    assert columns(layout) == ["full_name", "organisation", ""]
    assert [(one.code, one.column) for one in layout.problems] == [("column_twice", "ארגון")]


def test_two_columns_of_telephones_are_both_read() -> None:
    assert columns(lay("שם,טלפון 1,טלפון 2\nדנה,1,2\n")) == ["full_name", "phone", "phone"]


def test_titles_repeated_on_every_page_are_no_rows() -> None:
    layout = lay("שם,רשות\nדנה,חיפה\nשם,רשות\nיוסי,עכו\n")

    assert [row.number for row in layout.rows] == [2, 4]


def test_a_list_without_names_says_so() -> None:
    layout = lay("רשות,נייד\nחיפה,0521234567\n")

    assert not layout.usable
    assert [problem.code for problem in layout.problems] == ["no_names"]


def test_what_a_person_says_of_a_column_goes_first() -> None:
    wish = Wish(columns={"רשות": "district", "B": "full_name", "נייד": ""}, header_row=1)

    assert columns(lay("רשות,כינוי,נייד\nחיפה,דנה,1\n", wish)) == ["district", "full_name", ""]


def test_a_row_of_titles_can_be_denied() -> None:
    layout = lay("שם,רשות\nדנה,חיפה\n", Wish(columns={"A": "full_name"}, header_row=0))

    assert layout.header_row == 0
    assert len(layout.rows) == 2


def test_a_mapping_file_names_columns_and_options(tmp_path: Path) -> None:
    path = tmp_path / "M.toml"
    path.write_text('name_order = "family_first"\n[columns]\n"כינוי" = "full_name"\n', "utf-8")

    wish, problems = read_mapping(path, ROSTER)

    assert wish == Wish(columns={"כינוי": "full_name"}, name_order="family_first")
    assert not problems


@pytest.mark.parametrize(
    ("text", "code"),
    [('"כינוי" = "no_such"', "mapping_field"), ("[columns", "mapping_unreadable")],
)
def test_a_broken_mapping_gets_advice(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "M.toml"
    path.write_text(text, "utf-8")

    assert [problem.code for problem in read_mapping(path, ROSTER)[1]] == [code]
    assert [problem.code for problem in read_mapping(tmp_path / "no", ROSTER)[1]] == ["unreadable"]


def test_a_mapping_of_a_missing_column_is_said() -> None:
    layout = lay("שם,רשות\nדנה,חיפה\n", Wish(columns={"טלפון": "phone"}))

    assert [(one.code, one.column) for one in layout.problems] == [("mapping_column", "טלפון")]


def test_files_with_the_same_titles_share_a_fingerprint() -> None:
    one, other = lay('שם,דוא"ל\nדנה,a@b.il\n'), lay("שם ; דוא״ל\nיוסי;c@d.il\n")

    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != lay("שם,רשות\nדנה,חיפה\n").fingerprint


def test_lists_of_meetings_and_plans_are_understood_too() -> None:
    meetings = lay_out(read_table("נושא המפגש\tתאריך\tשעה\tמקום\nא\t1.9.24\t9:00\tב"), MEETINGS)
    plan = lay_out(read_table('יעד\tפעילות\tאחראי/ת\tלו"ז\tסטטוס\nא\tב\tג\tד\tה'), WORK_PLAN)

    assert columns(meetings) == ["topic", "date", "starts", "place"]
    assert columns(plan) == ["goal", "title", "owner", "ends", "state"]
