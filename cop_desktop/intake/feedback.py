"""Feedback out of a form service: a column a question, a row a form, names left behind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cop_desktop.content import content
from cop_desktop.i18n import LANGUAGES
from cop_desktop.services.feedback import OPEN, STATEMENTS

from .dates import parse_date
from .delimited import read_text
from .fields import IDENTITY, ROSTER
from .findings import Problem
from .lists import Source
from .reading import read_table
from .scales import HIGH, fits, no_answer, rating
from .table import Cell, RawRow, RawTable, letter, text_of
from .titles import normal, recognise

WHEN = "when"
FIELDS = (*STATEMENTS, *OPEN, WHEN)
_ALIKE = 80  # of 100: people shorten our statements
_HEADS = 12  # rows among which titles stand
_PERSONAL = {
    "full_name", "family_first", "given_name", "family_name", "organisation", "job_title",
    "mobile", "phone", "email", IDENTITY,
}  # fmt: skip
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_WHEN = "חותמת זמן|תאריך|מועד|timestamp|start time|completion time|submitted|date|طابع زمني|التاريخ"
_MATRIX = re.compile(r"[0-5](?:[\s,;.]*[0-5])*")
# Words by which people's own questions are known, where ours are not used as they stand.
_HINTS = {
    "purpose": "מטרת|מטרה|מטרות|purpose|aim|goal|هدف",
    "useful": "שימושי|רלוונטי|רלבנטי|מועיל|תרם|useful|relevant|مفيد",
    "voice": "לדבר|להישמע|להשתתף|הקשיבו|heard|speak|voice|participate|للحديث",
    "time": "זמן|time|الوقت",
    "apply": "ליישם|יישום|צעד|לנסות|apply|try|step|خطوة",
    "took": "לקחתי|לוקח|יוצא|למדתי|משמעותי|take|learn|آخذ|تعلمت",
    "missed": "חסר|לשפר|לשמר|פחות|miss|lack|improve|ينقص|تحسين",
    "wish": "הבא|להבא|הצע|בקש|הערות|next|suggest|wish|comment|القادم|اقتراح|ملاحظات",
}


@dataclass(frozen=True, slots=True)
class FeedbackColumn:
    """A column: its title, what it feeds ("" for nothing), and how that is known."""

    index: int
    title: str
    field: str = ""
    how: str = ""  # wish · title · hint · order · content

    @property
    def name(self) -> str:
        return self.title or letter(self.index)


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """A form read: values as `services.feedback` takes them, and the day it was filled in."""

    row: int
    on: date | None
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FeedbackDraft:
    """What was read; nothing is written yet."""

    columns: tuple[FeedbackColumn, ...] = ()
    rows: tuple[FeedbackRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which forms were filled in: a form of several meetings has several."""
        return tuple(sorted({row.on for row in self.rows if row.on}))

    def between(self, first: date | None, last: date | None) -> tuple[FeedbackRow, ...]:
        """Rows from one day to another, both included; rows without a day belong to any."""
        return tuple(
            row for row in self.rows
            if row.on is None or ((not first or row.on >= first) and (not last or row.on <= last))
        )  # fmt: skip


def read_feedback(source: Source, wish: Mapping[int, str] | None = None) -> FeedbackDraft:
    """A file or a paste of answers; `wish` says what a column (0 is the first) holds, "" nothing.

    Nothing is raised: what was wrong is in `problems`.
    """
    table = _table(source)
    if not table.rows:
        return FeedbackDraft(problems=table.problems)
    titles, rows = _parted(table)
    columns = _columns(titles, rows, wish or {})
    problems = [*table.problems, *_left_out(columns, rows)]
    forms = []
    for row in rows:
        form, unclear = _form(row, columns)
        problems += unclear
        if form.values:
            forms.append(form)
    if not any(column.field in (*STATEMENTS, *OPEN) for column in columns):
        problems.append(Problem(0, "", "no_answers"))
    return FeedbackDraft(columns, tuple(forms), tuple(problems))


def _table(source: Source) -> RawTable:
    """Lines of digits as one types them from paper, `5 4 0 5 3` or `54053`, are a table, too."""
    if isinstance(source, str) and "\t" not in source:
        lines = [line.strip() for line in source.splitlines() if line.strip()]
        if lines and all(_MATRIX.fullmatch(line) for line in lines):
            digits = ["\t".join(re.findall(r"\d", line)) for line in lines]
            return read_text("\n".join(digits), delimiter="\t")
    return read_table(source)


# -- titles and columns ------------------------------------------------------------------


def _parted(table: RawTable) -> tuple[list[str], Sequence[RawRow]]:
    """Titles, and the rows beneath: titles are the fullest row before the first with ratings."""
    rows, width = table.rows, table.width
    rated = [at for at, row in enumerate(rows) if any(map(_rates, row.cells))]
    above = rows[: rated[0]] if rated else rows[:1]
    if not above:
        return [""] * width, rows
    best = max(range(min(len(above), _HEADS)), key=lambda at: (_known(above[at]), -at))
    titles = [" ".join(text_of(cell).split()) for cell in above[best].cells]
    return [*titles, *[""] * (width - len(titles))], rows[best + 1 :]


def _rates(cell: Cell) -> bool:
    level = None if isinstance(cell, datetime | date) else rating(cell)
    return level is not None and level <= HIGH


def _known(row: RawRow) -> tuple[int, int]:
    texts = [text_of(cell) for cell in row.cells if cell != ""]
    return sum(bool(_by_title(text, FIELDS) or _is_when(text)) for text in texts), len(texts)


def _columns(
    titles: Sequence[str], rows: Sequence[RawRow], wish: Mapping[int, str]
) -> tuple[FeedbackColumn, ...]:
    cells = [[row.cells[at] for row in rows if at < len(row.cells)] for at in range(len(titles))]
    filled = [[it for it in some if it != ""] for some in cells]
    kinds = [_kind(title, some) for title, some in zip(titles, filled, strict=True)]
    found: dict[int, tuple[str, str]] = {at: (field, "wish") for at, field in wish.items()}
    for at, kind in enumerate(kinds):
        if kind == WHEN and WHEN not in {field for field, _ in found.values()}:
            found.setdefault(at, (WHEN, "content"))
    plain = [at for at, kind in enumerate(kinds) if kind in {"rated", "said", ""}]
    _assign(plain, titles, (*STATEMENTS, *OPEN), found, _by_title, "title")
    for kind, fields in (("rated", STATEMENTS), ("said", OPEN)):
        places = [at for at, it in enumerate(kinds) if it == kind]
        for recognises, how in ((_by_hint, "hint"), (_next_free, "order")):
            _assign(places, titles, fields, found, recognises, how)
    return tuple(
        FeedbackColumn(at, title, *found.get(at, ("", ""))) for at, title in enumerate(titles)
    )


def _kind(title: str, cells: Sequence[Cell]) -> str:
    """What a column is made of: rated · said · when · name · beyond · "" for nothing."""
    if not cells:
        return ""
    if _is_personal(title) or _mostly(cells, lambda it: _EMAIL.fullmatch(text_of(it))):
        return "name"
    levels = [level for it in cells if (level := rating(it)) is not None]
    silent = sum(map(no_answer, cells))
    if levels and 2 * (len(levels) + silent) > len(cells):
        return "rated" if fits(level or 1 for level in levels) else "beyond"
    if _mostly(cells, lambda it: isinstance(it, date) or _has_day(it)):
        return WHEN
    return "" if _is_when(title) else "said"


def _mostly(cells: Sequence[Cell], looks: Callable[[Cell], object]) -> bool:
    return 2 * sum(bool(looks(cell)) for cell in cells) > len(cells)


def _has_day(cell: Cell) -> bool:
    return any(sign in text_of(cell) for sign in "/.-") and parse_date(cell).day is not None


Recogniser = Callable[[str, Sequence[str]], str]


def _assign(
    places: Sequence[int],
    titles: Sequence[str],
    fields: Sequence[str],
    found: dict[int, tuple[str, str]],
    recognises: Recogniser,
    how: str,
) -> None:
    """Give columns that hold nothing yet the fields that nobody feeds yet."""
    for at in places:
        free = [field for field in fields if field not in {it for it, _ in found.values()}]
        if at not in found and free and (field := recognises(titles[at], free)):
            found[at] = (field, how)


def _by_title(title: str, free: Sequence[str]) -> str:
    """Our own questions, in any language, whole or nearly."""
    words = normal(title)
    if len(words) < 4:
        return ""
    # imported when used: the window starts without it
    from rapidfuzz import fuzz

    told = [(fuzz.ratio(words, normal(own)), field) for field, own in _questions() if field in free]
    score, field = max(told, default=(0, ""))
    return field if score >= _ALIKE else ""


def _by_hint(title: str, free: Sequence[str]) -> str:
    words = normal(title)
    hits = Counter(
        {field: sum(normal(it) in words for it in _HINTS[field].split("|")) for field in free}
    )
    field, count = hits.most_common(1)[0]
    return field if count else ""


def _next_free(_title: str, free: Sequence[str]) -> str:
    return free[0]


def _questions() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        form = content(language).feedback()
        yield from form.statements.items()
        yield from ((name, getattr(form, name)) for name in OPEN)


def _is_when(title: str) -> bool:
    return normal(title) in {normal(it) for it in _WHEN.split("|")}


def _is_personal(title: str) -> bool:
    return recognise(title, ROSTER)[0] in _PERSONAL


def _left_out(columns: Sequence[FeedbackColumn], rows: Sequence[RawRow]) -> Iterator[Problem]:
    for column in columns:
        cells = [row.cells[column.index] for row in rows if column.index < len(row.cells)]
        filled = [it for it in cells if it != ""]
        kind = _kind(column.title, filled)
        if column.field:
            continue
        if kind == "name":
            yield Problem(0, column.name, "names_left_out")
        elif kind == "beyond":
            most = max(level for it in filled if (level := rating(it)) is not None)
            yield Problem(0, column.name, "scale_beyond", {"most": most})


# -- rows --------------------------------------------------------------------------------


def _form(row: RawRow, columns: Sequence[FeedbackColumn]) -> tuple[FeedbackRow, list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    on = None
    for column in columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else ""
        if cell == "" or not column.field:
            continue
        if column.field == WHEN:
            on = parse_date(cell).day
        elif column.field in OPEN:
            if not no_answer(cell):
                values[column.field] = text_of(cell)
        elif (level := rating(cell)) and fits([level]):
            values[column.field] = level
        elif level != 0 and not no_answer(cell):
            problem = Problem(row.number, column.name, "rating_unclear", {"value": text_of(cell)})
            problems.append(problem)
    return FeedbackRow(row.number, on, values), problems
