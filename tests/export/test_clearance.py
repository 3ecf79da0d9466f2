"""What is not cleared for outside is named in nothing that goes there, in no format."""

import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop.content import content
from cop_desktop.export import papers, sheets
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.sheets import SHEETS, Kept
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import ProductStatus, Progress, Share
from cop_desktop.services import members, plan, product_gates, products
from cop_desktop.store import Store
from tests.export.communities import TODAY, empty
from tests.export.reading import Printed

OUTSIDE = [level for level in Share if level not in (Share.ME, Share.COMMUNITY)]


def canary(status: ProductStatus, cleared: bool) -> str:
    """One word that no paper holds by chance."""
    return f"Canary{status.title()}{'Cleared' if cleared else 'Kept'}"


CLEARED = {canary(it, True) for it in (ProductStatus.APPROVED, ProductStatus.PUBLISHED)}
KEPT = {canary(it, False) for it in ProductStatus}


@pytest.fixture
def community(store: Store) -> UUID:
    """A product in every status, those that can be also cleared; an activity names each."""
    key = empty(store)
    with store.write("products") as session:
        owner = members.add(session, key, {"given_name": "נועה"})
        goal = plan.add_goal(session, key, 2026, {"title": "מטרה"})
        for name in (*sorted(KEPT), *sorted(CLEARED)):
            status = next(it for it in ProductStatus if canary(it, name in CLEARED) == name)
            values = {"title": name, "status": status, "owner_id": owner}
            product = products.add(session, key, values)
            if name in CLEARED:
                product_gates.clear_outside(session, product, True)
            values = {"title": "פעילות", "product": name, "state": Progress.UNDER_WAY}
            plan.add_item(session, goal, values)
    return key


def named(text: str) -> set[str]:
    return {name for name in KEPT | CLEARED if name in text}


def text_of_docx(path: Path) -> str:
    with zipfile.ZipFile(path) as held:
        return held.read("word/document.xml").decode()


def text_of_xlsx(path: Path) -> str:
    with zipfile.ZipFile(path) as held:
        return "".join(held.read(name).decode() for name in held.namelist())


@pytest.mark.parametrize("key", [key for key, it in PAPERS.items() if it.share in OUTSIDE])
def test_no_paper_for_readers_outside_names_what_is_kept(
    store: Store, community: UUID, tmp_path: Path, hebrew: Catalog, key: str
) -> None:
    with store.read() as session:
        document = PAPERS[key].make(session, Subject(community, TODAY), hebrew)
    for suffix in PAPERS[key].suffixes:
        papers.write(document, path := tmp_path / f"paper{suffix}", hebrew)
        if suffix == ".pdf":
            from cop_desktop.export.pdf import write_pdf

            printed = Printed(path, write_pdf(document, path, hebrew))
            told = printed.words() + printed.pdfium()
        else:
            told = text_of_docx(path)
        assert not named(told) & KEPT, suffix


def test_the_summary_tells_of_what_was_cleared(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    with store.read() as session:
        document = PAPERS["summary"].make(session, Subject(community, TODAY), hebrew)
    assert named(str(document)) == CLEARED


@pytest.mark.parametrize("key", SHEETS)
@pytest.mark.parametrize("level", OUTSIDE)
def test_no_table_for_readers_outside_names_what_is_kept(
    store: Store, community: UUID, tmp_path: Path, hebrew: Catalog, key: str, level: Share
) -> None:
    with store.read() as session:
        sheet = SHEETS[key](session, Subject(community, TODAY), hebrew)
    if not any(column.share.reaches(level) for column in sheet.columns):
        return  # refused as a whole
    for suffix, read in ((".csv", lambda it: it.read_text("utf-8-sig")), (".xlsx", text_of_xlsx)):
        sheets.write(sheet.up_to(level), path := tmp_path / f"table{suffix}")
        assert not named(read(path)) & KEPT, suffix


def test_the_plan_names_all_to_the_community_and_the_cleared_to_organisations(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    with store.read() as session:
        sheet = SHEETS["work-plan"](session, Subject(community, TODAY), hebrew)
    inside, outside = sheet.up_to(Share.COMMUNITY), sheet.up_to(Share.ORGANISATIONS)
    assert named(str(inside.rows)) == KEPT | CLEARED
    assert named(str(outside.rows)) == CLEARED
    assert len(outside.rows) == len(inside.rows)  # the activities stay
    assert not any(isinstance(cell, Kept) for row in outside.rows for cell in row)


@pytest.mark.parametrize(
    ("words", "outside"),
    [
        ("מדריך קליטה", "מדריך"),
        ("כתיבת מדריך קליטה, עד החורף", "כתיבת מדריך, עד החורף"),
        ("״מדריך קליטה״ לסייעות", "״מדריך״ לסייעות"),
        ("קראנו את מדריך־קליטה", "מדריך"),  # spelt otherwise: nothing of it is told
        ("מדריך", "מדריך"),  # a kind of thing, not this one
        ("הפצת דף לשר", "הפצת דף לשר"),  # cleared
        ("", ""),
    ],
)
def test_words_that_name_a_kept_product_call_it_by_its_kind(
    store: Store, words: str, outside: str, hebrew: Catalog
) -> None:
    key = empty(store)
    with store.write("add") as session:
        products.add(session, key, {"title": "מדריך קליטה"})
        sent = products.add(session, key, {"title": "דף לשר", "status": ProductStatus.PUBLISHED})
        product_gates.clear_outside(session, sent, True)
        rows = products.every(session, key)
    called = content(hebrew.language).word
    assert product_gates.told_outside(words, rows, called) == outside


def test_no_word_of_the_plan_names_a_kept_product_outside(
    store: Store, tmp_path: Path, hebrew: Catalog
) -> None:
    key = empty(store)
    secret = "Canary of Gold"
    words = dict.fromkeys(("title", "product", "indicator", "milestone"), f"להפיץ {secret} לכולם")
    with store.write("plan") as session:
        products.add(session, key, {"title": secret})
        goal = plan.add_goal(session, key, 2026, {"title": f"לסיים {secret}"})
        for state in (Progress.DONE, Progress.UNDER_WAY):
            plan.add_item(session, goal, {**words, "state": state})
    with store.read() as session:
        sheet = SHEETS["work-plan"](session, Subject(key, TODAY), hebrew)
        page = PAPERS["summary"].make(session, Subject(key, TODAY), hebrew)
    assert str(sheet.up_to(Share.COMMUNITY)).count(secret) == 10
    outside = str(sheet.up_to(Share.ORGANISATIONS))
    assert secret not in outside
    assert secret not in str(page)
    for told in (outside, str(page)):
        assert "להפיץ מדריך לכולם" in told


def test_the_table_of_products_tells_organisations_of_what_was_cleared(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    with store.read() as session:
        sheet = SHEETS["products"](session, Subject(community, TODAY), hebrew)
    inside, outside = sheet.up_to(Share.COMMUNITY), sheet.up_to(Share.ORGANISATIONS)
    assert named(str(inside.rows)) == KEPT | CLEARED
    assert {row[0] for row in outside.rows} == CLEARED
    assert "נועה" in str(inside.rows)
    assert "נועה" not in str(outside)
    assert len(sheet.up_to(Share.MINISTRY).rows) == len(CLEARED)
