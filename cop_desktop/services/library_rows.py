"""Blocks and meetings of the library as rows for an agenda, in a given language.

A row is the portable form of `agenda_copies`: plain values, tracks inside their parallel block.
"""

from collections.abc import Iterable
from datetime import time
from typing import Any

from cop_desktop import library
from cop_desktop.content import BlockText, content
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog, catalog
from cop_desktop.library import BlockShape, Entry, TemplateShape
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, MeetingKind

Row = dict[str, Any]


@frozen
class Plan:
    """A whole meeting as it can be set up: its days and the rows of its agenda."""

    kind: MeetingKind
    starts: tuple[time, ...]  # of each day, as it was written; pinned hours hang on them
    minutes: tuple[int, ...]  # of each day
    rows: tuple[Row, ...]


def of_block(key: str, language: str, minutes: int | None = None) -> Row:
    """A block of the library; other `minutes` than its own lengthen or shorten its steps."""
    shape, text = library.blocks()[key], content(language).block(key)
    length = shape.minutes if minutes is None else minutes
    values: Row = {
        "title": text.title,
        "minutes": length,
        "kind": shape.kind,
        "activity": shape.activity,
        "depth": shape.depth,
        "roles": shape.roles,
        "group_size": shape.group_size,
        "part": shape.part,
        "purpose": text.purpose,
        "method": "\n".join(steps(shape, text, length, catalog(language))),
        "materials": text.materials,
        "questions": "\n".join(text.questions),
        "outcome": text.outcome,
        "notes": text.tip,  # it is the facilitator's, and so are the notes
    }
    return values


def steps(shape: BlockShape, text: BlockText, minutes: int, _: Catalog) -> list[str]:
    """The method of a block that lasts so long: each step with its minutes."""
    lengths = library.within(shape.steps, minutes)
    return [_timed(step, length, _) for step, length in zip(text.method, lengths, strict=True)]


def of_template(key: str, language: str) -> Plan:
    """A meeting of the library."""
    shape, text = library.templates()[key], content(language).template(key)
    before = (_work(line, AgendaPart.BEFORE) for line in text.before)
    after = (_work(line, AgendaPart.AFTER) for line in text.after)
    rows = (*before, *_entries(shape, language), *after)
    return Plan(shape.kind, shape.starts, shape.minutes, rows)


def _timed(step: str, minutes: int, _: Catalog) -> str:
    if not minutes:
        return step
    length = _.plural("{n} minute", "{n} minutes", minutes)
    return _("{length} · {step}", length=length, step=step)


def _work(line: str, part: AgendaPart) -> Row:
    """Something to see to before or after a meeting."""
    return {"title": line, "minutes": 0, "kind": BlockKind.PRODUCTS, "part": part, "day": 0}


def _entries(shape: TemplateShape, language: str) -> Iterable[Row]:
    text = content(language).template(shape.key)
    rows: list[Row] = []
    for entry in shape.entries:
        row = _entry(entry, language, text.titles)
        if entry.track is not None:
            rows[-1]["tracks"][entry.track]["blocks"].append(row)
            continue
        if entry.tracks:
            row["tracks"] = [{"title": it, "blocks": []} for it in text.tracks[entry.name]]
        rows.append(row)
    return rows


def _entry(entry: Entry, language: str, titles: dict[str, str]) -> Row:
    row = of_block(entry.block, language, entry.minutes)
    own = {"title": titles[entry.name]} if entry.name else {}
    return row | own | {"part": entry.part, "day": entry.day, "pinned_at": entry.pinned}
