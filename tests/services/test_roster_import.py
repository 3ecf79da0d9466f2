"""A roster is brought in once, in one step, and never makes two of one person by itself."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from cop_desktop.i18n import catalog
from cop_desktop.intake.fields import ROSTER
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.matching import (
    Confidence,
    default_choices,
    find_matches,
    side_by_side,
)
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.roster import draft_roster
from cop_desktop.intake.summary import as_json
from cop_desktop.services import communities, members, organisations
from cop_desktop.services.keys import refresh_keys
from cop_desktop.services.roster_import import (
    Action,
    Choice,
    ImportResult,
    KnownMember,
    MemberDraft,
    commit,
    everyone,
)
from cop_desktop.store import Store

TODAY = date(2026, 11, 21)


def all_of(store: Store, community: UUID) -> list[KnownMember]:
    with store.read() as session:
        return everyone(session, community)


def known(store: Store, community: UUID) -> dict[str, KnownMember]:
    return {member.name: member for member in all_of(store, community)}


def founded(store: Store) -> UUID:
    with store.write("Found") as session:
        return communities.found(session, "קהילה", 2026)


def bring_in(store: Store, community: UUID, text: str) -> dict[str, object]:
    table = read_table(text)
    layout = lay_out(table, ROSTER)
    draft = draft_roster(table, layout, TODAY)
    here = all_of(store, community)
    matches = find_matches(draft.members, here)
    choices, problems = default_choices(draft.members, matches, here)
    with store.write("Import") as session:
        result = commit(session, community, choices)
    return as_json(table, layout, draft, result, catalog("en"), problems)


def counts(told: dict[str, object]) -> tuple[object, ...]:
    return tuple(told[key] for key in ("read", "added", "updated", "unchanged", "refused"))


LIST = (
    "שם\tרשות\tמחוז\tנייד\tמייל\tותק\tאישור מנהל\tהערות\n"
    "דנה כהן\tעיריית חיפה\tחיפה\t0521234567\tdana@haifa.il\t5\tכן\tצמחונית\n"
    "יוסי בן דוד\tחיפה\t\t0521234568\t\t\t\t\n"
    "סמיר נאסר\tמ.א. חיפה\t\t\tsamir@galil.il\t\tממתין\t\n"
    "\tעכו\t\t\t\t\t\t\n"
)


def test_a_list_is_brought_in_with_its_places(store: Store) -> None:
    community = founded(store)

    told = bring_in(store, community, LIST)

    assert counts(told) == (4, 3, 0, 0, 1)
    here = known(store, community)
    assert here["דנה כהן"].organisation == here["יוסי בן דוד"].organisation == "עיריית חיפה"
    assert here["סמיר נאסר"].organisation == "מ.א. חיפה"
    assert here["דנה כהן"].in_post_since == 2021
    assert here["דנה כהן"].district == "חיפה"


def test_the_same_list_again_changes_nothing(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, LIST)
    changes: list[object] = []
    store.on_commit.append(changes.append)

    told = bring_in(store, community, LIST)

    assert counts(told) == (4, 0, 0, 3, 1)
    assert not changes


def test_another_keyboard_is_no_news(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, "שם\tרשות\tהערות\nד״ר דנה בן־דוד\tתל אביב־יפו\tצה״ל\n")

    told = bring_in(store, community, "שם\tרשות\tהערות\nד''ר דנה בן-דוד\tתל אביב-יפו\tצה''ל\n")

    assert counts(told) == (1, 0, 0, 1, 0)


def test_a_list_of_bare_names_again_changes_nothing(store: Store) -> None:
    community = founded(store)
    text = "שם\nדנה כהן\nיוסי לוי\n"

    assert counts(bring_in(store, community, text)) == (2, 2, 0, 0, 0)
    assert counts(bring_in(store, community, text)) == (2, 0, 0, 2, 0)


def test_two_of_one_name_in_one_place_again_change_nothing(store: Store) -> None:
    community = founded(store)
    text = (
        "שם\tרשות\tנייד\tתפקיד\nדנה כהן\tעכו\t\tא\nדנה כהן\tעכו\t0521234567\tב\nדנה כהן\tעכו\t\tג\n"
    )

    assert counts(bring_in(store, community, text)) == (3, 3, 0, 0, 0)
    assert counts(bring_in(store, community, text)) == (3, 0, 0, 3, 0)


def test_an_address_that_proves_the_person_updates_what_the_list_says_and_no_more(
    store: Store,
) -> None:
    community = founded(store)
    bring_in(store, community, LIST)

    told = bring_in(
        store, community, "שם\tמייל\tתפקיד\tהערות\nדנה כהן\tDANA@haifa.il\tראש אגף\tגמישה"
    )

    assert counts(told) == (1, 0, 1, 0, 0)
    dana = known(store, community)["דנה כהן"]
    assert (dana.job_title, dana.mobile, dana.email) == ("ראש אגף", "0521234567", "dana@haifa.il")
    assert dana.notes == "צמחונית\nגמישה"


def test_the_same_name_in_the_same_place_is_proposed_and_never_merged(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, LIST)

    told = bring_in(store, community, "שם\tרשות\tנייד\nדנה כהן\tחיפה\t0549999999")

    assert counts(told) == (1, 0, 0, 0, 1)
    assert [one["code"] for one in told["problems"]] == ["same_person"]  # type: ignore[attr-defined]
    assert known(store, community)["דנה כהן"].mobile == "0521234567"


def test_the_same_name_from_elsewhere_is_somebody_else_and_pointed_out(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, LIST)

    told = bring_in(store, community, "שם\tרשות\nדנה כהן\tאילת")

    assert counts(told) == (1, 1, 0, 0, 0)
    assert [one["code"] for one in told["problems"]] == ["same_name"]  # type: ignore[attr-defined]


def test_an_office_address_shared_by_two_does_not_make_them_one(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, "שם\tמייל\nדנה כהן\toffice@haifa.il")

    assert counts(bring_in(store, community, "שם\tמייל\nיוסי לוי\toffice@haifa.il"))[1] == 1


def test_what_would_change_is_shown_side_by_side(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, LIST)
    here = all_of(store, community)
    draft = MemberDraft(
        row=2, given_name="דנה", family_name="כהן", mobile="052-123-4567", grade="3"
    )

    (match,) = find_matches([draft], here)
    member = next(one for one in here if one.id == match.member_id)

    assert match.confidence is Confidence.CERTAIN
    assert match.reasons == ("mobile", "name")
    assert [(one.field, one.in_list, one.here) for one in side_by_side(draft, member)] == [
        ("grade", "3", "")
    ]


def test_an_import_is_one_step_to_take_back(store: Store) -> None:
    community = founded(store)
    steps: list = []  # type: ignore[type-arg]
    store.on_commit.append(steps.append)
    bring_in(store, community, LIST)

    assert len(steps) == 1
    store.revert(steps[0])

    assert not known(store, community)
    with store.read() as session:
        assert not organisations.every(session)


def test_members_brought_in_are_found_and_sorted_as_if_typed(store: Store) -> None:
    community = founded(store)
    bring_in(store, community, LIST)

    with store.read() as session:
        ids = members.find(session, community, TODAY)
        names = [row.name for row in members.rows(session, ids, TODAY)]
        found = members.find(session, community, TODAY, members.Filter(text="חיפה 0521234568"))
    assert names == ["יוסי בן דוד", "דנה כהן", "סמיר נאסר"]
    assert len(found) == 1
    steps: list[object] = []
    store.on_commit.append(steps.append)
    with store.write("Refresh") as session:
        refresh_keys(session, [one.id for one in everyone(session, community)])
    assert not steps


def test_a_member_removed_meanwhile_is_refused_not_lost(store: Store) -> None:
    community = founded(store)
    draft = MemberDraft(row=7, given_name="דנה")

    with store.write("Import") as session:
        result = commit(session, community, [Choice(draft, Action.UPDATE, uuid4())])

    assert result == ImportResult(refused=1, gone=(7,))


def test_an_empty_import_does_nothing(store: Store) -> None:
    community = founded(store)

    with store.write("Import") as session:
        assert commit(session, community, []) == ImportResult()


def test_ten_thousand_members_arrive(store: Store) -> None:
    community = founded(store)
    drafts = [
        MemberDraft(row=n, given_name=f"חבר{n}", family_name="כהן", organisation=f"עיר {n % 50}")
        for n in range(10_000)
    ]

    with store.write("Import") as session:
        result = commit(session, community, [Choice(draft, Action.ADD) for draft in drafts])

    assert result.added == 10_000
    with store.read() as session:
        assert len(members.find(session, community, TODAY)) == 10_000
        assert len(organisations.every(session)) == 50


class EnoughError(Exception):
    """Somebody who watches an import has seen enough."""


def test_a_cancel_is_heard_while_members_are_updated(store: Store) -> None:
    community = founded(store)
    new = [MemberDraft(row=at, given_name="דנה", family_name=f"לוי {at}") for at in range(1_200)]
    with store.write("Import") as session:
        commit(session, community, [Choice(it, Action.ADD) for it in new])
    said = [
        Choice(MemberDraft(row=at, given_name="דנה", job_title="רכזת"), Action.UPDATE, it.id)
        for at, it in enumerate(all_of(store, community))
    ]
    seen: list[int] = []

    def step(done: int, total: int) -> None:
        seen.append(done)
        if done >= 1_000:
            raise EnoughError

    with pytest.raises(EnoughError), store.write("Import") as session:
        commit(session, community, said, step)
    assert seen == [0, 0, 500, 1_000]
    assert {it.job_title for it in all_of(store, community)} == {""}
