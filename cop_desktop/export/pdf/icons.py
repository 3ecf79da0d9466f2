"""Icons as outlines of the Phosphor font, drawn as paths and never as text."""

import json
from functools import lru_cache
from typing import Any

from cop_desktop.models.vocabulary import Role
from cop_desktop.paths import package_dir

ROLE_ICONS = {
    Role.AGENDA: "compass",
    Role.COMMUNITY: "heart",
    Role.REPORTERS: "camera",
    Role.CRITICAL: "scales",
    Role.VALUE: "sketch-logo",
    Role.EXTERNAL: "paper-plane-tilt",
    Role.BROKERS: "handshake",
}
POINTING = frozenset({"paper-plane-tilt"})  # turns round with the reading direction

Step = tuple[str, tuple[tuple[float, float], ...]]


@lru_cache(1)
def _font() -> tuple[Any, Any, dict[str, int]]:
    from fontTools.ttLib import TTFont  # heavy; only papers with icons need it

    folder = package_dir("qtawesome") / "fonts"
    font = TTFont(next(folder.glob("phosphor-[0-9]*.ttf")), lazy=True)
    names = json.loads(next(folder.glob("phosphor-charmap*.json")).read_text("utf-8"))
    codes = {name: int(code, 16) for name, code in names.items()}
    return font.getGlyphSet(), font.getBestCmap(), codes


@lru_cache(64)
def outline(name: str) -> tuple[Step, ...]:
    """The steps of an icon on a square of side 1, y upwards: move, line, curve, close."""
    from fontTools.pens.qu2cuPen import Qu2CuPen
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.transformPen import TransformPen

    glyphs, letters, codes = _font()
    record = DecomposingRecordingPen(glyphs)
    cubic = Qu2CuPen(record, max_err=0.5, all_cubic=True)
    glyphs[letters[codes[name]]].draw(TransformPen(cubic, (1, 0, 0, 1, 0, 0)))
    side = 1024
    return tuple(
        (step, tuple((x / side, y / side) for x, y in points)) for step, points in record.value
    )
