"""What a leader does with members."""

from datetime import date
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Function, Role
from cop_desktop.services import functions, members, organisations, roles
from cop_desktop.services.members import Filter
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


def names(store: Store, community: UUID, **wanted: object) -> list[str]:
    with store.read() as session:
        keys = members.find(session, community, TODAY, Filter(**wanted))  # type: ignore[arg-type]
        return [row.name for row in members.rows(session, keys, TODAY)]


def test_members_stand_in_the_order_of_family_names(store: Store, community: UUID) -> None:
    assert names(store, community) == ["אמיר אבו רביעה", "נועה אברהם", "דנה לוי"]


def test_a_member_is_found_by_authority_and_by_the_end_of_a_number(
    store: Store, community: UUID
) -> None:
    with store.write("add") as session:
        members.add(
            session, community,
            {"given_name": "סמר", "family_name": "אבו־חמדאן", "mobile": "050-5550137"},
            organisation='מועצת "עין אל־ורד"',
        )  # fmt: skip
    assert names(store, community, text="אבו חמדאן") == ["סמר אבו־חמדאן"]
    assert names(store, community, text="אל ורד סמר") == ["סמר אבו־חמדאן"]
    assert names(store, community, text="50137") == ["סמר אבו־חמדאן"]
    assert names(store, community, text="אין כזה") == []


def test_a_renamed_authority_is_found_by_its_new_name(store: Store, community: UUID) -> None:
    with store.write("rename") as session:
        haifa = organisations.named(session, "חיפה")
        assert haifa
        organisations.change(session, haifa, {"name": "קריית שקד"})
    assert names(store, community, text="שקד") == ["נועה אברהם"]
    assert names(store, community, text="חיפה") == []


def test_whoever_left_is_out_of_the_list_and_out_of_the_role(store: Store, community: UUID) -> None:
    with store.write("leave") as session:
        noa = UUID(members.find(session, community, TODAY, Filter(text="נועה"))[0])
        members.leave(session, [noa], date(2026, 11, 1))
    assert "נועה אברהם" not in names(store, community)
    assert "נועה אברהם" in names(store, community, with_former=True)
    with store.read() as session:
        assert roles.now(session, community, TODAY).covered == 1


def test_role_holders_can_be_listed_alone(store: Store, community: UUID) -> None:
    assert names(store, community, role_holders=True) == ["אמיר אבו רביעה", "נועה אברהם"]
    with store.read() as session:
        row = members.active(session, community, TODAY)[0]
    assert row.roles == (Role.CRITICAL,)


def test_several_members_change_at_once(store: Store, community: UUID) -> None:
    with store.write("move") as session:
        keys = [UUID(key) for key in members.find(session, community, TODAY)]
        members.set_organisation(session, keys, "נוף ים")
    with store.read() as session:
        assert {row.organisation for row in members.active(session, community, TODAY)} == {"נוף ים"}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"given_name": " ", "family_name": ""}, "needs a name"),
        ({"joined": "2026-09-01", "left": "2026-08-01"}, "before joining"),
        ({"in_post_since": 12}, "from 1940 to 2150"),
        ({"joined": date(2, 1, 1)}, "year 2 cannot"),
    ],
)
def test_what_cannot_be_is_refused_with_advice(
    store: Store, community: UUID, values: dict[str, object], sentence: str
) -> None:
    with store.read() as session:
        key = UUID(members.find(session, community, TODAY)[0])
    with pytest.raises(UserError, match=sentence), store.write("change") as session:
        members.change(session, [key], values)


def test_text_cannot_turn_a_line_round_or_end_it(store: Store, community: UUID) -> None:
    ugly = "<b>דנה\u202e\x00 &amp;\ud800 👩‍🏫"
    with store.write("add") as session:
        key = members.add(session, community, {"given_name": ugly, "family_name": "א" * 5000})
    with store.read() as session:
        row = members.rows(session, [key], TODAY)[0]
    assert row.given_name == "<b>דנה &amp; 👩‍🏫".replace("\u200d", "\u200d")
    assert len(row.family_name) == 500


def test_a_community_has_one_leader_at_a_time(store: Store, community: UUID) -> None:
    with store.write("appoint") as session:
        amir, noa, _ = (UUID(key) for key in members.find(session, community, TODAY))
        functions.appoint(session, amir, Function.LEADER, date(2025, 9, 1))
        functions.appoint(session, noa, Function.LEADER, date(2026, 9, 1))
    with store.read() as session:
        now = functions.leader(session, community, TODAY)
        then = functions.leader(session, community, date(2026, 8, 31))
    assert now is not None
    assert then is not None
    assert (now.name, then.name) == ("נועה אברהם", "אמיר אבו רביעה")
