"""The same four people, in every kind of file we were ever given, must be read for ever."""

from datetime import date
from pathlib import Path

import pytest

from cop_desktop.intake.fields import ROSTER
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.roster import draft_roster
from cop_desktop.services.search import fold
from tests.intake.files import SHEETS
from tests.intake.regenerate import FILES


@pytest.mark.parametrize("path", sorted(SHEETS.iterdir()), ids=lambda path: path.name)
def test_the_people_of_a_file_are_read(path: Path) -> None:
    table = read_table(path)
    draft = draft_roster(table, lay_out(table, ROSTER), date(2026, 11, 21))

    people = {fold(member.name): member for member in draft.members}
    assert list(people) == ["דנה בן דוד", "סמיר אבו חמדאן", "רות כהן", "גורג נאסר"]
    dana, samir, ruth, george = people.values()
    assert (dana.mobile, dana.joined) == ("0521234567", date(2024, 9, 1))
    assert samir.email == "samir@zaytun.muni.il"
    assert (ruth.mobile, ruth.joined) == ("", None)
    assert (george.mobile, george.joined) == ("054-7654321", date(2023, 9, 1))
    codes = {problem.code for problem in draft.problems}
    assert codes == {"identity_column", "phone_rounded", "date_impossible"}
    assert "123456782" not in repr(draft)


def test_every_kind_of_file_has_its_sample() -> None:
    assert {path.name for path in SHEETS.iterdir()} == set(FILES)
