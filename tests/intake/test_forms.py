"""Lists of meetings and plans are read like rosters, and brought in once."""

from datetime import date, datetime
from uuid import UUID

from cop_desktop.intake.fields import KINDS
from cop_desktop.intake.forms import FormDraft, draft_form, unknown_owners
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.reading import read_table
from cop_desktop.models.vocabulary import MeetingKind, Progress
from cop_desktop.services import communities, meetings, members, plan
from cop_desktop.services.list_import import commit_meetings, commit_plan
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
        assert commit_meetings(session, community, rows) == ImportResult(added=2)
    with store.write("Import") as session:
        assert commit_meetings(session, community, rows) == ImportResult(unchanged=2)
    with store.read() as session:
        assert [row.host for row in meetings.every(session, community)] == ["חיפה", ""]


def test_an_empty_cell_under_a_goal_means_the_same_goal() -> None:
    draft = read("work-plan", PLAN)

    assert [entry.values["goal"] for entry in draft.entries] == ["אמון", "אמון", "ידע"]
    assert draft.entries[0].values["state"] is Progress.DONE
    assert {one.code for one in draft.problems} == {"ends_first", "word_unclear"}


def test_an_owner_who_is_no_member_is_told() -> None:
    told = unknown_owners(read("work-plan", PLAN).entries, ["דנה כהן"])

    assert [(one.row, one.code) for one in told] == [(3, "owner_unknown")]


def test_a_plan_is_brought_in_once(store: Store) -> None:
    community = founded(store)
    rows = [entry.values for entry in read("work-plan", PLAN).entries]
    with store.write("Add") as session:
        members.add(session, community, {"given_name": "דנה", "family_name": "כהן"})

    with store.write("Import") as session:
        assert commit_plan(session, community, 2026, rows) == ImportResult(added=3)
    with store.write("Import") as session:
        assert commit_plan(session, community, 2026, rows) == ImportResult(unchanged=3)
    with store.read() as session:
        goals = plan.of_year(session, community, 2026).goals
    assert [goal.title for goal in goals] == ["אמון", "ידע"]
    assert goals[0].items[0].owner == "דנה כהן"
    assert goals[0].items[0].ends == date(2026, 9, 30)
