"""What every command is given: a language, a day, and where answers and refusals go."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cop_desktop.errors import UserError
from cop_desktop.formats import without_isolates
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.paths import is_address
from cop_desktop.services import communities
from cop_desktop.services.communities import CommunityRow
from cop_desktop.store import AnyStore, Store, advice, open_file


class Shell:
    """Collects a command's answer and its problems, and prints them once, at the end."""

    def __init__(self, language: str, as_json: bool, today: date | None) -> None:
        self.words = catalog(language)
        self.today = today or date.today()
        self._json = as_json
        self._answer: dict[str, Any] = {}
        self._refused: list[dict[str, str]] = []

    @property
    def now(self) -> datetime:
        """This moment, on the day the command works as if it were; local wall clock."""
        return datetime.combine(self.today, datetime.now().time())

    def answer(self, values: Mapping[str, Any], *lines: str) -> None:
        """Keys for scripts, and the same in sentences for people."""
        self._answer |= values
        if not self._json:
            for line in lines:
                self.say(line)

    def say(self, sentence: str) -> None:
        """A line for people; with `--json` there is none."""
        if not self._json:
            sys.stdout.write(without_isolates(sentence) + "\n")

    def warn(self, sentence: str) -> None:
        """Something to know that refuses nothing."""
        sys.stderr.write(without_isolates(sentence) + "\n")

    def refuse(self, problem: UserError) -> None:
        """Something was not taken; the command ends with 1."""
        sentence = without_isolates(self.words.error(problem))
        self._refused.append({"message": sentence})
        sys.stderr.write(sentence + "\n")

    def refused_in_part(self, sentences: Sequence[str]) -> None:
        """The answer tells row by row what was refused; scripts hear of it by the status, too."""
        self._refused.append({})
        sys.stderr.write("".join(without_isolates(it) + "\n" for it in sentences))

    @property
    def refused(self) -> bool:
        """Whether anything was not taken."""
        return bool(self._refused)

    def finish(self) -> int:
        said = [problem for problem in self._refused if problem]
        if self._json:
            answer = dict(self._answer)
            if said:
                answer["problems"] = [*answer.get("problems", []), *said]
            text = json.dumps(answer, ensure_ascii=False, indent=1, default=str)
            sys.stdout.write(without_isolates(text) + "\n")
        return 1 if self.refused else 0

    @contextmanager
    def opened(self, path: Path, *, to_write: bool = False) -> Iterator[Store]:
        """The file, closed again whatever happens."""
        store = open_file(path, read_only=not to_write)
        try:
            for warning in (*store.warnings, *(advice(path) if to_write else ())):
                self.warn(self.words.error(warning))
            yield store
        finally:
            store.close()

    def opened_any(
        self, place: Path | str, *, to_write: bool = False
    ) -> AbstractContextManager[AnyStore]:
        """The file, or the database at an address."""
        if isinstance(place, Path):
            return self.opened(place, to_write=to_write)
        from cop_desktop.store.server import open_server  # brings a driver

        return open_server(place)

    def community(self, store: AnyStore, name: str | None) -> CommunityRow:
        """The community of that name, or the file's only one."""
        with store.read() as session:
            return communities.named(session, name, self.today)


def file_or_address(text: str) -> Path | str:
    """A file, or the address of a shared database."""
    return text if is_address(text) else Path(text)


def day(text: str) -> date:
    """A day as scripts write it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: a day is written as 2026-12-02") from None


def common(*, again: bool = False) -> argparse.ArgumentParser:
    """Options that every command takes; `again` for a verb under a command that has them."""
    lang, as_json, today = (argparse.SUPPRESS,) * 3 if again else (LANGUAGES[0], False, None)
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--lang", choices=LANGUAGES, default=lang)
    options.add_argument(
        "--json", action="store_true", default=as_json, help="one JSON object on standard output"
    )
    options.add_argument(
        "--today", type=day, metavar="DATE", default=today, help="work as if on this day"
    )
    return options


def add_community(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--community", metavar="NAME", help="needed when a file holds several")
