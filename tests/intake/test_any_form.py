"""Whatever stands in a list of meetings, a plan or products is read and goes in without harm."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_desktop.i18n import catalog
from cop_desktop.intake.forms import doubts
from cop_desktop.intake.lists import FORMS, read_form
from cop_desktop.services import communities
from cop_desktop.services.list_import import Fate, commit, here, steps
from cop_desktop.store import Store

UGLY = (
    "", " ", "\u200f", "—", '"', 'דו"ח', "=1+1", "סה״כ", "אמון", "סבב", "סבב ", "דנה כהן",
    "31/02/2027", "3/3/27", "2027-03-03", "46000", "י״ט בטבת תשפ״ז", "אדר ב׳", "1.9.2026-3.9.2026",
    "09:00", "9:00-12:30", "25:99", "בבוקר", "90", "0", "99999999999", "1.5 שעות", "-3",
    "זום", "בוצע", "מדריך", "לקצר", "https://example.org", "\x00\x01", "x" * 700, "🙂" * 40,
)  # fmt: skip
ROWS = st.lists(st.lists(st.sampled_from(UGLY), min_size=1, max_size=9), max_size=9)


@pytest.fixture
def community(store: Store) -> UUID:
    with store.write("Found") as session:
        return communities.found(session, "קהילה", 2026)


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("titled", [True, False])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS)
def test_any_rows_go_in_once(
    kind: str, titled: bool, rows: Sequence[Sequence[str]], store: Store, community: UUID
) -> None:
    _ = catalog("he")
    fields = [_(field.label) for field in FORMS[kind].fields if field.key != "skipped"][:9]
    text = "\n".join("\t".join(row) for row in ([fields] if titled else []) + [*map(list, rows)])
    draft = read_form(text, kind).draft
    values = [entry.values for entry in draft.entries]
    with store.write("Import") as session:
        known = here(session, kind, community, 2026)
        found = steps(kind, values, known)
        doubts(kind, draft.entries, found, known)
        done = commit(session, kind, community, 2026, values)
    assert done.added + done.updated + done.unchanged == len(values)
    assert done.added == sum(step.fate is Fate.NEW for step in found)
    with store.write("Import") as session:
        again = commit(session, kind, community, 2026, values)
    assert (again.added, again.updated) == (0, 0)
