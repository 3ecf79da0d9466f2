"""Feedback about a meeting: forms without names, and what they say together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Feedback, FeedbackRating

from .editing import Fields, cleaned, prose, whole

STATEMENTS = ("purpose", "useful", "voice", "time", "apply")  # keys of content/feedback.toml
OPEN = ("took", "missed", "wish")
ENOUGH = 5  # fewer answers than this are a conversation, not a number
SCALE = range(1, 6)
HIGH = 4  # and above
FIELDS: Fields = {
    **dict.fromkeys(STATEMENTS, whole(SCALE[0], SCALE[-1])),
    **dict.fromkeys(OPEN, prose),
}


@frozen
class Form:
    """One form; a statement that was left out is not in `ratings`."""

    id: UUID
    number: int  # from 1, as typed in
    ratings: Mapping[str, int]
    took: str
    missed: str
    wish: str


@frozen
class Rated:
    """How a statement was rated: how often each of 1 to 5."""

    key: str
    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def enough(self) -> bool:
        return self.n >= ENOUGH

    @property
    def high(self) -> int:
        return sum(self.counts[HIGH - 1 :])

    @property
    def share(self) -> float | None:
        """The high answers, 0–1; nothing where there are too few to say."""
        return self.high / self.n if self.enough else None

    @property
    def mean(self) -> float | None:
        """The mean, 1–5; nothing where there are too few to say."""
        if not self.enough:
            return None
        return sum(rate * count for rate, count in zip(SCALE, self.counts, strict=True)) / self.n


@frozen
class Results:
    """A meeting's feedback; open answers in an order that does not tell which form was whose."""

    n: int  # forms
    statements: tuple[Rated, ...]
    took: tuple[str, ...]
    missed: tuple[str, ...]
    wish: tuple[str, ...]

    @property
    def enough(self) -> bool:
        return self.n >= ENOUGH


@frozen
class Brought:
    """How many forms came in, and how many were here already."""

    added: int
    unchanged: int


def forms(session: Session, meeting_id: UUID) -> list[Form]:
    """All forms as typed in."""
    ratings: dict[UUID, dict[str, int]] = {}
    found = session.execute(
        select(FeedbackRating.feedback_id, FeedbackRating.statement, FeedbackRating.rating)
        .join(Feedback, FeedbackRating.feedback_id == Feedback.id)
        .where(Feedback.meeting_id == meeting_id)
    )
    for key, statement, rating in found:
        ratings.setdefault(key, {})[statement] = rating
    rows = session.scalars(
        select(Feedback).where(Feedback.meeting_id == meeting_id).order_by(Feedback.number)
    )
    return [
        Form(it.id, it.number, ratings.get(it.id, {}), it.took, it.missed, it.wish) for it in rows
    ]


def add(session: Session, meeting_id: UUID, values: Mapping[str, Any]) -> UUID:
    """One form: ratings by statement, open answers; raises UserError when nothing is in it."""
    clean = _said(values)
    if not clean:
        raise UserError(N_("The form is empty. Rate a statement or write a word."))
    last = session.scalar(
        select(func.max(Feedback.number)).where(Feedback.meeting_id == meeting_id)
    )
    form = Feedback(meeting_id=meeting_id, number=(last or 0) + 1)
    session.add(form)
    session.flush()
    _write(session, form, clean)
    return form.id


def change(session: Session, form_id: UUID, values: Mapping[str, Any]) -> None:
    """Correct a form; statements and answers that are not named stay, None takes one back."""
    _write(session, session.get_one(Feedback, form_id), cleaned(FIELDS, values))


def remove(session: Session, form_id: UUID) -> None:
    """Delete a form; those behind it move up."""
    form = session.get_one(Feedback, form_id)
    meeting, number = form.meeting_id, form.number
    session.delete(form)
    session.flush()
    behind = select(Feedback).where(Feedback.meeting_id == meeting, Feedback.number > number)
    for other in list(session.scalars(behind.order_by(Feedback.number))):
        other.number -= 1
        session.flush()  # one by one: no two may bear a number even for a moment


def bring_in(session: Session, meeting_id: UUID, rows: Iterable[Mapping[str, Any]]) -> Brought:
    """Add the forms that are not here yet, by their whole answers: twice brought changes nothing.

    Answers that several gave alike count as often as they stand in `rows`.
    """
    fresh, known = sift(forms(session, meeting_id), rows)
    for row in fresh:
        add(session, meeting_id, row)
    return Brought(len(fresh), known)


def sift(
    here: Iterable[Form], rows: Iterable[Mapping[str, Any]]
) -> tuple[list[dict[str, Any]], int]:
    """The rows that say something not here yet, and how many are here; writes nothing."""
    left = Counter(_mark({**form.ratings, **_open(form)}) for form in here)
    fresh, known = [], 0
    for row in rows:
        clean = _said(row)
        mark = _mark(clean)
        if left[mark] > 0:
            left[mark] -= 1
            known += 1
        elif clean:
            fresh.append(clean)
    return fresh, known


def results(session: Session, meeting_id: UUID) -> Results:
    """What the forms say together."""
    given = forms(session, meeting_id)

    def answers(name: str) -> tuple[str, ...]:
        return tuple(sorted(text for form in given if (text := getattr(form, name))))

    return Results(len(given), tuple(_rated(key, given) for key in STATEMENTS), *map(answers, OPEN))


def _rated(key: str, given: Sequence[Form]) -> Rated:
    counted = Counter(form.ratings.get(key) for form in given)
    return Rated(key, tuple(counted[rate] for rate in SCALE))


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a form says, made fit; without what was left out."""
    return {name: it for name, it in cleaned(FIELDS, values).items() if it not in (None, "")}


def _open(form: Form) -> dict[str, str]:
    return {name: text for name in OPEN if (text := getattr(form, name))}


def _mark(said: Mapping[str, Any]) -> frozenset[tuple[str, Any]]:
    return frozenset(said.items())


def _write(session: Session, form: Feedback, values: Mapping[str, Any]) -> None:
    there = {
        row.statement: row
        for row in session.scalars(
            select(FeedbackRating).where(FeedbackRating.feedback_id == form.id)
        )
    }
    for name, value in values.items():
        if name in OPEN:
            setattr(form, name, value)
        elif value is None:
            if name in there:
                session.delete(there[name])
        elif name in there:
            there[name].rating = value
        else:
            session.add(FeedbackRating(feedback_id=form.id, statement=name, rating=value))
