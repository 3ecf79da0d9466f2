"""The template of a product, from the command line."""

import argparse
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.export import papers
from cop_desktop.export.subject import Subject
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import products
from cop_desktop.store import AnyStore

from .shell import Shell

KEY, SUFFIXES = "template", (".docx", ".pdf")
NONE = N_(
    "No product is called “{name}”. Give the whole title with --product, as in show products."
)
SEVERAL = N_("Several products are called “{name}”. Start from the products page.")


def describe(parser: argparse.ArgumentParser) -> None:
    """The option that says of which product."""
    parser.add_argument("--product", default="", metavar="TITLE", help="template: of which product")


def write(shell: Shell, store: AnyStore, subject: Subject, told: argparse.Namespace) -> None:
    """The skeleton of a product with what the file knows of it; a draft stays in the community."""
    from cop_desktop.export.reports import product_outline  # other commands need none of it

    if told.level and not Share.COMMUNITY.reaches(Share(told.level)):
        raise UserError(papers.TOO_MUCH[Share.COMMUNITY])
    with store.read() as session:
        key = _named(session, subject, told.product.strip())
        facts = product_outline.gather(session, subject.community_id, key, subject.today)
    if replaced := papers.write(product_outline.outline(facts, shell.words), told.out, shell.words):
        shell.warn(papers.replaced_in_words(replaced, shell.words))


def _named(session: Session, subject: Subject, title: str) -> UUID:
    found = [it.id for it in products.every(session, subject.community_id) if it.title == title]
    if len(found) != 1:
        raise UserError(SEVERAL if found else NONE, name=title)
    return found[0]
