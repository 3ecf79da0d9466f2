"""The signs of months behind are computed of what bore a day then; nothing later counts."""

from datetime import date, timedelta

import pytest

from cop_desktop.i18n import catalog
from cop_desktop.models import AgendaItem, Charter, Meeting, Member, NeedsPause, RoutineDone
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import communities, members, sample, signs
from cop_desktop.services.signs import History, Past, snoozes
from cop_desktop.services.signs.table import RULES
from cop_desktop.store import Store
from cop_desktop.ui.pages.signs.months import months

from .healthy import TODAY, Life, healthy
from .sign_cases import change


def _of(told: History, key: str) -> Past:
    return next(it for it in told.signs if it.key == key)


def _lit_on(told: History, key: str) -> list[date]:
    return [day for day, light in zip(told.days, _of(told, key).lights, strict=True) if light]


def _history(life: Life) -> History:
    life.session.flush()
    return signs.history(life.session, life.id, TODAY)


def test_it_looks_at_the_first_of_each_month_and_at_today(store: Store) -> None:
    with store.write("live") as session:
        life = healthy(session)
        told = _history(life)
        first = signs.history(session, life.id, date(2026, 11, 1))
    assert told.days == (
        *(date(2025, 12, 1),), *(date(2026, month, 1) for month in range(1, 12)), TODAY
    )  # fmt: skip
    assert first.days[-1] == date(2026, 11, 1)
    assert len(first.days) == len(set(first.days)) == 12


def test_a_breach_is_lit_from_its_day_until_it_is_settled(store: Store) -> None:
    with store.write("mend") as session:
        life = healthy(session)
        change(life.breach(date(2026, 3, 20)), settled_on=date(2026, 5, 10))
        told = _history(life)
    assert _lit_on(told, "breaches_open") == [date(2026, 4, 1), date(2026, 5, 1)]


def test_rules_written_in_february_were_missing_in_january(store: Store) -> None:
    """The healthy community met on 8 December and 12 January; its charter is of 9 February."""
    with store.write("live") as session:
        told = _history(healthy(session))
    assert _lit_on(told, "trust_rules_missing") == [date(2026, 2, 1)]
    light = _of(told, "trust_rules_missing").lights[2]
    assert light
    assert light.values == {"n": 2}


def test_a_long_break_shows_while_it_lasted(store: Store) -> None:
    """No meeting between 9 March and 15 June."""
    with store.write("pause") as session:
        life = healthy(session)
        session.delete(life.meetings.pop(4))
        told = _history(life)
    assert _lit_on(told, "long_gap") == [date(2026, 6, 1)]


def test_a_topic_waited_until_a_meeting_took_it_up_or_it_was_closed(store: Store) -> None:
    """Of nine meetings the fifth is in May, the sixth in June and the seventh in September."""
    with store.write("wait") as session:
        life = healthy(session)
        taken, closed, late = (life.topic(date(2026, 1, 20)) for _n in range(3))
        life.meetings[6].agenda.append(AgendaItem(title="נושא", minutes=9, topic_id=taken.id))
        closed.state, closed.closed_on = TopicState.DONE, date(2026, 7, 5)
        late.state, late.closed_on = TopicState.DECLINED, date(2026, 10, 20)
        told = _history(life)
    days = [date(2026, month, 1) for month in (6, 7, 8, 9, 10)]  # the third went by on 11 May
    assert _lit_on(told, "topics_wait") == days
    counts = [light.values["n"] for light in _of(told, "topics_wait").lights if light]
    assert counts == [3, 3, 2, 2, 1]


def test_a_topic_on_the_coming_agenda_waits_no_more_today(store: Store) -> None:
    with store.write("coming") as session:
        life = healthy(session)
        topic = life.topic(date(2026, 1, 20))
        life.coming.agenda.append(AgendaItem(title="נושא", minutes=9, topic_id=topic.id))
        told = _history(life)
    lights = _of(told, "topics_wait").lights
    assert lights[-1] is None
    assert lights[-2] is not None


def test_a_product_that_lies_still_was_stuck_on_the_days_before(store: Store) -> None:
    with store.write("stuck") as session:
        life = healthy(session)
        life.product.moved_on = date(2026, 4, 10)
        told = _history(life)
    stuck = _of(told, "products_stuck")
    assert _lit_on(told, "products_stuck") == [*(date(2026, n, 1) for n in (9, 10, 11)), TODAY]
    assert not stuck.dated  # dark is not certain: what moved on since is not known
    row = months(told, [stuck], catalog("en")).rows[0]
    assert [spot.state for spot in row.spots[-5:]] == ["unknown", "lit", "lit", "lit", "lit"]
    assert "at least this" in row.spots[-2].words
    assert "at least this" not in row.spots[-1].words


def test_of_undated_facts_only_today_is_known(store: Store) -> None:
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    with store.read() as session:
        told = signs.history(session, home, TODAY)
        today = {it.key: it.light for it in signs.every(session, home, TODAY)}
    undated = [it for it in told.signs if not it.dated]
    assert {it.key for it in undated} == {key for key, rule in RULES.items() if not rule.dated}
    past = {it.key for it in undated if any(it.lights[:-1])}
    assert past <= {key for key, rule in RULES.items() if rule.lasting}
    assert {it.key: it.lights[-1] for it in told.signs} == today


@pytest.mark.parametrize("upto", [date(2026, 6, 1), date(2026, 9, 1)])
def test_nothing_later_than_a_day_counts_on_it(store: Store, upto: date) -> None:
    after = upto + timedelta(days=1)
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    with store.write("more") as session:
        before = signs.history(session, home, TODAY)
        known = sum(day <= upto for day in before.days)
        for row in session.query(Meeting).filter(Meeting.starts_at > after):
            session.delete(row)
        for n in range(9):
            session.add(Member(community_id=home, given_name=f"{n}", joined=after))
        session.query(RoutineDone).filter(RoutineDone.done_on >= after).delete()
        session.query(Member).filter(Member.left >= after).update({"left": None})
        session.query(Member).filter(Member.consent_on >= after).update({"consent_on": TODAY})
        session.add_all([
            Charter(community_id=home, number=99, adopted_on=after),
            NeedsPause(community_id=home, planned_on=after, closed_on=after),
        ])  # fmt: skip
        session.flush()
        session.expire_all()
        now = signs.history(session, home, TODAY)
    for one, other in zip(before.signs, now.signs, strict=True):
        assert one.lights[:known] == other.lights[:known], one.key
    assert now.signs != before.signs


def test_a_meeting_called_off_counts_from_its_day_on(store: Store) -> None:
    with store.write("call off") as session:
        life = healthy(session)
        change(life.meetings[-3:-1], state=MeetingState.CANCELLED)  # September's and October's
        told = _history(life)
    assert _lit_on(told, "dates_move") == [date(2026, 10, 1), date(2026, 11, 1), TODAY]


def test_rests_are_told_with_their_sign(store: Store) -> None:
    with store.write("rest") as session:
        life = healthy(session)
        snoozes.rest(session, life.id, "needs_old", TODAY, "עצירה ביומן", date(2026, 10, 5))
        told = _history(life)
    assert [it.reason for it in _of(told, "needs_old").rests] == ["עצירה ביומן"]
    assert not _of(told, "core_small").rests


def test_members_of_an_imported_list_without_days_are_there_today_not_before(
    store: Store,
) -> None:
    with store.write("import") as session:
        home = communities.found(session, "רשימה", 2026)
        for name in ("דנה", "נועה", "אמיר"):
            members.add(session, home, {"given_name": name})
        told = signs.history(session, home, TODAY)
    assert _lit_on(told, "consents_missing") == [TODAY]
