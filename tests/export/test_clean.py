"""What people type reaches paper whole, and nothing in it can trick the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.export.text.clean import clean


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("שם\x00 \x07משפחה", "שם משפחה"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("אחת\r\nשתיים\u2028שלוש", "אחת\nשתיים\nשלוש"),
        ("a\tb", "a    b"),
        ("cafe\u0301", "caf\u00e9"),
        ("\ud83dשלום\udfff", "שלום"),
        ("\ufeffשלום\u200b", "שלום"),
        ("א" + "\u05b0" * 90, "א" + "\u05b0" * 4),
        ("\u2068Dana\u2069 הגיעה", "\u2068Dana\u2069 הגיעה"),
        ("\u2068לא נסגר", "לא נסגר"),
        ("נסגר\u2069 לבד", "נסגר לבד"),
        ("\u2068שורה\nאחרת\u2069", "שורה\nאחרת"),
    ],
)
def test_text_is_made_fit_for_paper(typed: str, printed: str) -> None:
    assert clean(typed) == printed


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    once = clean(typed)
    assert clean(once) == once
    once.encode("utf-8")
