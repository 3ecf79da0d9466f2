"""One box finds people, meetings and decisions, however they were typed."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from cop_desktop.models import Decision, Meeting, Member, Need, Product, Topic, ValueStory
from cop_desktop.services import routines
from cop_desktop.services.finding import FoundKind, search_everything
from cop_desktop.services.keys import refresh_keys
from cop_desktop.store import Store


def _fill(store: Store, community: UUID) -> None:
    with store.write("more") as session:
        refresh_keys(session, session.scalars(select(Member.id)).all())
        meeting = session.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
        assert meeting is not None
        session.add(Decision(meeting_id=meeting.id, text="נועה תכין סיכום ביקור"))
        session.add(Product(community_id=community, title="מדריך ביקור עמיתים"))


def test_a_person_is_found_by_name_organisation_or_telephone(store: Store, community: UUID) -> None:
    _fill(store, community)
    with store.read() as session:
        for words in ("נועה", "אברהם נועה", "חיפה", "052-1234567"):
            first = search_everything(session, community, words)[0]
            assert (first.kind, first.title, first.detail) == (
                FoundKind.MEMBER,
                "נועה אברהם",
                "חיפה",
            )


def test_one_word_finds_a_meeting_a_decision_and_a_product(store: Store, community: UUID) -> None:
    _fill(store, community)
    with store.read() as session:
        found = search_everything(session, community, "ביקור")
    assert [each.kind for each in found] == ["meeting", "decision", "product"]
    assert found[0].on == date(2026, 11, 17)
    assert found[1].shown_at != found[1].id  # a decision is shown in its meeting


def test_a_block_of_an_agenda_and_an_activity_of_the_plan_are_found(
    store: Store, community: UUID
) -> None:
    with store.read() as session:
        block = search_everything(session, community, "מקרה שטח")[0]
        activity = search_everything(session, community, "מונחים")[0]
    assert (block.kind, block.detail) == (FoundKind.BLOCK, "פתיחת שנה")
    assert (activity.kind, activity.title) == (FoundKind.ACTIVITY, "מילון מונחים")


def test_nothing_is_found_for_nothing_and_limits_hold(store: Store, community: UUID) -> None:
    _fill(store, community)
    with store.read() as session:
        assert search_everything(session, community, "  ") == []
        assert len(search_everything(session, community, "א", limit=1)) <= 4
        assert search_everything(session, community, "100% _") == []


def test_what_begins_with_the_words_comes_first(store: Store, community: UUID) -> None:
    _fill(store, community)
    with store.read() as session:
        people = [
            each.title for each in search_everything(session, community, "א")
            if each.kind is FoundKind.MEMBER
        ]  # fmt: skip
    assert people[-1] == "דנה לוי" or "דנה לוי" not in people
    assert people[:2] == ["אמיר אבו רביעה", "נועה אברהם"]


def test_topics_needs_stories_and_routines_are_found_behind_prefixes_and_points(
    store: Store, community: UUID
) -> None:
    day = date(2026, 11, 1)
    with store.write("more") as session:
        session.add(Topic(community_id=community, title="על הַשִּׁבּוּץ", opened_on=day))
        session.add(Need(community_id=community, text="עזרה בשיבוץ", noted_on=day))
        session.add(ValueStory(community_id=community, title="ושיבוץ אחד", noted_on=day))
        routines.add(session, community, {"name": "שיבוץ"}, day)
    with store.read() as session:
        found = search_everything(session, community, "שיבוץ")
        pointed = search_everything(session, community, "שבוץ")
    assert [each.kind for each in found] == ["need", "story", "routine"]
    assert [each.kind for each in pointed] == ["topic"]  # written without the yod
