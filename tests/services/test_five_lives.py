"""Five communities over up to four years, and what the compass says of each on the way."""

from datetime import date

import pytest

from cop_desktop.models.method import Transformation
from cop_desktop.models.vocabulary import Role, Stage
from cop_desktop.services import turnings
from cop_desktop.services.compass import Way
from cop_desktop.services.months import later
from cop_desktop.store import Store

from .lives import Life, a_life, holding

SEVEN = tuple(Role)


def told(life: Life, on: date) -> tuple[Way, Stage, set[str], set[str]]:
    """Where the compass points, and the facts for and against that hold."""
    found = life.compass(on)
    return found.way, found.suggested, holding(found.facts_for), holding(found.facts_against)


def grow(life: Life, founded: date) -> date:
    """Two good years, up to maturing; gives the day on which that was recorded."""
    m = life.m
    for role, who in zip(SEVEN[:4], (m[1], m[2], m[3], m[0]), strict=True):
        life.take(role, who, later(founded, 1))
    life.agree(later(founded, 2))
    life.meet_monthly(later(founded, 1), 5, m[:3])
    life.record(Stage.COALESCING, later(founded, 6))
    life.meet_monthly(later(founded, 6), 5, [m[1], m[2], m[3]])
    life.make("מילון", "approved", m[1], later(founded, 8))
    life.make("מדריך", "published", m[2], later(founded, 10))
    life.record(Stage.MATURING, later(founded, 12))
    return later(founded, 12)


def _a_first_year(life: Life) -> None:
    """A core, roles, a charter."""
    m = life.m
    for role, who in zip(SEVEN[:4], (m[1], m[2], m[3], m[0]), strict=True):
        life.take(role, who, date(2022, 10, 2))
    life.meet_monthly(date(2022, 10, 10), 4, m[:4])
    way, stage, reasons, doubts = told(life, date(2023, 1, 15))
    assert (way, stage) == (Way.ON, Stage.COALESCING)
    assert reasons == {"core_formed", "first_meetings", "roles_taken"}
    assert doubts == set()
    life.agree(date(2023, 1, 16))
    assert "domain_agreed" in told(life, date(2023, 1, 20))[2]
    life.record(Stage.COALESCING, date(2023, 1, 20))


def _coalescing(life: Life) -> None:
    """Rhythm, rules and first products."""
    m = life.m
    life.meet_monthly(date(2023, 2, 10), 5, m[:4])
    life.make("מילון", "approved", m[1], date(2023, 4, 1))
    life.make("מדריך", "published", m[2], date(2023, 6, 1))
    way, stage, reasons, doubts = told(life, date(2023, 6, 20))
    assert (way, stage) == (Way.ON, Stage.MATURING)
    assert reasons == {
        "steady_rhythm",
        "roles_beyond_leader",
        "first_products",
        "rules_approved",
    }
    assert doubts == set()
    life.record(Stage.MATURING, date(2023, 6, 20))


def _maturing(life: Life) -> None:
    """Newcomers, all roles, products outside; members lead."""
    m = life.m
    way, stage, reasons, _ = told(life, date(2023, 6, 21))
    assert (way, stage) == (Way.STAY, Stage.MATURING)
    assert reasons == {"led_by_members"}
    life.join(4, date(2023, 9, 3))
    for role, who in zip(SEVEN, [*m[4:10], m[1]], strict=True):
        life.take(role, who, date(2023, 10, 1))
    life.look_at_needs(date(2023, 9, 20))
    life.meet_monthly(date(2023, 9, 10), 9, [m[1], m[4], m[8]])
    life.make("נייר עמדה", "published", m[4], date(2024, 2, 1))
    way, stage, reasons, doubts = told(life, date(2024, 6, 1))
    assert (way, stage) == (Way.ON, Stage.STEWARDSHIP)
    assert reasons == {"members_join", "reach_outside", "all_roles", "led_by_members"}
    assert doubts == set()
    life.record(Stage.STEWARDSHIP, date(2024, 6, 1))


def _stewardship(life: Life) -> None:
    """Renewed each year it stays; a new leader asks for another look."""
    m = life.m
    life.join(2, date(2024, 9, 1))
    life.meet_monthly(date(2024, 9, 10), 9, [m[1], m[4], m[8]])
    life.lead(m[4], date(2024, 10, 1))
    life.take(Role.VALUE, m[11], date(2024, 10, 1))
    life.look_at_needs(date(2025, 1, 10))
    life.open_topics(4, date(2025, 1, 10))
    for name in ("מכתב חודשי", "שאלת השבוע", "קפה של ותיקים"):
        life.keep_routine(name, date(2024, 9, 15), date(2025, 5, 25))
    life.reach(2024, reached=3, missed=1)
    found = life.compass(date(2025, 6, 1))
    assert (found.way, found.suggested) == (Way.STAY, Stage.STEWARDSHIP)
    assert holding(found.facts_for) == {
        "topics_renewed", "leaders_renewed", "routines_last",
    }  # fmt: skip
    assert holding(found.facts_against) == set()
    assert found.recheck is not None
    assert found.recheck.leader_changed


def _a_year_later(life: Life) -> None:
    """The goals are weighed when their year is over."""
    m = life.m
    life.meet_monthly(date(2025, 9, 10), 2, [m[1], m[4], m[8]])
    assert "goals_reached" in told(life, date(2025, 10, 20))[2]
    life.mark("stewardship.change_discussed", date(2025, 10, 20))
    assert told(life, date(2025, 10, 20))[:2] == (Way.TURN, Stage.TRANSFORMATION)


def test_a_healthy_community_grows_through_all_stages(store: Store) -> None:
    founded = date(2022, 9, 4)
    with a_life(store, founded, 8) as life:
        assert told(life, founded) == (Way.STAY, Stage.POTENTIAL, set(), set())
        _a_first_year(life)
        _coalescing(life)
        _maturing(life)
        _stewardship(life)
        _a_year_later(life)


def test_a_leader_who_never_lets_go_stays_alone(store: Store) -> None:
    founded = date(2022, 9, 4)
    with a_life(store, founded, 12) as life:
        leader = life.m[0]
        for role in SEVEN[:5]:
            life.take(role, leader, date(2022, 10, 1))
        life.meet_monthly(date(2022, 10, 9), 9, [leader], share=0.8)
        way, stage, reasons, doubts = told(life, date(2023, 6, 20))
        assert (way, stage) == (Way.STAY, Stage.POTENTIAL)
        assert reasons == {"first_meetings", "roles_taken"}  # no core, no agreed domain
        assert doubts == {"one_does_all"}

        # the leader moves on all the same; the figures stay what they are
        life.record(Stage.COALESCING, date(2023, 9, 1), "שנה שנייה")
        life.meet_monthly(date(2023, 9, 10), 9, [leader], share=0.8)
        life.make("מצגת", "published", leader, date(2024, 2, 1))
        way, stage, reasons, doubts = told(life, date(2024, 5, 20))
        assert (way, stage) == (Way.STAY, Stage.COALESCING)
        assert reasons == {"steady_rhythm"}
        assert doubts == {"leader_alone", "one_does_all"}

        # members stop coming
        life.meet_monthly(date(2024, 9, 10), 3, [leader], share=0.8)
        life.meet_monthly(date(2024, 12, 10), 3, [leader], share=0.4)
        way, stage, _, doubts = told(life, date(2025, 2, 20))
        assert (way, stage) == (Way.BACK, Stage.POTENTIAL)
        assert doubts == {"leader_alone", "attendance_drops", "one_does_all"}


def test_a_community_that_fades_is_asked_to_go_back_and_then_to_decide(store: Store) -> None:
    founded = date(2022, 9, 4)
    with a_life(store, founded, 9) as life:
        since = grow(life, founded)
        life.meet_monthly(date(2023, 9, 10), 3, life.m[1:4])
        assert told(life, date(2023, 11, 20))[0] is Way.STAY

        # half empty, then a long gap
        for on in (date(2023, 12, 10), date(2024, 1, 14), date(2024, 2, 18)):
            life.meet(on, life.m[1:3], share=0.4)
        way, stage, reasons, doubts = told(life, date(2024, 5, 20))
        assert (way, stage) == (Way.BACK, Stage.COALESCING)
        assert doubts == {"attendance_drops", "rhythm_broken"}
        assert reasons == {"led_by_members"}

        # nothing for half a year, and nothing planned: time to decide
        found = life.compass(date(2024, 9, 20))
        assert (found.way, found.suggested) == (Way.TURN, Stage.TRANSFORMATION)
        life.set_date(date(2024, 11, 1))
        assert life.compass(date(2024, 9, 20)).way is Way.BACK

        # nobody decides
        life.record(Stage.TRANSFORMATION, date(2024, 9, 20), "דועכים")
        way, stage, reasons, doubts = told(life, date(2025, 3, 1))
        assert (way, stage) == (Way.STAY, Stage.TRANSFORMATION)
        assert reasons == set()
        assert doubts == {"no_decision", "quiet_fade"}
        assert since < date(2024, 1, 1)


def test_half_of_the_members_leave_and_the_community_recovers(store: Store) -> None:
    founded = date(2021, 9, 5)
    with a_life(store, founded, 10) as life:
        grow(life, founded)
        life.meet_monthly(date(2022, 9, 11), 3, life.m[1:4])
        assert life.compass(date(2022, 11, 20)).recheck is None

        # elections: half leave, those with the roles among them
        life.leave(life.m[1:6], date(2022, 12, 1))
        found = life.compass(date(2022, 12, 2))
        assert found.recheck is not None
        assert (found.recheck.left, found.recheck.then) == (5, 10)
        life.leak(date(2023, 1, 5))
        way, stage, _, doubts = told(life, date(2023, 3, 1))
        assert (way, stage) == (Way.BACK, Stage.COALESCING)
        assert doubts == {"rhythm_broken", "leader_alone", "trust_leaked", "one_does_all"}
        life.record(Stage.COALESCING, date(2023, 3, 1), "מחצית מהחברים עזבו")

        # newcomers, a new agreement, roles in new hands
        life.join(5, date(2023, 3, 5))
        new = life.m[10:]
        life.agree(date(2023, 4, 20))
        for role, who in zip(SEVEN, [*new, life.m[6], life.m[7]], strict=True):
            life.take(role, who, date(2023, 4, 20))
        life.meet_monthly(date(2023, 3, 12), 4, new[:3])
        life.meet_monthly(date(2023, 9, 10), 3, new[:3])
        found = life.compass(date(2023, 11, 20))
        assert (found.way, found.suggested) == (Way.ON, Stage.MATURING)
        assert holding(found.facts_for) == {
            "steady_rhythm", "roles_beyond_leader", "first_products", "rules_approved",
        }  # fmt: skip
        assert holding(found.facts_against) == set()
        assert found.recheck is not None  # so many came since
        assert found.recheck.joined == 5


def test_a_community_that_splits_decides_and_begins_anew(store: Store) -> None:
    founded = date(2021, 9, 5)
    with a_life(store, founded, 10) as life:
        grow(life, founded)
        life.record(Stage.STEWARDSHIP, date(2023, 1, 1))
        life.meet_monthly(date(2022, 9, 11), 9, life.m[1:4])

        # two subjects pull apart; the question is taken up and left lying
        with_two = turnings.begin(life.session, life.id, Transformation.SPLIT, date(2023, 5, 1))
        way, _, reasons, doubts = told(life, date(2023, 6, 1))
        assert (way, reasons) == (Way.BACK, set())
        assert doubts == {"same_hands", "closed_door", "needs_forgotten"}
        life.record(Stage.TRANSFORMATION, date(2023, 6, 1))
        way, _, reasons, doubts = told(life, date(2023, 7, 5))
        assert (way, reasons) == (Way.STAY, set())
        assert "no_decision" not in doubts
        assert "no_decision" in told(life, date(2023, 9, 5))[3]

        # the decision, and a first meeting on the new way
        turnings.decide(
            life.session, with_two, date(2023, 9, 10), "כולנו", "שני תחומים", "שתי קהילות"
        )
        life.set_date(date(2023, 10, 15))
        way, stage, reasons, doubts = told(life, date(2023, 9, 11))
        assert (way, stage) == (Way.ON, Stage.POTENTIAL)
        assert reasons == {"decision_taken", "new_beginning"}
        assert "no_decision" not in doubts

        # a new life begins at the start
        turnings.end(life.session, with_two, date(2023, 10, 15), Stage.POTENTIAL)
        life.leave(life.m[5:], date(2023, 10, 20))
        found = life.compass(date(2023, 10, 21))
        assert found.present is Stage.POTENTIAL
        assert found.recheck is not None


@pytest.mark.parametrize("stage", [Stage.COALESCING, Stage.MATURING, Stage.STEWARDSHIP])
def test_a_decision_points_to_the_last_stage_from_anywhere(store: Store, stage: Stage) -> None:
    with a_life(store, date(2023, 9, 3), 5) as life:
        life.record(stage, date(2024, 1, 1), "ידוע")
        key = turnings.begin(life.session, life.id, Transformation.MERGER, date(2024, 2, 1))
        assert life.compass(date(2024, 2, 2)).way is Way.STAY
        turnings.decide(life.session, key, date(2024, 3, 1), "", "קהילה שכנה")
        life.record(stage, date(2024, 3, 2))  # taken back by hand: the facts still say it
        assert life.compass(date(2024, 3, 3)).way is Way.TURN
