"""Messages as they arrive: short on a telephone, whole in a mail, and never with addresses."""

from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import bidirectional
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from cop_desktop.errors import UserError
from cop_desktop.export import mail, messages
from cop_desktop.export.messages import MESSAGES, Message, Section, telephone
from cop_desktop.export.papers import Subject
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.store import Store
from tests.export.gatherings import HUSH, LINK, SECRET, TODAY, WORDS, gathered

UGLY = " <b>x</b> & *y* _z_ {n} \u202e\x00"


def made(store: Store, key: str, language: str = "he", **how: object) -> Message:
    """A message of a rich meeting."""
    gathering = gathered(store, language, **how)  # type: ignore[arg-type]
    with store.read() as session:
        return MESSAGES[key].make(session, Subject(gathering.community, TODAY), catalog(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", MESSAGES)
def test_a_telephone_gets_less_than_a_thousand_letters_in_whole_lines(
    store: Store, key: str, language: str
) -> None:
    message = made(store, key, language, blocks=30)
    text = telephone(message)
    assert 200 < len(text) < 1000
    whole = {line for it in message.sections for line in it.lines}
    for line in text.replace(messages.RLM, "").splitlines():
        assert line in {"", "…"} or line.startswith("*") or line.removeprefix("• ") in whole
    bold = [line for line in text.replace(messages.RLM, "").splitlines() if line.startswith("*")]
    assert all(line.endswith("*") and line.count("*") == 2 for line in bold)


def test_when_and_where_stay_whatever_is_cut(store: Store) -> None:
    text = telephone(made(store, "invitation", "en", blocks=30))
    for said in ("Wednesday, 2 December 2026", "09:30", WORDS["en"][10], LINK, WORDS["en"][8]):
        assert said in text
    digest = telephone(Message(
        "t", (Section("", ("lead",), spare=False), Section("We decided", ("decided " * 20,) * 30),
              Section("Next", ("13 January",), spare=False)), "en", rtl=False,
    ))  # fmt: skip
    assert "13 January" in digest
    assert digest.count("…") == 1


@pytest.mark.parametrize("language", ["he", "ar"])
def test_every_line_on_a_telephone_begins_from_the_right(store: Store, language: str) -> None:
    for line in telephone(made(store, "invitation", language)).splitlines():
        strong = [it for it in map(bidirectional, line) if it in {"L", "R", "AL"}]
        assert not strong or strong[0] != "L" or line == LINK, line


def test_stars_and_markup_of_ones_own_change_nothing(store: Store) -> None:
    message = made(store, "digest", ugly=UGLY)
    text = telephone(message)
    bold = [line for line in text.splitlines() if line.lstrip(messages.RLM).startswith("*")]
    assert all(line.count("*") == 2 for line in bold)
    assert not set(text + message.title) & set("\u2066\u2067\u2068\u2069\u202e\x00")
    page = messages.html(message)
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt; &amp;" in page
    assert _Tags.of(page) <= {"html", "head", "meta", "title", "body", "h1", "h2", "p", "ul", "li"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_is_a_draft_to_nobody_in_text_and_in_html(store: Store, language: str) -> None:
    message = made(store, "digest", language)
    data = mail.letter(message)
    letter = message_from_bytes(data, policy=default)
    assert (letter["To"], letter["Cc"], letter["Bcc"], letter["From"]) == (None,) * 4
    assert letter["X-Unsent"] == "1"
    assert letter["Subject"] == message.title
    text, page = letter.get_body(("plain",)), letter.get_body(("html",))
    assert text is not None
    assert page is not None
    side = "ltr" if language == "en" else "rtl"
    assert f'dir="{side}"' in page.get_content()
    for said in (line for it in message.sections for line in it.lines):
        assert said in text.get_content()
    assert "@" not in text.get_content() + page.get_content()
    assert b"member" not in data
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_what_is_not_for_others_is_in_no_message(store: Store) -> None:
    gathering = gathered(store)
    for kind in MESSAGES.values():
        with store.read() as session:
            message = kind.make(session, Subject(gathering.community, TODAY), catalog("he"))
        for secret in (SECRET, HUSH):
            assert secret not in messages.plain(message)


def test_links_hold_every_address_once_and_are_never_too_long() -> None:
    addresses = [f"somebody.with.a.long.name{n}@education.example.org" for n in range(120)]
    links = mail.links(
        [*addresses, addresses[0].upper(), " ", "no address", "a@b,c@d.org"], "ש" * 90
    )
    assert len(links) > 3
    assert max(map(len, links)) <= mail.LONGEST
    told = [it for link in links for it in _hidden(link)]
    assert told == addresses
    assert all(urlsplit(link).path == "" for link in links)  # nobody is seen by the others


def test_signs_in_an_address_do_not_break_the_link() -> None:
    [link] = mail.links(["o'neil+cop&x=1@example.org", "רונית@דוגמה.ישראל"], "A & B? #1")
    assert _hidden(link) == ["o'neil+cop&x=1@example.org", "רונית@דוגמה.ישראל"]
    assert parse_qs(urlsplit(link).query)["subject"] == ["A & B? #1"]
    assert link.isascii()
    assert mail.links([], "x") == ()


def test_messages_are_written_in_their_formats_and_in_no_other(
    store: Store, tmp_path: Path
) -> None:
    message = made(store, "invitation")
    for suffix in messages.SUFFIXES:
        messages.write(message, tmp_path / f"invitation{suffix}")
    assert (tmp_path / "invitation.txt").read_text("utf-8") == telephone(message)
    assert (tmp_path / "invitation.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(UserError):
        messages.write(message, tmp_path / "invitation.doc")


@pytest.mark.parametrize("people", [0, 1])
def test_small_communities_have_messages_too(store: Store, people: int) -> None:
    assert telephone(made(store, "digest", people=people))


def _hidden(link: str) -> list[str]:
    query = urlsplit(link).query
    bcc = next(it for it in query.split("&") if it.startswith("bcc="))
    return [unquote(it) for it in bcc.removeprefix("bcc=").split(",")]


class _Tags(HTMLParser):
    """The names of all elements."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.names.add(tag)

    @classmethod
    def of(cls, page: str) -> set[str]:
        reader = cls()
        reader.feed(page)
        return reader.names
