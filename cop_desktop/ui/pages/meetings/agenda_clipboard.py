"""Blocks on the clipboard: whole for other agendas, as cells for other programs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from sqlalchemy.orm import Session

from cop_desktop.services import agenda_copies, agenda_lines
from cop_desktop.services.agendas import Block
from cop_desktop.ui.people import People

Row = dict[str, Any]


def put(session: Session, blocks: Sequence[Block]) -> None:
    """Copy blocks, what runs in their tracks included."""
    rows = agenda_copies.rows(session, [block.id for block in blocks])
    data = QMimeData()
    data.setData(agenda_copies.MIME, agenda_copies.to_json(rows).encode())
    data.setText(agenda_copies.to_cells(blocks))
    QGuiApplication.clipboard().setMimeData(data)


def take(people: People) -> list[Row]:
    """Blocks of an agenda; else lines of a text, in which members are known by their names."""
    data = QGuiApplication.clipboard().mimeData()
    if data.hasFormat(agenda_copies.MIME):
        return rows_of(bytes(data.data(agenda_copies.MIME).data()))
    rows = agenda_lines.read(data.text())
    for row in rows:
        row["leader_id"] = people.ids.get(row["guest"])
        row["guest"] = "" if row["leader_id"] else row["guest"]
    return rows


def rows_of(told: bytes) -> list[Row]:
    """What such data holds; nothing if it is something else."""
    return agenda_copies.from_json(told.decode("utf-8", "replace")) or []
