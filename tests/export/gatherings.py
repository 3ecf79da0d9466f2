"""Meetings with everything an agenda can hold, in three languages, for the papers."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import BlockKind, Function, Presence, Reply, Role
from cop_desktop.services import (
    actions,
    agendas,
    attendance,
    communities,
    conclusions,
    days,
    decisions,
    functions,
    meetings,
    members,
    notes,
    roles,
)
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
SECRET = "לא־לעיני־אחרים"  # the facilitator's own notes
HUSH = "נאמר־בסוד"  # said in confidence
LINK = "https://example.org/m/27-02"
WORDS = {
    "he": (
        "קהילת מנהלות ומנהלי אגפי חינוך", "סייעות לחינוך המיוחד: לגייס, להכשיר, לשמר",
        "לצאת עם טיוטה של מדריך קליטה ועם שני מדדים שכל הרשויות ימדדו.",
        "התייעצות עמיתים: הקיץ שבו עזבו 31 סייעות", "סיגל ורד", "עיריית נוף ים",
        "חמש דקות הצגה, עשר הבהרות, עשרים רעיונות בלעדיה ועשר תגובה",
        "דפים, טושים ודבק", "מה הייתם עושים ביום שאחרי?", "שלושה כיוונים לרמת הדר",
        "היכל התרבות, קומה 2",
    ),
    "en": (
        "Heads of education departments", "Classroom aides: recruit, train, keep",
        "Leave with a draft induction guide and two measures that all will track.",
        "Peer case: the summer when 31 aides left", "Sigal Vered", "City of Nof Yam",
        "Five minutes to present, ten to clarify, twenty for ideas without her, ten to answer",
        "Sheets, markers and glue", "What would you do the day after?", "Three directions to try",
        "Council hall, floor 2",
    ),
    "ar": (
        "مجتمع مديري أقسام التربية", "المساعدات: استقطاب وتأهيل وحفاظ",
        "نخرج من اللقاء بمسودة دليل استقبال وبمقياسين تتابعهما كل السلطات.",
        "استشارة زملاء: صيف غادرت فيه 31 مساعدة", "سيغال فيرد", "بلدية نوف يام",
        "خمس دقائق للعرض، وعشر للتوضيح، وعشرون للأفكار، وعشر للرد",
        "أوراق وأقلام ولاصق", "ماذا كنتم ستفعلون في اليوم التالي؟", "ثلاثة اتجاهات للتجربة",
        "قاعة المجلس، الطابق 2",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """Keys of a community, its last meeting, and the coming one."""

    community: UUID
    last: UUID
    coming: UUID


def gathered(
    store: Store, language: str = "he", *, people: int = 24, blocks: int = 8,
    two_days: bool = False, ugly: str = "",
) -> Gathered:  # fmt: skip
    """A meeting that is over, with all it left, and a coming one with a whole agenda."""
    name, topic, purpose, *_rest = WORDS[language]
    with store.write("gathering") as session:
        key = communities.found(session, name + ugly, 2026, domain=purpose, language=language)
        ids = _people(session, key, language, people, ugly)
        last = _last(session, key, ids, language, ugly)
        coming = meetings.schedule(
            session, key,
            {"topic": topic + ugly, "starts_at": datetime(2026, 12, 2, 9, 30), "minutes": 240,
             "purpose": purpose + ugly, "question": WORDS[language][8], "link": LINK,
             "place": WORDS[language][10] + ugly},
        )  # fmt: skip
        if two_days:
            days.add(session, coming, datetime(2026, 12, 3, 9), 360)
        agendas.add_several(session, coming, _agenda(language, blocks, two_days, ugly))
        for block in agendas.of(session, coming):
            if ids and not block.guest:
                agendas.change(session, [block.id], {"leader_id": ids[block.minutes % len(ids)]})
        attendance.answer(session, coming, ids[:1], Reply.NOT_COMING)
        meetings.schedule(
            session, key, {"topic": topic, "starts_at": datetime(2027, 1, 13, 9, 30),
                           "place": WORDS[language][10], "question": WORDS[language][8]},
        )  # fmt: skip
    return Gathered(key, last, coming)


def _people(session: Session, key: UUID, language: str, people: int, ugly: str) -> list[UUID]:
    given, _blank, family = WORDS[language][4].partition(" ")
    ids = [
        members.add(
            session, key,
            {"given_name": given + ugly, "family_name": f"{family} {n:02}",
             "job_title": WORDS[language][9], "email": f"member{n}@example.org",
             "joined": date(2025, 9, 1)},
            f"{WORDS[language][5]} {n % 9}",
        )
        for n in range(people)
    ]  # fmt: skip
    if ids:
        functions.appoint(session, ids[0], Function.LEADER, date(2025, 9, 1))
        roles.appoint(session, ids[0], Role.AGENDA, date(2026, 9, 1))
        roles.appoint(session, ids[-1], Role.COMMUNITY, date(2026, 9, 1))
    return ids


def _last(session: Session, key: UUID, ids: list[UUID], language: str, ugly: str) -> UUID:
    words = WORDS[language]
    last = meetings.schedule(
        session, key,
        {"topic": words[1], "starts_at": datetime(2026, 11, 4, 9, 30), "state": "held",
         "summary": f"{words[2]}{ugly} {words[9]}. {words[8]}", "link": LINK},
    )  # fmt: skip
    block = agendas.add(session, last, {"title": words[3] + ugly, "minutes": 60, "guest": words[4]})
    owner = ids[0] if ids else None
    attendance.mark(session, last, ids[: max(1, len(ids) * 3 // 4)], Presence.PRESENT)
    attendance.mark(session, last, ids[max(1, len(ids) * 3 // 4) :], Presence.ABSENT)
    for n in range(3):
        decisions.add(session, last, {"text": f"{words[9]}: {words[2]}{ugly}", "owner_id": owner,
                                      "due": date(2027, 1, 6)})  # fmt: skip
        actions.add(session, key, {"text": words[6] + ugly, "due": date(2026, 12, 16),
                                   "owner_id": owner if n else None}, last)  # fmt: skip
        notes.add(session, last, {"text": words[8] + ugly, "kind": "open_issue"})
    notes.add(session, last, {"text": words[6] + ugly, "item_id": block})
    notes.add(session, last, {"text": words[8] + ugly, "kind": "quote", "said_by_id": owner})
    notes.add(session, last, {"text": HUSH, "confidential": True})
    conclusions.add(session, key, {"text": words[9] + ugly}, last)
    return last


def _agenda(language: str, blocks: int, two_days: bool, ugly: str) -> list[dict[str, object]]:
    """Work before, blocks of every kind with a pinned guest and tracks, and work after."""
    words = WORDS[language]
    rows: list[dict[str, object]] = [
        {"title": words[6] + ugly, "minutes": 0, "part": "before"},
        {"title": words[7] + ugly, "minutes": 0, "part": "before"},
        {"title": words[9] + ugly, "minutes": 0, "part": "after"},
    ]
    kinds = list(BlockKind)
    for n in range(blocks):
        kind = kinds[n % len(kinds)]
        day = int(two_days and n >= blocks // 2)
        row: dict[str, object] = {
            "title": (words[3] if n % 3 else words[10]) + ugly, "minutes": 15 + 5 * (n % 3),
            "kind": kind.value, "day": day, "outcome": words[9] + ugly, "notes": SECRET + ugly,
            "method": words[6] + ugly, "materials": words[7] + ugly,
            "questions": words[8] + ugly, "roles": [list(Role)[n % 7].value],
        }  # fmt: skip
        if n == 2:
            row |= {"group_size": 4}
        if n == 4:
            row |= {"guest": words[4], "pinned_at": "11:00"}
        if n == 6:
            branch = {"title": words[3] + ugly, "minutes": 25, "method": words[6]}
            row["tracks"] = [
                {"title": words[9] + ugly, "place": words[10], "blocks": [branch, branch]},
                {"title": "", "blocks": [branch | {"group_size": 3}]},
            ]
        rows.append(row)
    return rows
