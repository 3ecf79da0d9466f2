"""One call from a source to a draft, with what was said about it beforehand."""

from datetime import date

import pytest

from cop_desktop.intake.findings import Stopped
from cop_desktop.intake.lists import read_form, read_roster
from cop_desktop.intake.mapping import Wish

TODAY = date(2026, 11, 21)


def test_a_roster_is_read_as_wished() -> None:
    data = "כינוי,מקום\nכהן דנה,חיפה\n".encode("cp862")
    wish = Wish({"כינוי": "full_name"}, name_order="family_first", encoding="cp862")

    reading = read_roster(data, TODAY, wish)

    assert reading.draft.members[0].given_name == "דנה"
    assert reading.layout.mapping == {"כינוי": "full_name", "מקום": ""}
    assert reading.table.encoding == "cp862"


def test_a_remembered_mapping_reads_the_file_the_same_way() -> None:
    text = "שם,רשות,נייד\nדנה כהן,חיפה,521234567\n"
    first = read_roster(text, TODAY)

    again = read_roster(text, TODAY, Wish(first.layout.mapping))

    assert again.draft == first.draft
    assert {column.how for column in again.layout.columns} == {"wish"}


def test_meetings_are_read_in_one_call() -> None:
    assert read_form("נושא\tתאריך\nפתיחה\t1.9.2026\n", "meetings").draft.read == 1


def test_stopping_before_anything_is_read_is_possible() -> None:
    with pytest.raises(Stopped):
        read_roster("שם\nדנה כהן\n", TODAY, cancelled=lambda: True)


@pytest.mark.parametrize("evil", ["א", "@א", "(", " ( ", "5", "a.", "-", "1/", "<c "])
def test_endless_cells_do_not_hold_the_program_up(evil: str) -> None:
    cell = (evil * 32_000)[:32_000]
    rows = "\n".join("\t".join([cell] * 6) for _ in range(3))

    # a regular expression gone wrong would take minutes here
    reading = read_roster(f"שם\tנייד\tמייל\tהצטרפות\tותק\tהערות\n{rows}", TODAY)

    assert reading.draft.read == 3
