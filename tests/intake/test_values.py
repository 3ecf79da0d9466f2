"""Names, numbers, addresses, dates: read as meant, or left empty and asked about."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.formats import hebrew_date
from cop_desktop.intake.dates import parse_date, parse_year
from cop_desktop.intake.emails import parse_emails
from cop_desktop.intake.identity import is_identity_number, without_identity_numbers
from cop_desktop.intake.names import family_first, split_name
from cop_desktop.intake.phones import digits, parse_phones
from cop_desktop.intake.words import ADDRESS, CONSENT, ORGANISATION_KIND, meaning
from cop_desktop.models.vocabulary import Consent, FormOfAddress, OrganisationKind
from cop_desktop.services.authorities import split_name as split_place

NAMES = {
    "דנה כהן": ("דנה", "כהן"),
    "כהן, דנה": ("דנה", "כהן"),
    "רות לוי-כהן": ("רות", "לוי-כהן"),
    "דנה בן דוד": ("דנה", "בן דוד"),
    "בן כהן": ("בן", "כהן"),
    "סמיר אבו חמדאן": ("סמיר", "אבו חמדאן"),
    "דנה רות כהן": ("דנה רות", "כהן"),
    "דנה כהן לוי": ("דנה", "כהן לוי"),
    'ד"ר דנה כהן': ("דנה", "כהן"),
    "עו\"ד פרופ' דנה כהן": ("דנה", "כהן"),
    'כהן דנה, עו"ד': ("כהן", "דנה"),
    "אל חדד": ("אל", "חדד"),
    "דנה (דני) כהן": ("דנה (דני)", "כהן"),
    "أحمد أبو حمدان": ("أحمد", "أبو حمدان"),
    "عبد الله نصر": ("عبد الله", "نصر"),
    "د. سمير نصر": ("سمير", "نصر"),
    "Dr. John van der Berg": ("John", "van der Berg"),
    "דנה": ("דנה", ""),
}


@pytest.mark.parametrize(("written", "parts"), NAMES.items())
def test_a_full_name_is_taken_apart(written: str, parts: tuple[str, str]) -> None:
    name = split_name(written)
    assert (name.given, name.family) == parts


def test_what_cannot_be_told_is_said() -> None:
    assert split_name("אלמוג שחר ניצן").unclear
    assert split_name("בן דוד דנה") == split_name("בן דוד דנה")
    assert (split_name("בן דוד דנה").family, split_name("בן דוד דנה").unclear) == ("בן דוד", True)


def test_a_form_of_address_is_learnt_from_the_title() -> None:
    assert split_name("גב' דנה כהן").address is FormOfAddress.FEMININE
    assert split_name("מר יוסי לוי").address is FormOfAddress.MASCULINE
    assert split_name("ד״ר יוסי לוי").address is None


def test_family_names_may_come_first() -> None:
    assert split_name("בן דוד דנה", family_first=True).family == "בן דוד"
    assert family_first(["כהן דנה", "לוי יוסי", "שפירא רון"])
    assert not family_first(["דנה כהן", "יוסי לוי", "אלון טל"])
    assert not family_first([])


@given(st.text(max_size=60))
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    name = split_name(text)
    words = " ".join((*name.titles, name.given, name.family))
    spoken = 0 if name.address is None else 6
    letters = sum(character.isalnum() for character in text)
    assert letters - spoken <= sum(character.isalnum() for character in words) <= letters


PHONES = {
    "052-1234567": ["052-1234567"],
    "521234567": ["0521234567"],
    "52-1234567": ["052-1234567"],
    "36123456": ["036123456"],
    "77-1234567": ["077-1234567"],
    "+972-52-1234567": ["052-1234567"],
    "00972 52 1234567": ["052 1234567"],
    "+972 (0)3-6123456": ["03-6123456"],
    "5.21234567E+08": ["0521234567"],
    "052-1234567 / 03-6123456": ["052-1234567", "03-6123456"],
    "052-1234567\n054-7654321": ["052-1234567", "054-7654321"],
    "נייד: 052-1234567": ["052-1234567"],
    "03-6123456 שלוחה 12": ["03-6123456 שלוחה 12"],
    "*2345": ["*2345"],
    "1-700-123-456": ["1-700-123-456"],
    "+1 212 555 1234": ["+1 212 555 1234"],
    "\u200e+972501234567": ["0501234567"],
    "\u202a+972 50-123-4567\u202c": ["050-123-4567"],
    "972-50-1234567+": ["050-1234567"],
    "٠٥٢١٢٣٤٥٦٧": ["0521234567"],
    "۰۵۲-۱۲۳۴۵۶۷": ["052-1234567"],
    "٠٥٢-١٢٣٤٥٦٧، ٠٥٤-٧٦٥٤٣٢١": ["052-1234567", "054-7654321"],
    "050–1234567": ["050-1234567"],
    "050־1234567": ["050-1234567"],
    "050−1234567": ["050-1234567"],
    "0501234567.0": ["0501234567"],
    "501234567.0": ["0501234567"],
    "נייד-0501234567": ["0501234567"],
    "מס' (050-1234567)": ["050-1234567"],
    "(52) 1234567": ["052 1234567"],
    "-": [],
    "+972-3-6123456 שלוחה 12": ["03-6123456 שלוחה 12"],
}


@pytest.mark.parametrize(("written", "numbers"), PHONES.items())
def test_telephones_are_read(written: str, numbers: list[str]) -> None:
    found, problem = parse_phones(written)
    assert [phone.text for phone in found] == numbers
    assert not problem


REMARKS = {
    "050 1234567 (בעל)": "050 1234567 (בעל)",
    "(עבודה) 050-1234567": "(עבודה) 050-1234567",
    "בעל: 050-1234567": "בעל: 050-1234567",
    "501234567, רק בערב": "0501234567, רק בערב",
    "03-6123456 שלוחה 12 (בוקר)": "03-6123456 שלוחה 12 (בוקר)",
    "050-1234567 ?": "050-1234567 ?",
    "נייד: 050-1234567.": "",
    "050-1234567 (WhatsApp)": "",
}


@pytest.mark.parametrize(("written", "remark"), REMARKS.items())
def test_what_is_said_of_a_number_is_told_apart_from_it(written: str, remark: str) -> None:
    (phone,), problem = parse_phones(written)

    assert not problem
    assert phone.remark == remark
    assert "(" not in phone.text
    assert "," not in phone.text


def test_a_lost_zero_is_restored_and_said() -> None:
    assert [(phone.text, phone.why) for phone in parse_phones(521234567)[0]] == [
        ("0521234567", "lost_zero")
    ]


@pytest.mark.parametrize(
    ("written", "problem"),
    [("5.01E+08", "phone_rounded"), ("5E+08", "phone_rounded"), ("לברר", "phone_unclear"),
     ("052-123", "phone_unclear"), ("052-1234567 או לברר", "phone_unclear"),
     ("dana0521234567@haifa.il", "phone_unclear"), ("ת.ז. 512345672", "phone_unclear")],
)  # fmt: skip
def test_a_number_that_is_not_clear_is_asked_for(written: str, problem: str) -> None:
    assert parse_phones(written) == ([], problem)


@given(st.integers(50, 59), st.integers(0, 9_999_999), st.sampled_from(["0", "", "+972-", "972"]))
def test_every_spelling_of_a_mobile_is_the_same_number(area: int, rest: int, start: str) -> None:
    found, problem = parse_phones(f"{start}{area}-{rest:07}")
    assert not problem
    assert digits(found[0].text) == f"0{area}{rest:07}"
    assert found[0].mobile


EMAILS = {
    "dana@haifa.muni.il": "dana@haifa.muni.il",
    "דנה כהן <dana@haifa.il>": "dana@haifa.il",
    "mailto:dana@haifa.il": "dana@haifa.il",
    "\u200fdana@haifa.il\u200f;": "dana@haifa.il",
    "ש dana@haifa.il.": "dana@haifa.il",
    "dana@gmailץcom": "dana@gmail.com",
    "dana @ haifa.il": "dana@haifa.il",
    "dana@gmail,com": "dana@gmail.com",
}


@pytest.mark.parametrize(("written", "address"), EMAILS.items())
def test_an_address_is_freed_of_junk(written: str, address: str) -> None:
    assert parse_emails(written.replace("\u200f", "")) == ([address], written != address)


def test_several_addresses_are_told_apart() -> None:
    assert parse_emails("a@b.il; c@d.il")[0] == ["a@b.il", "c@d.il"]
    assert parse_emails("a@b.il/c@d.il")[0] == ["a@b.il", "c@d.il"]


@pytest.mark.parametrize("written", ["dana@gmail", "אין", "@", "a@b@c.il", "דנה@חיפה"])
def test_what_is_no_address_is_not_guessed(written: str) -> None:
    assert parse_emails(written) == ([], False)


DATES = {
    "31/12/2024": date(2024, 12, 31), "1.9.24": date(2024, 9, 1), "1-9-2024": date(2024, 9, 1),
    "2024-09-01": date(2024, 9, 1), "2024-09-01T10:00:00": date(2024, 9, 1),
    "01/09/2024 10:30": date(2024, 9, 1), "45536": date(2024, 9, 1), "01092024": date(2024, 9, 1),
    "1 בספטמבר 2024": date(2024, 9, 1), "ספטמבר 2024": date(2024, 9, 1), "9/2024": date(2024, 9, 1),
    "1-Sep-2024": date(2024, 9, 1), "September 1st, 2024": date(2024, 9, 1),
    "1 أيلول 2024": date(2024, 9, 1), "5 كانون الثاني 2024": date(2024, 1, 5),
    "09/25/2024": date(2024, 9, 25), "1/9/75": date(1975, 9, 1), "2024": date(2024, 1, 1),
}  # fmt: skip


@pytest.mark.parametrize(("written", "day"), DATES.items())
def test_dates_are_read_as_people_write_them(written: str, day: date) -> None:
    assert parse_date(written).day == day


def test_dates_of_workbooks_are_read() -> None:
    assert parse_date(datetime(2024, 9, 1, 8)).day == date(2024, 9, 1)
    assert parse_date(45536).day == date(2024, 9, 1)


@pytest.mark.parametrize("written", ["31/02/2024", "2024-13-01", "00/00/0000", "31.6.24"])
def test_a_day_that_does_not_exist_is_no_date(written: str) -> None:
    assert parse_date(written).problem == "date_impossible"


@given(st.dates(date(1931, 1, 1), date(2069, 12, 31)), st.sampled_from("/.-"))
def test_every_day_is_read_back(day: date, mark: str) -> None:
    assert parse_date(f"{day.day}{mark}{day.month}{mark}{day.year}").day == day


HEBREW_DATES = {
    "א׳ באלול תשפ״ה": date(2025, 8, 25), "א' אלול התשפ\"ה": date(2025, 8, 25),
    "1 באלול ה׳תשפ״ה": date(2025, 8, 25), "ט״ו בשבט תש״ף": date(2020, 2, 10),
    "י״ד באדר תשפ״ה": date(2025, 3, 14), "י״ד באדר ב׳ תשפ״ד": date(2024, 3, 24),
    "י״ד באדר שני תשפ״ד": date(2024, 3, 24), "א' במרחשון תשפ\"ו": date(2025, 10, 23),
    "1 Elul 5785": date(2025, 8, 25),
}  # fmt: skip


@pytest.mark.parametrize(("written", "day"), HEBREW_DATES.items())
def test_dates_of_the_hebrew_calendar_are_read(written: str, day: date) -> None:
    assert parse_date(written).day == day


@pytest.mark.parametrize(
    ("written", "problem"),
    [("ל׳ באלול תשפ״ה", "date_impossible"), ("א׳ באדר ב׳ תשפ״ה", "date_impossible"),
     ("צ׳ באלול תשפ״ה", "date_impossible"), ("י״ד באדר תשפ״ד", "date_unclear"),
     ("א׳ בספטמבר תשפ״ה", "date_unclear")],
)  # fmt: skip
def test_a_hebrew_day_that_is_not_or_is_unclear_is_asked_for(written: str, problem: str) -> None:
    assert parse_date(written).problem == problem


@given(st.dates(date(1931, 1, 1), date(2069, 12, 31)), st.sampled_from(["he", "en", "ar"]))
def test_every_hebrew_date_the_program_shows_is_read_back(day: date, language: str) -> None:
    assert parse_date(hebrew_date(day, language)).day == day


@given(st.text(max_size=30) | st.floats() | st.integers())
def test_no_text_or_number_breaks_the_reading(cell: str | float) -> None:
    reading = parse_date(cell)
    assert (reading.day is None) == bool(reading.problem)
    parse_year(cell, date(2026, 11, 21))
    parse_phones(cell)
    parse_emails(str(cell))


@pytest.mark.parametrize(
    ("written", "year"),
    [("5", 2021), (5, 2021), ("5 שנים", 2021), ("מאז 2018", 2018), (2018, 2018), (3.5, 2023),
     ("01/09/2020", 2020), (date(2019, 3, 1), 2019), ("הרבה", None), ("בין 3 ל-5", None)],
)  # fmt: skip
def test_seniority_is_a_year(written: str | float | date, year: int | None) -> None:
    assert parse_year(written, date(2026, 11, 21))[0] == year


def test_identity_numbers_are_recognised_by_their_check_digit() -> None:
    assert is_identity_number("123456782")
    assert not is_identity_number("123456789")
    assert without_identity_numbers("ת.ז. 123456782 ועוד") == ("ת.ז.  ועוד", 1)
    assert without_identity_numbers("1234567820") == ("1234567820", 0)


def test_places_are_known_by_name_and_their_prefix_tells_the_kind() -> None:
    regional, town = OrganisationKind.REGIONAL_COUNCIL, OrganisationKind.MUNICIPALITY

    assert split_place("עיריית חיפה") == (town, "חיפה")
    assert split_place("מ.א. גליל עליון") == (regional, "גליל עליון")
    assert split_place("מ״א גליל-עליון") == (regional, "גליל עליון")
    assert split_place("بلدية الناصرة")[0] is town
    assert split_place("Haifa Municipality") == (town, "haifa")
    assert split_place("משרד החינוך") == (OrganisationKind.GOVERNMENT, "משרד החינוך")
    assert split_place("מגדל") == (None, "מגדל")


@pytest.mark.parametrize(
    ("word", "value"),
    [("כן", Consent.GIVEN), ("יש אישור", Consent.GIVEN), ("✓", Consent.GIVEN), ("V", Consent.GIVEN),
     ("לא", Consent.NOT_ASKED), ("ממתין", Consent.ASKED), ("לא אישר", Consent.DECLINED)],
)  # fmt: skip
def test_words_of_consent_are_understood(word: str, value: Consent) -> None:
    assert meaning(word, CONSENT) is value


def test_other_words_are_understood_or_not_guessed() -> None:
    assert meaning("מועצה אזורית", ORGANISATION_KIND) is OrganisationKind.REGIONAL_COUNCIL
    assert meaning("נקבה", ADDRESS) is FormOfAddress.FEMININE
    assert meaning("אולי", CONSENT) is None
