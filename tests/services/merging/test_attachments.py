"""What hangs on a block of an agenda, on two laptops."""

from uuid import UUID

from cop_desktop.models import AgendaItem, Attachment
from cop_desktop.services import agendas
from cop_desktop.services.merging.deciding import undecided
from cop_desktop.store import Store

from .test_dangers import asked, copied, key, met, mine, rows, theirs

__all__ = ["mine", "theirs"]
CASE = "מקרה מהשטח"


def attach(store: Store, name: str) -> UUID:
    block = key(store, AgendaItem, title=CASE)
    with store.write("attach") as session:
        session.add(it := Attachment(item_id=block, name=name, content=name.encode(), size=7))
        session.flush()
        return it.id


def names(store: Store) -> dict[str, bytes | None]:
    with store.read() as session:
        return {it.name: it.content for it in session.query(Attachment)}


def test_each_attaches_something_to_the_same_block_and_both_have_both(
    mine: Store, theirs: Store
) -> None:
    attach(mine, "one.pdf")
    attach(theirs, "two.pdf")
    met(mine, theirs)
    met(theirs, mine)
    assert names(mine) == names(theirs) == {"one.pdf": b"one.pdf", "two.pdf": b"two.pdf"}
    assert rows(mine, Attachment) == rows(theirs, Attachment)


def test_an_attachment_taken_away_here_goes_from_the_block_that_was_changed_there(
    mine: Store,
) -> None:
    it = attach(mine, "one.pdf")
    with copied(mine, "theirs") as theirs:
        with mine.write("take away") as session:
            session.delete(session.get_one(Attachment, it))
        rename(theirs)
        assert not asked(met(mine, theirs))
        met(theirs, mine)
        assert names(mine) == names(theirs) == {}


def test_a_block_deleted_here_and_given_an_attachment_there_stays_as_a_question(
    mine: Store, theirs: Store
) -> None:
    """Bytes and all, and whoever asks whom."""
    attach(theirs, "two.pdf")
    remove_block(mine)
    assert ("agenda_item", "") in asked(met(mine, theirs))
    met(theirs, mine)
    assert names(mine) == names(theirs) == {"two.pdf": b"two.pdf"}
    with theirs.read() as session:
        assert len(undecided(session)) == 1


def test_a_block_deleted_here_and_changed_there_comes_back_with_what_hangs_on_it(
    mine: Store,
) -> None:
    attach(mine, "one.pdf")
    with copied(mine, "theirs") as theirs:
        remove_block(mine)
        rename(theirs)
        met(mine, theirs)
        assert names(mine) == {"one.pdf": b"one.pdf"}


def remove_block(store: Store) -> None:
    block = key(store, AgendaItem, title=CASE)
    with store.write("remove") as session:
        agendas.remove(session, session.get_one(AgendaItem, block).meeting_id, [block])


def rename(store: Store) -> None:
    block = key(store, AgendaItem, title=CASE)
    with store.write("rename") as session:
        agendas.change(session, [block], {"title": "מקרה חדש"})
