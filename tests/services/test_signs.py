"""Each warning sign is lit by its fact, from its threshold on, and goes out when it is mended."""

import string
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from cop_desktop.content import shapes
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, Community
from cop_desktop.models.vocabulary import MeetingState, Role
from cop_desktop.services import (
    breaches,
    products,
    routines,
    sample,
    signs,
    thresholds,
    topics,
)
from cop_desktop.services.signs import Light, snoozes
from cop_desktop.services.signs.table import RULES
from cop_desktop.store import Store

from .healthy import HELD, TODAY, Life, days_ago, healthy
from .sign_cases import CASES, Hand, change

KEYS = tuple(shapes.signs())


def _lit(life: Life) -> dict[str, Light]:
    life.session.flush()
    life.session.expire_all()
    return {it.key: it for it in signs.lit(life.session, life.id, TODAY)}


def test_a_healthy_community_has_no_lit_sign(store: Store) -> None:
    with store.write("live") as session:
        assert _lit(healthy(session)) == {}


def test_a_community_just_founded_has_none_either(store: Store) -> None:
    with store.write("found") as session:
        new = Community(name="חדשה", work_year=2026, founded=TODAY)
        session.add(new)
        session.flush()
        assert signs.lit(session, new.id, TODAY) == ()


def test_every_sign_has_a_rule_and_a_case() -> None:
    assert set(RULES) == set(CASES) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_sign_is_lit_at_its_threshold_and_goes_out_when_mended(store: Store, key: str) -> None:
    with store.write("light") as session:
        life = healthy(session)
        CASES[key].light(life)
        light = _lit(life)[key]
        assert set(light.values) == set(shapes.signs()[key].values)
        assert light.page == shapes.signs()[key].page
        assert light.since is None or light.since <= TODAY
        CASES[key].mend(life)
        assert key not in _lit(life)


@pytest.mark.parametrize("key", KEYS)
def test_a_sign_is_silent_one_short_of_its_threshold(store: Store, key: str) -> None:
    with store.write("spare") as session:
        life = healthy(session)
        CASES[key].spare(life)
        assert key not in _lit(life)


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_the_words_of_a_fact_name_the_values_of_its_rule(language: str) -> None:
    for key, shape in shapes.signs().items():
        named = {
            name for _, name, _, _ in string.Formatter().parse(method(language).sign(key).fact)
        }
        assert named - {None} == set(shape.values), key


def test_the_values_are_plain_data(store: Store) -> None:
    expected = {
        "trust_rules_missing": {"n": 2},
        "needs_old": {"date": date(2026, 5, 22)},
        "topics_wait": {"n": 1, "first": "מעברים בין כיתות"},
        "lectures_crowd": {"percent": 50},
        "dates_move": {"n": 4, "all": 13},
        "roles_empty": {"n": 4, "names": tuple(Role)[:4]},
        "roles_stay": {"n": 1, "first": Role.AGENDA},
        "attendance_falls": {"before": 100, "now": 85},
        "not_seen": {"n": 3},
        "many_left": {"n": 3, "all": 12},
        "one_authority": {"name": "רשות 0", "percent": 40},
        "consents_missing": {"n": 3, "all": 10},
    }
    with store.write("light") as session:
        for key, values in expected.items():
            life = healthy(session)
            CASES[key].light(life)
            assert dict(_lit(life)[key].values) == values


@pytest.mark.parametrize(
    ("key", "hand", "since"),
    [
        ("breaches_open", None, days_ago(9)),
        ("topics_wait", None, HELD[-1]),  # the third meeting that went by
        ("no_meeting_ahead", None, TODAY),
        ("products_stuck", lambda life: change(life.product, moved_on=date(2026, 5, 31)),
         date(2026, 9, 30)),  # September has no 31st
        ("long_gap", None, HELD[-1]),
    ],
)  # fmt: skip
def test_a_light_tells_since_when(store: Store, key: str, hand: Hand | None, since: date) -> None:
    with store.write("light") as session:
        life = healthy(session)
        (hand or CASES[key].light)(life)
        assert _lit(life)[key].since == since


def test_a_day_of_review_decides_when_the_charter_is_old(store: Store) -> None:
    with store.write("adopt") as session:
        life = healthy(session)
        change(life.charter, review_on=TODAY)  # nine months old
        light = _lit(life)["charter_old"]
        assert (light.item, light.since) == (life.charter.id, TODAY)
        change(life.charter, review_on=TODAY + timedelta(days=1))
        assert "charter_old" not in _lit(life)
        change(life.charter, adopted_on=date(2024, 1, 1))  # looked at, and found to hold
        assert "charter_old" not in _lit(life)
        change(life.charter, review_on=None)
        assert _lit(life)["charter_old"].since == date(2025, 1, 1)


def test_a_light_opens_what_mends_it(store: Store) -> None:
    with store.write("light") as session:
        life = healthy(session)
        CASES["products_stuck"].light(life)
        CASES["not_seen"].light(life)
        lights = _lit(life)
        assert lights["products_stuck"].item == life.product.id
        assert lights["not_seen"].item in {it.id for it in life.members[:3]}


def test_a_term_renewed_for_the_same_holder_goes_on(store: Store) -> None:
    with store.write("renew") as session:
        life = healthy(session)
        old = life.terms[0]
        change(old, since=date(2025, 3, 1), until=date(2026, 1, 12))
        life.hold(life.members[0], old.role, date(2026, 1, 12))
        assert _lit(life)["roles_stay"].values == {"n": 1, "first": old.role}


def test_summer_is_no_break_between_meetings(store: Store) -> None:
    """From the middle of June to the middle of September are 91 days; two months are summer."""
    june = date(2026, 6, 20)
    with store.write("summer") as session:
        life = healthy(session)
        change(life.meetings[-3:], state=MeetingState.PLANNED)
        session.flush()
        lit = signs.lit(session, life.id, june)
        assert "long_gap" not in {it.key for it in lit}


def test_a_topic_on_a_meeting_called_off_still_waits(store: Store) -> None:
    with store.write("call off") as session:
        life = healthy(session)
        CASES["topics_wait"].light(life)
        CASES["topics_wait"].mend(life)
        assert "topics_wait" not in _lit(life)
        change(life.coming, state=MeetingState.CANCELLED)
        assert "topics_wait" in _lit(life)


def test_topics_wait_as_the_page_of_needs_counts_them(store: Store) -> None:
    with store.write("wait") as session:
        life = healthy(session)
        for back in (1, 2, 3, 5):
            life.topic(HELD[-back])
            life.topic(HELD[-back] + timedelta(days=1))
        life.coming.agenda.append(
            AgendaItem(title="נושא", minutes=9,
                       topic_id=topics.every(session, life.id, TODAY)[0].id)
        )  # fmt: skip
        life.session.flush()
        waiting = [it for it in topics.waiting(session, life.id, TODAY) if it.waited >= 3]
        light = _lit(life)["topics_wait"]
        assert (light.values["n"], light.item) == (len(waiting), waiting[0].id)


def test_signs_count_what_the_pages_count(store: Store) -> None:
    """Broken rules, stuck products and lapsed routines stand on pages of their own."""
    with store.write("light") as session:
        life = healthy(session)
        for key in ("breaches_open", "products_stuck", "routines_lapsed"):
            CASES[key].light(life)
        lights = _lit(life)
        left = [it for it in breaches.every(session, life.id) if it.settled_on is None][::-1]
        stuck = products.stuck(session, life.id, TODAY, 4)
        late = routines.lapsed(session, life.id, TODAY)
    for key, rows in (
        ("breaches_open", [it.id for it in left]),
        ("products_stuck", [it.id for it in stuck]),
        ("routines_lapsed", [it.id for it in late]),
    ):
        assert (lights[key].values["n"], lights[key].item) == (len(rows), rows[0])


def test_a_threshold_of_ones_own_holds_until_it_is_reset(store: Store) -> None:
    with store.write("set") as session:
        life = healthy(session)
        CASES["roles_empty"].spare(life)  # three are empty
        thresholds.set_value(session, life.id, "roles_empty", "roles", 3)
        assert "roles_empty" in _lit(life)
        (sign,) = [it for it in signs.every(session, life.id, TODAY) if it.key == "roles_empty"]
        assert sign.limits == {"roles": 3}
        assert sign.own == frozenset({"roles"})
        thresholds.reset(session, life.id, "roles_empty", "roles")
        assert "roles_empty" not in _lit(life)


def test_a_threshold_of_nothing_lights_nothing(store: Store) -> None:
    with store.write("set") as session:
        life = healthy(session)
        for key, shape in shapes.signs().items():
            for name in shape.thresholds:
                if shape.thresholds[name] < 5:  # counts: of breaches, topics, products …
                    thresholds.set_value(session, life.id, key, name, 0)
        assert not {"breaches_open", "products_ownerless", "routines_lapsed"} & set(_lit(life))


def test_a_sign_rests_for_a_reason_and_wakes_by_itself(store: Store) -> None:
    with store.write("rest") as session:
        life = healthy(session)
        CASES["core_small"].light(life)
        until = TODAY + timedelta(days=30)
        snoozes.rest(session, life.id, "core_small", until, " נדבר  על זה בעצירה ", TODAY)
        assert "core_small" not in _lit(life)
        (sign,) = [it for it in signs.every(session, life.id, TODAY) if it.asleep]
        assert sign.light
        assert sign.asleep
        assert (sign.asleep.until, sign.asleep.reason) == (until, "נדבר על זה בעצירה")
        day_before = signs.lit(session, life.id, until - timedelta(days=1))
        assert "core_small" not in {it.key for it in day_before}
        assert "core_small" in {it.key for it in signs.lit(session, life.id, until)}


def test_a_sign_can_be_woken_early_and_the_rest_is_remembered(store: Store) -> None:
    with store.write("rest") as session:
        life = healthy(session)
        CASES["core_small"].light(life)
        snoozes.rest(session, life.id, "core_small", TODAY, "סיבה", days_ago(20))
        snoozes.rest(session, life.id, "core_small", TODAY + timedelta(days=9), "עוד", days_ago(5))
        snoozes.wake(session, life.id, "core_small", TODAY)
        assert "core_small" in _lit(life)
        told = [(it.reason, it.end) for it in snoozes.every(session, life.id)]
        assert told == [("עוד", TODAY), ("סיבה", days_ago(5))]


def test_a_rest_needs_a_reason_and_a_day_ahead(store: Store) -> None:
    with store.write("live") as session:
        home = healthy(session).id
    tomorrow = TODAY + timedelta(days=1)
    for sign, until, reason in (
        ("core_small", tomorrow, "  "), ("core_small", TODAY, "סיבה"), ("weather", tomorrow, "x")
    ):  # fmt: skip
        with pytest.raises(UserError), store.write("rest") as session:
            snoozes.rest(session, home, sign, until, reason, TODAY)


def test_lighting_the_signs_asks_few_questions(store: Store) -> None:
    """One for each family of rows, whatever their number; those asleep ask none."""
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    with store.read() as session:
        asked: list[str] = []
        event.listen(session.get_bind(), "before_cursor_execute", lambda *it: asked.append(it[2]))
        signs.lit(session, home, TODAY)
        lighting, asked[:] = len(asked), []
        signs.history(session, home, TODAY)
    assert lighting <= 26
    assert len(asked) <= 26
