"""Mail that somebody else's program sends: a draft as a file, and links to begin one."""

import re
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import shorten
from urllib.parse import quote

from .messages import Message, html, plain

LONGEST = 1800  # letters of a link: Windows and mail programs cut longer ones
SUBJECT = 60  # letters of a subject in a link; each Hebrew one takes six
_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[^\s@,;:<>()\[\]\"\\]+\.[^\s@,;:<>()\[\]\"\\]+")


def letter(message: Message) -> bytes:
    """A draft (RFC 5322) in text and HTML, to nobody yet: one chooses whom in one's own program.

    `X-Unsent` makes Outlook open it to be sent instead of read.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = message.title
    mail["X-Unsent"] = "1"
    mail["Content-Language"] = message.language
    mail.set_content(plain(message), charset="utf-8", cte="base64")
    mail.add_alternative(html(message), subtype="html", charset="utf-8", cte="base64")
    return mail.as_bytes()


def links(addresses: Iterable[str], subject: str, longest: int = LONGEST) -> tuple[str, ...]:
    """`mailto:` links (RFC 6068) that begin a mail to all, hidden from each other.

    As many as it takes for none to be longer than `longest`; what is no address is left out.
    """
    end = "&subject=" + quote(shorten(subject, SUBJECT, placeholder="…"), safe="")
    room = longest - len(f"mailto:?bcc={end}")
    return tuple(f"mailto:?bcc={','.join(some)}{end}" for some in _chunks(_sound(addresses), room))


def _sound(addresses: Iterable[str]) -> list[str]:
    """Addresses as a link holds them, each once."""
    once: dict[str, str] = {}
    for told in (it.strip() for it in addresses):
        if _ADDRESS.fullmatch(told):
            once.setdefault(told.casefold(), told)
    return [quote(it, safe="@") for it in once.values()]


def _chunks(words: list[str], room: int) -> Iterator[list[str]]:
    chunk: list[str] = []
    for word in words:
        if chunk and len(",".join([*chunk, word])) > room:
            yield chunk
            chunk = []
        chunk.append(word)
    if chunk:
        yield chunk
