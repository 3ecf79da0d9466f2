"""Each role is told what the file knows for it, with all that stands behind; else it is silent."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from cop_desktop.content import shapes
from cop_desktop.models import (
    Action,
    AgendaItem,
    Attendance,
    Conclusion,
    Decision,
    Meeting,
    MeetingNote,
    Member,
)
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import (
    Acted,
    Consent,
    MeetingState,
    NoteKind,
    Presence,
    ProductStatus,
    Role,
)
from cop_desktop.services import (
    feedback,
    members,
    needs,
    products,
    role_prompts,
    stakeholders,
    stories,
    topics,
)
from cop_desktop.services.role_prompts import LOOKS, Prompt
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
DAYS = (datetime(2026, 11, 18, 9), datetime(2026, 11, 19, 9), datetime(2026, 11, 20, 9))


@pytest.fixture
def people(store: Store, community: UUID) -> dict[str, UUID]:
    with store.read() as session:
        return {it.name.split()[0]: it.id for it in members.active(session, community, TODAY)}


@pytest.fixture
def held(store: Store, community: UUID, people: dict[str, UUID]) -> list[UUID]:
    """Three meetings to which Noa came, after the two of the small community."""
    keys = []
    with store.write("held") as session:
        for number, day in enumerate(DAYS, start=1):
            meeting = Meeting(
                community_id=community, topic=f"מפגש {number}", starts_at=day,
                state=MeetingState.HELD, summary="סיכום", summary_sent_on=day.date(),
            )  # fmt: skip
            session.add(meeting)
            session.flush()
            keys.append(meeting.id)
            session.add_all(
                Attendance(meeting_id=meeting.id, member_id=people[name], presence=presence)
                for name, presence in (("נועה", Presence.PRESENT), ("דנה", Presence.ABSENT))
            )
    return keys


def told(store: Store, community: UUID, role: Role, key: str) -> Prompt | None:
    with store.read() as session:
        prompts = role_prompts.of(session, community, TODAY)[role]
    return next((it for it in prompts if it.key == key), None)


def words(prompt: Prompt | None) -> list[str]:
    assert prompt is not None
    return [item.words for item in prompt.items]


def test_every_prompt_of_the_method_is_looked_up_and_gives_what_its_sentence_names(
    store: Store, community: UUID
) -> None:
    named = {(role, key) for role, keys in shapes.prompts().items() for key in keys}
    assert set(LOOKS) == named
    with store.read() as session:
        for role, prompts in role_prompts.of(session, community, TODAY).items():
            for prompt in prompts:
                assert set(prompt.values) == set(shapes.prompts()[role][prompt.key])
                assert prompt.items


def test_a_file_without_a_past_keeps_silent(store: Store, community: UUID) -> None:
    with store.write("empty") as session:
        for meeting in session.query(Meeting):
            session.delete(meeting)
        for member in session.query(Member):
            member.consent = Consent.GIVEN
            member.joined = date(2020, 1, 1)
    with store.read() as session:
        assert not any(role_prompts.of(session, community, TODAY).values())


def test_the_agenda_activist_sees_every_open_topic_with_its_age(
    store: Store, community: UUID, held: list[UUID]
) -> None:
    with store.write("topics") as session:
        old, young, carried, done = (
            topics.add(session, community, {"title": title, "opened_on": on}, TODAY)
            for title, on in (
                ("ישן", date(2026, 9, 1)), ("צעיר", date(2026, 11, 19)),
                ("על סדר היום", date(2026, 9, 1)), ("סגור", date(2026, 9, 1)),
            )
        )  # fmt: skip
        meeting = session.get_one(Meeting, held[2])
        meeting.agenda.append(AgendaItem(title="מקטע", minutes=20, topic_id=carried))
        topics.close(session, done, TopicState.DONE, TODAY)
    prompt = told(store, community, Role.AGENDA, "topics_waiting")
    assert prompt is not None
    assert prompt.values == {"n": 2, "first": "ישן"}
    assert [(it.id, it.waited, it.settled) for it in prompt.items] == [
        (old, 5, False), (young, 1, False), (carried, 4, True),
    ]  # fmt: skip


def test_a_need_without_a_topic_is_told(store: Store, community: UUID) -> None:
    with store.write("need") as session:
        needs.add(session, community, {"text": "זמן למידה"}, TODAY)
    assert words(told(store, community, Role.AGENDA, "needs_unanswered")) == ["זמן למידה"]


def test_the_keeper_sees_who_was_not_heard_in_three_meetings_and_it_stays_private(
    store: Store, community: UUID, held: list[UUID]
) -> None:
    prompt = told(store, community, Role.COMMUNITY, "not_heard")
    assert words(prompt) == ["אמיר אבו רביעה", "דנה לוי"]
    assert prompt is not None
    assert prompt.private


@pytest.mark.parametrize("way", ["came", "led", "spoke", "decision", "task"])
def test_there_are_five_ways_to_be_heard(
    store: Store, community: UUID, held: list[UUID], people: dict[str, UUID], way: str
) -> None:
    meeting, amir = held[0], people["אמיר"]
    with store.write("heard") as session:
        if way == "led":
            block = AgendaItem(title="מקטע", minutes=20, leader_id=amir)
            it = session.get_one(Meeting, meeting)
            it.agenda.append(block)
        else:
            session.add({
                "came": Attendance(meeting_id=meeting, member_id=amir, presence=Presence.LATE),
                "spoke": MeetingNote(
                    meeting_id=meeting, kind=NoteKind.QUOTE, text="משפט", said_by_id=amir
                ),
                "decision": Decision(meeting_id=meeting, text="החלטה", owner_id=amir),
                "task": Action(
                    community_id=community, meeting_id=meeting, text="משימה", owner_id=amir
                ),
            }[way])  # fmt: skip
    assert words(told(store, community, Role.COMMUNITY, "not_heard")) == ["דנה לוי"]


def test_whoever_joined_meanwhile_is_new_and_not_unheard(
    store: Store, community: UUID, held: list[UUID], people: dict[str, UUID]
) -> None:
    with store.write("new") as session:
        members.change(session, [people["דנה"]], {"joined": DAYS[1].date()})
    assert words(told(store, community, Role.COMMUNITY, "not_heard")) == ["אמיר אבו רביעה"]
    assert words(told(store, community, Role.COMMUNITY, "newcomers")) == ["דנה לוי"]


def test_two_meetings_are_too_few_to_call_anybody_unheard(store: Store, community: UUID) -> None:
    assert told(store, community, Role.COMMUNITY, "not_heard") is None


def test_the_reporter_sees_meetings_without_a_word_and_the_day_of_the_digest(
    store: Store, community: UUID, held: list[UUID]
) -> None:
    prompt = told(store, community, Role.REPORTERS, "not_documented")
    assert words(prompt) == ["פתיחת שנה", "ביקור ברהט"]  # nobody wrote of them
    assert told(store, community, Role.REPORTERS, "digest_due") is None
    with store.write("unsent") as session:
        last = session.get_one(Meeting, held[2])
        last.summary, last.summary_sent_on = "", None
        session.add(Decision(meeting_id=last.id, text="החלטה"))
    assert "מפגש 3" not in words(told(store, community, Role.REPORTERS, "not_documented"))
    digest = told(store, community, Role.REPORTERS, "digest_due")
    assert digest is not None
    assert digest.values == {"date": DAYS[2].date() + timedelta(days=7)}


def test_the_critical_friend_sees_open_conclusions_oldest_first_and_the_lowest_rating(
    store: Store, community: UUID, held: list[UUID]
) -> None:
    with store.write("feedback") as session:
        session.add_all(
            Conclusion(community_id=community, meeting_id=held[place], text=text, acted=acted)
            for place, text, acted in (
                (1, "חדשה", Acted.NOT_YET), (0, "ישנה", Acted.PARTLY), (0, "נעשתה", Acted.YES),
            )
        )  # fmt: skip
        for rating in (3, 4, 3, 4):
            feedback.add(session, held[0], {"time": rating, "useful": 5})
    assert words(told(store, community, Role.CRITICAL, "conclusions_open")) == ["ישנה", "חדשה"]
    assert told(store, community, Role.CRITICAL, "lowest_rating") is None  # four tell no number
    with store.write("one more") as session:
        feedback.add(session, held[0], {"time": 3, "useful": 5})
    lowest = told(store, community, Role.CRITICAL, "lowest_rating")
    assert lowest is not None
    assert lowest.values == {"statement": "time", "rating": pytest.approx(3.4)}


def test_the_value_detective_sees_seeds_and_products_that_nobody_told_of(
    store: Store, community: UUID
) -> None:
    with store.write("products") as session:
        guide, kit = (
            products.add(
                session, community,
                {"title": title, "status": ProductStatus.PUBLISHED, "published_on": on},
            )
            for title, on in (("מדריך", date(2026, 5, 1)), ("ערכה", date(2026, 3, 1)))
        )  # fmt: skip
    assert words(told(store, community, Role.VALUE, "products_in_use")) == ["ערכה", "מדריך"]
    with store.write("seed") as session:
        stories.add(session, community, {"title": "זרע", "product_id": kit}, TODAY)
    assert words(told(store, community, Role.VALUE, "products_in_use")) == ["מדריך"]
    assert words(told(store, community, Role.VALUE, "seeds_waiting")) == ["זרע"]
    assert guide


def test_the_messenger_sees_products_ripe_and_whom_they_were_written_for(
    store: Store, community: UUID
) -> None:
    with store.write("ripe") as session:
        for title, audience in (("א", ""), ("ב", "מנהלי בתי ספר")):
            key = products.add(session, community, {"title": title, "audience": audience})
            products.change(session, key, {"status": ProductStatus.APPROVED}, TODAY)
    ripe = told(store, community, Role.EXTERNAL, "products_ripe")
    waiting = told(store, community, Role.EXTERNAL, "audience_waiting")
    assert ripe is not None
    assert ripe.values["n"] == 2
    assert waiting is not None
    assert waiting.values == {"first": "ב", "name": "מנהלי בתי ספר"}


def test_the_broker_sees_stakeholders_not_met_and_consents_missing(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    with store.write("outside") as session:
        stakeholders.add(session, community, {"name": "ראש העיר"})
        members.change(session, [people["נועה"]], {"consent": Consent.GIVEN})
    assert words(told(store, community, Role.BROKERS, "stakeholders_not_met")) == ["ראש העיר"]
    missing = told(store, community, Role.BROKERS, "consents_missing")
    assert words(missing) == ["אמיר אבו רביעה"]  # Dana has joined only lately
    assert missing is not None
    assert missing.private
