"""Lists of meetings and plans are read like rosters, and brought in once."""

from datetime import date, datetime
from uuid import UUID

import pytest

from cop_desktop.content import content
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.intake.fields import KINDS, SKIPPED
from cop_desktop.intake.forms import FormDraft, doubts, draft_form
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.lists import FORMS, read_form
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.titles import recognise
from cop_desktop.intake.words import (
    HORIZON,
    MEETING_KIND,
    PRODUCT_KIND,
    PRODUCT_STATUS,
    PROGRESS,
    meaning,
)
from cop_desktop.models.vocabulary import MeetingKind, ProductKind, ProductStatus, Progress
from cop_desktop.services import communities, meetings, members, plan, products
from cop_desktop.services.list_import import commit, here, steps
from cop_desktop.services.roster_import import ImportResult
from cop_desktop.store import Store
from tests.intake.files import workbook

MEETINGS = (
    "מס'\tנושא המפגש\tתאריך\tשעות\tמקום\tרשות מארחת\tמתכונת\n"
    "1\tפתיחת שנה\t1.9.2026\t09:00-12:30\tאולם\tחיפה\tפרונטלי\n"
    "2\tמקרים\t31/02/2027\t9:00\t\t\t\n"
    "3\tכלים\t5/11/2026\t\t\t\tזום\n"
)
PLAN = (
    'יעד\tפעילות\tאחראי/ת\tהתחלה\tלו"ז\tסטטוס\n'
    "אמון\tסבב היכרות\tדנה כהן\t1.9.2026\t30.9.2026\tבוצע\n"
    "\tמפגש זוגות\tמי שתרצה\t1.11.2026\t1.10.2026\tאולי\n"
    "ידע\tמדריך\t\t\t\tבתהליך\n"
)


def read(kind: str, source: str | bytes) -> FormDraft:
    table = read_table(source)
    return draft_form(table, lay_out(table, KINDS[kind]))


def founded(store: Store) -> UUID:
    with store.write("Found") as session:
        return communities.found(session, "קהילה", 2026)


def test_meetings_are_read_with_their_hours() -> None:
    draft = read("meetings", MEETINGS)

    first, third = (entry.values for entry in draft.entries)
    assert first["starts_at"] == datetime(2026, 9, 1, 9)
    assert first["minutes"] == 210
    assert (first["kind"], third["kind"]) == (MeetingKind.IN_PERSON, MeetingKind.ONLINE)
    assert [(one.row, one.reason.code) for one in draft.refused] == [(3, "no_date")]
    assert [one.code for one in draft.problems] == ["date_impossible"]
    assert draft.read == 3


def test_meetings_of_a_workbook_bring_their_hour_in_the_date() -> None:
    rows = [("נושא", "תאריך", "משך"), ("פתיחה", datetime(2026, 9, 1, 16, 30), 90)]

    (entry,) = read("meetings", workbook(rows)).entries

    assert entry.values["starts_at"] == datetime(2026, 9, 1, 16, 30)
    assert entry.values["minutes"] == 90


def test_meetings_are_brought_in_once(store: Store) -> None:
    community = founded(store)
    rows = [entry.values for entry in read("meetings", MEETINGS).entries]

    with store.write("Import") as session:
        assert commit(session, "meetings", community, 2026, rows) == ImportResult(added=2)
    with store.write("Import") as session:
        assert commit(session, "meetings", community, 2026, rows) == ImportResult(unchanged=2)
    with store.read() as session:
        assert [row.host for row in meetings.every(session, community)] == ["חיפה", ""]


def test_an_empty_cell_under_a_goal_means_the_same_goal() -> None:
    draft = read("work-plan", PLAN)

    assert [entry.values["goal"] for entry in draft.entries] == ["אמון", "אמון", "ידע"]
    assert draft.entries[0].values["state"] is Progress.DONE
    assert {one.code for one in draft.problems} == {"ends_first", "word_unclear"}


def test_an_owner_who_is_no_member_is_told(store: Store) -> None:
    community = founded(store)
    with store.write("Add") as session:
        members.add(session, community, {"given_name": "דנה", "family_name": "כהן"})
    entries = read("work-plan", PLAN).entries
    with store.read() as session:
        known = here(session, "work-plan", community, 2026)

    found = steps("work-plan", [entry.values for entry in entries], known)
    told = doubts("work-plan", entries, found, known)

    assert [(one.row, one.code) for one in told] == [(3, "owner_unknown")]


def test_a_plan_is_brought_in_once(store: Store) -> None:
    community = founded(store)
    rows = [entry.values for entry in read("work-plan", PLAN).entries]
    with store.write("Add") as session:
        members.add(session, community, {"given_name": "דנה", "family_name": "כהן"})

    with store.write("Import") as session:
        assert commit(session, "work-plan", community, 2026, rows) == ImportResult(added=3)
    with store.write("Import") as session:
        assert commit(session, "work-plan", community, 2026, rows) == ImportResult(unchanged=3)
    with store.read() as session:
        goals = plan.of_year(session, community, 2026).goals
    assert [goal.title for goal in goals] == ["אמון", "ידע"]
    assert goals[0].items[0].owner == "דנה כהן"
    assert goals[0].items[0].ends == date(2026, 9, 30)


def test_dates_that_do_not_go_with_those_here_stay_as_they_are(store: Store) -> None:
    community = founded(store)
    first, later = (
        [entry.values for entry in read("work-plan", f"יעד\tפעילות\t{when}").entries]
        for when in ("סיום\nאמון\tסבב\t1.10.2026", "התחלה\nאמון\tסבב\t1.11.2026")
    )
    with store.write("Import") as session:
        commit(session, "work-plan", community, 2026, first)
        known = here(session, "work-plan", community, 2026)
    assert steps("work-plan", later, known)[0].clash
    with store.write("Import") as session:
        assert commit(session, "work-plan", community, 2026, later) == ImportResult(unchanged=1)


TWICE = (
    "נושא\tתאריך\tשעה\n"
    "סדנה\t3/3/2027\t09:00\n"
    "סדנה\t3/3/2027\t13:00\n"
    "סדנה\t3/3/2027\t09:00\n"
    "סדנה\t03.03.27\t9:00-12:00\n"
)


def test_two_meetings_of_one_day_stay_two_however_often_they_come(store: Store) -> None:
    community = founded(store)
    draft = read("meetings", TWICE)
    rows = [entry.values for entry in draft.entries]

    assert [(one.row, one.reason.code) for one in draft.refused] == [
        (4, "repeated"),
        (5, "same_in_list"),
    ]
    for expected in (ImportResult(added=2), ImportResult(unchanged=2)):
        with store.write("Import") as session:
            assert commit(session, "meetings", community, 2026, rows) == expected
    with store.read() as session:
        found = meetings.every(session, community)
    assert [row.starts_at.hour for row in found] == [9, 13]


def test_a_meeting_at_another_hour_of_its_day_is_the_same_meeting(store: Store) -> None:
    community = founded(store)
    for hour, expected in (("9:00", ImportResult(added=1)), ("10:30", ImportResult(updated=1))):
        rows = read("meetings", f"נושא\tתאריך\tשעה\nסדנה\t3/3/2027\t{hour}").entries
        with store.write("Import") as session:
            done = commit(session, "meetings", community, 2026, [row.values for row in rows])
        assert done == expected


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("90", 90), ("90 דק׳", 90), ("3", 180), ("3 שעות", 180), ("1.5 שעות", 90), ("1:30", 90),
     ("שעתיים", 120), ("2h", 120), ("120 min", 120)],
)  # fmt: skip
def test_lengths_are_read_as_people_write_them(written: str, minutes: int) -> None:
    draft = read("meetings", f"נושא\tתאריך\tמשך\nסדנה\t3/3/2027\t{written}")
    assert draft.entries[0].values["minutes"] == minutes


@pytest.mark.parametrize("written", ["0", "9999", "ארוך", "3 ימים"])
def test_a_length_that_cannot_be_is_told_and_left_out(written: str) -> None:
    draft = read("meetings", f"נושא\tתאריך\tמשך\nסדנה\t3/3/2027\t{written}")
    assert "minutes" not in draft.entries[0].values
    assert [one.code for one in draft.problems] == ["length_unclear"]


PRODUCTS = (
    "תוצר\tסוג\tמצב\tאחריות\tקהל יעד\tתאריך פרסום\tתפוצה\n"
    'חוברת "צעד ראשון"\tמדריך\tפורסם\tדנה כהן\tעובדים חדשים\t1.10.2026\t1,200\n'
    "דו״ח ועדה\tמשהו\tבכתיבה\tמישהי\t\t\t\n"
    "\tמדריך\t\t\t\t\t\n"
)


def test_products_are_read_and_brought_in_once(store: Store) -> None:
    community = founded(store)
    draft = read("products", PRODUCTS)
    rows = [entry.values for entry in draft.entries]
    assert [(one.row, one.reason.code) for one in draft.refused] == [(4, "no_title")]
    assert [one.code for one in draft.problems] == ["word_unclear"]
    with store.write("Add") as session:
        members.add(session, community, {"given_name": "דנה", "family_name": "כהן"})
        known = here(session, "products", community, 2026)
    told = doubts("products", draft.entries, steps("products", rows, known), known)
    assert [one.code for one in told] == ["responsible_unknown"]
    for expected in (ImportResult(added=2), ImportResult(unchanged=2)):
        with store.write("Import") as session:
            assert commit(session, "products", community, 2026, rows) == expected
    with store.read() as session:
        first = products.every(session, community)[0]
    assert (first.title, first.owner, first.recipients) == ('חוברת "צעד ראשון"', "דנה כהן", 1200)
    assert (first.kind, first.status) == (ProductKind.GUIDE, ProductStatus.PUBLISHED)


@pytest.mark.parametrize(
    ("kind", "pasted", "fields"),
    [
        ("meetings", "1\tפתיחת שנה\t1.9.2026\t09:00\n2\tכלים\tג׳ בחשוון תשפ״ז\t9:30",
         ["", "topic", "date", "starts"]),
        ("meetings", "1.9.2026\tפתיחת שנה\tמקוון\n5.11.2026\tכלים\tפנים אל פנים",
         ["date", "topic", "kind"]),
        ("work-plan", "אמון\tסבב\t1.9.2026\nאמון\tזוגות\t1.10.2026",
         ["goal", "title", "starts"]),
        ("work-plan", "סבב, ואחריו שיחה\nזוגות, לפי בחירה", ["title"]),
        ("meetings", "1.9.2026\tפתיחה\n5.11.2026\tכלים\t\tהערה", ["date", "topic", "", ""]),
        ("products", "מדריך, למתחילים\nדף, לכולם", ["title"]),
        ("products", "מדריך\tדנה\nמכתב\t", ["title", ""]),
        ("products", "מדריך\tחוברת צעד ראשון\nמכתב\tאל הרשויות", ["kind", "title"]),
        ("products", "אתר הקהילה\thttps://example.org\tטיוטה", ["title", "where", "status"]),
    ],
)  # fmt: skip
def test_rows_without_titles_speak_for_themselves(
    kind: str, pasted: str, fields: list[str]
) -> None:
    reading = read_form(pasted, kind)
    assert [column.field for column in reading.layout.columns] == fields
    assert len(reading.draft.entries) == len(pasted.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORMS)
def test_the_program_reads_the_titles_and_the_words_it_writes(kind: str, language: str) -> None:
    _ = catalog(language)
    own = [field for field in FORMS[kind].fields if field.key != SKIPPED]
    found = {field.key: recognise(_(field.label), FORMS[kind])[0] for field in own}
    assert found == {key: key for key in found}
    for words in (MEETING_KIND, PROGRESS, HORIZON, PRODUCT_KIND, PRODUCT_STATUS):
        assert [meaning(content(language).word(value), words) for value in words] == list(words)
