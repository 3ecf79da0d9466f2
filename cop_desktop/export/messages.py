"""Messages of a meeting: what they say, as text for a telephone, plain text, and simple HTML."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from textwrap import shorten
from unicodedata import bidirectional

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import agendas, communities, meetings
from cop_desktop.services import digest as digests
from cop_desktop.services.actions import ActionRow
from cop_desktop.services.digest import Digest

from .reports.agenda import PAUSES
from .reports.meeting import both_dates, hours, place_in_year
from .subject import Subject, coming, gone_by
from .text.clean import clean
from .writing import refusals_told, replacing

MOST = 1000  # letters of a message on a telephone
LINE = 240  # letters of one line of it
SHARE = Share.COMMUNITY  # names those who took on a task
RLM = "\u200f"


@frozen
class Section:
    """Lines under a head; where room is short, lines of a `spare` section go from its end."""

    head: str
    lines: tuple[str, ...]
    spare: bool = True


@frozen
class Message:
    """What is sent: a title (the subject of a mail), and sections; the first has no head."""

    title: str
    sections: tuple[Section, ...]
    language: str
    rtl: bool


# -- what is said ----------------------------------------------------------------------------


def invitation(session: Session, subject: Subject, _: Catalog) -> Message:
    """When, where and what for; the agenda; what to think about and to bring."""
    key = coming(session, subject)
    row, picture = meetings.one(session, key), agendas.picture(session, key)
    name = communities.one(session, subject.community_id, subject.today).name
    place = ", ".join(dict.fromkeys(part for part in (row.place, row.host) if part))
    facts = (
        formats.dotted(name, place_in_year(row, _)),
        both_dates(row, _),
        formats.dotted(hours(row.days[0], _), place),
        row.link,
    )
    blocks = [block for day in picture.days for block in day.blocks if block.kind not in PAUSES]
    lines = (f"{formats.clock(block.starts_at.time())} {block.title}" for block in blocks)
    return _message(
        _("Invitation: {topic}", topic=row.topic), _,
        Section("", facts, spare=False),
        Section(_("What for"), (row.purpose,), spare=False),
        Section(_("To think about"), (row.question,), spare=False),
        Section(_("To do before we meet"), tuple(block.title for block in picture.before)),
        Section(_("Agenda"), tuple(lines)),
    )  # fmt: skip


def highlights(session: Session, subject: Subject, _: Catalog) -> Message:
    """A meeting in short, for those who were not there."""
    return of_digest(digests.of(session, gone_by(session, subject)), _)


def of_digest(told: Digest, _: Catalog) -> Message:
    day = formats.date_long(told.meeting.starts_at.date(), _.language)
    came = _("{came} of {listed} members came", came=told.came, listed=told.listed)
    opening = (formats.dotted(told.community, day), *told.lead, came if told.came else "")
    decided = tuple(row.text for row in told.decisions)
    return _message(
        _("In short: {topic}", topic=told.meeting.topic), _,
        Section("", opening, spare=False),
        Section(_("We decided"), decided),
        Section(_("Who does what"), tuple(_task(row, _) for row in told.actions)),
        Section(_("Still open"), tuple(row.text for row in told.open_issues)),
        Section(_("What you can do even if you were absent"),
                tuple(row.text for row in told.waiting)),
        Section(_("The next meeting"), _next(told, _), spare=False),
    )  # fmt: skip


def _message(title: str, _: Catalog, *sections: Section) -> Message:
    """As plain text: other programs show neither isolates nor control characters."""
    cleaned = (replace(it, lines=tuple(filter(None, map(_plain, it.lines)))) for it in sections)
    return Message(_plain(title), tuple(it for it in cleaned if it.lines), _.language, _.rtl)


def _plain(text: str) -> str:
    return " ".join(clean(formats.without_isolates(text)).split())


def _task(row: ActionRow, _: Catalog) -> str:
    until = formats.day_and_month(row.due, _.language) if row.due else ""
    whose = ", ".join(it for it in (row.owner, until) if it)
    return f"{row.text}: {whose}" if whose else row.text


def _next(told: Digest, _: Catalog) -> tuple[str, ...]:
    row = told.next
    if row is None:
        return ()
    place = row.place or row.host
    when = formats.dotted(hours(row.days[0], _), place)
    return both_dates(row, _), when, row.topic, told.question


# -- how it is written -----------------------------------------------------------------------


def telephone(message: Message, most: int = MOST) -> str:
    """For WhatsApp: heads between stars, under `most` letters, cut by whole lines only."""
    sections = [replace(it, lines=tuple(map(_short, it.lines))) for it in message.sections]
    while len(text := _telephone(message, sections)) >= most and _drop(sections):
        pass
    return text


def _telephone(message: Message, sections: list[Section]) -> str:
    parts = [_bold(message.title)]
    for section in sections:
        mark = "• " if section.spare and len(section.lines) > 1 else ""
        lines = [line if line == "…" else f"{mark}{line}" for line in section.lines]
        parts.append("\n".join([_bold(section.head), *lines] if section.head else lines))
    text = "\n\n".join(part for part in parts if part)
    return "\n".join(_turned(line) for line in text.split("\n")) if message.rtl else text


def _drop(sections: list[Section]) -> bool:
    """Take the last line of the last section that can spare one; then of any."""
    for wanted in (True, False):
        for place in reversed(range(len(sections))):
            section = sections[place]
            if section.spare is not wanted or (not wanted and place == 0):
                continue
            lines = [line for line in section.lines if line != "…"][:-1]
            if lines:
                sections[place] = replace(section, lines=(*lines, "…"))
            else:
                del sections[place]
            return True
    return False


def _bold(words: str) -> str:
    """Stars of its own would end the bold early."""
    return f"*{_short(words).replace('*', '').strip()}*"


def _short(line: str) -> str:
    return shorten(line, LINE, placeholder="…")


def _turned(line: str) -> str:
    """A line that begins with a foreign word still runs from the right; a link stays bare."""
    if "://" in line.partition(" ")[0]:
        return line
    strong = next((it for it in map(bidirectional, line) if it in {"L", "R", "AL"}), "")
    return RLM + line if strong == "L" else line


def plain(message: Message) -> str:
    """The whole message as text, for a mail."""
    parts = [message.title]
    for section in message.sections:
        lines = [f"• {line}" if section.head else line for line in section.lines]
        parts.append("\n".join([section.head, *lines] if section.head else lines))
    return "\n\n".join(parts) + "\n"


def html(message: Message) -> str:
    """The whole message as a page of its own, without pictures, scripts or links elsewhere."""
    side = "rtl" if message.rtl else "ltr"
    body = "\n".join(_section(section) for section in message.sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{message.language}" dir="{side}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{escape(message.title)}</title>\n</head>\n'
        f'<body dir="{side}" style="font-family: Arial, sans-serif; font-size: 16px; '
        'line-height: 1.5; max-width: 40em; margin: 1em auto; color: #1B2427">\n'
        f'<h1 style="font-size: 22px">{escape(message.title)}</h1>\n{body}\n</body>\n</html>\n'
    )


def _section(section: Section) -> str:
    if not section.head:
        return "\n".join(f'<p dir="auto">{escape(line)}</p>' for line in section.lines)
    lines = "\n".join(f"<li>{escape(line)}</li>" for line in section.lines)
    head = f'<h2 style="font-size: 18px; color: #0B5A60">{escape(section.head)}</h2>'
    return f"{head}\n<ul>\n{lines}\n</ul>"


# -- files -----------------------------------------------------------------------------------


@frozen
class Kind:
    """A message that can be made: its key, its name, and what it says."""

    key: str
    title: str
    make: Callable[[Session, Subject, Catalog], Message]
    looks_back: bool = False


MESSAGES: dict[str, Kind] = {
    it.key: it
    for it in (
        Kind("invitation", N_("Invitation to send"), invitation),
        Kind("digest", N_("Digest to send"), highlights, looks_back=True),
    )
}
SUFFIXES = (".txt", ".eml", ".html")


def write(message: Message, path: Path) -> None:
    """Write a message as a telephone's text, as a mail to be sent, or as a page; whole or not."""
    from . import mail

    forms: dict[str, Callable[[], bytes]] = {
        ".txt": lambda: telephone(message).encode(),
        ".eml": lambda: mail.letter(message),
        ".html": lambda: html(message).encode(),
    }
    form = forms.get(path.suffix.lower())
    if form is None:
        raise UserError(
            N_("Messages are written as .txt, .eml or .html, not as {suffix}. "
               "Change the file's name."),
            suffix=path.suffix or path.name,
        )  # fmt: skip
    with refusals_told(path), replacing(path) as part:
        part.write_bytes(form())
