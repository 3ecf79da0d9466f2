"""Names leave only for somebody, for a purpose, on a basis, and with the consent of each."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from cop_desktop.errors import UserError
from cop_desktop.export import named_list
from cop_desktop.export.named_list import Errand
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import consents, exports, members
from cop_desktop.store import Store
from tests.export.communities import empty

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 15)
ERRAND = Errand("אגף פיתוח סגלים", "תיאום הכשרה", "הסכמת החברים")
MINISTRY, NETWORK = Share.MINISTRY, Share.ORGANISATIONS


@pytest.fixture
def people(store: Store) -> tuple[UUID, list[UUID]]:
    """A community with three members; the first agreed to both kinds of readers, the second once
    and no more, the third never was asked."""
    community = empty(store)
    with store.write("people") as session:
        keys = [
            members.add(session, community, {"given_name": name, "mobile": "0521234567"})
            for name in ("נועה", "אורי", "סמירה")
        ]
        for level in consents.LEVELS:
            consents.give(session, keys[0], level, TODAY)
        consents.give(session, keys[1], MINISTRY, date(2026, 9, 1))
        consents.withdraw(session, keys[1], MINISTRY, TODAY)
    return community, keys


def test_only_who_agreed_to_these_readers_is_in_the_list(
    store: Store, people: tuple[UUID, list[UUID]], tmp_path: Path, hebrew: Catalog
) -> None:
    with store.write("names") as session:
        path, entry = named_list.leave(
            session, people[0], MINISTRY, ERRAND, tmp_path, NOW, hebrew
        )  # fmt: skip
    page = load_workbook(path).worksheets[0]
    words = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    assert "נועה" in words
    assert not {"אורי", "סמירה", "0521234567"} & set(words)
    assert page.sheet_view.rightToLeft
    assert (entry.told["members"], entry.told["left_out"]) == (1, 2)
    assert entry.told["basis"] == ERRAND.basis
    with store.read() as session:
        assert exports.next_package(session, people[0]) == (1, "")  # no package among packages


@pytest.mark.parametrize("missing", range(3))
def test_without_recipient_purpose_or_basis_nothing_leaves(
    store: Store, people: tuple[UUID, list[UUID]], tmp_path: Path, hebrew: Catalog, missing: int
) -> None:
    errand = Errand(*(" " if at == missing else "כן" for at in range(3)))
    with pytest.raises(UserError), store.write("names") as session:
        named_list.leave(session, people[0], MINISTRY, errand, tmp_path, NOW, hebrew)
    assert not list(tmp_path.glob("*.xlsx"))


def test_where_nobody_agreed_there_is_no_list(
    store: Store, people: tuple[UUID, list[UUID]], tmp_path: Path, hebrew: Catalog
) -> None:
    with store.write("withdraw") as session:
        consents.withdraw(session, people[1][0], NETWORK, TODAY)
    with pytest.raises(UserError) as told, store.write("names") as session:
        named_list.leave(session, people[0], NETWORK, ERRAND, tmp_path, NOW, hebrew)
    assert told.value.message == named_list.NOBODY


def test_a_consent_can_be_given_anew(store: Store, people: tuple[UUID, list[UUID]]) -> None:
    with store.write("again") as session:
        consents.give(session, people[1][1], MINISTRY, TODAY)
        assert consents.given(session, people[1][1]) == {MINISTRY: TODAY}


def test_there_is_no_consent_to_readers_nobody_has(
    store: Store, people: tuple[UUID, list[UUID]]
) -> None:
    with pytest.raises(UserError), store.write("all") as session:
        consents.give(session, people[1][0], Share.PUBLIC, TODAY)
