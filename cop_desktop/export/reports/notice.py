"""The notice sheet: which details are kept about a member, and who may see them.

Generated from the columns of the file themselves, so it tells what the program really keeps.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models import Base
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import communities, functions
from cop_desktop.services import held as holding
from cop_desktop.services.column_words import KINDS

from .held import kind, label, reader


@frozen
class Notice:
    """Whose notice it is, and whom members may turn to."""

    name: str
    leader: str
    today: date


def gather(session: Session, community_id: UUID, today: date) -> Notice:
    leader = functions.leader(session, community_id, today)
    name = communities.one(session, community_id, today).name
    return Notice(name, leader.name if leader else "", today)


def notice(facts: Notice, _: Catalog) -> doc.Document:
    """What is kept, who may see it, and what a member may ask for."""
    day = formats.date_medium(facts.today, _.language)
    return doc.Document(
        title=_("What we keep about you: {name}", name=facts.name),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(facts.name, _("What we keep about you"), _("As of {day}", day=day)),
        foot=doc.Foot(_("What we keep about you, {day}", day=day)),
        author=facts.name,
        blocks=tuple(_blocks(facts, _)),
    )


def kinds() -> Iterator[tuple[str, Share, list[str]]]:
    """Tables about a member, level by level, with their columns as `table.column`."""
    for name in sorted(holding.tables(), key=list(KINDS).index):
        columns = [f"{name}.{it.name}" for it in Base.metadata.tables[name].columns]
        for share in Share:
            if some := [it for it in columns if holding.told(it) and holding.share_of(it) == share]:
                yield name, share, some


def _blocks(facts: Notice, _: Catalog) -> Iterator[doc.Block]:
    yield doc.Paragraph(
        _("The community keeps the details below so that it can meet, share out its work and "
          "learn. No law obliges you to give them. They are in one file on the leader's "
          "computer, on no server.")
    )  # fmt: skip
    yield doc.Heading(_("What you may ask for"))
    yield doc.ItemList(tuple(doc.Item(line) for line in _rights(facts, _)))
    yield doc.Heading(_("Who reads what"))
    hint = content(_.language).hint
    levels = dict.fromkeys(share for _name, share, _some in kinds())
    yield doc.Pairs(tuple((reader(it, _), hint(it)) for it in Share if it in levels), 40)
    yield doc.Paragraph(
        _("The ministry receives counts, none of one to four people. Your name leaves only after "
          "you agreed, and you may withdraw that at any time.")
    )  # fmt: skip
    yield doc.Heading(_("What is kept"))
    yield _table(_)


def _table(_: Catalog) -> doc.Table:
    """Every kind of detail with its readers."""
    columns = (doc.Column(_("About"), 38), doc.Column(_("What is kept"), secondary=True),
               doc.Column(_("Who may see it"), 36, secondary=True))  # fmt: skip
    rows, before = [], ""
    for name, share, some in kinds():
        title = "" if name == before else kind(name, _)  # said once for all its readers
        rows.append(
            doc.Row((title, formats.listed(_labels(some, _), _.language), reader(share, _)))
        )
        before = name
    return doc.Table(columns, tuple(rows))


def _labels(names: list[str], _: Catalog) -> list[str]:
    return list(dict.fromkeys(label(it, _) for it in names))


def _rights(facts: Notice, _: Catalog) -> Iterator[str]:
    yield _("To see everything that is kept about you, on paper or as a file.")
    yield _("To have it put right.")
    yield _("To have it deleted, so that nothing of it remains in the file.")
    if facts.leader:
        yield _("For all of these, turn to {name}.", name=facts.leader)
    else:
        yield _("For all of these, turn to the leader of the community.")
