"""An invented community, as the pictures of the window show it."""

from datetime import date

from cop_desktop.formats import dates
from cop_desktop.ui import pictures as p
from cop_desktop.ui.theme import Look

TODAY = date(2026, 11, 22)
HEBREW_MONTHS = (
    "אלול–תשרי|תשרי–חשוון|חשוון–כסלו|כסלו–טבת|טבת–שבט|שבט–אדר א׳|אדר א׳–ב׳|אדר ב׳–ניסן|"
    "ניסן–אייר|אייר–סיוון|סיוון–תמוז|תמוז–אב"
)
ENGLISH_MONTHS = (
    "Elul–Tishrei|Tishrei–Cheshvan|Cheshvan–Kislev|Kislev–Tevet|Tevet–Shevat|Shevat–Adar I|"
    "Adar I–II|Adar II–Nisan|Nisan–Iyar|Iyar–Sivan|Sivan–Tammuz|Tammuz–Av"
)
ROLES = (
    ("agenda", "מובילי אג׳נדה", ("רונן שפירא", "הדס כהן"), "Agenda activists"),
    ("community", "שומרי הקהילה", ("אמאני ח׳ורי", "טל ברק"), "Community keepers"),
    ("reporters", "מתעדי הקהילה", ("נועה לוין",), "Social reporters"),
    ("critical", "חברים ביקורתיים", (), "Critical friends"),
    ("value", "משקפי ערך", ("מיכל אברהמי",), "Value detectives"),
    ("external", "שליחי חוץ", (), "External messengers"),
    ("brokers", "מתווכים ארגוניים", ("סמיר נאסר", "דנה מור", "יואב גל"), "Brokers"),
)
BLOCKS = (
    ("opening", 15, "16:30", "פתיחה", "Opening"),
    ("round", 20, "16:45", "סבב", "Round"),
    ("case", 40, "17:05", "מקרה עמיתים", "Peer case"),
    ("break", 10, "17:45", "הפסקה", "Break"),
    ("content", 30, "17:55", "יחידת תוכן", "Content unit"),
    ("discussion", 30, "18:25", "דיון פתוח", "Discussion"),
    ("products", 25, "18:55", "תוצרים", "Products"),
    ("opening", 10, "19:20", "סיום", "Closing"),
)


def stages(look: Look) -> p.ArcData:
    if look.rtl:
        names = ["פוטנציאל", "התגבשות", "הבשלה", "תחזוקה_והובלה", "התמרה"]
        notes = ["ספט׳_2025", "ינו׳_2026", "מאז_ספט׳_2026", "ריענון_ובעלות", "שחרור_והמשכיות"]
    else:
        names = ["Potential", "Coalescing", "Maturing", "Stewardship", "Transformation"]
        notes = ["Sep_2025", "Jan_2026", "since_Sep_2026", "freshness,_ownership", "letting_go"]
    told = tuple(
        p.ArcStage(str(key), name.replace("_", " "), note.replace("_", " "))
        for key, (name, note) in enumerate(zip(names, notes, strict=True))
    )
    return p.ArcData(
        told, 2, 0.44, "היום · 4 מתוך 9 סימנים" if look.rtl else "Today · 4 of 9 signs"
    )


def radar(look: Look) -> tuple[p.RadarAxis, ...]:
    names = (
        ("תוכן", "עומק", "פנים וחוץ", "בעלות")
        if look.rtl
        else ("Content", "Depth", "Inside and outside", "Ownership")
    )
    levels = ((4, 3), (2, 2), (3, 1), (None, 2))
    return tuple(
        p.RadarAxis(str(key), name, now, before, f"{name}: {now or '–'} / 5.")
        for key, (name, (now, before)) in enumerate(zip(names, levels, strict=True))
    )


def scale(look: Look) -> p.ScaleData:
    told = stages(look).stages
    stops = tuple(p.Stop(it.key, it.name, it.note) for it in told)
    return p.ScaleData(stops, 1, 2, f"{stops[1].name}. {stops[1].words}")


def wheel(look: Look) -> p.WheelData:
    seats = tuple(
        p.Seat(key, hebrew if look.rtl else english, holders, key == "value")
        for key, hebrew, holders, english in ROLES
    )
    if look.rtl:
        return p.WheelData(seats, "5 מתוך 7", "תפקידים מאוישים", "מקום פנוי")
    return p.WheelData(seats, "5 of 7", "roles are held", "Empty seat")


def months(look: Look) -> tuple[p.Month, ...]:
    others = (HEBREW_MONTHS if look.rtl else ENGLISH_MONTHS).split("|")
    return tuple(
        p.Month(
            start,
            dates.month_name(start.month, look.language),
            other,
            dates.month_short(start.month, look.language),
        )
        for start, other in zip(dates.work_year_months(2026), others, strict=True)
    )


def spans(look: Look) -> tuple[p.Span, ...]:
    def name(hebrew: str, english: str) -> str:
        return hebrew if look.rtl else english

    return (
        p.Span(date(2026, 9, 11), date(2026, 9, 14), name("ראש השנה", "Rosh Hashana")),
        p.Span(date(2026, 9, 25), date(2026, 10, 4), name("סוכות", "Sukkot")),
        p.Span(date(2026, 12, 5), date(2026, 12, 13), name("חנוכה", "Hanukkah")),
        p.Span(date(2027, 3, 22), date(2027, 3, 25), name("פורים", "Purim")),
        p.Span(date(2027, 4, 13), date(2027, 4, 29), name("פסח", "Pesach")),
        p.Span(date(2027, 5, 11), date(2027, 5, 13), name("עצמאות", "Independence")),
        p.Span(date(2027, 6, 10), date(2027, 6, 12), name("שבועות", "Shavuot")),
        p.Span(date(2027, 7, 1), date(2027, 9, 1), name("חופשת הקיץ", "Summer break")),
    )


def marks(look: Look) -> tuple[p.Mark, ...]:
    days = (
        date(2026, 9, 16),
        date(2026, 10, 27),
        date(2026, 12, 2),
        date(2027, 1, 13),
        date(2027, 2, 17),
        date(2027, 4, 7),
        date(2027, 5, 19),
        date(2027, 6, 16),
    )
    states = ("past", "past", "next", *("coming",) * 5)
    meetings = tuple(
        p.Mark(place, day, "meeting", str(place), f"{place}: {day:%d.%m}", state)
        for place, (day, state) in enumerate(zip(days, states, strict=True), 1)
    )
    milestones = (
        (date(2026, 11, 7), "סבב מדידה", "Survey wave"),
        (date(2027, 1, 27), "עצירת תכנון", "Planned pause"),
        (date(2027, 3, 3), "סיור לימודי", "Study tour"),
        (date(2027, 6, 28), "אירוע שיא", "Peak event"),
    )
    told = ((day, hebrew if look.rtl else english) for day, hebrew, english in milestones)
    return (*meetings, *(p.Mark(words, day, "milestone", words, words) for day, words in told))


def year(look: Look) -> p.YearData:
    word = "היום" if look.rtl else "Today"
    return p.YearData(months(look), date(2027, 9, 1), spans(look), marks(look), TODAY, word)


def agenda(look: Look) -> p.BarData:
    blocks = tuple(
        p.BarBlock(
            place,
            kind,
            hebrew if look.rtl else english,
            minutes,
            start,
            hebrew if look.rtl else english,
            f"{start} {hebrew if look.rtl else english} ({minutes})",
        )
        for place, (kind, minutes, start, hebrew, english) in enumerate(BLOCKS)
    )
    return p.BarData(blocks, "19:30", 2)


def lanes(look: Look) -> p.LanesData:
    start = date(2025, 9, 1)
    leader = "מיכל אברהמי" if look.rtl else "Michal Avrahami"

    def lane(key: str, name: str, holders: tuple[str, ...]) -> p.Lane:
        turn = date(2026, 3, 1)
        first = p.Term((key, 0), leader, start, turn, f"{leader}: 9.2025", leader=True)
        if not holders:
            return p.Lane(key, name, (first,))
        who = ", ".join(holders)
        return p.Lane(key, name, (first, p.Term((key, 1), who, turn, None, f"{who}: 3.2026")))

    told = tuple(
        lane(key, hebrew if look.rtl else english, who) for key, hebrew, who, english in ROLES
    )
    days = (date(2025, 9, 1), date(2025, 12, 1), date(2026, 3, 1), date(2026, 6, 1))
    ticks = tuple((day, dates.month_and_year_short(day, look.language)) for day in days)
    return p.LanesData(told, start, TODAY, ticks, "מקום פנוי" if look.rtl else "Empty seat")


def gantt(look: Look) -> p.GanttData:
    def goal(key: int, title: str, *bars: p.GanttBar) -> p.GanttGoal:
        return p.GanttGoal(key, title, bars)

    def bar(
        key: int,
        words: tuple[str, str],
        days: tuple[date, date],
        state: str,
        *,
        late: bool = False,
        who: str = "",
    ) -> p.GanttBar:
        title = words[0] if look.rtl else words[1]
        return p.GanttBar(key, title, *days, f"{title} ({state})", state, late, who)

    first = goal(
        1,
        "שפה משותפת לרצף הגיל הרך" if look.rtl else "A shared language for the early years",
        bar(
            11,
            ("מיפוי מושגים בעשר רשויות", "Mapping terms in ten towns"),
            (date(2026, 9, 20), date(2026, 11, 10)),
            "done",
            who="דנה מור",
        ),
        bar(
            12,
            ("מילון משותף", "A shared glossary"),
            (date(2026, 11, 1), date(2027, 2, 1)),
            "under_way",
            who="רונן שפירא",
        ),
        bar(
            13,
            ("הצגה למנהלי האגפים", "Shown to heads of department"),
            (date(2026, 10, 10), date(2026, 11, 15)),
            "not_started",
            late=True,
            who="טל ברק",
        ),
    )
    second = goal(
        2,
        "נייר עמדה למשרד" if look.rtl else "A position paper",
        bar(
            21,
            ("טיוטה ראשונה", "First draft"),
            (date(2027, 1, 5), date(2027, 4, 1)),
            "not_started",
            who="הדס כהן",
        ),
        bar(
            22,
            ("כנס אזורי", "Regional conference"),
            (date(2027, 6, 1), date(2027, 6, 28)),
            "dropped",
        ),
    )
    word = "מפגשים ואבני דרך" if look.rtl else "Meetings and milestones"
    end = date(2027, 9, 1)
    every = months(look), end, spans(look), marks(look)
    return p.GanttData(*every, (first, second), TODAY, word)


def circles(look: Look) -> tuple[p.Ring, ...]:
    names = ("גרעין", "תורמים", "בשוליים") if look.rtl else ("Core", "Contributors", "At the edge")
    note = "8 · גם הם מרוויחים" if look.rtl else "8 · they gain too"
    return (
        p.Ring("core", names[0], 7, "7", 3),
        p.Ring("contributor", names[1], 9, "9"),
        p.Ring("lurker", names[2], 8, note),
    )


def readiness(look: Look) -> tuple[p.ReadyStep, ...]:
    done, left = ("מוכן", "עוד לא") if look.rtl else ("ready", "not yet")
    return tuple(
        p.ReadyStep(step, f"{step}: {done if step < 5 else left}", step < 5) for step in range(7)
    )


def coverage(look: Look) -> p.CoverageData:
    held, leader = (
        ("תפקידים מאוישים", "חלקה של המובילה") if look.rtl else ("Roles held", "Leader’s share")
    )
    lines = (
        ("held", held, (0.43, 0.71, 1.0, 0.71, 0.71), "accent"),
        ("leader", leader, (1.0, 0.4, 0.14, 0.2, 0.2), "amber"),
    )
    series = tuple(
        p.Series(key, name, values, tuple(f"{v:.0%}" for v in values), token, token == "amber")
        for key, name, values, token in lines
    )
    days = (date(2025, 9, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 9, 1))
    ticks = tuple(dates.month_and_year_short(day, look.language) for day in days)
    return p.CoverageData(series, (*ticks, "היום" if look.rtl else "Today"), ("0%", "50%", "100%"))


def presence() -> tuple[p.DotMeeting, ...]:
    states = ("present", "late", "excused", "absent", "")
    return tuple(
        p.DotMeeting(place, state, f"{place}: {state}") for place, state in enumerate(states)
    )


def heat(look: Look) -> p.HeatData:
    states = ("present", "present", "late", "present", "excused", "absent", "present", "")
    meetings = tuple(p.HeatMeeting(place, str(place + 1), "18") for place in range(8))
    names = ("אמאני ח׳ורי", "דנה מור", "הדס כהן", "טל ברק", "יואב גל")
    of = "מתוך" if look.rtl else "of"
    members = tuple(
        p.HeatMember(
            name,
            name,
            tuple(
                p.DotMeeting((name, place), states[(place + shift) % 8], f"{place + 1}")
                for place in range(8)
            ),
            f"5 {of} 7",
        )
        for shift, name in enumerate(names)
    )
    return p.HeatData(meetings, members)
