"""Every paper that can be made: its name, its formats, and how its document comes about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.formats import work_year_of
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import meetings

from .document import Document, Flip, Part
from .writing import Watch, refusals_told


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a paper is about: a community, one of its meetings where needed, and the day."""

    community_id: UUID
    today: date
    meeting_id: UUID | None = None
    work_year: int | None = None  # the one of `today` unless told otherwise
    variant: str = ""  # key of one of the paper's variants; empty: the first

    @property
    def year(self) -> int:
        return self.work_year or work_year_of(self.today)


TOO_MUCH = {
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


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to print a paper: its key, and what a person reads."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper. `suffixes` are the formats it can be written in, the first by default."""

    key: str
    title: str
    make: Maker
    of_meeting: bool = False
    share: Share = Share.COMMUNITY  # how far it may travel with what stands in it
    suffixes: tuple[str, ...] = (".pdf", ".docx")
    variants: tuple[Variant, ...] = ()  # the first by default


def _handout(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import handout

    key = _meeting(session, subject)
    facts = handout.gather(session, key, subject.community_id, subject.today)
    return handout.handout(facts, _)


def _sign_in(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import sign_in

    key = _meeting(session, subject)
    facts = sign_in.gather(session, key, subject.community_id, subject.today)
    return sign_in.sign_in(facts, _)


def _role_cards(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import role_cards

    each, flip = _CARD_SHEETS[subject.variant or "eight"]
    facts = role_cards.gather(session, subject.community_id, subject.today)
    return role_cards.role_cards(facts, _, each=each, flip=flip)


def _summary(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import summary

    return summary.summary(summary.gather(session, subject.community_id, subject.today), _)


def _work_plan(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import work_plan

    facts = work_plan.gather(session, subject.community_id, subject.year, subject.today)
    return work_plan.work_plan(facts, _)


_CARD_SHEETS = {
    "eight": (8, Flip.LONG),
    "four": (4, Flip.LONG),
    "short-edge": (8, Flip.SHORT),
    "fronts": (8, None),
}
_CARD_VARIANTS = (
    Variant("eight", N_("Eight to a sheet, with backs")),
    Variant("four", N_("Four to a sheet, with backs")),
    Variant("short-edge", N_("Backs turned over the short edge")),
    Variant("fronts", N_("Fronts only")),
)

PAPERS: dict[str, Paper] = {
    paper.key: paper
    for paper in (
        Paper("handout", N_("Participants' handout"), _handout, of_meeting=True),
        Paper("sign-in", N_("Sign-in sheet"), _sign_in, of_meeting=True),
        Paper(
            "role-cards", N_("Role cards"), _role_cards, suffixes=(".pdf",), variants=_CARD_VARIANTS
        ),
        Paper("work-plan", N_("Annual work plan"), _work_plan),
        Paper("summary", N_("Community summary"), _summary, share=Share.ORGANISATIONS),
    )
}


def check_variant(what: str, variant: str) -> None:
    """Refuse a way of printing that a paper does not have."""
    known = [it.key for it in PAPERS[what].variants] if what in PAPERS else []
    if variant not in known:
        raise UserError(
            N_("{what} has no way “{variant}”. It has: {known}."),
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
) -> tuple[str, ...]:  # fmt: skip
    """Write several documents into one PDF with bookmarks, in the order given; see `write`.

    `two_sided`: every copy begins on a sheet of its own when both sides are printed.
    """
    with refusals_told(path):
        from .pdf import write_pack

        return write_pack(parts, path, _, title, two_sided=two_sided, watch=watch).replaced


def replaced_in_words(signs: tuple[str, ...], _: Catalog) -> str:
    """What is said when signs were replaced."""
    return _.plural(
        "{n} sign is in none of the fonts and was printed as a dot: {signs}",
        "{n} signs are in none of the fonts and were printed as dots: {signs}",
        len(signs), signs=" ".join(signs),
    )  # fmt: skip


def _meeting(session: Session, subject: Subject) -> UUID:
    """The meeting asked for, else the next one, else the last."""
    if subject.meeting_id:
        return subject.meeting_id
    found = meetings.upcoming(session, subject.community_id, subject.today)
    rows = meetings.every(session, subject.community_id)
    if found is None and not rows:
        raise UserError(N_("There is no meeting yet. Plan one first, then print its papers."))
    return (found or rows[-1]).id
