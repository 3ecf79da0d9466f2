"""The papers of a meeting: right in three languages, at every size, and silent where they must."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.export import pack, papers
from cop_desktop.export.papers import PAPERS, Moment, Subject
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import agendas, attendance_rules, meetings, roles
from cop_desktop.store import Store
from tests.export.gatherings import HUSH, SECRET, TODAY, WORDS, Gathered, gathered
from tests.export.reading import Printed, printed
from tests.export.test_reports import every, words_of

OF_MEETING = [it.key for it in PAPERS.values() if it.moment is not Moment.YEAR]
WHOLE = [key for key in OF_MEETING if key not in {"role-cards", "name-tents"}]
UGLY = " <b>x</b> & {n} %s</para> \u202e\x00"


def made(
    store: Store, it: Gathered, key: str, language: str = "he", variant: str = ""
) -> doc.Document:
    """A paper as it comes of itself: of the coming meeting, or of the one gone by."""
    with store.read() as session:
        subject = Subject(it.community, TODAY, variant=variant)
        return PAPERS[key].make(session, subject, catalog(language))


def read(store: Store, it: Gathered, key: str, folder: Path, language: str = "he") -> Printed:
    return printed(made(store, it, key, language), folder)


# -- in three languages ----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_is_read_in_logical_order_and_spares_ink(
    store: Store, tmp_path: Path, language: str
) -> None:
    it, words = gathered(store, language), WORDS[language]
    for key in WHOLE:
        found = read(store, it, key, tmp_path, language)
        said = found.words()
        assert words[4].split()[0] in said or key == "feedback-form", key
        assert max(found.ink()) < 0.05, key
        assert not found.report.replaced, key
        name = words[0] if key in {"newcomers", "sign-in"} else words[1]
        assert all(word in said for word in re.split(r"\W+", name)), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", WHOLE)
def test_text_stays_inside_its_margins_and_no_line_begins_with_a_full_stop(
    store: Store, tmp_path: Path, key: str, language: str
) -> None:
    found = read(store, gathered(store, language), key, tmp_path, language)
    for page, (wide, high) in enumerate(found.sizes()):
        letters = found.letters(page)
        assert min(it.left for it in letters) > 50
        assert max(it.right for it in letters) < wide - 50
        assert min(it.bottom for it in letters) > 20  # no printer reaches the last 5 mm
        assert max(it.top for it in letters) < high - 20
        assert min(it.size for it in letters) >= 7
    assert not [line for line in found.text().splitlines() if re.match(r"\s*[.)]\s", line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_run_in_reading_order(store: Store, tmp_path: Path, language: str) -> None:
    found = read(store, gathered(store, language), "run-sheet", tmp_path, language)
    wide = found.sizes()[0][0]
    clock = next(
        (a.left + b.right) / 2 for a, b in pairwise(found.letters()) if a.size > 12.9 and
        a.text + b.text == "09"
    )  # fmt: skip
    assert clock > wide / 2 if language != "en" else clock < wide / 2


@pytest.mark.parametrize("key", WHOLE)
def test_its_twin_for_word_says_the_same(store: Store, tmp_path: Path, key: str) -> None:
    import docx

    document = made(store, gathered(store), key)
    papers.write(document, tmp_path / "twin.docx", catalog("he"))
    twin = docx.Document(str(tmp_path / "twin.docx"))
    said = "\n".join(twin.element.itertext())
    for block in every(document, doc.Heading):
        assert block.text in said
    for cell in every(document, doc.Row):
        texts = [it.text if isinstance(it, doc.Cell) else it for it in cell.cells]
        assert all(text in said for text in texts if isinstance(text, str))


# -- at every size ---------------------------------------------------------------------------


@pytest.mark.parametrize("people", [0, 1, 3, 40])
def test_papers_are_whole_for_any_number_of_members(
    store: Store, tmp_path: Path, people: int
) -> None:
    it = gathered(store, people=people)
    for key in OF_MEETING:
        found = read(store, it, key, tmp_path)
        assert found.report.pages >= 1, key
    rows = every(made(store, it, "sign-in"), doc.SignInRow)
    assert len(rows) == people
    tents = every(made(store, it, "name-tents"), doc.NameTent)
    assert len(tents) == max(people - 1, 0) + 1  # one cannot come; a guest leads a block
    boxes = every(made(store, it, "run-sheet"), doc.Panel)
    assert len(boxes) == {0: 0, 1: 0, 3: 0, 40: 6}[people]  # ten groups would be too many to draw


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_seminar_of_thirty_blocks_is_told_day_by_day(
    store: Store, tmp_path: Path, language: str
) -> None:
    it = gathered(store, language, blocks=30, two_days=True)
    for key in ("handout", "run-sheet"):
        document = made(store, it, key, language)
        rows = [row for table in every(document, doc.Table) for row in table.rows]
        titles = sum(WORDS[language][3] in words_of(row) for row in rows)
        assert titles >= 20, key
        assert max(printed(document, tmp_path).ink()) < 0.05
    ribbons = every(made(store, it, "handout", language), doc.Ribbon)
    assert [len(ribbon.pieces) for ribbon in ribbons] == [15, 15]
    assert len(every(made(store, it, "sign-in", language), doc.SignIn)) == 2


@pytest.mark.parametrize("key", OF_MEETING)
def test_markup_and_odd_signs_stay_text(store: Store, tmp_path: Path, key: str) -> None:
    it = gathered(store, people=3, ugly=UGLY)
    document = made(store, it, key)
    papers.write(document, path := tmp_path / "paper.pdf", catalog("he"))
    with PdfDocument(path) as pdf:
        said = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "\x00" not in said
    assert "para" in said or key in {"role-cards", "feedback-form"}


def test_a_short_agenda_leaves_the_second_page_to_the_pen(store: Store, tmp_path: Path) -> None:
    it = gathered(store, blocks=5)
    found = read(store, it, "handout", tmp_path)
    assert found.report.pages == 2
    assert len(every(made(store, it, "handout"), doc.NewSheet)) == 1


# -- what each one tells ---------------------------------------------------------------------


def test_the_handout_tells_what_comes_before_tracks_groups_and_fixed_hours(store: Store) -> None:
    it = gathered(store, "en")
    words, said = WORDS["en"], words_of(made(store, it, "handout", "en"))
    assert "To do before we meet" in said
    assert "15 minutes free" in said  # before the guest, who comes at eleven
    assert "fixed" in said
    assert "6 groups of 3 or 4" in said
    assert f"11:45 · {words[3]}" in re.sub("[\u2066-\u2069]", "", said)
    assert "Track 2" in said
    [last] = every(made(store, it, "handout", "en"), doc.NextMeeting)
    assert last.link.endswith("27-02")


def test_the_run_sheet_has_all_a_facilitator_needs(store: Store) -> None:
    it = gathered(store, "en")
    document = made(store, it, "run-sheet", "en")
    said = words_of(document)
    clocks = [
        row.cells[0] for row in every(document, doc.Row) if isinstance(row.cells[0], doc.Cell)
    ]
    assert [cell.text for cell in clocks][:3] == ["09:30", "09:45", "10:05"]
    for needed in (SECRET, WORDS["en"][6], WORDS["en"][7], f"“{WORDS['en'][8]}”", "23 people"):
        assert needed in said
    assert any("fixed time" in cell.note for cell in clocks)
    assert "stays at its fixed time" in said
    assert WORDS["en"][9] in "".join(block.text for block in every(document, doc.Item)
                                     if isinstance(block.text, str))  # fmt: skip
    with store.write("clash") as session:
        first = agendas.of(session, it.coming)[2]
        agendas.change(session, [first.id], {"minutes": 120})
    assert "runs" in words_of(made(store, it, "run-sheet", "en"))


def test_notes_of_the_facilitator_stand_in_the_run_sheet_alone(store: Store) -> None:
    it = gathered(store)
    for key in OF_MEETING:
        said = words_of(made(store, it, key))
        assert HUSH not in said
        assert (SECRET in said) == (key == "run-sheet"), key


def test_names_of_who_came_are_for_members(store: Store) -> None:
    it = gathered(store)
    name = f"{WORDS['he'][4]} 05"
    assert name in words_of(made(store, it, "minutes"))
    assert name not in words_of(made(store, it, "minutes", variant="numbers"))
    assert WORDS["he"][4] not in words_of(made(store, it, "minutes", variant="numbers"))
    assert name not in words_of(made(store, it, "digest"))
    assert "18" in words_of(made(store, it, "minutes", variant="numbers"))


def test_the_feedback_form_is_one_page_with_the_code_of_its_meeting(
    store: Store, tmp_path: Path
) -> None:
    it = gathered(store, "ar")
    document = made(store, it, "feedback-form", "ar")
    assert [stamp.value for stamp in every(document, doc.Stamp)] == ["27-02"]
    assert [question.number for question in every(document, doc.OpenQuestion)] == [6, 7, 8]
    assert printed(document, tmp_path).report.pages == 1


@pytest.mark.parametrize(("profile", "columns"), [("none", False), ("teachers_30", True)])
def test_the_rule_of_the_community_decides_how_one_signs(
    store: Store, profile: str, columns: bool
) -> None:
    it = gathered(store, people=2)
    with store.write("rule") as session:
        attendance_rules.choose(session, it.community, profile)
    [asked] = every(made(store, it, "sign-in"), doc.SignIn)
    assert (asked.hours is not None) == columns
    [once] = every(made(store, it, "sign-in", variant="once"), doc.SignIn)
    [both] = every(made(store, it, "sign-in", variant="hours"), doc.SignIn)
    assert once.hours is None
    assert both.hours is not None


def test_role_cards_of_the_day_are_those_of_the_agenda(store: Store) -> None:
    it = gathered(store, blocks=3)
    cards = every(made(store, it, "role-cards", variant="today"), doc.Card)
    assert [card.role for card in cards] == [*list(Role)[:3], None]


def test_name_tents_know_roles_and_guests(store: Store) -> None:
    it = gathered(store, people=4)
    tents = every(made(store, it, "name-tents"), doc.NameTent)
    assert tents[-1].name == WORDS["he"][4]
    assert [tent.role for tent in tents] == [None, None, Role.COMMUNITY, None]
    with store.write("nobody") as session:
        blocks = [block.id for block in agendas.of(session, it.coming)]
        agendas.remove(session, it.coming, blocks)
    lonely = gathered(store, people=0, blocks=0)
    with pytest.raises(UserError):
        made(store, lonely, "name-tents")


def test_a_newcomer_learns_who_does_what_and_what_was_decided(store: Store) -> None:
    it = gathered(store, "en")
    document = made(store, it, "newcomers", "en")
    said = words_of(document)
    assert "Free" in said
    assert WORDS["en"][2] in said
    with store.read() as session:
        seats = roles.now(session, it.community, TODAY).seats
        held = meetings.every(session, it.community)
    assert all(holder.name in said for seat in seats for holder in seat.holders)
    marks = [cell.mark for cell in every(document, doc.Cell) if cell.mark is not doc.Mark.NONE]
    assert marks == [doc.Mark.DONE, doc.Mark.EMPTY, doc.Mark.EMPTY]
    assert len(held) == 3


# -- the pack --------------------------------------------------------------------------------


def _wanted(store: Store, it: Gathered, *keys: str) -> Iterator[doc.Part]:
    with store.read() as session:
        offer = pack.offer(session, Subject(it.community, TODAY), catalog("he"))
        wanted = {key: offer.copies(key) for key in keys or offer.keys}
        yield from pack.parts(session, offer, wanted, catalog("he"))


def test_the_pack_has_every_paper_in_its_order_and_a_copy_for_each(
    store: Store, tmp_path: Path
) -> None:
    it = gathered(store, people=40)
    parts = list(_wanted(store, it))
    report = pack.write(parts, tmp_path / "pack.pdf", "pack", catalog("he"))
    assert [part.copies for part in parts] == [40, 1, 1, 40, 1, 1, 1]
    assert report.pages == sum(
        part.copies * pages for part, pages in zip(parts, report.parts, strict=True)
    )
    with PdfDocument(tmp_path / "pack.pdf") as pdf:
        tops = [entry.get_title() for entry in pdf.get_toc() if entry.level == 0]
        assert len(pdf) == report.pages
    assert tops == [catalog("he")(PAPERS[key].title) for key in pack.ORDER]


def test_an_empty_pack_is_refused_and_parts_have_files_of_their_own(
    store: Store, tmp_path: Path
) -> None:
    it = gathered(store, people=2)
    with pytest.raises(UserError):
        pack.write((), tmp_path / "pack.pdf", "pack", catalog("he"))
    written = pack.write_apart(list(_wanted(store, it)), tmp_path, catalog("he"))
    assert len({path.name for path in written}) == len(pack.ORDER)
    assert all(path.exists() for path in written)
