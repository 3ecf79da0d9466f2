"""Agendas as people paste them: from WhatsApp, from Excel, from a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import agenda_lines


def told(text: str) -> list[tuple[str, int]]:
    return [(row["title"], row["minutes"]) for row in agenda_lines.read(text)]


def test_an_hour_counts_until_the_next_one() -> None:
    text = "16:30 פתיחה\n16:45 סבב אישי\n17:05 הפסקה"
    assert told(text) == [("פתיחה", 15), ("סבב אישי", 20), ("הפסקה", 10)]


def test_a_sheet_brings_titles_minutes_and_leaders() -> None:
    text = "שעה\tנושא\tדקות\n16:30\tפתיחה\t15\tדנה לוי\n\tדיון\t30"
    rows = agenda_lines.read(text)
    assert [(row["title"], row["minutes"], row["guest"]) for row in rows] == [
        ("פתיחה", 15, "דנה לוי"), ("דיון", 30, "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "title", "minutes"),
    [
        ("16:30-16:45 פתיחה", "פתיחה", 15),
        ("16.30 – 17.15: מקרה עמיתים", "מקרה עמיתים", 45),
        ("• דיון פתוח (30)", "דיון פתוח", 30),
        ("15 דקות הפסקה", "הפסקה", 15),
        ("2. מקרה עמיתים 40 דק׳", "מקרה עמיתים", 40),
        ("סיכום - 10 דק'", "סיכום", 10),
        ("[12:30, 2.12.2026] דנה לוי: סבב פתיחה 20 דקות", "סבב פתיחה", 20),
        ("Open discussion, 35 min", "Open discussion", 35),
        ("\u200f16:30\u200f פתיחה", "פתיחה", 15),
        ("שיחה עם 3 רשויות", "שיחה עם 3 רשויות", 30),
        ("25:70 ועדה", "25:70 ועדה", 30),
    ],
)
def test_ways_to_write_a_line(line: str, title: str, minutes: int) -> None:
    assert told(line) == [(title, minutes)]


def test_the_title_names_the_kind() -> None:
    kinds = [row["kind"] for row in agenda_lines.read("הפסקת קפה\nסבב\nהרצאה\nמשהו אחר")]
    assert kinds == [BlockKind.BREAK, BlockKind.ROUND, BlockKind.EXPERT, BlockKind.DISCUSSION]


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fall(text: str) -> None:
    for row in agenda_lines.read(text):
        assert row["title"]
        assert 0 <= row["minutes"] < 1440
