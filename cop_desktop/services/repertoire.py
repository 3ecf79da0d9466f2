"""Everything a community knows, in one search: products, topics, decisions, stories, summaries.

What is the leader's own, or was said in confidence, is not among it.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Conclusion,
    Decision,
    LibraryEntry,
    Meeting,
    MeetingNote,
    Need,
    Product,
    Routine,
    Topic,
    ValueStory,
)

from .word_search import Query, Span, folded, query

AROUND = 70  # letters of an excerpt on each side of what was found


class Known(StrEnum):
    """What knowledge comes as, in the order in which it is most ready for use."""

    PRODUCT = "product"
    STORY = "story"
    TOPIC = "topic"
    DECISION = "decision"
    MEETING = "meeting"
    NOTE = "note"
    CONCLUSION = "conclusion"
    ROUTINE = "routine"
    ENTRY = "entry"
    NEED = "need"


@frozen
class Text:
    """A piece of what is known; `shown_at` is the row whose place shows it."""

    kind: Known
    shown_at: UUID
    on: date | None
    title: str
    body: str  # in paragraphs


@frozen
class Hit:
    """A text that answers, and where in its title and excerpt the words stand."""

    text: Text
    title_marks: tuple[Span, ...]
    excerpt: str
    excerpt_marks: tuple[Span, ...]


@frozen
class Shelf:
    """All that is known, read once and searched as long as one types."""

    texts: tuple[tuple[Text, str, str], ...]  # with the title, and all of it, folded

    def search(self, words: str, limit: int = 40) -> tuple[Hit, ...]:
        """What answers all the words, the best first: whole words before parts of words."""
        wanted = query(words)
        if not wanted:
            return ()
        ranked = ((_rank(wanted, *told), told[0]) for told in self.texts)
        found = sorted(((rank, text) for rank, text in ranked if rank), key=lambda it: it[0])
        return tuple(hit(text, wanted) for _rank_of, text in found[:limit])


def shelf(session: Session, community_id: UUID) -> Shelf:
    """Read everything that a community knows."""
    return Shelf(tuple(_folded(text) for text in texts(session, community_id)))


def _folded(text: Text) -> tuple[Text, str, str]:
    title = folded(text.title)
    return text, title, f"{title}\n{folded(text.body)}" if text.body else title


def texts(session: Session, community_id: UUID) -> Iterable[Text]:
    """All that is known, kind by kind."""
    for kind, source in _SOURCES.items():
        for key, on, title, *body in session.execute(source(community_id)):
            day = on.date() if isinstance(on, datetime) else on
            yield Text(kind, key, day, title, "\n".join(part for part in body if part))


def hit(text: Text, wanted: Query) -> Hit:
    """A text with its words marked, and an excerpt around the first of them."""
    excerpt = _excerpt(text.body, wanted.marks(text.body))
    return Hit(text, wanted.marks(text.title), excerpt, wanted.marks(excerpt))


def _rank(wanted: Query, text: Text, title: str, whole: str) -> tuple[Any, ...]:
    """The smaller the better; nothing where a word is missing."""
    fits = wanted.fits(whole)
    if not fits:
        return ()
    day = text.on.toordinal() if text.on else 0
    return sum(fits), not wanted.fits(title), _ORDER[text.kind], -day, title


def _excerpt(body: str, marks: tuple[Span, ...]) -> str:
    """One line around the first mark, cut between words."""
    start, end = marks[0] if marks else (0, 0)
    line = " ".join(body.split())
    if len(line) <= 2 * AROUND:
        return line
    first, last = max(0, start - AROUND), min(len(body), end + AROUND)
    first = body.find(" ", first) + 1 if first and " " in body[first:start] else first
    last = body.rfind(" ", end, last) if last < len(body) and " " in body[end:last] else last
    inside = " ".join(body[first:last].split())
    return f"{'… ' if first else ''}{inside}{' …' if last < len(body) else ''}"


Source = Callable[[UUID], Select[*tuple[Any, ...]]]


def _products(home: UUID) -> Select[*tuple[Any, ...]]:
    return select(
        Product.id, Product.published_on, Product.title, Product.summary, Product.audience,
        Product.where,
    ).where(Product.community_id == home)  # fmt: skip


def _stories(home: UUID) -> Select[*tuple[Any, ...]]:
    it = ValueStory
    return select(
        it.id, it.noted_on, it.title, it.happened, it.got, it.did, it.changed
    ).where(it.community_id == home)  # fmt: skip


def _topics(home: UUID) -> Select[*tuple[Any, ...]]:
    return select(Topic.id, Topic.opened_on, Topic.title, Topic.note, Topic.answer).where(
        Topic.community_id == home
    )


def _decisions(home: UUID) -> Select[*tuple[Any, ...]]:
    return (
        select(Meeting.id, Meeting.starts_at, Decision.text, Decision.note)
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .where(Meeting.community_id == home)
    )


def _meetings(home: UUID) -> Select[*tuple[Any, ...]]:
    return select(
        Meeting.id, Meeting.starts_at, Meeting.topic, Meeting.purpose, Meeting.question,
        Meeting.summary,
    ).where(Meeting.community_id == home)  # fmt: skip


def _notes(home: UUID) -> Select[*tuple[Any, ...]]:
    return (
        select(Meeting.id, Meeting.starts_at, MeetingNote.text)
        .join(Meeting, MeetingNote.meeting_id == Meeting.id)
        .where(Meeting.community_id == home, MeetingNote.confidential.is_(False))
    )


def _conclusions(home: UUID) -> Select[*tuple[Any, ...]]:
    return (
        select(Meeting.id, Meeting.starts_at, Conclusion.text, Conclusion.note)
        .join(Meeting, Conclusion.meeting_id == Meeting.id)
        .where(Conclusion.community_id == home)
    )


def _routines(home: UUID) -> Select[*tuple[Any, ...]]:
    return select(Routine.id, Routine.since, Routine.name, Routine.what).where(
        Routine.community_id == home
    )


def _entries(home: UUID) -> Select[*tuple[Any, ...]]:
    return select(LibraryEntry.id, LibraryEntry.kept_on, LibraryEntry.title).where(
        LibraryEntry.community_id == home
    )


def _needs(home: UUID) -> Select[*tuple[Any, ...]]:
    return select(Need.id, Need.noted_on, Need.text).where(Need.community_id == home)


_SOURCES: dict[Known, Source] = {
    Known.PRODUCT: _products,
    Known.STORY: _stories,
    Known.TOPIC: _topics,
    Known.DECISION: _decisions,
    Known.MEETING: _meetings,
    Known.NOTE: _notes,
    Known.CONCLUSION: _conclusions,
    Known.ROUTINE: _routines,
    Known.ENTRY: _entries,
    Known.NEED: _needs,
}
_ORDER = {kind: place for place, kind in enumerate(Known)}
