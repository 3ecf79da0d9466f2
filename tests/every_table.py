"""The small community with something in every table: what a kept file of a form holds."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from cop_desktop.models import (
    Action,
    AgendaItem,
    AgendaTrack,
    Attachment,
    AttendanceRule,
    Base,
    CalendarEntry,
    Charter,
    CharterApproval,
    CollatedCard,
    Conclusion,
    Decision,
    DimensionStage,
    ErasedRow,
    ExportEvent,
    Feedback,
    FeedbackRating,
    FunctionHolding,
    LibraryEntry,
    MaturityReading,
    Meeting,
    MeetingDay,
    MeetingNote,
    Member,
    MergeMemory,
    MethodMark,
    Need,
    NeedReading,
    NeedsPause,
    Product,
    ProductReview,
    ProductTopic,
    Risk,
    Routine,
    RoutineDone,
    RuleBreach,
    SelfCheck,
    SelfCheckAnswer,
    SharingConsent,
    SignSnooze,
    Stakeholder,
    Threshold,
    Topic,
    TopicNeed,
    Turning,
    ValueStory,
)
from cop_desktop.models.collated import collated, received
from cop_desktop.models.method import (
    Benefit,
    Dimension,
    Norm,
    RoutineRhythm,
    Transformation,
)
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.thread_words import MarkList, ReviewAnswer
from cop_desktop.models.vocabulary import (
    Function,
    LibraryKind,
    NoteKind,
    ProductStatus,
    Share,
    Stage,
)
from cop_desktop.store import Store

from .sample import small_community

DAY = date(2026, 11, 18)


def community_of_every_table(store: Store) -> UUID:
    """Write it into an open file and give its id."""
    key = small_community(store)
    with store.write("fill") as session:
        held = session.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
        member = session.scalars(select(Member.id).order_by(Member.sort_key)).first()
        assert held
        assert member
        for rows in (
            _around(key, held, member), _after(key, held, member), _charter(key, member),
            _thread(key, held, member), _products(key, member), _life(key, member),
            _leaving(key, member),
        ):  # fmt: skip
            _add(session, rows)
        _collated(session)
    return key


def _add(session: Session, rows: Iterable[Base]) -> None:
    """One by one: what points at a row comes after it."""
    for row in rows:
        session.add(row)
        session.flush()


def _around(key: UUID, held: Meeting, member: UUID) -> list[Base]:
    block: AgendaItem = held.agenda[0]
    return [
        FunctionHolding(member_id=member, function=Function.LEADER, since=date(2025, 9, 1)),
        Risk(community_id=key, work_year=2026, position=0, text="עומס", remedy="מפגש קצר"),
        AttendanceRule(community_id=key, profile="own", hours=30),
        CalendarEntry(meeting_id=held.id, fingerprint="0"),
        MeetingDay(meeting_id=held.id, day=1, starts_at=datetime(2026, 10, 14, 9), minutes=90),
        AgendaTrack(item_id=block.id, number=0, title="חדר ראשון"),
        Attachment(item_id=block.id, name="קובץ", size=3, content=b"abc"),
        LibraryEntry(community_id=key, kind=LibraryKind.BLOCK, title="סבב", body="[]", kept_on=DAY),
    ]


def _after(key: UUID, held: Meeting, member: UUID) -> list[Base]:
    form = Feedback(meeting_id=held.id, number=1, took="רעיון")
    return [
        Decision(meeting_id=held.id, text="נפגשים ברהט", owner_id=member, due=DAY),
        Action(community_id=key, meeting_id=held.id, text="לשלוח חומר", owner_id=member, due=DAY),
        MeetingNote(meeting_id=held.id, kind=NoteKind.QUOTE, text="סוף סוף", said_by_id=member),
        form,
        FeedbackRating(feedback_id=form.id, statement="useful", rating=4),
        Conclusion(community_id=key, meeting_id=held.id, text="יותר זמן לזוגות"),
    ]


def _charter(key: UUID, member: UUID) -> list[Base]:
    charter = Charter(
        community_id=key, number=1, adopted_on=DAY, review_on=date(2027, 11, 18),
        domain_in="מעברים", promises=(Benefit.VOICE,), norms=(Norm.STAYS_HERE, Norm.NO_NAMES),
        approver_id=member,
    )  # fmt: skip
    return [
        charter,
        CharterApproval(charter_id=charter.id, member_id=member, approved_on=DAY),
        RuleBreach(community_id=key, noted_on=DAY, text="צילום מסך", norm=Norm.PHOTOS),
    ]


def _thread(key: UUID, held: Meeting, member: UUID) -> list[Base]:
    need = Need(
        community_id=key, text="נוהל אחד", noted_on=DAY, member_id=member, meeting_id=held.id
    )
    topic = Topic(community_id=key, title="נוהל מעבר", opened_on=DAY, owner_id=member)
    pause = NeedsPause(community_id=key, planned_on=DAY, closed_on=DAY, learnt="הנוהל קודם")
    story = ValueStory(
        community_id=key, title="בשער הגן", noted_on=DAY, teller_id=member, topic_id=topic.id
    )
    return [
        need, topic, TopicNeed(topic_id=topic.id, need_id=need.id), pause,
        NeedReading(pause_id=pause.id, need_id=need.id, weight=3), story,
    ]  # fmt: skip


def _products(key: UUID, member: UUID) -> list[Base]:
    topic = Topic(community_id=key, title="מילון", opened_on=DAY)
    product = Product(
        community_id=key, title="מילון מונחים", status=ProductStatus.REVIEW, owner_id=member,
        moved_on=DAY,
    )  # fmt: skip
    review = ProductReview(
        product_id=product.id, member_id=member, asked_on=DAY, answer=ReviewAnswer.READY,
        answered_on=DAY,
    )  # fmt: skip
    return [topic, product, ProductTopic(product_id=product.id, topic_id=topic.id), review]


def _life(key: UUID, member: UUID) -> list[Base]:
    routine = Routine(
        community_id=key, name="טיפ שבועי", rhythm=RoutineRhythm.WEEKLY, since=DAY, owner_id=member
    )
    check = SelfCheck(community_id=key, checked_on=DAY, who="כולנו")
    return [
        routine,
        RoutineDone(routine_id=routine.id, done_on=DAY),
        Stakeholder(community_id=key, name="רות אדלר", broker_id=member, met_on=DAY),
        DimensionStage(
            community_id=key, dimension=Dimension.PRACTICE, stage=Stage.POTENTIAL, since=DAY
        ),
        MaturityReading(community_id=key, read_on=DAY, content=3),
        Turning(community_id=key, kind=Transformation.RENEWAL, begun_on=DAY),
        MethodMark(
            community_id=key, list=MarkList.SETUP, key="members.commitment_said", done_on=DAY
        ),
        check,
        SelfCheckAnswer(check_id=check.id, statement="components.leadership.shared", rating=4),
        SignSnooze(
            community_id=key, sign="topics_wait", since=DAY, until=date(2026, 12, 18), reason="חג"
        ),
        Threshold(community_id=key, rule="topics_wait", name="meetings", value=4),
    ]


def _leaving(key: UUID, member: UUID) -> list[Base]:
    return [
        ExportEvent(
            community_id=key, number=1, at=datetime(2026, 11, 18, 9), step=ExportStep.EXPORTED,
            level=Share.MINISTRY, package="0", told="{}", previous="", digest="1",
        ),
        SharingConsent(member_id=member, level=Share.MINISTRY, given_on=DAY),
        ErasedRow(table="member", row=uuid4(), erased_on=DAY),
        CollatedCard(community_id="1", name="צפון", programme="רצף"),
        MergeMemory(met_at=datetime(2026, 11, 18, 9), body=b""),
    ]  # fmt: skip


def _collated(session: Session) -> None:
    """A row in each of the coordinator's tables, every cell filled."""
    for table in (*collated.values(), received):
        row = {column.name: FILLERS[column.type.python_type] for column in table.columns}
        session.execute(insert(table).values(row))


FILLERS: dict[type, object] = {
    datetime: datetime(2026, 11, 18, 9), date: DAY, str: "1", int: 1, bool: True
}  # fmt: skip
