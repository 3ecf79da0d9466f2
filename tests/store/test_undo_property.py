"""Whatever is done to the file, in whatever order, can be taken back and done again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from cop_desktop.models import AgendaItem, Attendance, Meeting, Member
from cop_desktop.store import Change, Store, create_file
from tests.sample import small_community

from .test_store import Rows, rows

Deed = Callable[[Session, int, str], None]
WORDS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["a\0b", "'; DROP TABLE member; --", "\u202eהפוך", "1.0", "?", "%s :x", ""]
)
SOME = st.integers(0, 6)


def add_member(session: Session, n: int, word: str) -> None:
    first = session.execute(text("SELECT id, community_id FROM member LIMIT 1 OFFSET :n"), {"n": n})
    if found := first.first():
        mentor, community = UUID(found.id), UUID(found.community_id)
        session.add(Member(community_id=community, given_name=word, mentor_id=mentor))


def add_meeting(session: Session, n: int, word: str) -> None:
    if found := session.execute(text("SELECT id FROM community LIMIT 1")).scalar():
        it = Meeting(community_id=UUID(found), topic=word, starts_at=datetime(2026, 9, 1 + n, 9))
        it.agenda.extend(AgendaItem(title=word, minutes=k) for k in range(n))
        session.add(it)


def replace_attendance(session: Session, n: int, _word: str) -> None:
    """REPLACE deletes the row in its way, which only recursive triggers tell."""
    session.execute(
        text(
            "INSERT OR REPLACE INTO attendance (id, meeting_id, member_id, remote)"
            " SELECT :id, meeting_id, member_id, remote FROM attendance LIMIT 1 OFFSET :n"
        ),
        {"id": uuid4().hex, "n": n},
    )


def answer_again(session: Session, n: int, word: str) -> None:
    session.execute(
        text(
            "INSERT INTO attendance (id, meeting_id, member_id, remote)"
            " SELECT :id, meeting_id, member_id, remote FROM attendance WHERE true"
            " LIMIT 1 OFFSET :n ON CONFLICT (meeting_id, member_id) DO UPDATE SET reply = :word"
        ),
        {"id": uuid4().hex, "n": n, "word": "coming" if len(word) % 2 else None},
    )


def delete_one(table: str) -> Deed:
    def work(session: Session, n: int, _word: str) -> None:
        session.execute(
            text(f"DELETE FROM {table} WHERE id = (SELECT id FROM {table} LIMIT 1 OFFSET :n)"),
            {"n": n},
        )

    return work


def rename_everyone(session: Session, n: int, word: str) -> None:
    session.execute(
        text("UPDATE member SET notes = :word, in_post_since = :n"), {"word": word, "n": n}
    )


def shift_positions(session: Session, n: int, _word: str) -> None:
    session.execute(text("UPDATE agenda_item SET position = position + :n"), {"n": n})


def new_identity(session: Session, n: int, _word: str) -> None:
    session.execute(
        text("UPDATE goal SET id = :id WHERE id NOT IN (SELECT goal_id FROM plan_item)"),
        {"id": uuid4().hex},
    )


def swap_attendance(session: Session, n: int, _word: str) -> None:
    """Unique pairs pass through a third value and back: the order of going back matters."""
    pairs = session.query(Attendance).limit(2).all()
    if len(pairs) == 2 and pairs[0].meeting_id == pairs[1].meeting_id:
        one, two = pairs[0].member_id, pairs[1].member_id
        session.delete(pairs[1])
        session.flush()
        pairs[0].member_id = two
        session.flush()
        session.add(Attendance(meeting_id=pairs[0].meeting_id, member_id=one))


DEEDS: list[Deed] = [
    add_member, add_meeting, replace_attendance, answer_again, rename_everyone, shift_positions,
    new_identity, swap_attendance, delete_one("member"), delete_one("meeting"),
    delete_one("organisation"), delete_one("goal"), delete_one("community"),
]  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), SOME, WORDS), min_size=1, max_size=4)


@given(writes=st.lists(STEPS, min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_writes_are_taken_back_and_done_again(
    writes: list[list[tuple[Deed, int, str]]],
) -> None:
    with TemporaryDirectory() as folder, create_file(Path(folder) / "a.cop") as store:
        small_community(store)
        done: list[Change] = []
        store.on_commit.append(done.append)
        states = [rows(store)]
        for steps in writes:
            count = len(done)
            with store.write("steps") as session:
                for work, n, word in steps:
                    work(session, n, word)
                    session.flush()
            if len(done) > count:
                states.append(rows(store))
        walk_back_and_forth(store, done, states)


def walk_back_and_forth(store: Store, done: list[Change], states: list[Rows]) -> None:
    for way in (states[-2::-1], states[1:], states[-2::-1]):
        back: list[Change] = []
        for state in way:
            back.append(store.revert(done.pop()))
            assert rows(store) == state
        done = back
