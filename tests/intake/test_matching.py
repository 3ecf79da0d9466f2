"""Who of a list is here already: what proves it takes first, and a second time nothing happens."""

from dataclasses import asdict
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.intake.matching import Confidence, Match, default_choices, find_matches
from cop_desktop.services.roster_import import Action, KnownMember, MemberDraft, differences

MAIL = "dana@haifa.il"


def row(number: int, place: str = "חיפה", email: str = "", job: str = "") -> MemberDraft:
    return MemberDraft(
        row=number,
        given_name="דנה",
        family_name="אלון",
        organisation=place,
        email=email,
        job_title=job,
    )


def here(draft: MemberDraft, key: int) -> KnownMember:
    said = {name: value for name, value in asdict(draft).items() if name != "row"}
    return KnownMember(id=UUID(int=key), **said)


def who(matches: list[Match]) -> dict[int, tuple[int, Confidence]]:
    return {match.draft_index: (match.member_id.int, match.confidence) for match in matches}


def test_the_row_with_the_address_is_the_member_whose_address_it_is() -> None:
    drafts = [row(2, email=MAIL, job="רכזת"), row(3)]
    members = [here(row(0, email=MAIL), 1)]

    matches = find_matches(drafts, members)
    choices, _problems = default_choices(drafts, matches, members)

    assert who(matches) == {0: (1, Confidence.CERTAIN)}
    assert [choice.action for choice in choices] == [Action.UPDATE, Action.ADD]


def test_an_address_and_a_number_prove_more_than_an_address_alone() -> None:
    shared = row(2, email=MAIL)
    own = MemberDraft(
        row=3, given_name="דנה", family_name="אלון", email=MAIL, mobile="050-1234567", grade="2"
    )
    members = [KnownMember(id=UUID(int=1), given_name="דנה", family_name="אלון", email=MAIL,
                           mobile="0501234567")]  # fmt: skip

    assert who(find_matches([shared, own], members)) == {1: (1, Confidence.CERTAIN)}


@pytest.mark.parametrize("keys", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_a_list_with_namesakes_brought_in_twice_changes_nothing(keys: tuple[int, ...]) -> None:
    drafts = [row(2, "נתניה"), row(3, email=MAIL), row(4)]
    members = [here(draft, key) for draft, key in zip(drafts, keys, strict=True)]

    found = {at: key for at, (key, _sure) in who(find_matches(drafts, members)).items()}

    assert found == dict(enumerate(keys))


LISTS = st.lists(
    st.tuples(
        st.sampled_from(["", "חיפה", "נתניה"]),
        st.sampled_from(["", MAIL, "info@haifa.il"]),
        st.sampled_from(["", "רכזת", "מנהלת"]),
    ),
    unique=True,
    max_size=9,
)


@given(LISTS, st.randoms())
def test_whatever_is_in_a_list_the_second_time_it_says_nothing_new(
    people: list[tuple[str, str, str]], chance: object
) -> None:
    drafts = [row(at, *person) for at, person in enumerate(people)]
    keys = list(range(len(people)))
    chance.shuffle(keys)  # type: ignore[attr-defined]
    members = {key: here(draft, key) for draft, key in zip(drafts, keys, strict=True)}

    found = who(find_matches(drafts, members.values()))

    assert found.keys() == set(range(len(drafts)))
    assert not [at for at, (key, _) in found.items() if differences(drafts[at], members[key])]
