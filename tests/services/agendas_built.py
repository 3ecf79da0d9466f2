"""Agendas to test with, told in a line a block."""

from uuid import UUID

from cop_desktop.services import agendas
from cop_desktop.services.agendas import Block
from cop_desktop.store import Store


def built(store: Store, meeting: UUID, *rows: dict[str, object]) -> dict[str, UUID]:
    """Clear an agenda and fill it; gives the keys of all blocks by their titles."""
    with store.write("build") as session:
        agendas.remove(session, meeting, [block.id for block in agendas.of(session, meeting)])
        agendas.add_several(session, meeting, rows)
    return {block.title: block.id for block in blocks(store, meeting)}


def blocks(store: Store, meeting: UUID) -> list[Block]:
    """All blocks in their order."""
    with store.read() as session:
        return agendas.of(session, meeting)


def row(title: str, minutes: int = 30, **more: object) -> dict[str, object]:
    """A block to be added."""
    return {"title": title, "minutes": minutes, **more}


def clock(store: Store, meeting: UUID) -> list[str]:
    """`09:30 title` of every block in order."""
    return [f"{it.starts_at:%H:%M} {it.title}" for it in blocks(store, meeting)]


def titles(store: Store, meeting: UUID) -> str:
    """The titles in order, a space between."""
    return " ".join(block.title for block in blocks(store, meeting))


def parallel(title: str, *tracks: list[dict[str, object]]) -> dict[str, object]:
    """Parallel work with a track for each list of rows."""
    told = [{"title": str(n), "blocks": rows} for n, rows in enumerate(tracks, start=1)]
    return row(title, tracks=told)
