"""What the pages about the project say is there."""

import re
from pathlib import Path

import pytest

from cop_desktop.cli import SUBCOMMANDS
from cop_desktop.cli.shows import SHOWN
from cop_desktop.export.papers import PAPERS
from cop_desktop.export.sheets import SHEETS
from cop_desktop.intake.fields import KINDS
from cop_desktop.models import Base

ROOT = Path(__file__).parent.parent
PAGES = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")})
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
MODULE = re.compile(r"`((?:ui|cli|export|intake|services|models|store|content|calendar|formats)/"
                    r"[\w/]+\.py)`")  # fmt: skip
EXAMPLE = "questions.py"  # the feature that architecture.md builds, in five files


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_modules_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    links = {link for link in LINK.findall(text) if not link.endswith(".png")}  # made by `pictures`
    assert not {link for link in links if not (page.parent / link).exists()}
    named = {name for name in MODULE.findall(text) if not name.endswith(EXAMPLE)}
    assert not {name for name in named if not (ROOT / "cop_desktop" / name).exists()}


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(page.name[:4]) for page in (ROOT / "docs" / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_page_of_the_command_line_knows_every_word() -> None:
    told = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    words = {*SUBCOMMANDS, *SHOWN, *PAPERS, *SHEETS, *KINDS}
    assert not {word for word in words if not re.search(rf"\b{re.escape(word)}\b", told)}


def test_the_glossary_knows_every_table() -> None:
    told = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    models = {mapper.class_.__name__ for mapper in Base.registry.mappers}
    assert not {name for name in models if name not in told}
