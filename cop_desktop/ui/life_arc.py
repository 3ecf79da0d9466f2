"""The way through the stages as the data of its picture."""

from collections.abc import Sequence
from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.compass import Sign
from cop_desktop.services.stages import ORDER, StagePath
from cop_desktop.ui.pictures import ArcData, ArcStage


def arc_data(path: StagePath, ahead: Sequence[Sign], _: Catalog) -> ArcData:
    """Dates for what was, captions for what may come, and what speaks for moving on today."""
    here = ORDER.index(path.now.stage) if path.now else 0
    holding = sum(sign.holds for sign in ahead)
    return ArcData(
        tuple(_stage(path, stage, _) for stage in ORDER),
        here,
        holding / len(ahead) if ahead else 0.5,
        today_words(ahead, _),
    )


def today_words(ahead: Sequence[Sign], _: Catalog) -> str:
    """How many signs of moving on hold today, of how many."""
    holding = sum(sign.holds for sign in ahead)
    return _("today · {n} of {all} signs", n=holding, all=len(ahead))


def _stage(path: StagePath, stage: Stage, _: Catalog) -> ArcStage:
    text = content(_.language).stage(stage)
    since = path.entered(stage)
    here = path.now is not None and path.now.stage == stage
    return ArcStage(stage.value, text.name, _note(since, here, _) or text.caption)


def _note(since: date | None, here: bool, _: Catalog) -> str:
    if since is None:
        return ""
    month = formats.month_and_year_short(since, _.language)
    return _("since {month}", month=month) if here else month
