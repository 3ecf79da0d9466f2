"""Answers on a scale as forms give them: numbers, stars, or the words of the usual scales."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from cop_desktop.content import content
from cop_desktop.i18n import LANGUAGES

from .table import Cell, text_of
from .titles import normal

LOW, HIGH = 1, 5
# each scale from 1 to 5; a bar parts words that mean the same
_SCALES = (
    ("כלל לא|בכלל לא|במידה מועטה מאוד|במידה מעטה מאוד", "במידה מועטה|במידה מעטה|מעט|קצת",
     "במידה בינונית|במידה מסוימת|בינוני|במידה סבירה", "במידה רבה|הרבה",
     "במידה רבה מאוד|מאוד|הרבה מאוד|בהחלט"),
    ("כלל לא מסכים|כלל לא מסכימה|מאוד לא מסכים|לא מסכים בכלל|כלל לא מסכים/ה|ממש לא מסכים",
     "לא מסכים|לא מסכימה|לא מסכים/ה|לא כל כך מסכים|די לא מסכים",
     "ניטרלי|נייטרלי|מסכים חלקית|מסכימה חלקית|ככה ככה|לא מסכים ולא לא מסכים|מסכים במידה מסוימת",
     "מסכים|מסכימה|מסכים/ה|די מסכים",
     "מסכים מאוד|מסכימה מאוד|מאוד מסכים|מאוד מסכימה|מסכים/ה מאוד|בהחלט מסכים|בהחלט מסכימה"),
    ("אף פעם|אף פעם לא|מעולם לא", "לעתים רחוקות|לעיתים רחוקות|לעיתים נדירות", "לפעמים|מדי פעם",
     "לעתים קרובות|לעיתים קרובות|בדרך כלל", "תמיד|כמעט תמיד"),
    ("גרוע|גרוע מאוד|חלש מאוד|מאכזב", "חלש|לא טוב", "סביר|בסדר", "טוב", "טוב מאוד|מצוין|מעולה"),
    ("not at all|very little", "slightly|a little|to a small extent",
     "moderately|somewhat|to some extent", "to a large extent|mostly|a lot|much",
     "very much|very much so|completely|to a very large extent|extremely"),
    ("strongly disagree|completely disagree", "disagree|somewhat disagree",
     "neutral|neither agree nor disagree|undecided", "agree|somewhat agree",
     "strongly agree|completely agree"),
    ("never", "rarely|seldom", "sometimes|occasionally", "often|usually", "always|almost always"),
    ("very poor|bad", "poor", "fair|ok|average", "good", "very good|excellent"),
    ("إطلاقا|إطلاقا لا|لا إطلاقا|أبدا على الإطلاق", "بدرجة قليلة|قليلا", "بدرجة متوسطة|إلى حد ما",
     "بدرجة كبيرة|كثيرا", "بدرجة كبيرة جدا|كثيرا جدا"),
    ("لا أوافق بشدة|أعارض بشدة", "لا أوافق|أعارض", "محايد", "أوافق|موافق",
     "أوافق بشدة|موافق بشدة"),
    ("أبدا", "نادرا", "أحيانا", "غالبا", "دائما"),
)  # fmt: skip
_NO_ANSWER = (
    "לא רלוונטי|לא רלבנטי|לא יודע|לא יודעת|לא יודע/ת|אין תשובה|n/a|na|not relevant|don't know"
    "|no answer|not applicable|لا ينطبق|لا أعرف|-|–|—|x"
)
_NUMBERED = re.compile(
    r"([0-9٠-٩]{1,3})(?:[.,]0+)?(?:\s*(?:/|מתוך|of|out of|من)\s*5)?(?:\s*[-–—.):=](?!\s*\d).*)?"
)
_STARS = re.compile(r"(?:[★⭐🌟]\ufe0f?){1,5}[☆]*")


def rating(cell: Cell) -> int | None:
    """What a cell says on a scale from 1 to 5; a number beyond it as it stands; or nothing."""
    if isinstance(cell, bool):
        return None
    text = text_of(cell).strip()
    if found := _NUMBERED.fullmatch(text):
        return int(found[1])
    if _STARS.fullmatch(text):
        return sum(text.count(star) for star in "★⭐🌟")
    return _levels().get(normal(text))


def no_answer(cell: Cell) -> bool:
    """Whether a cell says that the statement was left out on purpose."""
    text = text_of(cell).strip()
    return (normal(text) or text) in _silences()


def fits(numbers: Iterable[int]) -> bool:
    """Whether answers are on the scale of the form."""
    return all(LOW <= number <= HIGH for number in numbers)


@cache
def _levels() -> Mapping[str, int]:
    found = {
        normal(word): level
        for scale in _SCALES
        for level, words in enumerate(scale, LOW)
        for word in words.split("|")
    }
    for language in LANGUAGES:  # what our own paper says
        form = content(language).feedback()
        found |= {normal(form.low): LOW, normal(form.high): HIGH}
    return found


@cache
def _silences() -> frozenset[str]:
    own = (content(language).feedback().left_out for language in LANGUAGES)
    return frozenset(normal(word) or word for word in (*_NO_ANSWER.split("|"), *own))
