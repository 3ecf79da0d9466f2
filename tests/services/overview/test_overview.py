"""What a coordinator sees of all communities, on a file and on a shared database."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from cop_desktop.export.package import packed
from cop_desktop.models.vocabulary import OrganisationKind, Share, Stage
from cop_desktop.services import cards, collating
from cop_desktop.services import overview as seen
from cop_desktop.services.overview import DistrictSum, Sending, StageSpan, Wanted
from cop_desktop.store import AnyStore
from tests.services.collating.communities_sent import Sender, arrival, contents

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)
LAST_TERM = date(2026, 6, 1)


@pytest.fixture
def collated(overview: AnyStore, tmp_path: Path) -> AnyStore:
    """Four communities: two in the north, one of them at the ministry's level; one is late, and
    one never sent."""
    one, two, three = (Sender(tmp_path, at) for at in (1, 2, 3))
    packages = [
        one.send(), one.send(stage=Stage.STEWARDSHIP, held=3),
        two.send(Share.MINISTRY, stage=Stage.POTENTIAL),
        three.send(day=LAST_TERM, district="south", members=4),
    ]  # fmt: skip
    with overview.write("collate") as session:
        collating.take_in(session, [arrival(it) for it in packages], NOW)
        cards.expect(session, "never", "Nobody", "Alpha")
        cards.change(session, one.id, {"programme": "Beta"}, {"programme": ""})
    return overview


def names(store: AnyStore, wanted: Wanted) -> list[str]:
    with store.read() as session:
        return [it.name for it in seen.communities(session, wanted, TODAY)]


def test_a_row_tells_what_the_last_package_says(collated: AnyStore) -> None:
    with collated.read() as session:
        row, *_ = seen.communities(session, Wanted(), TODAY)
    assert (row.name, row.programme, row.region) == ("Community 1", "Beta", "north")
    assert (row.stage, row.stage_since) == ("stewardship", date(2025, 10, 1))
    assert (row.last_meeting, row.next_meeting) == (date(2026, 11, 10), date(2026, 12, 10))
    assert (row.held, row.rhythm, row.attendance) == (3, 30, 80)
    assert (row.members, row.roles_filled) == (6, 3)
    assert (row.products, row.published, row.answers, row.agree) == (1, 1, 10, 90)
    assert row.signs == ("topics_wait",)
    assert (row.number, row.as_of, row.sending) == (2, TODAY, Sending.IN_TIME)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(text="community"), [1, 2, 3]),
        (Wanted(text="beta"), [1]),
        (Wanted(sending=Sending.LATE), [3]),
        (Wanted(programme="Beta"), [1]),
        (Wanted(district="north"), [1, 2]),
        (Wanted(kind=""), [1, 2, 3]),
        (Wanted(kind="school"), []),
        (Wanted(stage="maturing"), [3]),
        (Wanted(level="ministry"), [2]),
        (Wanted(text="NITY 2"), [2]),
        (Wanted(district="north", stage="potential"), [2]),
    ],
    ids=str,
)
def test_a_filter_keeps_what_fits(collated: AnyStore, wanted: Wanted, numbers: list[int]) -> None:
    assert names(collated, wanted) == [f"Community {at}" for at in numbers]


def test_what_can_be_chosen_is_what_is_there(collated: AnyStore) -> None:
    with collated.read() as session:
        found = seen.choices(session)
    assert found.programmes == ("Alpha", "Beta")
    assert found.districts == ("north", "south")
    assert found.kinds == ()
    assert found.stages == (Stage.POTENTIAL, Stage.MATURING, Stage.STEWARDSHIP)
    assert found.levels == (Share.ORGANISATIONS, Share.MINISTRY)
    assert OrganisationKind.SCHOOL not in found.kinds


def test_a_level_that_no_community_has_any_more_is_not_offered(
    overview: AnyStore, tmp_path: Path
) -> None:
    sender = Sender(tmp_path)
    for level in (Share.ORGANISATIONS, Share.MINISTRY):
        with overview.write("collate") as session:
            collating.take_in(session, [arrival(sender.send(level))], NOW)
    with overview.read() as session:
        assert seen.choices(session).levels == (Share.MINISTRY,)


def test_who_is_missing_is_told_by_term(collated: AnyStore) -> None:
    with collated.read() as session:
        autumn = {it.name: it.sending for it in seen.missing(session, TODAY)}
        summer = {it.name for it in seen.missing(session, date(2026, 6, 30))}
        spring = {it.name for it in seen.missing(session, date(2027, 2, 1))}
    assert autumn == {"Community 3": Sending.LATE, "Nobody": Sending.NEVER}
    assert summer == {"Nobody"}
    assert spring == {"Community 1", "Community 2", "Community 3", "Nobody"}


def test_who_is_not_expected_is_not_missing(collated: AnyStore) -> None:
    with collated.write("not expected") as session:
        cards.change(session, "never", {"expected": False}, {"expected": True})
    with collated.read() as session:
        assert [it.name for it in seen.missing(session, TODAY)] == ["Community 3"]


def test_what_changed_since_the_package_before(collated: AnyStore) -> None:
    with collated.read() as session:
        (change,) = seen.changes(session)
    assert change.changes.stage == ("maturing", "stewardship")
    assert change.changes.tables["meeting"].new == 1
    assert (change.number, change.skipped, change.left_out) == (2, 0, False)


def test_one_community_from_all_sides(collated: AnyStore) -> None:
    with collated.read() as session:
        key = seen.communities(session, Wanted(), TODAY)[0].id
        found = seen.one(session, key, TODAY)
        assert seen.one(session, "never", TODAY) is None
    assert found is not None
    assert [it.day.month for it in found.meetings] == [9, 10, 11, 12]
    assert found.products[0].title == "\\N"
    assert [it.stage for it in found.stages] == ["potential", "stewardship"]
    assert [it.number for it in found.received] == [2, 1]
    assert found.card.programme == "Beta"
    assert found.headcounts[0].district == "north"


def test_the_map_of_time_has_a_line_for_each(collated: AnyStore) -> None:
    with collated.read() as session:
        lines = seen.stages_over_years(session, Wanted(), TODAY)
    assert lines[0].spans == (
        StageSpan("potential", date(2024, 9, 1), date(2025, 10, 1), False),
        StageSpan("stewardship", date(2025, 10, 1), None, False),
    )
    assert len(lines[1].spans) == 1
    assert (lines[3].name, lines[3].spans) == ("Nobody", ())  # waited for


def test_a_stage_that_lies_ahead_is_not_told_as_the_present_one(collated: AnyStore) -> None:
    early = date(2025, 1, 1)
    with collated.read() as session:
        (line, *_others) = seen.stages_over_years(session, Wanted(), early)
        (row, *_rest) = seen.communities(session, Wanted(), early)
    assert line.spans == (StageSpan("potential", date(2024, 9, 1), None, False),)
    assert row.stage == line.spans[-1].stage


def test_the_sums_count_each_community_once(collated: AnyStore) -> None:
    with collated.read() as session:
        told = seen.sums(session, Wanted(), TODAY)
        north = seen.sums(session, Wanted(district="north"), TODAY)
    assert (told.communities, told.members, told.held, told.attendance) == (4, 16, 7, 80)
    assert told.untold == 1  # the sum is told as “at least”
    assert told.sending == {Sending.IN_TIME: 2, Sending.LATE: 1, Sending.NEVER: 1}
    assert told.stages == {"stewardship": 1, "potential": 1, "maturing": 1}
    assert told.roles == {"agenda": 3}
    assert told.products == {"guide": 3}
    assert (told.answers, told.agree) == (30, 90)
    assert told.signs == {"topics_wait": 3}
    assert told.districts == {"north": DistrictSum(2, 12, 0), "south": DistrictSum(1, 4, 0)}
    assert north.communities == 2


def test_every_page_counts_the_same_communities(collated: AnyStore) -> None:
    """The bar counted twelve and the page thirteen, since one is waited for."""
    with collated.read() as session:
        counted = seen.counted(session)
        rows = seen.communities(session, Wanted(), TODAY)
        lines = seen.stages_over_years(session, Wanted(), TODAY)
    assert (counted.communities, counted.sent) == (4, 3)
    assert len(rows) == len(lines) == counted.communities
    assert sum(it.as_of is not None for it in rows) == counted.sent


def test_a_community_that_is_not_waited_for_any_more_is_still_found(collated: AnyStore) -> None:
    with collated.write("not expected") as session:
        cards.change(session, "never", {"expected": False}, {"expected": True})
    assert names(collated, Wanted(sending=Sending.NOT_EXPECTED)) == ["Nobody"]


def test_a_community_is_found_by_its_tags_and_without_gershayim(collated: AnyStore) -> None:
    with collated.write("tags") as session:
        cards.add(session, "מנהלי מתנ״סים", tags="צפון, ותיקה")
    assert names(collated, Wanted(text="ותיקה")) == ["מנהלי מתנ״סים"]
    assert names(collated, Wanted(text='מתנ"סים צפון')) == ["מנהלי מתנ״סים"]


def test_numbers_as_large_as_a_package_may_hold_spoil_no_page(
    overview: AnyStore, tmp_path: Path
) -> None:
    sender, most = Sender(tmp_path), 2**31 - 1
    told = contents(sender.at)
    rows = [(sender.id, 2026, word, most, most) for word in ("useful", "heard", "clear")]
    package = packed(replace(told, rows={**told.rows, "survey": rows}), 1, "", sender.signer)
    with overview.write("collate") as session:
        collating.take_in(session, [arrival(package)], NOW)
    with overview.read() as session:
        (row,) = seen.communities(session, Wanted(), TODAY)
        assert (row.answers, row.agree) == (3 * most, most)
        assert seen.sums(session, Wanted(), TODAY).agree == most


def test_nothing_collated_is_an_empty_overview(overview: AnyStore) -> None:
    with overview.read() as session:
        assert seen.communities(session, Wanted(), TODAY) == ()
        assert seen.sums(session, Wanted(), TODAY).attendance is None
        assert seen.missing(session, TODAY) == ()
