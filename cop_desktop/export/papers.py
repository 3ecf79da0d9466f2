"""Every paper that can be made: its name, its formats, and how its document comes about."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Share

from . import makers
from .document import Document, Part
from .subject import Subject
from .writing import Watch, refusals_told

if TYPE_CHECKING:  # the PDF side is loaded when something is printed
    from .pdf import Report

__all__ = [
    "PAPERS",
    "TOO_MUCH",
    "Moment",
    "Paper",
    "Subject",
    "Variant",
    "allow",
    "check_variant",
    "replaced_in_words",
    "write",
    "write_pack",
]

TOO_MUCH = {
    Share.ME: N_(
        "The run-sheet holds notes of your own and is for the facilitator only. "
        "For everybody else there is the participants' handout."
    ),
    Share.COMMUNITY: N_(
        "This paper holds names and stays in the community. "
        "For readers outside there is the community summary."
    ),
    Share.ORGANISATIONS: N_(
        "This paper names products and activities; it may be shown to the members' "
        "organisations, not further. Choose the level “organisations”."
    ),
}
Maker = Callable[[Session, Subject, Catalog], Document]


class Moment(StrEnum):
    """When a paper is needed."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"
    YEAR = "year"


@frozen
class Variant:
    """A way to print a paper: its key, and what a person reads."""

    key: str
    title: str


@frozen
class Paper:
    """A kind of paper. `suffixes` are the formats it can be written in, the first by default."""

    key: str
    title: str
    make: Maker
    moment: Moment
    of_meeting: bool = False
    share: Share = Share.COMMUNITY  # how far it may travel with what stands in it
    suffixes: tuple[str, ...] = (".pdf", ".docx")
    variants: tuple[Variant, ...] = ()  # the first by default
    looks_back: bool = False  # on a meeting that is over; the other papers prepare one


_CARD_VARIANTS = (
    Variant("eight", N_("Eight to a sheet, with backs")),
    Variant("four", N_("Four to a sheet, with backs")),
    Variant("short-edge", N_("Backs flipped on the short edge")),
    Variant("fronts", N_("Fronts only")),
    Variant("today", N_("Only the roles of the meeting")),
    Variant("data", N_("A card for each holder, with what the data tells now")),
)
_SIGNING = (
    Variant("rule", N_("By the community's rule")),
    Variant("once", N_("One signature")),
    Variant("hours", N_("With times of arrival and departure")),
)
_TENTS = (Variant("two", N_("Two to a sheet")), Variant("one", N_("One to a sheet")))
_CHECK = (
    Variant("stands", N_("As the check stands: questions, or results")),
    Variant("questions", N_("Questions to fill in by hand")),
    Variant("results", N_("Results of the latest check")),
)
_CHARTER = (Variant("in-force", N_("What is in force")), Variant("draft", N_("The draft")))
_MINUTES = (Variant("names", N_("With names")), Variant("numbers", N_("Attendance as numbers")))

PAPERS: dict[str, Paper] = {
    paper.key: paper
    for paper in (
        Paper("handout", N_("Participants' handout"), makers.handout, Moment.BEFORE, True),
        Paper(
            "run-sheet", N_("Run-sheet for the facilitator"), makers.run_sheet, Moment.BEFORE, True,
            share=Share.ME,
        ),
        Paper("newcomers", N_("Pack for newcomers"), makers.newcomers, Moment.BEFORE),
        Paper("sign-in", N_("Sign-in sheet"), makers.sign_in, Moment.DAY, True, variants=_SIGNING),
        Paper("feedback-form", N_("Feedback form"), makers.feedback_form, Moment.DAY, True),
        Paper(
            "role-cards", N_("Role cards"), makers.role_cards, Moment.DAY, suffixes=(".pdf",),
            variants=_CARD_VARIANTS,
        ),
        Paper(
            "name-tents", N_("Name tents"), makers.name_tents, Moment.DAY, True,
            suffixes=(".pdf",), variants=_TENTS,
        ),
        Paper("minutes", N_("Minutes of the meeting"), makers.minutes, Moment.AFTER, True,
              variants=_MINUTES, looks_back=True),
        Paper("digest", N_("Digest for those absent"), makers.digest, Moment.AFTER, True,
              looks_back=True),
        Paper("charter", N_("Charter"), makers.charter, Moment.YEAR, variants=_CHARTER),
        Paper("norms", N_("Page of rules"), makers.norms, Moment.YEAR, variants=_CHARTER),
        Paper("work-plan", N_("Annual work plan"), makers.work_plan, Moment.YEAR),
        Paper("self-check", N_("Self-check"), makers.self_check, Moment.YEAR, variants=_CHECK),
        Paper("succession", N_("Succession book"), makers.succession, Moment.YEAR),
        Paper("summary", N_("Community summary"), makers.summary, Moment.YEAR,
              share=Share.ORGANISATIONS),
        Paper("notice", N_("Notice to members"), makers.notice, Moment.YEAR),
        Paper("export-log", N_("Log of exports"), makers.export_log, Moment.YEAR),
    )
}  # fmt: skip


def check_variant(what: str, variant: str) -> None:
    """Refuse a way of printing that a paper does not have."""
    known = [it.key for it in PAPERS[what].variants] if what in PAPERS else []
    if variant not in known:
        raise UserError(
            N_("{what} has no variant “{variant}”. It has: {known}."),
            what=what, variant=variant, known=", ".join(known) or "-",
        )  # fmt: skip


def allow(paper: Paper, level: Share) -> None:
    """Refuse a paper that holds more than `level` may see."""
    if not paper.share.reaches(level):
        raise UserError(TOO_MUCH[paper.share])


def write(
    document: Document, path: Path, _: Catalog, watch: Watch | None = None
) -> tuple[str, ...]:
    """Write a document in the format of the path's suffix, whole or not at all.

    The answer is the signs that no font of ours has, and that were replaced. Raises UserError
    when it takes longer than `watch` allows: a minute, unless told otherwise.
    """
    watch = watch or Watch()
    with refusals_told(path):
        match path.suffix.lower():
            case ".pdf":
                from .pdf import write_pdf

                return write_pdf(document, path, _, watch).replaced
            case ".docx":
                from .docx import write_docx

                write_docx(document, path, _, watch)
                return ()  # Word finds fonts of its own
            case other:
                raise UserError(
                    N_("Papers are written as .pdf or .docx, not as {suffix}. "
                       "Change the file's name."),
                    suffix=other or path.name,
                )  # fmt: skip


def write_pack(
    parts: Sequence[Part], path: Path, _: Catalog, title: str, *,
    two_sided: bool = False, watch: Watch | None = None,
) -> "Report":  # fmt: skip
    """Write several documents into one PDF with bookmarks, in the order given; see `write`.

    The answer counts pages and holds the signs no font has. `two_sided`: every copy begins on a
    sheet of its own when both sides are printed.
    """
    with refusals_told(path):
        from .pdf import write_pack

        return write_pack(parts, path, _, title, two_sided=two_sided, watch=watch)


def replaced_in_words(signs: tuple[str, ...], _: Catalog) -> str:
    """What is said when signs were replaced."""
    return _.plural(
        "{n} sign is in none of the fonts and was printed as a dot: {signs}",
        "{n} signs are in none of the fonts and were printed as dots: {signs}",
        len(signs), signs=" ".join(signs),
    )  # fmt: skip
