"""A community writes its charter in portions, adopts it, agrees to it, and looks at it anew."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.models import Goal, Product
from cop_desktop.models.method import Benefit, CharterPart, Norm
from cop_desktop.models.vocabulary import Horizon, ProductStatus
from cop_desktop.services import (
    breaches,
    charter,
    charter_approvals,
    charter_offers,
    charter_versions,
    members,
)
from cop_desktop.services.charter_versions import Piece, Sort, words_of
from cop_desktop.store import Store
from cop_desktop.store.journal import Change
from tests.statements import statements

TODAY = date(2026, 11, 22)
GERSHAYIM = 'מנהלי צח״ש ו־רווחה <b>לא עבה</b> & בע"מ'


def people(store: Store, community: UUID) -> list[UUID]:
    with store.read() as session:
        return [it.id for it in members.active(session, community, TODAY)]


def begun(store: Store, community: UUID, **values: Any) -> UUID:
    with store.write("Begin the charter") as session:
        key = charter.begin_draft(session, community)
        charter.change(session, key, values)
    return key


def adopted(store: Store, community: UUID, on: date = TODAY, **values: Any) -> UUID:
    key = begun(store, community, **values or {"domain_in": "נשירה סמויה"})
    with store.write("Adopt the charter") as session:
        charter.adopt(session, key, on, None, TODAY)
    return key


def noted(store: Store) -> list[Change]:
    """What is written from now on, one step after another."""
    made: list[Change] = []
    store.on_commit.append(made.append)
    return made


def test_the_first_draft_knows_the_domain_of_the_community(store: Store, community: UUID) -> None:
    begun(store, community)
    with store.read() as session:
        row = charter.draft(session, community)
        assert row
        assert (row.number, row.texts[CharterPart.DOMAIN_IN]) == (1, "מעברים")
        assert row.unwritten is CharterPart.DOMAIN_OUT
        assert charter.in_force(session, community) is None


def test_beginning_twice_leads_back_to_the_same_draft(store: Store, community: UUID) -> None:
    assert begun(store, community, values="סקרנות") == begun(store, community)
    with store.read() as session:
        assert len(charter.versions(session, community)) == 1


def test_a_new_version_begins_as_the_last_and_is_agreed_to_anew(
    store: Store, community: UUID
) -> None:
    told: dict[str, Any] = {"values": "סקרנות", "promises": (Benefit.FUN,), "norms": (Norm.PHOTOS,),
            "quiet_from": time(19), "quiet_until": "08:00", "change_note": "ראשון"}  # fmt: skip
    first = adopted(store, community, **told)
    everybody = people(store, community)
    with store.write("agree") as session:
        charter_approvals.approve(session, first, everybody, TODAY)
    second = begun(store, community)
    with store.read() as session:
        row, before = charter.versions(session, community)
        assert (row.id, row.number, before.number) == (second, 2, 1)
        assert (row.promises, row.norms) == ((Benefit.FUN,), (Norm.PHOTOS,))
        assert (row.quiet_from, row.quiet_until) == (time(19), time(8))
        assert (row.change_note, row.adopted_on) == ("", None)
        assert charter_approvals.of(session, second, TODAY).agreed == 0
        in_force = charter.in_force(session, community)
        assert in_force
        assert in_force.id == first
        assert charter_versions.compare(before, row) == ()


def test_an_empty_charter_cannot_be_adopted(store: Store, community: UUID) -> None:
    key = begun(store, community, domain_in="  \n ")
    with pytest.raises(UserError, match="Nothing is written"), store.write("adopt") as session:
        charter.adopt(session, key, TODAY, None, TODAY)


@pytest.mark.parametrize(
    ("on", "review", "said"),
    [
        (date(2026, 11, 23), None, "has not come yet"),
        (TODAY, TODAY, "review comes after"),
        (TODAY, date(2026, 1, 1), "review comes after"),
        (TODAY, date(3026, 1, 1), "cannot be right"),
        (date(2026, 9, 30), None, "cannot come before"),
    ],
)
def test_days_that_cannot_be_meant_are_refused(
    store: Store, community: UUID, on: date, review: date | None, said: str
) -> None:
    adopted(store, community, date(2026, 10, 1))
    key = begun(store, community, term="שנה")
    with pytest.raises(UserError, match=said), store.write("adopt") as session:
        charter.adopt(session, key, on, review, TODAY)


def test_what_was_adopted_stays_as_it_is_but_its_review_may_move(
    store: Store, community: UUID
) -> None:
    key = adopted(store, community)
    with pytest.raises(UserError, match="adopted and stays"), store.write("x") as session:
        charter.change(session, key, {"values": "אחרת"})
    with pytest.raises(UserError, match="adopted and stays"), store.write("x") as session:
        charter.adopt(session, key, TODAY, None, TODAY)
    with store.write("Set the review") as session:
        charter.change(session, key, {"review_on": date(2027, 6, 1)})
    with pytest.raises(UserError, match="review comes after"), store.write("x") as session:
        charter.change(session, key, {"review_on": date(2026, 6, 1)})
    with store.read() as session:
        assert charter.review_due(session, community, date(2027, 5, 31)) is None
        due = charter.review_due(session, community, date(2027, 6, 1))
        assert due
        assert due.id == key


def test_a_draft_can_be_forgotten_and_the_version_in_force_cannot(
    store: Store, community: UUID
) -> None:
    key = adopted(store, community)
    begun(store, community, values="אחרת")
    for _twice in range(2):
        with store.write("Forget the draft") as session:
            charter.discard_draft(session, community)
    with store.read() as session:
        assert [it.id for it in charter.versions(session, community)] == [key]


def test_adopting_is_undone_and_done_again(store: Store, community: UUID) -> None:
    key = begun(store, community, values="סקרנות")
    made = noted(store)
    with store.write("Adopt the charter") as session:
        charter.adopt(session, key, TODAY, date(2027, 6, 1), TODAY)
    back = store.revert(made[-1])
    with store.read() as session:
        row = charter.draft(session, community)
        assert row
        assert row.id == key
        assert row.review_on is None
    store.revert(back)
    with store.read() as session:
        row = charter.in_force(session, community)
        assert row
        assert (row.adopted_on, row.review_on) == (TODAY, date(2027, 6, 1))


def test_the_parts_that_wait_are_known_and_rules_count_as_words(
    store: Store, community: UUID
) -> None:
    begun(store, community, domain_in="", norms=(Norm.NO_NAMES, Norm.WORD_AHEAD),
          promises=(Benefit.VOICE,), quiet_from=time(20))  # fmt: skip
    with store.read() as session:
        row = charter.draft(session, community)
    assert row
    assert row.filled == {CharterPart.CONFIDENTIALITY, CharterPart.PROMISES}
    assert row.unwritten is CharterPart.DOMAIN_IN
    assert row.rules(CharterPart.SETTING) == (Norm.WORD_AHEAD,)


def test_any_member_may_approve_and_leaving_the_file_leaves_the_charter(
    store: Store, community: UUID
) -> None:
    who = people(store, community)[0]
    begun(store, community, approver_id=who)
    with store.read() as session:
        row = charter.draft(session, community)
        assert row
        assert row.approver
        assert CharterPart.PUBLISHING in row.filled
    with store.write("gone") as session:
        members.remove(session, [who])
    with store.read() as session:
        row = charter.draft(session, community)
        assert row
        assert (row.approver_id, row.approver) == (None, "")


def test_agreement_is_counted_among_those_who_take_part(store: Store, community: UUID) -> None:
    key = adopted(store, community)
    one, two, three = people(store, community)
    with store.write("agree") as session:
        charter_approvals.approve(session, key, [one, two, one], TODAY)
        charter_approvals.approve(session, key, [one], date(2026, 11, 23))  # keeps the first day
        members.leave(session, [two], TODAY)
    with store.read() as session:
        told = charter_approvals.of(session, key, TODAY)
    assert told.on == {one: TODAY, two: TODAY}
    assert (told.agreed, told.waiting, told.everybody) == (1, 1, 2)
    made = noted(store)
    with store.write("Take it back") as session:
        charter_approvals.withdraw(session, key, [one, three])
    with store.read() as session:
        assert charter_approvals.of(session, key, TODAY).agreed == 0
    again = store.revert(made[-1])
    with store.read() as session:
        assert charter_approvals.of(session, key, TODAY).agreed == 1
    store.revert(again)
    with store.read() as session:
        assert charter_approvals.of(session, key, TODAY).agreed == 0


def test_nobody_agrees_to_a_draft(store: Store, community: UUID) -> None:
    key, everybody = begun(store, community), people(store, community)
    with pytest.raises(UserError, match="draft still changes"), store.write("x") as session:
        charter_approvals.approve(session, key, everybody, TODAY)


def test_who_was_at_the_meeting_of_the_day_is_offered(store: Store, community: UUID) -> None:
    with store.read() as session:
        there = charter_approvals.there_on(session, community, date(2026, 10, 13))
        assert [members.rows(session, there, TODAY)[0].given_name] == ["נועה"]
        assert charter_approvals.there_on(session, community, date(2026, 10, 14)) == ()


def test_differences_are_told_part_by_part_and_word_by_word(store: Store, community: UUID) -> None:
    one = adopted(store, community, domain_in="נשירה סמויה בחטיבות", promises=(Benefit.FUN,),
                  norms=(Norm.PHOTOS,), quiet_from=time(19), quiet_until=time(8))  # fmt: skip
    two = begun(store, community, domain_in="נשירה גלויה בחטיבות ובתיכון", values="סקרנות",
                promises=(Benefit.VOICE,), norms=(Norm.PHOTOS, Norm.STAYS_HERE),
                quiet_from=time(20), approver_id=people(store, community)[0])  # fmt: skip
    with store.read() as session:
        told = {it.part: it for it in charter_versions.differences(session, one, two)}
        assert charter_versions.changes_of(session, community) == {two: len(told)}
    assert list(told) == [
        CharterPart.DOMAIN_IN, CharterPart.PROMISES, CharterPart.VALUES,
        CharterPart.CONFIDENTIALITY, CharterPart.QUIET_HOURS, CharterPart.PUBLISHING,
    ]  # fmt: skip
    assert told[CharterPart.DOMAIN_IN].pieces == (
        Piece("נשירה ", Sort.SAME), Piece("סמויה", Sort.REMOVED), Piece("גלויה", Sort.ADDED),
        Piece(" בחטיבות", Sort.SAME), Piece(" ובתיכון", Sort.ADDED),
    )  # fmt: skip
    promises = told[CharterPart.PROMISES]
    assert (promises.added, promises.removed) == ((Benefit.VOICE,), (Benefit.FUN,))
    assert told[CharterPart.CONFIDENTIALITY].added == (Norm.STAYS_HERE,)
    assert told[CharterPart.QUIET_HOURS].hours == ((time(19), time(8)), (time(20), time(8)))
    assert told[CharterPart.PUBLISHING].approver == ("", "אמיר אבו רביעה")


@given(st.lists(st.sampled_from(["א", "ב", "ג", "a", "b", "\n", ",", "צח״ש", " ", "\n"])),
       st.lists(st.sampled_from(["א", "ב", "ג", "a", "b", "\n", ",", "צח״ש", " "])))  # fmt: skip
def test_no_word_is_lost_in_a_difference(one: list[str], other: list[str]) -> None:
    before, after = "".join(one), "".join(other)
    pieces = words_of(before, after)
    assert bool(pieces) == (before != after)
    if pieces:
        assert "".join(it.text for it in pieces if it.sort is not Sort.ADDED) == before
        assert "".join(it.text for it in pieces if it.sort is not Sort.REMOVED) == after


def test_ugly_texts_are_kept_as_they_were_meant(store: Store, community: UUID) -> None:
    long = "שלום world " * 1800
    key = adopted(store, community, values=GERSHAYIM, domain_out=long + "x" * 9000,
                  change_note="שורה\nאחת")  # fmt: skip
    begun(store, community, domain_out="world שלום " * 1800)
    with store.read() as session:
        draft, row = charter.versions(session, community)
        assert row.texts[CharterPart.VALUES] == GERSHAYIM
        assert len(row.texts[CharterPart.DOMAIN_OUT]) == 20_000
        assert row.change_note == "שורה אחת"
        (only,) = charter_versions.compare(row, draft)
        assert only.part is CharterPart.DOMAIN_OUT
    assert key == row.id


def test_all_versions_are_read_with_one_question(store: Store, community: UUID) -> None:
    adopted(store, community)
    begun(store, community)
    with store.read() as session, statements() as asked:
        charter.in_force(session, community)
        charter.draft(session, community)
        charter.review_due(session, community, TODAY)
    assert len(asked) == 1


def test_a_breach_is_noted_mended_and_forgotten(store: Store, community: UUID) -> None:
    with store.write("note") as session:
        one = breaches.add(session, community, {"text": "סופר בחוץ", "noted_on": TODAY,
                                                "norm": Norm.NO_NAMES})  # fmt: skip
        breaches.add(session, community, {"text": GERSHAYIM, "noted_on": date(2026, 10, 1)})
    with store.read() as session:
        log = breaches.every(session, community)
        assert [it.text for it in log] == ["סופר בחוץ", GERSHAYIM]  # the newest first
    with store.write("settle") as session:
        breaches.settle(session, one, TODAY, "שיחה קצרה")
    with store.read() as session:
        every = breaches.every(session, community)
        assert [it.settled_on for it in every] == [None, TODAY]
        assert every[1].agreed == "שיחה קצרה"
    with store.write("open again") as session:
        breaches.settle(session, one, None)
        breaches.change(session, one, {"norm": None})
    with store.write("forget") as session:
        breaches.remove(session, one)
    with store.read() as session:
        assert len(breaches.every(session, community)) == 1


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"noted_on": TODAY}, "what happened"),
        ({"noted_on": TODAY, "text": " \n"}, "what happened"),
        ({"text": "משהו"}, "day on which"),
        ({"text": "משהו", "noted_on": date(20, 1, 1)}, "cannot be right"),
    ],
)
def test_a_breach_needs_words_and_a_day(
    store: Store, community: UUID, values: dict[str, object], said: str
) -> None:
    with pytest.raises(UserError, match=said), store.write("note") as session:
        breaches.add(session, community, values)


def test_nothing_is_settled_before_it_happened(store: Store, community: UUID) -> None:
    with store.write("note") as session:
        one = breaches.add(session, community, {"text": "משהו", "noted_on": TODAY})
    with pytest.raises(UserError, match="before it happened"), store.write("x") as session:
        breaches.settle(session, one, date(2026, 11, 1))


def test_what_the_file_says_already_is_offered(store: Store, community: UUID) -> None:
    with store.write("make") as session:
        session.add(Goal(community_id=community, work_year=2026, position=2, title="רשת ארצית",
                         horizon=Horizon.LONG))  # fmt: skip
        session.add(Goal(community_id=community, work_year=2025, position=1, title="אשתקד"))
        session.add(Product(community_id=community, title="מדריך"))
        session.add(Product(community_id=community, title="ישן", status=ProductStatus.PUBLISHED))
    with store.read() as session:
        assert charter_offers.of(session, community, TODAY) == {
            CharterPart.DOMAIN_IN: "מעברים",
            CharterPart.GOALS_SHORT: "שפה משותפת",
            CharterPart.GOALS_LONG: "רשת ארצית",
            CharterPart.PRODUCTS: "מדריך",
        }
