"""Communities of all sizes for the papers: empty, crowded, and full of ugly words."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import (
    BlockKind,
    Function,
    Presence,
    ProductStatus,
    Progress,
    Role,
    Stage,
)
from cop_desktop.services import (
    agendas,
    attendance,
    communities,
    decisions,
    functions,
    meetings,
    members,
    plan,
    products,
    roles,
    stages,
)
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
TOPIC = (
    "מהגן לכיתה א׳: איך בונים רצף חינוכי אחד לכל ילדה וילד ביישוב, מה לומדים משלוש רשויות "
    "שכבר ניסו, ומה אפשר להתחיל כבר מחר בבוקר בלי תקציב נוסף ובלי עוד ועדה"
)
SECRET = "סוד־כמוס־שנשאר־אצלי"  # a canary: must stand in nothing that leaves
INSIDE = "מה־שנאמר־בתוך־הקהילה"  # another: may stand in papers for the community alone


def empty(store: Store) -> UUID:
    """Named, and nothing else."""
    with store.write("new") as session:
        return communities.found(session, "קהילה חדשה", 2026)


def crowded(
    store: Store, people: int = 60, items: int = 12, goals: int = 6, words: str = ""
) -> UUID:
    """Many of everything, with long words; `words` stand in every text that has room."""
    with store.write("crowd") as session:
        name = "ראשות וראשי אגפי חינוך ברשויות המקומיות בצפון ובעמקים" + words
        key = communities.found(session, name, 2026)
        ids = [
            members.add(
                session, key,
                {"given_name": f"שולמית־רבקה {n}{words}", "family_name": f"בן דוד הכהן {n:02}",
                 "job_title": "מנהלת מחלקת גנים, יסודי וחינוך מיוחד" + words, "notes": SECRET,
                 "needs": SECRET, "joined": date(2025, 9, 1), "mobile": f"052-000-{n:04}"},
                f"המועצה האזורית עמק המעיינות והגלבוע {n % 20}",
            )
            for n in range(people)
        ]  # fmt: skip
        _meetings(session, key, ids, items, words)
        _plan(session, key, ids, goals, words)
        for role in Role:
            for holder in ids[:4]:
                roles.appoint(session, holder, role, date(2026, 9, 1))
        stages.record(session, key, Stage.POTENTIAL, date(2025, 9, 1), reason=INSIDE)
        for n, status in enumerate(ProductStatus):
            products.add(session, key, {"title": f"מדריך {n}: {TOPIC}{words}", "status": status})
        if ids:
            functions.appoint(session, ids[0], Function.LEADER, date(2025, 9, 1))
    return key


def _meetings(session: Session, key: UUID, ids: list[UUID], items: int, words: str) -> None:
    before = meetings.schedule(
        session, key, {"topic": TOPIC, "starts_at": datetime(2026, 11, 1, 9)}
    )
    attendance.mark(session, before, ids, Presence.PRESENT)
    for n in range(5):
        decisions.add(session, before, {"text": f"החלטה {n}: {TOPIC}{words}"})
    coming = meetings.schedule(
        session, key,
        {"topic": TOPIC + words, "starts_at": datetime(2026, 12, 2, 9, 30), "minutes": 360,
         "purpose": TOPIC + words, "question": TOPIC + words, "place": TOPIC[:90] + words},
    )  # fmt: skip
    for n in range(items):
        agendas.add(
            session, coming,
            {"title": f"{n}: {TOPIC}{words}" if n % 3 == 0 else f"חלק {n}", "minutes": 30,
             "kind": list(BlockKind)[n % len(BlockKind)], "role": list(Role)[n % 7],
             "leader_id": ids[n % len(ids)] if ids else None, "notes": SECRET,
             "outcome": "רשימה של שלוש פעולות שאפשר להתחיל מחר" + words},
        )  # fmt: skip
    meetings.schedule(session, key, {"topic": TOPIC, "starts_at": datetime(2027, 1, 6, 9)})


def _plan(session: Session, key: UUID, ids: list[UUID], goals: int, words: str) -> None:
    for n in range(goals):
        goal = plan.add_goal(
            session, key, 2026, {"title": f"{TOPIC[:80]} {n}{words}", "measure": TOPIC[:90]}
        )
        for place in range(8):
            start = date(2026, 9, 10) + timedelta(days=35 * place)
            plan.add_item(
                session, goal,
                {"title": f"{TOPIC[:70]} {place}{words}", "owner_id": ids[0] if ids else None,
                 "starts": start, "ends": start + timedelta(days=50), "state": Progress.UNDER_WAY,
                 "product": "מדריך מעבר לצוותים, להורים ולמנהלות" + words, "indicator": TOPIC[:60]},
            )  # fmt: skip
