"""Papers to print in tests: the same meeting in three languages, and every kind of block."""

from datetime import date, timedelta

from cop_desktop.export.document import (
    Bar,
    BarChart,
    Blank,
    Blanks,
    Block,
    Callout,
    Card,
    Cards,
    CardWords,
    Cell,
    Circles,
    Column,
    Columns,
    Document,
    Fact,
    Facts,
    Fill,
    Foot,
    Format,
    Gantt,
    GanttGroup,
    GanttMeeting,
    GanttRow,
    GanttWords,
    Goals,
    Head,
    Heading,
    Holiday,
    Item,
    ItemList,
    Look,
    Mark,
    Month,
    NewSheet,
    NextMeeting,
    NoteLines,
    Pairs,
    Paragraph,
    Piece,
    PieceKind,
    PlanGoal,
    QuestionBox,
    Ribbon,
    Ring,
    RoleStrip,
    Row,
    RowKind,
    Seat,
    SignIn,
    SignInRow,
    Span,
    Spare,
    StageBand,
    StagePiece,
    StageState,
    Table,
    Tile,
    Tiles,
    ToFoot,
    Voice,
)  # fmt: skip
from cop_desktop.models.vocabulary import Role

HEBREW = {
    "community": "קהילת מנהלי גיל הרך במחוז",
    "title": "מגן לכיתה א׳: מי מלווה את המעבר?",
    "kind": "דף למשתתפים, מפגש 2 מתוך 6",
    "day": "יום שלישי, 9 בפברואר 2027",
    "purpose": "בסוף הבוקר יהיה בידינו נוסח אחד של שיחת מעבר, ונדע מי מנסה אותו ראשון.",
    "decisions": "מה סיכמנו בפעם הקודמת",
    "agenda": "סדר היום",
    "columns": "שעה|נושא|בהובלת|מה ייצא",
    "item": "סבב פתיחה: משפט אחד מהשטח",
    "leader": "רונה שגיא",
    "role": "שומרי הקהילה",
    "outcome": "כולם נשמעו",
    "break": "הפסקה, 20 דקות",
    "question": "על איזה ילד חשבתם השבוע?",
    "privacy": "הדברים נשארים בחדר",
}
ENGLISH = {
    "community": "Early years heads of the district",
    "title": "From kindergarten to first grade: who walks along?",
    "kind": "Participants' handout, meeting 2 of 6",
    "day": "Tuesday, 9 February 2027",
    "purpose": "By noon we hold one wording for the hand-over talk and know who tries it first.",
    "decisions": "What we settled last time",
    "agenda": "Agenda",
    "columns": "Time|Topic|Led by|Outcome",
    "item": "Opening round: one sentence from the field",
    "leader": "Rona Sagi",
    "role": "Community keepers",
    "outcome": "Everybody was heard",
    "break": "Break, 20 minutes",
    "question": "Which child was on your mind this week?",
    "privacy": "What is said stays in the room",
}
ARABIC = {
    "community": "مجتمع مديري الطفولة المبكرة",
    "title": "من الروضة إلى الصف الأول",
    "kind": "ورقة للمشاركين، اللقاء 2 من 6",
    "day": "الثلاثاء، 9 شباط 2027",
    "purpose": "في نهاية اللقاء يكون لدينا نص واحد لمحادثة الانتقال.",
    "decisions": "ماذا قررنا في المرة السابقة",
    "agenda": "جدول الأعمال",
    "columns": "الساعة|الموضوع|بقيادة|النتيجة",
    "item": "جولة افتتاح: جملة واحدة من الميدان",
    "leader": "رنا ساجي",
    "role": "حافظو المجتمع",
    "outcome": "صوت الجميع مسموع",
    "break": "استراحة، 20 دقيقة",
    "question": "أي طفل خطر ببالكم هذا الأسبوع؟",
    "privacy": "ما يقال هنا يبقى هنا",
}
WORDS = {"he": HEBREW, "en": ENGLISH, "ar": ARABIC}


def paper(*blocks: Block, language: str = "he", **changes: object) -> Document:
    """A document of these blocks, with a head and a foot."""
    words = WORDS[language]
    given: dict[str, object] = {
        "title": words["title"],
        "language": language,
        "rtl": language != "en",
        "blocks": blocks,
        "head": Head(words["community"], words["title"], words["kind"]),
        "foot": Foot("9.2.2027", words["privacy"]),
        "author": "Rona Sagi",
    }
    return Document(**(given | changes))  # type: ignore[arg-type]


def agenda_table(language: str, rows: int = 7) -> Table:
    """An agenda of `rows` blocks with a break in the middle."""
    words = WORDS[language]
    time, topic, led, outcome = words["columns"].split("|")
    columns = (
        Column("", 7, look=Look.STRONG), Column(time, 14), Column(topic, look=Look.STRONG),
        Column(led, 37), Column(outcome, 41, secondary=True),
    )  # fmt: skip
    items: list[Row] = []
    for i in range(1, rows + 1):
        clock = f"{8 + i:02}:30"
        leader = Cell(words["leader"], words["role"], Role.COMMUNITY)
        items.append(Row((str(i), clock, words["item"], leader, words["outcome"])))
        if i == rows // 2:
            items.append(Row(("", clock, words["break"]), RowKind.PAUSE))
    return Table(columns, tuple(items), roomy=True)


def handout(language: str, rows: int = 7) -> Document:
    """The participants' handout: a page of information and a page for the pen."""
    words = WORDS[language]
    pieces = tuple(Piece(i, 10 * i, kind) for i, kind in enumerate(PieceKind, 1))
    tasks = tuple(Row((Cell("", mark=Mark.EMPTY), "", "")) for _ in range(3))
    return paper(
        Facts((Fact("1", words["day"]), Fact("2", "09:30", "050-555-0137")), (60, None)),
        Callout(words["purpose"]),
        Heading(words["decisions"]),
        ItemList(tuple(Item(words["outcome"], mark, words["day"]) for mark in Mark)),
        Heading(words["agenda"], words["break"]),
        Ribbon(pieces),
        agenda_table(language, rows),
        NewSheet(),
        QuestionBox(words["question"]),
        Heading(words["agenda"]),
        NoteLines(),
        Table((Column(width=9), Column(words["item"]), Column(width=35, pen=True)), tasks,
              row_height=11),
        ToFoot((NextMeeting(words["agenda"], words["day"], words["role"], words["purpose"],
                            "https://example.org/2", "27-02"),)),
        language=language,
    )  # fmt: skip


def sign_in(members: int) -> Document:
    """A sign-in sheet with six rows to spare."""
    rows = tuple(
        SignInRow(f"כהן־{i}", "תמר", "עיריית נוף", "מנהלת גיל הרך") for i in range(members)
    )
    return paper(
        SignIn(("שם", "רשות", "תפקיד", "חתימה"), rows),
        Blanks((Blank("רשומים:", str(members)), Blank("נוכחים:"))),
        Paragraph("החתימה מאשרת נוכחות בלבד.", Voice.NOTE),
    )


def role_cards() -> Document:
    cards = tuple(
        Card(role, "שומרי הקהילה", f"{i}/7", "שומרים שלכל אחת יהיה מקום ושכל קול יישמע.",
             ("פותחים בסבב קצר", "מלווים מי שהצטרף", "פונים אל מי ששתק"), "״מי חסר לנו היום?״")
        for i, role in enumerate(Role, 1)
    )  # fmt: skip
    words = CardWords("בתפקיד", "עד", "מקום פנוי", "מה עושים בתפקיד הזה?")
    return paper(Cards((*cards, Card()), words), paper=Format.CARDS, head=None)


def work_plan(activities: int = 3) -> Document:
    """A year of three goals with as many activities each, and its table."""
    firsts = [date(2026 + (8 + i) // 12, (8 + i) % 12 + 1, 1) for i in range(12)]
    groups = tuple(
        GanttGroup(n, tuple(
            GanttRow("מיפוי נהלים", ((firsts[i % 9], firsts[i % 9 + 2]),), (firsts[5], "הצגה"))
            for i in range(activities)), fill)
        for n, fill in enumerate(Fill, 1)
    )  # fmt: skip
    state = Cell("בביצוע", mark=Mark.HALF)
    rows = [
        row
        for n in (1, 2, 3)
        for row in (Row((str(n), "ליווי המעבר"), RowKind.GROUP), Row(("", "מיפוי", "רונה", state)))
    ]
    return paper(
        Goals(tuple(PlanGoal(g.number, "ליווי המעבר", "נוסח אחד", g.fill) for g in groups)),
        Gantt(
            tuple(Month(day, day.strftime("%m"), "תשרי · חשוון") for day in firsts), groups,
            tuple(GanttMeeting(firsts[i] + timedelta(8), i, i == 2) for i in range(1, 9)),
            GanttWords("מפגשים", "מפגש", "הבא", "אבן דרך", "אין פעילות"),
            (Holiday(date(2027, 4, 20), date(2027, 4, 28), "פסח"),),
        ),
        NewSheet(),
        Table((Column(width=8), Column("פעולה", 90), Column("מי"), Column("מצב")), tuple(rows)),
        Columns((
            (Heading("אבני דרך"), Pairs((("17.2.2027", "הצגה לצוותים"),))),
            (Heading("סיכונים"), ItemList((Item("חילופי מנהלים"),))),
            (Heading("אישור"), Blanks((Blank("הגרעין המוביל"), Blank("תאריך")), stacked=True)),
        )),
        paper=Format.LANDSCAPE,
    )  # fmt: skip


def summary(members: tuple[int, int, int] = (5, 9, 6)) -> Document:
    """The community's picture on one page."""
    core, others, quiet = members
    rings = (Ring(core, "גרעין"), Ring(others, "תורמים"), Ring(quiet, "מקשיבים"))
    bars = tuple(Bar(str(i), 0.7 + i / 50, f"{70 + 2 * i}%") for i in range(1, 9))
    seats = tuple(Seat(role, "שומרי הקהילה", "פנוי", empty=role is Role.VALUE) for role in Role)
    stages = tuple(
        StagePiece(name, state, "מאי 2026" if state is not StageState.FUTURE else "")
        for name, state in zip(("פוטנציאל", "התגבשות", "הבשלה"), StageState, strict=True)
    )
    return paper(
        Paragraph("עשרים אנשי חינוך לומדים יחד איך מעבירים ילד מגן לבית ספר.", Voice.LEAD),
        StageBand(stages),
        Tiles(tuple(Tile(value, "רשויות") for value in ("20", "12", "84%", "6/7"))),
        Columns(
            ((Heading("נוכחות"), BarChart(bars)), (Heading("מעגלים"), Circles(rings))), (None, 56)
        ),
        Spare((Heading("תפקידים"), RoleStrip(seats)), 1),
        Columns((
            (Heading("הישגים"), ItemList((Item(("נוסח ", Span("אחד"), " לשיחה"), Mark.DONE),))),
            (Heading("הצעדים הבאים"), ItemList((Item("לאייש", Mark.NUMBER, "מאי"),))),
        )),
        Spare((ToFoot((Callout("״סוף סוף מישהו שאל אותי.״", "גננת"),)),)),
    )  # fmt: skip


EVERY_PAPER = {
    "handout-he": handout("he"),
    "handout-en": handout("en"),
    "handout-ar": handout("ar"),
    "sign-in": sign_in(24),
    "role-cards": role_cards(),
    "work-plan": work_plan(),
    "summary": summary(),
}
