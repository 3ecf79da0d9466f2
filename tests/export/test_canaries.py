"""A word in every cell that may not travel; no file for readers outside holds it, in any format."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pypdfium2 import PdfDocument
from sqlalchemy import Column, String, UniqueConstraint, update

from cop_desktop.errors import UserError
from cop_desktop.export import calendar, leaving, messages, papers, sheets
from cop_desktop.export.leaving import Wish
from cop_desktop.export.messages import MESSAGES
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.sheets import SHEETS
from cop_desktop.i18n import Catalog
from cop_desktop.models import Base
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import export_key
from cop_desktop.services import leaving as leaving_from
from cop_desktop.services import sample
from cop_desktop.services.packages.gathering import Asked
from cop_desktop.store import Store, create_file

TODAY = date(2026, 11, 22)
CANARY = "קנרית"
OUTSIDE = (Share.ORGANISATIONS, Share.MINISTRY, Share.PUBLIC)


@pytest.fixture(scope="module", params=OUTSIDE)
def marked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, UUID, Share]]:
    """The sample, where each text that may not reach this level is the canary with its column."""
    level: Share = request.param
    with create_file(tmp_path_factory.mktemp("marked") / "marked.cop") as store:
        with store.write("sample") as session:
            community = sample.create(session, TODAY)
        with store.write("canaries") as session:
            for column in _texts(level):
                session.execute(update(column.table).values({column: f"{CANARY} {column}"}))
        yield store, community, level


def test_names_contacts_notes_and_decisions_are_marked() -> None:
    for level in OUTSIDE:
        names = {str(column) for column in _texts(level)}
        assert {"member.given_name", "member.notes", "decision.text", "need.text"} <= names


@pytest.mark.parametrize("key", PAPERS)
def test_no_paper_lets_it_out(
    marked: tuple[Store, UUID, Share], tmp_path: Path, hebrew: Catalog, key: str
) -> None:
    store, community, level = marked
    paper = PAPERS[key]
    if not paper.share.reaches(level):
        with pytest.raises(UserError):
            papers.allow(paper, level)
        return
    with store.read() as session:
        document = paper.make(session, Subject(community, TODAY), hebrew)
    for suffix in paper.suffixes:
        papers.write(document, tmp_path / f"{key}{suffix}", hebrew)
    assert not _held(tmp_path)


@pytest.mark.parametrize("key", SHEETS)
def test_no_table_lets_it_out(
    marked: tuple[Store, UUID, Share], tmp_path: Path, hebrew: Catalog, key: str
) -> None:
    store, community, level = marked
    with store.read() as session:
        sheet = SHEETS[key](session, Subject(community, TODAY), hebrew)
    if not any(column.share.reaches(level) for column in sheet.columns):
        return  # refused as a whole
    for suffix in sheets.SUFFIXES:
        sheets.write(sheet.up_to(level), tmp_path / f"{key}{suffix}")
    assert not _held(tmp_path)


def test_no_calendar_and_no_message_lets_it_out(
    marked: tuple[Store, UUID, Share], tmp_path: Path, hebrew: Catalog
) -> None:
    store, community, level = marked
    if calendar.SHARE.reaches(level):
        with store.read() as session:
            year = calendar.gather(session, Subject(community, TODAY))
        calendar.write(year, tmp_path / "year.ics", hebrew)
    else:
        with pytest.raises(UserError):
            calendar.allow(level)
    if messages.SHARE.reaches(level):
        with store.read() as session:
            told = [it.make(session, Subject(community, TODAY), hebrew) for it in MESSAGES.values()]
        for number, message in enumerate(told):
            messages.write(message, tmp_path / f"{number}.txt")
    assert not _held(tmp_path)


@pytest.mark.parametrize("level", leaving_from.LEVELS)
def test_no_package_lets_it_out(
    marked: tuple[Store, UUID, Share], tmp_path: Path, level: Share
) -> None:
    """Every sign is shared as well: they are keys, never words of the file."""
    store, community, reader = marked
    if reader is not level:
        return
    with store.read() as session:
        asked = Asked(community, level, TODAY, {})
        lit = [it.key for it in leaving_from.signs_offered(session, asked)]
        asked = leaving_from.sharing(session, asked, lit)
        seen = leaving_from.look(session, asked).contents
    wish = Wish(asked, "המשרד", tmp_path, export_key(), datetime(2026, 11, 22, 20))
    page = leaving.summary(seen)
    with store.write("export") as session:
        leaving.leave(session, wish, seen, page)
    assert not _held(tmp_path)


def test_a_canary_would_be_found_wherever_it_sits(tmp_path: Path, hebrew: Catalog) -> None:
    """The test of the test: in the words, the title, the name and inside a file in a zip."""
    from cop_desktop.export import document as doc

    plain = doc.Document("כותר", "he", True, (doc.Paragraph(f"אמר {CANARY} כאן"),))
    titled = doc.Document(CANARY, "he", True, (doc.Paragraph("כאן"),))
    for name, document in (("plain", plain), ("titled", titled)):
        for suffix in (".pdf", ".docx"):
            papers.write(document, tmp_path / f"{name}{suffix}", hebrew)
    (tmp_path / f"{CANARY}.txt").write_text("", "utf-8")
    with zipfile.ZipFile(tmp_path / "bound.zip", "w") as bound:
        bound.write(tmp_path / "plain.pdf", "plain.pdf")
    files = [it for it in tmp_path.iterdir() if it.is_file()]
    assert len(_held(tmp_path)) == len(files)


def _texts(level: Share) -> list[Column[Any]]:
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if type(column.type) is String
        and not column.info["share"].reaches(level)
        and not column.unique
        and not _in_a_key(column)
    ]


def _in_a_key(column: Column[Any]) -> bool:
    keys = [it for it in column.table.constraints if isinstance(it, UniqueConstraint)]
    return any(column.name in key.columns for key in keys)


def _held(folder: Path) -> list[str]:
    """The files of a folder in which the canary sits: in a name, a text, or what is said of it."""
    return [
        path.name for path in folder.iterdir() if path.is_file()
        if CANARY in path.name or _speaks(path.name, path.read_bytes())
    ]  # fmt: skip


def _speaks(name: str, data: bytes) -> bool:
    read = READERS.get(name.rpartition(".")[2], lambda it: it.decode("utf-8", "replace"))
    return CANARY in read(data)


def _of_pdf(data: bytes) -> str:
    with PdfDocument(data) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
        titles = [it.get_title() for it in pdf.get_toc()]
        return " ".join([*pages, *pages_turned(pages), *titles, str(pdf.get_metadata_dict())])


def pages_turned(pages: list[str]) -> list[str]:
    """Some readers give Hebrew in the order in which it is drawn."""
    return [page[::-1] for page in pages]


def _of_zip(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as bound:
        return " ".join(
            f"{it} {CANARY if _speaks(it, bound.read(it)) else ''}" for it in bound.namelist()
        )


READERS: Mapping[str, Callable[[bytes], str]] = {
    "pdf": _of_pdf, "zip": _of_zip, "docx": _of_zip, "xlsx": _of_zip,
    "ics": lambda data: data.replace(b"\r\n ", b"").decode(),
}  # fmt: skip
