"""Files and links that belong to blocks: kept, read, taken away and brought back."""

from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.services import agendas, attachments, meetings
from cop_desktop.store import Store, journal
from tests.statements import statements

from .agendas_built import blocks

LARGEST = bytes(range(256)) * 20 * 1024  # 5 MB


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def block(store: Store, meeting: UUID) -> UUID:
    return blocks(store, meeting)[0].id


def listed(store: Store, meeting: UUID) -> list[tuple[str, str, int]]:
    with store.read() as session:
        found = attachments.of(session, meeting).values()
    return [(it.name, it.link, it.size) for rows in found for it in rows]


def test_a_file_is_kept_as_it_is_and_listed_without_being_read(
    store: Store, meeting: UUID, block: UUID
) -> None:
    with store.write("attach") as session:
        key = attachments.add_file(session, block, "C:\\docs\\כרטיסי מקרה.pdf", LARGEST)
    with statements() as seen:
        assert listed(store, meeting) == [("כרטיסי מקרה.pdf", "", len(LARGEST))]
    assert not any("attachment.content" in sql for sql in seen)
    with store.read() as session:
        assert attachments.read(session, key) == LARGEST
    assert [it.attachments for it in blocks(store, meeting)] == [1, 0]


def test_a_file_too_large_is_refused_in_a_sentence(store: Store, block: UUID) -> None:
    with pytest.raises(UserError, match="larger than"), store.write("attach") as session:
        attachments.add_file(session, block, "film.mp4", LARGEST + b"!")


def test_links_are_of_the_web_or_of_a_mailbox(store: Store, meeting: UUID, block: UUID) -> None:
    with store.write("link") as session:
        attachments.add_link(session, block, " https://example.org/a ", "מצגת")
        attachments.add_link(session, block, "www.example.org")
    for odd in ("javascript:alert(1)", "file:///etc/passwd", "a word", ""):
        with pytest.raises(UserError, match="https"), store.write("link") as session:
            attachments.add_link(session, block, odd)
    assert listed(store, meeting) == [
        ("https://www.example.org", "https://www.example.org", 0),
        ("מצגת", "https://example.org/a", 0),
    ]


def test_undo_brings_back_what_was_attached_to_the_last_byte(
    store: Store, meeting: UUID, block: UUID
) -> None:
    with store.write("attach") as session:
        key = attachments.add_file(session, block, "a.bin", LARGEST)
        other = attachments.add_link(session, block, "https://example.org")
        attachments.rename(session, key, "b.bin")
    seen: list[journal.Change] = []
    store.on_commit.append(seen.append)
    with store.write("take away") as session:
        attachments.remove(session, [key, other])
    with store.write("delete the block") as session:
        agendas.remove(session, meeting, [block])
    assert listed(store, meeting) == []
    store.revert(seen[1])
    store.revert(seen[0])
    assert [name for name, _link, _size in listed(store, meeting)] == [
        "b.bin", "https://example.org"
    ]  # fmt: skip
    with store.read() as session:
        assert attachments.read(session, key) == LARGEST


def test_a_copied_block_has_attachments_of_its_own(
    store: Store, meeting: UUID, block: UUID
) -> None:
    with store.write("attach") as session:
        key = attachments.add_file(session, block, "a.txt", b"a")
    with store.write("copy") as session:
        agendas.duplicate(session, meeting, [block])
        attachments.remove(session, [key])
    assert listed(store, meeting) == [("a.txt", "", 1)]
    assert [it.attachments for it in blocks(store, meeting)] == [0, 1, 0]
