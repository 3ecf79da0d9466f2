"""Keys of the method's texts in words: a statement that was rated, a task, a sign, its threshold.

The file keeps the key alone; a key of a newer program has no words here and stays as it is.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.method import Component, RitualStep, SetupStep, Threat
from cop_desktop.models.vocabulary import Stage

from .registers import Value

COMPASS = N_("Stage on the compass")
TURNOVER = {
    "turnover_left": N_("Who left, of the members when the stage was recorded"),
    "turnover_joined": N_("Who joined, of the members when the stage was recorded"),
}
Row = Mapping[str, Value]


def in_words(table: str, column: str, row: Row, words: Catalog) -> str:
    """What the key of a row stands for; nothing where the cell holds no key, or an unknown one."""
    tell = _TOLD.get((table, column))
    with suppress(KeyError, ValueError):
        return tell(str(row[column]), row, words) if tell else ""
    return ""


def _sign(key: str, _row: Row, words: Catalog) -> str:
    return words(COMPASS) if key == "compass" else method(words.language).sign(key).title


def _threshold(key: str, row: Row, words: Catalog) -> str:
    if row["rule"] != "compass":
        return method(words.language).sign(str(row["rule"])).thresholds[key]
    return _stage_sign(key, words)


def _rated(key: str, _row: Row, words: Catalog) -> str:
    return content(words.language).feedback().statements[key]


def _checked(key: str, _row: Row, words: Catalog) -> str:
    kind, part, name = key.split(".")
    told = method(words.language)
    text = told.component(Component(part)) if kind == "components" else told.threat(Threat(part))
    return text.statements[name]


def _task(key: str, row: Row, words: Catalog) -> str:
    told, (step, _dot, name) = method(words.language), key.partition(".")
    if row["list"] == "setup":
        return told.step(SetupStep(step)).tasks[name]
    if row["list"] == "ritual":
        return told.ritual(RitualStep(step)).tasks[name]
    return _stage_sign(key, words)


def _routine(key: str, _row: Row, words: Catalog) -> str:
    return method(words.language).routine(key).title


def _stage_sign(key: str, words: Catalog) -> str:
    told: dict[str, str] = {}
    for stage in Stage:
        text = method(words.language).stage(stage)
        told |= {**text.moved_on, **text.falling_back}
    return told[key] if key not in TURNOVER else words(TURNOVER[key])


_TOLD: Mapping[tuple[str, str], Callable[[str, Row, Catalog], str]] = {
    ("threshold", "rule"): _sign, ("threshold", "name"): _threshold,
    ("sign_snooze", "sign"): _sign, ("feedback_rating", "statement"): _rated,
    ("self_check_answer", "statement"): _checked, ("method_mark", "key"): _task,
    ("routine", "ready"): _routine,
}  # fmt: skip
