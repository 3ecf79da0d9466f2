"""What the program remembers on this machine survives, and never stands in the way."""

import json
from pathlib import Path

import pytest

from cop_desktop import settings


def test_what_was_chosen_is_there_the_next_day(tmp_path: Path) -> None:
    settings.load(tmp_path / "s.json").keep(language="ar", theme="dark", scale=150)
    again = settings.load(tmp_path / "s.json")
    assert (again.language, again.theme, again.scale) == ("ar", "dark", 150)


@pytest.mark.parametrize("broken", ["", "{", "[]", '"he"', "null"])
def test_a_damaged_settings_file_is_kept_aside_and_the_program_starts(
    tmp_path: Path, broken: str
) -> None:
    file = tmp_path / "s.json"
    file.write_text(broken, "utf-8")
    assert settings.load(file).language == "he"
    assert (tmp_path / "s.json.unreadable").read_text("utf-8") == broken


def test_a_value_of_the_wrong_kind_falls_back_alone(tmp_path: Path) -> None:
    file = tmp_path / "s.json"
    told = {"language": 7, "scale": 900, "theme": "pink", "recent": ["a", 3], "place": "roles"}
    file.write_text(json.dumps(told), "utf-8")
    kept = settings.load(file)
    assert (kept.language, kept.scale, kept.theme, kept.recent) == ("he", 200, "system", ["a"])
    assert kept.place == "roles"


def test_a_language_nobody_speaks_here_falls_back_to_hebrew(tmp_path: Path) -> None:
    file = tmp_path / "s.json"
    file.write_text('{"language": "xx"}', "utf-8")
    assert settings.load(file).language == "he"


def test_recent_files_are_few_and_the_last_comes_first(tmp_path: Path) -> None:
    kept = settings.load(tmp_path / "s.json")
    for number in [*range(12), 3]:
        kept.remember(f"/f/{number}.cop")
    names = [Path(each).stem for each in settings.load(tmp_path / "s.json").recent]
    assert names == ["3", "11", "10", "9", "8", "7", "6", "5"]
    kept.forget_file(Path("/f/11.cop"))
    assert Path("/f/11.cop").as_posix() not in {Path(each).as_posix() for each in kept.recent}
