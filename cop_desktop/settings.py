"""What the program remembers about its user on this machine: never anything about a community."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from cop_desktop.i18n import LANGUAGES

THEMES = ("system", "light", "dark", "contrast")
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent of the text size
RECENT = 8


@dataclass
class Settings:
    """Plain values, kept as JSON; a value of the wrong kind falls back to its default."""

    path: Path
    language: str = "he"
    theme: str = "system"
    scale: int = 100
    started: bool = False  # the first run is behind us
    recent: list[str] = field(default_factory=list)  # files, the last opened first
    community: str = ""  # the community last looked at
    place: str = "home"
    help_open: bool = False
    geometry: str = ""  # of the window, as Qt writes it, in base 64
    memory: dict[str, Any] = field(default_factory=dict)  # small things pages remember

    def keep(self, **changes: Any) -> None:
        """Change values and save them at once."""
        for name, value in changes.items():
            setattr(self, name, value)
        self.save()

    def remember(self, told: str) -> None:
        """A file, or the address of a shared database, as the last one opened."""
        others = [each for each in self.recent if each != told]
        self.keep(recent=[told, *others][:RECENT])

    def forget_file(self, file: Path) -> None:
        self.keep(recent=[each for each in self.recent if each != str(file)])

    def save(self) -> None:
        """Write aside, then replace: a power cut leaves the old settings or the new."""
        values = {name: value for name, value in asdict(self).items() if name != "path"}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f"{self.path.name}.part")
        part.write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
        os.replace(part, self.path)


def load(path: Path) -> Settings:
    """The saved settings; a file that cannot be read is kept aside and defaults are used."""
    try:
        saved = json.loads(path.read_text("utf-8"))
        if not isinstance(saved, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return Settings(path)
    except (OSError, ValueError):
        _set_aside(path)
        return Settings(path)
    return _sound(path, saved)


def next_scale(scale: int, step: int) -> int:
    """One step larger or smaller than a text size in per cent; the ends hold."""
    nearest = min(range(len(SCALES)), key=lambda index: abs(SCALES[index] - scale))
    return SCALES[min(max(nearest + step, 0), len(SCALES) - 1)]


def _sound(path: Path, saved: dict[str, Any]) -> Settings:
    settings = Settings(path)
    for each in fields(Settings):
        value = saved.get(each.name)
        if each.name != "path" and type(value) is type(getattr(settings, each.name)):
            setattr(settings, each.name, value)
    settings.scale = min(max(settings.scale, SCALES[0]), SCALES[-1])
    if settings.theme not in THEMES:
        settings.theme = "system"
    if settings.language not in LANGUAGES:
        settings.language = LANGUAGES[0]
    settings.recent = [each for each in settings.recent if isinstance(each, str)]
    return settings


def _set_aside(path: Path) -> None:
    try:
        os.replace(path, path.with_name(f"{path.name}.unreadable"))
    except OSError:
        return  # not even that: the next save will say what is wrong
