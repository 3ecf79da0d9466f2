"""Which column of a form service's answers holds which question, and which is left behind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from cop_desktop.content import content
from cop_desktop.frozen import frozen
from cop_desktop.i18n import LANGUAGES
from cop_desktop.services.feedback import OPEN, STATEMENTS

from .dates import parse_date
from .fields import IDENTITY, ROSTER
from .findings import Problem
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


@frozen
class FeedbackColumn:
    """A column: its title, what it feeds ("" for nothing), and how that is known."""

    index: int
    title: str
    field: str = ""
    how: str = ""  # wish · title · hint · order · content

    @property
    def name(self) -> str:
        return self.title or letter(self.index)


def parted(table: RawTable) -> tuple[list[str], Sequence[RawRow]]:
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


def columns_of(
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


def left_out(columns: Sequence[FeedbackColumn], rows: Sequence[RawRow]) -> Iterator[Problem]:
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
