"""A paper that would take for ever ends with a sentence, and leaves nothing half-written."""

from pathlib import Path
from threading import Lock

import pytest

from cop_desktop.errors import UserError
from cop_desktop.export import papers
from cop_desktop.export.document import Part
from cop_desktop.export.pdf import write_pack, write_pdf
from cop_desktop.export.pdf.box import Box
from cop_desktop.export.pdf.flow import Page, flow
from cop_desktop.export.writing import Watch
from cop_desktop.i18n import catalog
from tests.export.samples import HEBREW, handout


class Endless(Box):
    """A box that never gets shorter: the fault that made other engines loop for ever."""

    name = "טבלה בלי סוף"

    def height(self, width: float) -> float:  # noqa: ARG002
        return 9999.0

    def split(self, width: float, room: float) -> tuple[Box, Box]:  # noqa: ARG002
        return Box(), self

    def draw(self, pen: object, x: float, y: float, width: float) -> None:
        raise NotImplementedError


class Little(Box):
    def height(self, width: float) -> float:  # noqa: ARG002
        return 1.0


def test_a_box_that_splits_for_ever_is_stopped_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Endless, "split", lambda self, _width, _room: (Little(), self))
    with pytest.raises(UserError) as told:
        flow([Endless()], 400, 700, [Page()], Watch(0.2))
    assert told.value.values["text"] == "טבלה בלי סוף"


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_over_time_the_old_file_stays_and_the_sentence_names_the_place(
    suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(b"yesterday's")
    with pytest.raises(UserError) as told:
        papers.write(handout("he"), path, catalog("he"), Watch(0))
    assert str(told.value.values["text"]) in (HEBREW["title"][:40], HEBREW["community"][:40])
    assert path.read_bytes() == b"yesterday's"
    assert [it.name for it in tmp_path.iterdir()] == [path.name]


class NobodyWaits(Exception):  # noqa: N818 - not an error
    """What a cancelled task raises."""


def test_a_cancelled_paper_stops_while_it_is_drawn(tmp_path: Path) -> None:
    asked = []

    def ask() -> None:
        asked.append(True)
        if len(asked) > 1:
            raise NobodyWaits

    watch = Watch(ask=ask)
    watch()
    parts = [Part(handout("he")) for _ in range(40)]
    with pytest.raises(NobodyWaits):
        write_pack(parts, tmp_path / "pack.pdf", catalog("he"), "ערכה", watch=watch)
    assert list(tmp_path.iterdir()) == []


def test_a_paper_waits_for_another_no_longer_than_it_has_time() -> None:
    lock = Lock()
    with lock, pytest.raises(UserError), Watch(0.1).turn(lock):
        pytest.fail("the other paper was still in the making")
    with Watch(0.1).turn(lock):
        assert lock.locked()
    assert not lock.locked()


def test_after_one_paper_was_stopped_the_next_is_printed(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write_pdf(handout("he"), tmp_path / "a.pdf", catalog("he"), Watch(0))
    assert write_pdf(handout("he"), tmp_path / "b.pdf", catalog("he")).pages == 2
