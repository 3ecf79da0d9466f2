"""Somebody asks to be forgotten: afterwards no byte within reach holds their name."""

import shutil
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from cop_desktop.models import Attendance, Decision, Meeting, Member, MergeMemory
from cop_desktop.services import communities, erasing, members, sample
from cop_desktop.services.merging.meeting import bring_in, prepare, share
from cop_desktop.services.search import fold
from cop_desktop.store import Store, backups_of, create_file, open_file

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)
NAME, PHONE, MAIL = ("ורדית", "צוקרוב"), "050-555-7731", "vardit.zukrov@example.org"
INSTEAD = "חבר.ת קהילה לשעבר"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_file(tmp_path / "mine.cop") as store:
        with store.write("sample") as session:
            sample.create(session, TODAY)
        yield store


def joined(store: Store) -> UUID:
    """A member who is named in minutes, was backed up, and is known to the co-leader's laptop."""
    with store.read() as session:
        community = communities.every(session, TODAY)[0].id
        meeting = session.scalars(select(Meeting.id).order_by(Meeting.starts_at)).first()
    with store.write("add") as session:
        key = members.add(
            session, community,
            {"given_name": NAME[0], "family_name": NAME[1], "mobile": PHONE, "email": MAIL,
             "notes": f"{NAME[0]} {NAME[1]} ביקשה שיחה"},
        )  # fmt: skip
        session.add(Attendance(meeting_id=meeting, member_id=key))  # type: ignore[arg-type]
        session.add(Decision(meeting_id=meeting, text=f"{' '.join(NAME)} תכתוב למנכ״ל ({MAIL})"))  # type: ignore[arg-type]
        share(session, NOW)
    store.backup()
    return key


def forget(store: Store, key: UUID) -> None:
    with store.write("erase") as session:
        erasing.erase(session, key, INSTEAD, TODAY)
    with store.read() as session:  # as a window does between the two
        assert session.get(Member, key) is None
    store.forget()


def bytes_within_reach(folder: Path, data_dir: Path) -> bytes:
    """Every file of the folder and of the program's own data; packed cells unpacked."""
    files = [it for place in (folder, data_dir) for it in place.rglob("*") if it.is_file()]
    return b"\n".join(it.read_bytes() for it in files)


def test_no_byte_within_reach_holds_the_name(store: Store, tmp_path: Path, data_dir: Path) -> None:
    key = joined(store)
    words = [*NAME, PHONE, MAIL]
    spelt = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "cp1255")]
    before = bytes_within_reach(tmp_path, data_dir)
    assert all(word.encode() in before for word in words)
    forget(store, key)
    after = bytes_within_reach(tmp_path, data_dir)
    assert not [word for word in spelt if word in after]
    with store.read() as session:
        kept = session.scalars(select(MergeMemory.body)).one()
        body = zlib.decompress(kept[4 + int.from_bytes(kept[:4], "big") :]).decode()
    assert not [word for word in words if word in body]
    assert len(backups_of(store.path)) == 1


def test_what_was_decided_stays_without_the_name(store: Store) -> None:
    key = joined(store)
    with store.read() as session:
        assert [it.table for it in erasing.mentions(session, key)] == ["decision"]
    forget(store, key)
    with store.read() as session:
        texts = session.scalars(select(Decision.text)).all()
        assert f"{INSTEAD} תכתוב למנכ״ל ({INSTEAD})" in texts
        assert session.get(Member, key) is None


def test_others_of_the_same_first_name_stay_who_they_are(store: Store) -> None:
    key = joined(store)
    with store.read() as session:
        community = communities.every(session, TODAY)[0].id
    with store.write("add") as session:
        members.add(session, community, {"given_name": NAME[0], "family_name": "לוי"})
    forget(store, key)
    with store.read() as session:
        assert session.scalars(select(Member.family_name).where(Member.given_name == NAME[0])).all()


def test_nobody_brings_the_forgotten_back_from_another_laptop(store: Store, tmp_path: Path) -> None:
    key = joined(store)
    shutil.copy(store.path, tmp_path / "theirs.cop")
    forget(store, key)
    with open_file(tmp_path / "theirs.cop") as theirs:
        with theirs.write("change") as session:
            members.change(session, [key], {"expertise": "גיל רך"})
        meet(store, theirs)
        assert meet(theirs, store) == (key,)
        for laptop in (store, theirs):
            with laptop.read() as session:
                assert session.get(Member, key) is None


def meet(mine: Store, theirs: Store) -> tuple[UUID, ...]:
    """Who was erased there and still is here."""
    with theirs.read() as others, mine.read() as ours:
        outcome = prepare(ours, others)
    assert outcome.conflicts == ()
    with mine.write("bring together") as session:
        bring_in(session, outcome, NOW)
    return outcome.erased


def test_what_others_are_found_by_forgets_the_name_too(store: Store) -> None:
    """Folded words are spelt otherwise than the name, so it would stay in them."""
    with store.read() as session:
        community = communities.every(session, TODAY)[0].id
    with store.write("add") as session:
        key = members.add(session, community, {"given_name": "فاطمة", "family_name": "خليل"})
        other = members.add(
            session, community, {"given_name": "Ada", "job_title": "مساعدة فاطمة خليل"}
        )
    with store.read() as session:
        assert [it.column for it in erasing.mentions(session, key)] == ["job_title"]
        assert fold("فاطمة") in session.get_one(Member, other).search_key
    forget(store, key)
    with store.read() as session:
        row = session.get_one(Member, other)
        assert row.job_title == f"مساعدة {INSTEAD}"
        assert fold("فاطمة") not in row.search_key


def test_no_name_at_all_means_nobody(store: Store) -> None:
    with store.write("add") as session:
        community = communities.every(session, TODAY)[0].id
        for key in members.find(session, community, TODAY):
            session.get_one(Member, UUID(key)).email = ""
    with store.read() as session:
        assert session.scalars(select(Member).where(Member.email == "")).all()
        assert erasing.named(session, "") == erasing.named(session, " \u200f") == {}
