"""Products on their way: honest steps, a second pair of eyes, and a gate before the outside."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from cop_desktop.errors import UserError
from cop_desktop.models import Charter, Member, Topic
from cop_desktop.models.thread_words import ReviewAnswer
from cop_desktop.models.vocabulary import ProductStatus, Share
from cop_desktop.services import (
    product_gates,
    product_reviews,
    product_topics,
    products,
)
from cop_desktop.services.products import ProductRow
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
DRAFT, REVIEW = ProductStatus.DRAFT, ProductStatus.REVIEW
APPROVED, PUBLISHED = ProductStatus.APPROVED, ProductStatus.PUBLISHED


@pytest.fixture
def people(store: Store, community: UUID) -> dict[str, UUID]:
    with store.read() as session:
        found = select(Member.given_name, Member.id).where(Member.community_id == community)
        return {name: key for name, key in session.execute(found)}  # noqa: C416 - typed


@pytest.fixture
def guide(store: Store, community: UUID, people: dict[str, UUID]) -> UUID:
    """A draft that Dana is responsible for."""
    with store.write("add") as session:
        values = {"title": "מדריך קליטה", "status": DRAFT, "owner_id": people["דנה"]}
        return products.add(session, community, values, TODAY - timedelta(30))


def row(store: Store, community: UUID) -> ProductRow:
    with store.read() as session:
        return products.every(session, community)[0]


def move(store: Store, key: UUID, status: ProductStatus, day: date = TODAY) -> None:
    with store.write("move") as session:
        product_gates.move(session, key, status, day)


def test_every_step_notes_its_day(store: Store, community: UUID, guide: UUID) -> None:
    assert row(store, community).moved_on == TODAY - timedelta(30)
    for n, status in enumerate((REVIEW, APPROVED, PUBLISHED)):
        move(store, guide, status, TODAY + timedelta(n))
        now = row(store, community)
        assert (now.status, now.moved_on) == (status, TODAY + timedelta(n))
    assert now.approved_on == TODAY + timedelta(1)
    assert now.published_on == TODAY + timedelta(2)
    move(store, guide, PUBLISHED, TODAY + timedelta(9))  # where it is already
    assert row(store, community).moved_on == TODAY + timedelta(2)


def test_nothing_is_approved_without_somebody_responsible(store: Store, community: UUID) -> None:
    with store.write("add") as session:
        key = products.add(session, community, {"title": "מכתב"}, TODAY)
    with pytest.raises(UserError, match="responsible"):
        move(store, key, APPROVED)
    assert row(store, community).status == ProductStatus.IDEA


def test_nothing_is_published_before_it_is_approved(
    store: Store, community: UUID, guide: UUID
) -> None:
    with pytest.raises(UserError, match="approved"):
        move(store, guide, PUBLISHED)
    with pytest.raises(UserError, match="approved"), store.write("clear") as session:
        product_gates.clear_outside(session, guide, True)
    assert row(store, community).status == DRAFT


def test_the_one_whom_the_charter_names_approves(
    store: Store, community: UUID, guide: UUID, people: dict[str, UUID]
) -> None:
    with store.write("charter") as session:
        session.add(
            Charter(community_id=community, number=1, adopted_on=TODAY, approver_id=people["נועה"])
        )
        session.add(Charter(community_id=community, number=2, approver_id=people["אמיר"]))
    move(store, guide, APPROVED)
    assert row(store, community).approved_by == "נועה אברהם"


def test_back_to_the_draft_takes_approval_clearance_and_publication_away(
    store: Store, community: UUID, guide: UUID
) -> None:
    move(store, guide, APPROVED)
    with store.write("clear") as session:
        product_gates.clear_outside(session, guide, True)
        product_gates.publish(session, guide, TODAY, where="אתר", audience="גננות", recipients=40)
    out = row(store, community)
    assert out.may_leave
    assert (out.where, out.audience, out.recipients) == ("אתר", "גננות", 40)
    move(store, guide, APPROVED)  # withdrawn, still approved and cleared
    assert row(store, community).may_leave
    assert row(store, community).published_on is None
    move(store, guide, DRAFT)
    back = row(store, community)
    assert not back.may_leave
    assert not back.cleared_outside
    assert (back.approved_on, back.approved_by_id, back.published_on) == (None, None, None)
    move(store, guide, APPROVED)
    assert not row(store, community).cleared_outside  # cleared anew, if at all


def test_a_list_from_outside_that_lowers_a_status_takes_the_clearance_too(
    store: Store, community: UUID, guide: UUID
) -> None:
    move(store, guide, APPROVED)
    with store.write("import") as session:
        product_gates.clear_outside(session, guide, True)
        products.change(session, guide, {"status": DRAFT})
    assert not row(store, community).cleared_outside


@pytest.mark.parametrize("level", Share)
def test_outside_only_what_is_approved_and_cleared_is_shown(
    store: Store, community: UUID, people: dict[str, UUID], level: Share
) -> None:
    with store.write("all") as session:
        for status in ProductStatus:
            for cleared in (False, True):
                values = {"title": f"{status} {cleared}", "status": status}
                key = products.add(session, community, values | {"owner_id": people["דנה"]})
                if cleared and status in (APPROVED, PUBLISHED):
                    product_gates.clear_outside(session, key, True)
    with store.read() as session:
        rows = products.every(session, community)
    shown = {it.title for it in product_gates.shown_to(rows, level)}
    if level in (Share.ME, Share.COMMUNITY):
        assert len(shown) == len(rows)
    else:
        assert shown == {f"{APPROVED} True", f"{PUBLISHED} True"}


def test_stuck_is_what_is_being_written_and_has_not_moved(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    days = {DRAFT: 200, REVIEW: 140, ProductStatus.IDEA: 900, APPROVED: 900}
    with store.write("add") as session:
        for status, ago in days.items():
            values = {"title": status.value, "status": status}
            products.add(session, community, values, TODAY - timedelta(ago))
        products.add(session, community, {"title": "unknown", "status": DRAFT})
    with store.read() as session:
        assert [it.title for it in products.stuck(session, community, TODAY, 4)] == [
            "draft", "review"
        ]  # fmt: skip
        assert [it.title for it in products.stuck(session, community, TODAY, 5)] == ["draft"]
        assert [it.title for it in products.ripe(session, community)] == ["approved"]


def test_readers_are_asked_answer_and_are_asked_anew(
    store: Store, guide: UUID, people: dict[str, UUID]
) -> None:
    with store.write("ask") as session:
        key = product_reviews.ask(session, guide, people["נועה"], TODAY)
        product_reviews.answer(session, key, ReviewAnswer.CHANGES, TODAY, "חסרה דוגמה")
        [said] = product_reviews.of(session, guide)
        assert (said.name, said.answer, said.note) == (
            "נועה אברהם", ReviewAnswer.CHANGES, "חסרה דוגמה"
        )  # fmt: skip
        again = product_reviews.ask(session, guide, people["נועה"], TODAY + timedelta(7))
        [asked] = product_reviews.of(session, guide)
        assert again == key
        assert (asked.answer, asked.answered_on) == (None, None)
        assert asked.note == "חסרה דוגמה"  # what they remarked still helps the writer
        product_reviews.withdraw(session, key)
        assert product_reviews.of(session, guide) == ()


def test_whoever_is_responsible_does_not_review_themselves(
    store: Store, guide: UUID, people: dict[str, UUID]
) -> None:
    with pytest.raises(UserError), store.write("ask") as session:
        product_reviews.ask(session, guide, people["דנה"], TODAY)


def test_a_product_knows_its_topics_and_a_topic_its_products(
    store: Store, community: UUID, guide: UUID
) -> None:
    with store.write("link") as session:
        topic = Topic(community_id=community, title="קליטת סייעות", opened_on=TODAY)
        session.add(topic)
        session.flush()
        for _twice in range(2):
            product_topics.link_topic(session, guide, topic.id)
        assert [it.topic for it in product_topics.topics_of(session, guide)] == ["קליטת סייעות"]
        answers = product_topics.answers(session, community)
        assert [(it.topic_id, it.product) for it in answers] == [(topic.id, "מדריך קליטה")]
        assert set(product_topics.by_product(session, community)) == {guide}
        product_topics.unlink_topic(session, guide, topic.id)
        assert product_topics.topics_of(session, guide) == ()


def test_a_list_tells_the_day_only_of_what_was_published(
    store: Store, community: UUID, guide: UUID
) -> None:
    with store.write("import") as session:
        values = {"status": PUBLISHED, "published_on": date(2026, 5, 1)}
        products.change(session, guide, values)
    assert row(store, community).moved_on == date(2026, 5, 1)
    assert not row(store, community).may_leave  # a list clears nothing
    with store.write("import") as session:
        products.change(session, guide, {"status": REVIEW})
    assert row(store, community).moved_on is None
