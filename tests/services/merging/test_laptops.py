"""Two or three people work on the same community without a net, and nothing is lost."""

import random
from itertools import permutations

import pytest

from cop_desktop.services.merging.joining import join
from cop_desktop.services.merging.registers import Deleted, Erased
from cop_desktop.services.merging.replica import ROW, Cell, Key, Replica, erase, pick

from .laptops import COLUMNS, TABLES, Laptop, Live, copied, sealed, started

TRIALS = range(50)  # each of a hundred, so that a failing one is named
FOLDED = {name for name, it in TABLES.items() if it.unique}  # of which rows become one


def everything(laptop: Laptop) -> set[object]:
    """Each value that a person can see: in a row, or as the other side of a contradiction."""
    seen: set[object] = {value for row in laptop.rows.values() for value in row.values()}
    return seen | {value for it in laptop.conflicts for value in it.values}


def last_words(laptop: Laptop) -> dict[str, tuple[tuple[str, str], str]]:
    """What the laptop wrote and still stands in it."""
    return {
        said: (key, column)
        for said, (key, column) in laptop.wrote.items()
        if laptop.rows.get(key, {}).get(column) == said
    }


@pytest.mark.parametrize("trial", TRIALS)
def test_what_two_wrote_apart_is_all_there_when_they_meet(trial: int) -> None:
    for seed in range(trial * 100, trial * 100 + 100):
        one, other = started(seed, "ab")
        one.works(20)
        other.works(20)
        mine, theirs = last_words(one), last_words(other)
        other.shares()
        one.takes(other)
        visible = everything(one)
        lost = [it for it in (mine | theirs) if it not in visible and not quiet(mine | theirs, it)]
        assert not lost, f"seed {seed}: {lost}"
        alone = [it for it in one.conflicts if not TABLES[it.cell[0]].unique]  # of one row each
        asked = {it for conflict in alone for it in conflict.values if " says " in str(it)}
        assert asked <= (mine | theirs).keys(), f"seed {seed}: nobody wrote what is asked about"
        assert not nowhere(one), f"seed {seed}: links that lead nowhere"


def nowhere(laptop: Laptop) -> list[tuple[str, str]]:
    """Links of its rows to rows that are not there."""
    links = ((TABLES[key[0]].links.items(), row) for key, row in laptop.rows.items())
    told = [(table, str(row[it])) for them, row in links for it, table in them if row.get(it)]
    return [it for it in told if it not in laptop.rows]


def quiet(words: dict[str, tuple[tuple[str, str], str]], said: str) -> bool:
    key, column = words[said]
    return column in TABLES[key[0]].quiet


@pytest.mark.parametrize("trial", TRIALS)
def test_it_does_not_matter_who_asks_whom(trial: int) -> None:
    for seed in range(trial * 20, trial * 20 + 20):
        one, other = started(seed, "ab")
        one.works(15)
        other.works(15)
        a, b = one.shares(), other.shares()
        there, back = join(a, b, TABLES), join(b, a, TABLES)
        assert there.replica.rows == back.replica.rows, seed
        assert there.conflicts == back.conflicts, seed
        again = join(there.replica, b, TABLES)
        assert again.replica.rows == there.replica.rows, seed
        assert again.conflicts == there.conflicts, seed


@pytest.mark.parametrize("trial", TRIALS)
def test_three_laptops_agree_in_whatever_order_they_meet(trial: int) -> None:
    for seed in range(trial * 10, trial * 10 + 10):
        laptops = started(seed, "abc")
        for laptop in laptops:
            laptop.works(12)
        replicas = [laptop.shares() for laptop in laptops]
        found = []
        for at in range(3):
            first, second, third = replicas[at:] + replicas[:at]
            two = join(first, second, TABLES).replica
            found += [join(two, third, TABLES), join(third, two, TABLES)]
        assert all(it.replica.rows == found[0].replica.rows for it in found), seed
        assert all(it.conflicts == found[0].conflicts for it in found), seed


@pytest.mark.parametrize("trial", TRIALS)
def test_after_weeks_of_give_and_take_all_come_to_the_same_and_nothing_is_lost(trial: int) -> None:
    for seed in range(trial * 8, trial * 8 + 8):
        laptops, chance = started(seed, "abc"), random.Random(seed)
        for _ in range(8):
            for laptop in laptops:
                laptop.lives(4)
            giver, taker = chance.sample(laptops, 2)
            giver.shares()
            taker.takes(giver)
            assert not unseen(taker), f"seed {seed}: remembered, and nobody may ever see it"
            assert whole(taker), f"seed {seed}: a row came back without its words"
        for laptop in laptops:
            laptop.shares()
            assert not nowhere(laptop), seed
        for giver, taker in [*permutations(laptops, 2)] * 2:  # all know all, and of all forgotten
            taker.takes(giver)
        first = laptops[0]
        for laptop in laptops:
            assert laptop.rows == first.rows, seed
            assert laptop.conflicts == first.conflicts, seed
        assert not missing(first), f"seed {seed}: lost"
        back = first.past.outdated() & everything(first)
        assert not {it for it in back if " says " in str(it)}, f"seed {seed}: came back"
        assert not first.past.erased & first.rows.keys(), seed


def missing(laptop: Laptop) -> list[object]:
    """What nobody replaced who knew of it, and a person does not see in its cell."""
    asked = {it.cell: it.values for it in laptop.conflicts}
    found: list[object] = []
    for (table, row, column), value in laptop.past.standing().values():
        said = laptop.rows.get((table, row), {})
        if table in FOLDED or hidden((table, row, column)):
            continue
        if not said or value not in {said[column], *asked.get((table, row, column), ())}:
            found.append((table, row, column, value))
    return found


def whole(laptop: Laptop) -> bool:
    """Whether every row has all that is written in it when it is added."""
    rows = laptop.rows.items()
    return not any(row.get(it) is None for key, row in rows for it in COLUMNS[key[0]])


def unseen(laptop: Laptop) -> set[str]:
    """Words that no row and no contradiction shows, and that are remembered of no deleted row."""
    told, deleted = laptop.replica.registers.items(), deletions(laptop.replica)
    cells = {at: it for at, it in told if not hidden(at) and at[:2] not in deleted}
    kept = {it for one in cells.values() for it in one.alive.values() if isinstance(it, str)}
    return {it for it in kept - everything(laptop) if " says " in it}


def deletions(replica: Replica) -> set[Key]:
    """Rows that may come back, if somebody wrote to them who did not know."""
    own = {cell[:2]: it.alive.values() for cell, it in replica.registers.items() if not cell[2]}
    gone = {key: it for key, it in own.items() if key not in replica.rows}
    return {
        key
        for key, them in gone.items()
        if not any(isinstance(it, Erased) or (isinstance(it, Deleted) and it.into) for it in them)
    }


def hidden(cell: Cell) -> bool:
    return cell[2] in TABLES[cell[0]].quiet


DANA = ("person", "1")
BASE = Replica({DANA: {"name": "Dana", "phone": "050", "place": None}})


def told(name: str, phone: str = "050") -> Live:
    return {DANA: {"name": name, "phone": phone, "place": None}}


def test_both_names_are_shown_until_somebody_picks_one_and_then_all_have_it() -> None:
    one = sealed(BASE, told("Dana Mor"))
    other = sealed(BASE, told("Dana Levi", "052"))
    met = join(one, other, TABLES)
    assert [it.cell for it in met.conflicts] == [(*DANA, "name")]
    assert set(met.conflicts[0].values) == {"Dana Mor", "Dana Levi"}
    assert met.replica.rows[DANA]["phone"] == "052"
    for name in met.conflicts[0].values:  # whichever is picked is seen at once
        assert pick(met.replica, (*DANA, "name"), name).rows[DANA]["name"] == name
    decided = pick(met.replica, (*DANA, "name"), "Dana Mor")
    for late in (other, one, met.replica):
        again = join(decided, late, TABLES)
        assert again.conflicts == ()
        assert again.replica.rows[DANA]["name"] == "Dana Mor"


def test_who_was_deleted_here_and_changed_there_stays_until_somebody_decides() -> None:
    gone, changed = sealed(BASE, {}), sealed(BASE, told("Dana", "053"))
    met = join(gone, changed, TABLES)
    assert met.replica.rows == told("Dana", "053")
    assert [it.cell for it in met.conflicts] == [(*DANA, ROW)]
    kept = pick(met.replica, (*DANA, ROW), True)
    assert join(kept, gone, TABLES).conflicts == ()
    let_go = sealed(met.replica, {})
    assert join(let_go, changed, TABLES).replica.rows == {}


def test_who_was_kept_by_one_and_let_go_by_another_is_asked_about_once_more() -> None:
    met = join(sealed(BASE, {}), sealed(BASE, told("Dana", "053")), TABLES)
    kept, let_go = pick(met.replica, (*DANA, ROW), True), sealed(met.replica, {})
    again = join(kept, let_go, TABLES)
    assert again.replica.rows == told("Dana", "053")
    assert [it.cell for it in again.conflicts] == [(*DANA, ROW)]


def test_who_was_deleted_with_what_is_theirs_is_one_question() -> None:
    haifa, seat = ("place", "9"), ("seat", "5")
    theirs: Live = {haifa: {"name": "Haifa"},
                    seat: {"person": "1", "place": "9", "note": "chair", "order": 1}}  # fmt: skip
    base = Replica({**BASE.rows, **copied(Replica(theirs))})
    gone = sealed(base, {haifa: {"name": "Haifa"}})
    changed = sealed(base, {**copied(base), DANA: told("Dana", "053")[DANA],
                            seat: {**theirs[seat], "note": "minutes"}})  # fmt: skip
    met = join(gone, changed, TABLES)
    assert {DANA, seat} <= met.replica.rows.keys()
    assert [it.cell for it in met.conflicts] == [(*DANA, ROW)]


def test_who_was_deleted_and_touched_by_nobody_is_gone_for_both() -> None:
    met = join(sealed(BASE, {}), BASE, TABLES)
    assert met.replica.rows == {}
    assert met.conflicts == ()


def test_who_was_erased_never_comes_back_and_leaves_no_word() -> None:
    one = erase(sealed(BASE, told("Dana Mor")), DANA, TABLES)
    other = sealed(BASE, told("Dana Levi", "054"))
    assert "Mor" not in repr(one)
    met = join(other, one, TABLES)
    assert met.replica.rows == {}
    assert met.conflicts == ()
    assert not any(word in repr(met.replica) for word in ("Dana", "Mor", "Levi", "054"))


def test_a_place_that_one_deleted_is_asked_about_where_the_other_sent_somebody_to_it() -> None:
    haifa = ("place", "9")
    base = Replica({**BASE.rows, haifa: {"name": "Haifa"}})
    gone = sealed(base, told("Dana"))
    moved = sealed(base, {haifa: {"name": "Haifa"}, DANA: {**told("Dana")[DANA], "place": "9"}})
    met = join(gone, moved, TABLES)
    assert met.replica.rows[haifa] == {"name": "Haifa"}
    assert met.replica.rows[DANA]["place"] == "9"
    assert [it.cell for it in met.conflicts] == [(*haifa, ROW)]


def test_what_was_deleted_and_belonged_to_who_was_erased_leaves_no_word_either() -> None:
    place: Live = {("place", "9"): {"name": "Haifa"}}
    seat: Live = {("seat", "5"): {"person": "1", "place": "9", "note": "chair", "order": 1}}
    base = Replica({**BASE.rows, **place, **seat})
    other: Live = {("seat", "5"): {**seat["seat", "5"], "note": "minutes of Dana"}}
    written = sealed(base, {**copied(BASE), **place, **other})
    deleted = sealed(written, {**copied(BASE), **place})
    assert "minutes of Dana" in repr(deleted)  # it may come back, as long as Dana is here
    assert "minutes of Dana" not in repr(erase(deleted, DANA, TABLES))


def test_a_value_that_was_forgotten_contradicts_nothing() -> None:
    one, other = (sealed(BASE, told(name)) for name in ("Dana Mor", "Dana Levi"))
    cell = (*DANA, "name")
    half = Replica(other.rows, {**other.registers, cell: other.registers[cell].dropped()})
    met = join(one, half, TABLES)
    assert met.conflicts == ()
    assert met.replica.rows[DANA]["name"] == "Dana Mor"


def test_the_same_seat_noted_on_both_laptops_is_one_seat() -> None:
    place: Live = {("place", "9"): {"name": "Haifa"}}
    base = Replica({**BASE.rows, **place})
    seats: list[Live] = [
        {("seat", key): {"person": "1", "place": "9", "note": note, "order": 1}}
        for key, note in (("5", "chair"), ("4", ""))
    ]
    one, other = (sealed(base, {**copied(base), **seat}) for seat in seats)
    met = join(one, other, TABLES)
    assert [key for key in met.replica.rows if key[0] == "seat"] == [("seat", "4")]
    assert {"chair", ""} == set(met.conflicts[0].values)
