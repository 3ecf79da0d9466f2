"""Feedback as form services give it: words or numbers, names to be left behind, odd columns."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cop_desktop.content import content
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.intake.feedback import FeedbackDraft, read_feedback
from cop_desktop.services.feedback import OPEN, STATEMENTS


def fields(draft: FeedbackDraft) -> list[str]:
    return [column.field for column in draft.columns]


def codes(draft: FeedbackDraft) -> list[str]:
    return [problem.code for problem in draft.problems]


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_form_is_read_in_words(language: str) -> None:
    form = content(language).feedback()
    titles = ["Timestamp", *form.statements.values(), form.took, form.missed, form.wish]
    answers = [
        "12/11/2026 18:04:11",
        form.high,
        form.low,
        form.left_out,
        form.high,
        "",
        "א",
        "",
        "ב",
    ]
    draft = read_feedback("\n".join("\t".join(row) for row in (titles, answers)))
    assert fields(draft) == ["when", *STATEMENTS, *OPEN]
    (row,) = draft.rows
    assert row.values == {"purpose": 5, "useful": 1, "time": 5, "took": "א", "wish": "ב"}
    assert row.on == date(2026, 11, 12)
    assert draft.problems == ()


def test_a_google_form_with_names_other_questions_and_lines_in_answers() -> None:
    text = (
        "חותמת זמן\tכתובת אימייל\tשם מלא\tעד כמה המפגש היה רלוונטי לעבודתך?\t"
        "הזמן נוצל היטב\tעד כמה נהנית?\tהצעות למפגש הבא\n"
        '17/11/2026 13:02:08\tnoa@example.org\tנועה\tבמידה רבה מאוד\tמסכימה\t4\t"הפסקה\nארוכה"\n'
        "17/11/2026 13:05:00\t\tאמיר\tבמידה בינונית\tמסכים מאוד\t5 - מאוד\t-\n"
        "\n"
        "18/11/2026 9:00:00\tx@example.org\tדנה\tלא רלוונטי\tלא יודעת\t\t\n"
    )
    draft = read_feedback(text)
    assert fields(draft) == ["when", "", "", "useful", "time", "purpose", "wish"]
    assert [column.how for column in draft.columns[3:]] == ["hint", "title", "order", "hint"]
    assert [dict(row.values) for row in draft.rows] == [
        {"useful": 5, "time": 4, "purpose": 4, "wish": "הפסקה\nארוכה"},
        {"useful": 3, "time": 5, "purpose": 5},
    ]
    assert codes(draft) == ["names_left_out", "names_left_out"]
    assert "נועה" not in repr(draft.rows)


def test_numbers_stars_eastern_digits_and_what_is_none() -> None:
    draft = read_feedback("א\tב\tג\tד\n5\t⭐⭐⭐\t٤\t4.0\n3/5\t★★★★☆\t٢\tאולי\n2\t★\t٥\t0\n")
    assert [dict(row.values) for row in draft.rows] == [
        {"purpose": 5, "useful": 3, "voice": 4, "time": 4},
        {"purpose": 3, "useful": 4, "voice": 2},
        {"purpose": 2, "useful": 1, "voice": 5},
    ]
    assert codes(draft) == ["rating_unclear"]
    assert "אולי" in draft.problems[0].sentence(catalog("en"))


@pytest.mark.parametrize("text", ["4.5", "1-5", "3-4", "½", "6/5x", "1.5.2026", "=1+1"])
def test_what_is_no_answer_is_not_taken_for_one(text: str) -> None:
    draft = read_feedback(f"א\tב\n5\t5\n4\t4\n{text}\t3")
    assert [dict(row.values) for row in draft.rows][-1] == {"useful": 3}


def test_a_scale_of_ten_is_not_pressed_into_five() -> None:
    draft = read_feedback("נהנית?\tזמן\n9\t5\n10\t4\n3\t4\n")
    assert fields(draft) == ["", "time"]
    assert codes(draft) == ["scale_beyond"]
    assert "10" in draft.problems[0].sentence(catalog("en"))


def test_digits_typed_from_paper_need_no_titles() -> None:
    for text in ("54053\n44444\n", "5 4 0 5 3\n4 4 4 4 4", "5,4,0,5,3\r\n4,4,4,4,4\r\n"):
        draft = read_feedback(text)
        assert [dict(row.values) for row in draft.rows] == [
            {"purpose": 5, "useful": 4, "time": 5, "apply": 3},
            dict.fromkeys(STATEMENTS, 4),
        ]


def test_what_a_person_says_of_a_column_goes_before_what_is_found() -> None:
    text = "שאלה א\tשאלה ב\n5\tכן\n4\tלא\n5\tאולי\n"
    assert fields(read_feedback(text)) == ["purpose", "took"]
    assert fields(read_feedback(text, {0: "time", 1: ""})) == ["time", ""]


def test_one_form_for_many_meetings_is_parted_by_days() -> None:
    draft = read_feedback("Timestamp\tq\n1/10/2026 10:00\t5\n17/11/2026 10:00\t4\n\t3\n")
    assert draft.days == (date(2026, 10, 1), date(2026, 11, 17))
    kept = draft.between(date(2026, 11, 1), None)
    assert [row.values["purpose"] for row in kept] == [4, 3]
    assert len(draft.between(None, None)) == 3


def test_a_workbook_is_read(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    form = content("he").feedback()
    sheet.append(["תגובות לטופס"])
    sheet.append(["חותמת זמן", *form.statements.values()])
    sheet.append([datetime(2026, 11, 17, 12, 30), 5, 4, None, 3, 2])
    book.save(tmp_path / "answers.xlsx")
    draft = read_feedback(tmp_path / "answers.xlsx")
    assert [dict(row.values) for row in draft.rows] == [
        {"purpose": 5, "useful": 4, "time": 3, "apply": 2}
    ]
    assert draft.days == (date(2026, 11, 17),)


@pytest.mark.parametrize(
    "text", ["", "   \n", "\t\t\n", "%PDF", "שלום", "a\tb\tc", "\ud800\t5", '"', "5\n" * 3000]
)
def test_whatever_is_pasted_nothing_breaks(text: str) -> None:
    draft = read_feedback(text)
    assert all(problem.sentence(catalog("he")) for problem in draft.problems)
    assert draft.rows or draft.problems


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    assert codes(read_feedback(tmp_path / "no.csv")) == ["unreadable"]
