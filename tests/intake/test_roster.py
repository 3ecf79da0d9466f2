"""A list becomes people: what was mended is told, what is unclear is asked, nothing is lost."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.i18n import catalog
from cop_desktop.intake.fields import ROSTER
from cop_desktop.intake.findings import MESSAGES, Stopped
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.refusals import save_refused
from cop_desktop.intake.roster import RosterDraft, draft_roster
from cop_desktop.models.vocabulary import Consent, FormOfAddress, OrganisationKind
from tests.intake.files import workbook

TODAY = date(2026, 11, 21)


def read(source: str | bytes, name_order: str = "auto") -> RosterDraft:
    table = read_table(source)
    return draft_roster(table, lay_out(table, ROSTER), TODAY, name_order)


def said(draft: RosterDraft) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.code) for one in draft.problems]


def test_a_row_becomes_a_member() -> None:
    draft = read(
        "שם מלא\tרשות\tמחוז\tתפקיד ברשות\tדרגה\tותק\tטל' נייד\tדוא\"ל\tהצטרפות\tאישור מנהל\tהערות\n"
        "גב' דנה בן דוד\tמ.א. גליל עליון\tצפון\tמנהלת אגף\t42\t5\t052-1234567\tdana@galil.il\t"
        "01/09/2024\tכן\tצמחונית"
    )

    (member,) = draft.members
    assert (member.given_name, member.family_name) == ("דנה", "בן דוד")
    assert member.address is FormOfAddress.FEMININE
    assert member.organisation == "מ.א. גליל עליון"
    assert member.organisation_kind is OrganisationKind.REGIONAL_COUNCIL
    assert (member.district, member.job_title, member.grade) == ("צפון", "מנהלת אגף", "42")
    assert member.in_post_since == 2021
    assert (member.mobile, member.email) == ("052-1234567", "dana@galil.il")
    assert (member.joined, member.consent) == (date(2024, 9, 1), Consent.GIVEN)
    assert member.notes == "צמחונית"
    assert member.row == 2
    assert draft.read == 1
    assert not draft.problems


def test_a_lost_zero_is_restored_and_told() -> None:
    draft = read(workbook([("שם", "נייד"), ("דנה כהן", 521234567)]))

    assert draft.members[0].mobile == "0521234567"
    (repair,) = draft.repairs
    assert (repair.row, repair.column, repair.before, repair.after, repair.why) == (
        2, "נייד", "521234567", "0521234567", "lost_zero",
    )  # fmt: skip


def test_a_rounded_number_is_asked_for_and_the_row_stays() -> None:
    draft = read("שם,נייד\nדנה כהן,5.01E+08\n")

    assert draft.members[0].mobile == ""
    assert said(draft) == [(2, "נייד", "phone_rounded")]
    assert "5.01E+08" in draft.problems[0].sentence(catalog("en"))


def test_several_numbers_in_a_cell_find_their_places() -> None:
    draft = read("שם\tטלפון\nדנה כהן\t03-6123456 / 052-1234567 / 054-7654321")

    member = draft.members[0]
    assert (member.mobile, member.phone) == ("052-1234567", "03-6123456")
    assert member.notes == "טלפון: 054-7654321"
    assert "several" in {repair.why for repair in draft.repairs}


def test_an_impossible_date_leaves_the_field_empty_and_the_row_stays() -> None:
    draft = read("שם,תאריך הצטרפות\nדנה כהן,31/02/2024\n")

    assert draft.members[0].joined is None
    assert said(draft) == [(2, "תאריך הצטרפות", "date_impossible")]


def test_nobody_leaves_before_joining() -> None:
    draft = read("שם,הצטרפות,עזיבה\nדנה כהן,1.9.2024,1.9.2020\n")

    assert draft.members[0].left is None
    assert said(draft) == [(2, "עזיבה", "date_order")]


def test_identity_numbers_are_dropped_with_a_word() -> None:
    draft = read("שם,ת.ז.,הערות\nדנה כהן,123456782,לבדוק 123456782 שוב\n")

    assert "123456782" not in repr(draft)
    assert said(draft) == [(0, "ת.ז.", "identity_column"), (2, "הערות", "identity_number")]


def test_identity_numbers_hidden_among_telephones_are_dropped_too() -> None:
    draft = read("שם,טלפון\nדנה כהן,302345671\nיוסי לוי,312345672\n")

    assert all(not member.phone for member in draft.members)
    assert "302345671" not in repr([p for p in draft.problems if p.code == "identity_number"])


def test_a_row_without_a_name_is_refused_with_its_reason() -> None:
    draft = read("שם,רשות,נייד\n,חיפה,0521234567\n???,עכו,1\nדנה כהן,חיפה,\n")

    assert [(one.row, one.reason.code) for one in draft.refused] == [(2, "no_name"), (3, "no_name")]
    assert draft.refused[0].cells == ("", "חיפה", "0521234567")
    assert [member.name for member in draft.members] == ["דנה כהן"]
    assert draft.read == 3


def test_headings_and_sums_between_the_rows_are_no_people() -> None:
    draft = read('שם\tרשות\nמחוז צפון\t\nדנה כהן\tחיפה\nסה"כ\t1\nמחוז לוי\tעכו\n')

    assert [member.name for member in draft.members] == ["דנה כהן", "מחוז לוי"]
    assert [(one.row, one.reason.code) for one in draft.refused] == [(2, "heading"), (4, "heading")]


def test_rows_that_hold_only_a_running_number_are_no_rows() -> None:
    assert read("מס',שם\n1,דנה כהן\n2,\n3,\n").read == 1


def test_a_row_that_says_the_same_twice_is_refused_a_similar_one_is_pointed_out() -> None:
    draft = read("שם,רשות,נייד\nדנה כהן,חיפה,1-800\nדנה כהן,חיפה,1-800\nדנה כהן,חיפה,*2345\n")

    assert [(one.row, one.reason.code) for one in draft.refused] == [(3, "repeated")]
    assert (4, "", "twice_in_file") in said(draft)


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ("דנה כהן,חיפה,052-1234567\nדנה כהן,,\n", 2),
        ("דנה כהן,,\nדנה כהן,חיפה,052-1234567\n", 3),
        ("דנה כהן,חיפה,052-1234567\nדנה כהן,עיריית חיפה,\n", 2),
    ],
)
def test_a_bare_row_beside_a_full_one_is_no_second_person(rows: str, kept: int) -> None:
    draft = read(f"שם,רשות,נייד\n{rows}")

    assert [member.row for member in draft.members] == [kept]
    (refused,) = draft.refused
    assert (refused.reason.code, refused.reason.values) == ("adds_nothing", {"other": kept})


def test_two_people_with_one_name_from_two_places_are_two_people() -> None:
    draft = read("שם,רשות\nדנה כהן,חיפה\nדנה כהן,עכו\n")

    assert len(draft.members) == 2
    assert not draft.problems


def test_titles_go_to_the_notes() -> None:
    draft = read('שם\nד"ר דנה כהן\nיוסי לוי\n')

    assert (draft.members[0].name, draft.members[0].notes) == ("דנה כהן", 'ד"ר')
    assert [repair.why for repair in draft.repairs] == ["title_moved"]


def test_names_written_family_first_are_noticed_and_can_be_said() -> None:
    text = "שם מלא\nכהן דנה\nלוי יוסי\nשפירא רון\n"

    assert [member.given_name for member in read(text).members] == ["דנה", "יוסי", "רון"]
    assert said(read(text)) == [(0, "שם מלא", "name_order_guessed")]
    assert read(text, "given_first").members[0].given_name == "כהן"


def test_two_columns_of_names_are_taken_as_they_are() -> None:
    draft = read("שם פרטי,שם משפחה\nדנה רות,כהן לוי\nיוסי לוי,\n,כהן\n")

    parts = [(member.given_name, member.family_name) for member in draft.members]
    assert parts == [("דנה רות", "כהן לוי"), ("יוסי", "לוי"), ("", "כהן")]


@pytest.mark.parametrize("evil", ["\u202eדנה\u202c כהן", "דנה\x00 כהן", "\ufeffדנה\x07 כהן"])
def test_signs_that_cannot_be_seen_are_removed(evil: str) -> None:
    draft = read(f"שם,רשות\n{evil},חיפה\n".encode())

    assert draft.members[0].name == "דנה כהן"
    assert [repair.why for repair in draft.repairs] == ["hidden_signs"]


def test_markup_and_emoji_are_only_text() -> None:
    draft = read("שם,תפקיד\n<b>דנה</b> כהן,👩‍🏫 =HYPERLINK(1)\n".encode())

    assert draft.members[0].given_name == "<b>דנה</b>"
    assert draft.members[0].job_title.endswith("=HYPERLINK(1)")


def test_a_word_of_5000_letters_is_kept_whole_in_the_notes() -> None:
    word = "א" * 5000
    draft = read(f"שם,תפקיד\nדנה {word},{word}\n".encode())

    (member,) = draft.members
    assert len(member.name) <= 120
    assert len(member.job_title) == 500
    assert member.notes.count(word) == 2
    assert [code for _, _, code in said(draft)] == ["text_cut", "text_cut"]


def test_an_empty_list_and_a_list_of_titles_are_no_error() -> None:
    assert [code for _, _, code in said(read(b""))] == ["empty"]
    assert read("שם,רשות\n") == RosterDraft()


@pytest.mark.parametrize("count", [1, 40, 10_000])
def test_every_row_of_a_list_arrives(count: int) -> None:
    rows = [(f"חבר{n}", "כהן", f"a{n}@b.il", 520_000_000 + n) for n in range(count)]
    draft = read(workbook([("שם פרטי", "שם משפחה", "מייל", "נייד"), *rows]))

    assert [member.email for member in draft.members] == [row[2] for row in rows]
    assert draft.members[-1].mobile == f"0{520_000_000 + count - 1}"
    assert len({member.row for member in draft.members}) == count


def test_reading_tells_how_far_it_is_and_stops_when_asked() -> None:
    table = read_table("שם\n" + "".join(f"דנה כהן{n}\n" for n in range(900)))
    layout = lay_out(table, ROSTER)
    told: list[tuple[int, int]] = []

    draft_roster(table, layout, TODAY, progress=lambda done, total: told.append((done, total)))
    with pytest.raises(Stopped):
        draft_roster(table, layout, TODAY, cancelled=lambda: True)

    assert told[0] == (0, 900)
    assert told[-1] == (900, 900)


CELL = st.one_of(
    st.text(max_size=30), st.sampled_from(["דנה כהן", "052-1234567", "1.9.24", "a@b.il", "כן", "5"])
)


@given(st.lists(st.lists(CELL, min_size=6, max_size=6), max_size=6))
def test_no_list_is_too_ugly(rows: list[list[str]]) -> None:
    titles = ["שם", "נייד", "מייל", "הצטרפות", "ותק", "אישור"]
    clean = [[cell.replace("\t", " ").replace('"', "") for cell in row] for row in rows]
    text = "\n".join("\t".join(" ".join(c.split()) for c in row) for row in [titles, *clean])

    draft = read(text)

    assert len(draft.members) + len(draft.refused) == draft.read
    for problem in draft.problems:
        assert problem.sentence(catalog("he"))


def test_refused_rows_are_saved_as_a_workbook_that_can_be_mended(tmp_path: Path) -> None:
    titles = ("שם", "רשות", "נייד", "הצטרפות", "ת.ז.")
    nameless = ("", "=1+1", 521234567, date(2024, 9, 1), "123456782")
    table = read_table(workbook([titles, nameless, ("דנה כהן",)]))
    layout = lay_out(table, ROSTER)
    draft = draft_roster(table, layout, TODAY)
    path = tmp_path / "refused.xlsx"

    save_refused(path, draft.refused, layout, catalog("he"))

    saved = read_table(path)
    assert saved.rows[0].cells[:4] == ("שם", "רשות", "נייד", "הצטרפות")
    assert saved.rows[1].cells[1:6] == ("'=1+1", 521234567, date(2024, 9, 1), "", 2)
    assert saved.rows[1].cells[6] == draft.refused[0].reason.sentence(catalog("he"))


def test_every_message_is_a_sentence() -> None:
    for code, message in MESSAGES.items():
        assert message[0].isupper() or message[0] == "{", code
        assert message.rstrip("”").endswith((".", "}")), code


def test_a_value_that_could_not_be_read_is_kept_in_the_notes() -> None:
    draft = read('שם מלא\tדוא"ל\nדנה כהן\tavi@haifa\n')
    assert draft.members[0].email == ""
    assert "avi@haifa" in draft.members[0].notes


@pytest.mark.parametrize("title", ["שם ומשפחה", "השם"])
def test_a_column_of_whole_names_gives_both_names(title: str) -> None:
    (member,) = read(f"{title}\tרשות\nדנה אלון\tחיפה\n").members

    assert (member.given_name, member.family_name) == ("דנה", "אלון")


def test_a_remark_beside_a_number_goes_to_the_notes() -> None:
    draft = read("שם\tנייד\nדנה כהן\t050 1234567 (בעל), טל: 03-6123456\n")

    assert (draft.members[0].mobile, draft.members[0].phone) == ("050 1234567", "03-6123456")
    assert draft.members[0].notes == "נייד: 050 1234567 (בעל)"
    assert not draft.problems
    assert "kept_in_notes" in {repair.why for repair in draft.repairs}
