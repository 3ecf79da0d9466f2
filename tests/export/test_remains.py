"""Once somebody is forgotten: which files still name them is told; the log names them no more."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from cop_desktop.export import document as doc
from cop_desktop.export import named_list, papers, remains
from cop_desktop.export.named_list import Errand
from cop_desktop.i18n import Catalog
from cop_desktop.models import AgendaItem, Member
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import attachments, consents, erasing, exports
from cop_desktop.services.attachment_texts import text_of
from cop_desktop.store import Store

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)
NAME = "נועה אברהם"


@pytest.fixture
def noa(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return session.scalars(select(Member.id).where(Member.given_name == "נועה")).one()


def word_file(tmp_path: Path, words: Catalog, suffix: str) -> bytes:
    paper = doc.Document("מסמך", "he", True, (doc.Paragraph(f"שלום, {NAME} תבוא"),))
    papers.write(paper, path := tmp_path / f"a{suffix}", words)
    return path.read_bytes()


def spreadsheet() -> bytes:
    book = Workbook()
    book.active.append(["אברהם", "נועה", 7])  # type: ignore[union-attr]
    book.save(held := io.BytesIO())
    return held.getvalue()


def split_over_runs() -> bytes:
    """As Word keeps a name of which a half was made bold."""
    with zipfile.ZipFile(held := io.BytesIO(), "w") as parts:
        parts.writestr("word/document.xml", "<w:p><w:r><w:t>נועה אב</w:t></w:r><w:r><w:t>רהם</w:t>")
    return held.getvalue()


def test_attached_files_with_the_name_are_told_and_those_nobody_can_read(
    store: Store, noa: UUID, tmp_path: Path, hebrew: Catalog
) -> None:
    files = {
        "a.docx": word_file(tmp_path, hebrew, ".docx"),
        "b.pdf": word_file(tmp_path, hebrew, ".pdf"),
        "c.xlsx": spreadsheet(),
        "d.txt": NAME.encode("utf-16"),
        "e.txt": NAME.encode("cp1255"),
        "f.docx": split_over_runs(),
        "of others.txt": b"nobody",
        "picture.png": b"\x89PNG\x00\x01",
        "broken.docx": b"PK\x03\x04 and no more",
    }
    with store.write("attach") as session:
        item = session.scalars(select(AgendaItem.id)).first()
        assert item
        for name, content in files.items():
            attachments.add_file(session, item, name, content)
    with store.read() as session:
        found = remains.of(session, noa, ())
    assert found.attached == ("a.docx", "b.pdf", "c.xlsx", "d.txt", "e.txt", "f.docx")
    assert found.unread == ("broken.docx", "picture.png")
    assert len(list(remains.sentences(found, hebrew))) == 2


def test_a_file_that_would_unpack_without_end_is_not_unpacked() -> None:
    with zipfile.ZipFile(held := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", bytes(60 * 2**20))
    assert text_of(held.getvalue()) is None


def leave_a_list(store: Store, folder: Path, community: UUID, words: Catalog) -> Path:
    with store.write("names") as session:
        path, _entry = named_list.leave(
            session, community, Share.MINISTRY, Errand("המפקחת", "כנס", "הסכמה"), folder, NOW, words
        )
    return path


def test_lists_that_left_are_told_where_they_are_or_may_be(
    store: Store, community: UUID, noa: UUID, tmp_path: Path, hebrew: Catalog
) -> None:
    with store.write("agree") as session:
        consents.give(session, noa, Share.MINISTRY, TODAY)
    path = leave_a_list(store, tmp_path, community, hebrew)
    with store.read() as session:
        (here,) = remains.of(session, noa, (tmp_path / "empty", tmp_path)).lists
        path.unlink()
        (gone,) = remains.of(session, noa, (tmp_path,)).lists
    assert (here.file, here.recipient, here.there) == (path.name, "המפקחת", path)
    assert (gone.file, gone.there) == (path.name, None)


def test_a_list_that_is_open_elsewhere_is_told_since_nobody_can_look_into_it(
    store: Store, community: UUID, noa: UUID, tmp_path: Path, hebrew: Catalog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with store.write("agree") as session:
        consents.give(session, noa, Share.MINISTRY, TODAY)
    path = leave_a_list(store, tmp_path, community, hebrew)

    def locked(file: Path) -> bytes:
        raise PermissionError(13, "in use", str(file))

    monkeypatch.setattr(Path, "read_bytes", locked)
    with store.read() as session:
        (found,) = remains.of(session, noa, (tmp_path,)).lists
    assert found.there == path


def test_lists_without_the_member_are_not_told(
    store: Store, community: UUID, noa: UUID, tmp_path: Path, hebrew: Catalog
) -> None:
    with store.write("another agrees, and afterwards Noa") as session:
        other = session.scalars(select(Member.id).where(Member.id != noa)).first()
        assert other
        consents.give(session, other, Share.MINISTRY, TODAY)
    leave_a_list(store, tmp_path, community, hebrew)
    with store.write("agree") as session:
        consents.give(session, noa, Share.MINISTRY, TODAY)
    with store.read() as session:
        assert remains.of(session, noa, (tmp_path,)).lists == ()


def test_a_name_in_the_log_of_exports_goes_and_the_log_says_so_and_stays_whole(
    store: Store, community: UUID, noa: UUID
) -> None:
    told = {"kind": "names", "recipient": f'"{NAME}"', "purpose": "כנס", "file": "a.xlsx"}
    with store.write("export") as session:
        for package, words in (("p1", {"kind": "package"}), ("p2", told), ("p3", {"kind": "x"})):
            exports.add(
                session, community, ExportStep.EXPORTED, Share.MINISTRY, package, words, NOW
            )
    with store.write("erase") as session:
        erasing.erase(session, noa, "מישהו", TODAY)
    store.forget()
    with store.read() as session:
        before, entry, after = exports.log(session, community)
        assert (exports.broken_at(session, community), exports.lost(session, community)) == (
            None,
            0,
        )
    assert entry.told["recipient"] == '"מישהו"'
    assert entry.told[exports.REWORDED] == "2026-11-22"
    assert not {exports.REWORDED} & {*before.told, *after.told}
    assert "אברהם".encode() not in store.path.read_bytes()


@pytest.mark.parametrize(
    "forged",
    [
        "delete from export_event where number = 1",
        "update export_event set package = 'p9' where number = 1",
    ],
)
def test_a_log_that_was_broken_is_not_mended_by_forgetting_somebody(
    store: Store, community: UUID, noa: UUID, forged: str
) -> None:
    with store.write("export") as session:
        for package in ("p1", "p2"):
            exports.add(
                session, community, ExportStep.EXPORTED, Share.MINISTRY, package,
                {"recipient": NAME}, NOW,
            )  # fmt: skip
    with store.write("forge") as session:
        session.connection().exec_driver_sql(forged)
        erasing.erase(session, noa, "מישהו", TODAY)
    with store.read() as session:
        assert exports.broken_at(session, community) == 1
        assert exports.log(session, community)[-1].told["recipient"] == "מישהו"


def test_texts_with_the_first_or_family_name_alone_are_shown_and_stay(
    store: Store, community: UUID, noa: UUID
) -> None:
    with store.write("write") as session:
        item = session.scalars(select(AgendaItem)).first()
        assert item
        item.purpose, item.outcome = f"{NAME} פותחת", "לנועה יש רעיון"
    with store.read() as session:
        texts = [it.text for it in erasing.staying(session, noa)]
        assert [it.text for it in erasing.mentions(session, noa)] == [f"{NAME} פותחת"]
    assert "לנועה יש רעיון" in texts
    assert f"{NAME} פותחת" not in texts
