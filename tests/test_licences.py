"""What the program stands on may bind itself, never the program."""

import pytest

from checks.licences import LOCK, NOTICES, Work, listed, locked, objection, works


@pytest.mark.parametrize(
    "licence",
    ["GPL-3.0-only", "AGPL-3.0-or-later", "GPL-2.0-only AND MIT", "unknown", "", "SSPL-1.0"],
)
def test_a_licence_that_binds_the_whole_program_is_refused(licence: str) -> None:
    assert "thing" in objection(Work("thing", ("1.0",), licence))


@pytest.mark.parametrize("licence", ["MIT", "GPL-3.0-only OR MIT", "BSD-3-Clause AND Zlib"])
def test_a_licence_that_leaves_a_free_choice_is_welcome(licence: str) -> None:
    assert objection(Work("thing", ("1.0",), licence)) == ""


def test_lgpl_is_for_the_works_with_a_reason_only() -> None:
    assert objection(Work("shiboken6", ("6.11.3",), "LGPL-3.0-only OR GPL-3.0-only")) == ""
    assert objection(Work("python-bidi", ("0.6",), "LGPL-3.0-only"))


def test_nothing_in_the_run_time_set_binds_the_program() -> None:
    assert [said for work in works(LOCK.read_text("utf-8")) if (said := objection(work))] == []


def test_the_notices_list_what_is_locked() -> None:
    assert listed(NOTICES.read_text("utf-8")) == locked(LOCK.read_text("utf-8"))
