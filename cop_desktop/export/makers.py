"""How the document of each paper comes about: what it reads, and the report that tells it.

Reports are imported when a paper is asked for: a window starts without them.
"""

from sqlalchemy.orm import Session

from cop_desktop.i18n import Catalog
from cop_desktop.services import digest as digests
from cop_desktop.services import minutes as minutes_of
from cop_desktop.services import newcomers as pack_for_newcomers

from .document import Document, Flip
from .subject import Subject, coming, gone_by


def handout(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import handout as report

    key = coming(session, subject)
    facts = report.gather(session, key, subject.community_id, subject.today)
    return report.handout(facts, _)


def run_sheet(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import run_sheet as report

    key = coming(session, subject)
    facts = report.gather(session, key, subject.community_id, subject.today)
    return report.run_sheet(facts, _)


def sign_in(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import sign_in as report

    key = coming(session, subject)
    facts = report.gather(session, key, subject.community_id, subject.today)
    return report.sign_in(facts, _, hours=_HOURS.get(subject.variant))


def feedback_form(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import feedback_form as report

    key = coming(session, subject)
    facts = report.gather(session, key, subject.community_id, subject.today)
    return report.feedback_form(facts, _)


def name_tents(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import name_tents as report

    key = coming(session, subject)
    facts = report.gather(session, key, subject.community_id, subject.today)
    return report.name_tents(facts, _, each=1 if subject.variant == "one" else 2)


def role_cards(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import role_cards as report

    each, flip = _CARD_SHEETS.get(subject.variant, (8, Flip.LONG))
    facts = report.gather(session, subject.community_id, subject.today)
    only = (
        report.at_work(session, coming(session, subject))
        if subject.variant == "today"
        else frozenset()
    )
    told = (
        report.told_now(session, subject.community_id, subject.today)
        if subject.variant == "data"
        else None
    )
    return report.role_cards(facts, _, each=each, flip=flip, only=only, told=told)


def minutes(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import minutes as report

    told = minutes_of.of(session, gone_by(session, subject))
    return report.minutes(told, _, names=subject.variant != "numbers")


def digest(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import digest as report

    return report.digest(digests.of(session, gone_by(session, subject)), _)


def newcomers(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import newcomers as report

    told = pack_for_newcomers.of(session, subject.community_id, subject.today)
    return report.newcomers(told, subject.today, _)


def summary(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import summary as report

    return report.summary(report.gather(session, subject.community_id, subject.today), _)


def succession(session: Session, subject: Subject, _: Catalog) -> Document:
    from cop_desktop.services import succession as book

    from .reports import succession as report

    return report.succession(book.of(session, subject.community_id, subject.today), _)


def self_check(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import self_check as report

    facts = report.gather(session, subject.community_id, subject.today, subject.variant)
    return report.self_check_paper(facts, _)


def work_plan(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import work_plan as report

    facts = report.gather(session, subject.community_id, subject.year, subject.today)
    return report.work_plan(facts, _)


def charter(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import charter as report

    told = report.gather(session, subject.community_id, subject.today, subject.variant == "draft")
    return report.charter(told, _)


def norms(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import charter, norms

    told = charter.gather(session, subject.community_id, subject.today, subject.variant == "draft")
    return norms.norms(told, _)


def export_log(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import export_log as report

    return report.export_log(report.gather(session, subject.community_id, subject.today), _)


def notice(session: Session, subject: Subject, _: Catalog) -> Document:
    from .reports import notice as report

    return report.notice(report.gather(session, subject.community_id, subject.today), _)


_CARD_SHEETS = {
    "four": (4, Flip.LONG),
    "short-edge": (8, Flip.SHORT),
    "fronts": (8, None),
}
_HOURS = {"once": False, "hours": True}  # any other way: as the community's rule asks
