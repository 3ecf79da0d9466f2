"""Whom a message reaches: members of the day, the absent, or those who have not answered."""

from cop_desktop.services import addressees, members
from cop_desktop.services.addressees import Who
from cop_desktop.store import Store
from tests.export.gatherings import gathered


def test_everybody_the_absent_and_those_without_an_answer(store: Store) -> None:
    it = gathered(store, people=8)
    with store.read() as session:
        everybody = addressees.of(session, it.last)
        absent = addressees.of(session, it.last, Who.ABSENT)
        silent = addressees.of(session, it.coming, Who.UNANSWERED)
    assert len(everybody.addresses) == 8
    assert set(absent.addresses) == {"member6@example.org", "member7@example.org"}
    assert len(silent.addresses) == 7
    assert everybody.without == 0


def test_members_without_an_address_are_counted(store: Store) -> None:
    it = gathered(store, people=3)

    with store.write("no address") as session:
        key = members.add(session, it.community, {"given_name": "דנה", "family_name": "כהן"}, "")
        assert key
    with store.read() as session:
        assert addressees.of(session, it.coming).without == 1
