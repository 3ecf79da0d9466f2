"""Names of days, months and units in the three languages: locale data, checked against CLDR."""

from typing import Final

from cop_desktop.frozen import frozen


def _names(listed: str) -> tuple[str, ...]:
    return tuple(listed.split("|"))


MONTHS: Final = {
    "he": _names("ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"),
    "en": _names(
        "January|February|March|April|May|June|July|August|September|October|November|December"
    ),
    "ar": _names(
        "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|"
        "تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
    ),
}
MONTHS_SHORT: Final = {
    "he": _names("ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳"),
    "en": _names("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec"),
    "ar": MONTHS["ar"],
}
# Sunday first, as the week is counted here.
WEEKDAYS: Final = {
    "he": _names("יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|שבת"),
    "en": _names("Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"),
    "ar": _names("الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"),
}
WEEKDAYS_SHORT: Final = {
    "he": _names("יום א׳|יום ב׳|יום ג׳|יום ד׳|יום ה׳|יום ו׳|שבת"),
    "en": _names("Sun|Mon|Tue|Wed|Thu|Fri|Sat"),
    "ar": _names("أحد|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت"),
}
WEEKDAY_LETTERS: Final = {
    "he": _names("א׳|ב׳|ג׳|ד׳|ה׳|ו׳|ש׳"),
    "en": _names("S|M|T|W|T|F|S"),
    "ar": _names("ح|ن|ث|ر|خ|ج|س"),
}
# Keyed by the number of the month counted from Nisan; 12 and 13 are Adar I and II of a leap year,
# 0 the one Adar of a common year.
HEBREW_MONTHS: Final = {
    "he": _names("אדר|ניסן|אייר|סיוון|תמוז|אב|אלול|תשרי|חשוון|כסלו|טבת|שבט|אדר א׳|אדר ב׳"),
    "en": _names(
        "Adar|Nisan|Iyar|Sivan|Tammuz|Av|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shevat|Adar I|Adar II"
    ),
    "ar": _names(
        "آذار|نيسان|أيار|سيفان|تموز|آب|أيلول|تشري|مرحشوان|كيسلو|طيفت|شباط|آذار الأول|آذار الثاني"
    ),
}


@frozen
class Unit:
    """A counted noun: `one` and `two` as they stand alone, `many` as it follows a figure."""

    one: str
    two: str
    many: str
    one_after: str = ""  # after a preposition, where it differs
    two_after: str = ""  # Arabic: the dual after a preposition
    from_eleven: str = ""  # Arabic: 11 to 99
    hundreds: str = ""  # Arabic: 100, 101, 102, 200 …


UNITS: Final = {
    "he": {
        "minute": Unit("דקה", "2 דקות", "דקות"),
        "hour": Unit("שעה", "שעתיים", "שעות"),
        "day": Unit("יום אחד", "יומיים", "ימים", "יום"),
        "week": Unit("שבוע", "שבועיים", "שבועות"),
        "month": Unit("חודש", "חודשיים", "חודשים"),
        "year": Unit("שנה", "שנתיים", "שנים"),
    },
    "en": {
        "minute": Unit("1 minute", "2 minutes", "minutes"),
        "hour": Unit("1 hour", "2 hours", "hours"),
        "day": Unit("1 day", "2 days", "days"),
        "week": Unit("1 week", "2 weeks", "weeks", "a week"),
        "month": Unit("1 month", "2 months", "months", "a month"),
        "year": Unit("1 year", "2 years", "years", "a year"),
    },
    "ar": {
        "minute": Unit("دقيقة", "دقيقتان", "دقائق", "", "دقيقتين", "دقيقة", "دقيقة"),
        "hour": Unit("ساعة", "ساعتان", "ساعات", "", "ساعتين", "ساعة", "ساعة"),
        "day": Unit("يوم واحد", "يومان", "أيام", "يوم", "يومين", "يومًا", "يوم"),
        "week": Unit("أسبوع", "أسبوعان", "أسابيع", "", "أسبوعين", "أسبوعًا", "أسبوع"),
        "month": Unit("شهر", "شهران", "أشهر", "", "شهرين", "شهرًا", "شهر"),
        "year": Unit("سنة", "سنتان", "سنوات", "", "سنتين", "سنة", "سنة"),
    },
}
QUARTERS: Final = {  # what follows a number of full hours
    "he": {15: " ורבע", 30: " וחצי", 45: " ושלושת רבעי השעה"},
    "en": {},
    "ar": {15: " وربع", 30: " ونصف", 45: " وثلاثة أرباع الساعة"},
}
UNDER_AN_HOUR: Final = {
    "he": {15: "רבע שעה", 30: "חצי שעה", 45: "שלושת רבעי השעה"},
    "en": {},
    "ar": {15: "ربع ساعة", 30: "نصف ساعة", 45: "ثلاثة أرباع الساعة"},
}
MINUTES_SHORT: Final = {"he": "{n} דק׳", "en": "{n} min", "ar": "{n} د"}
NEAR: Final = {
    "he": {-1: "אתמול", 0: "היום", 1: "מחר", 2: "מחרתיים"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
    "ar": {-1: "أمس", 0: "اليوم", 1: "غدًا", 2: "بعد غد"},
}
AHEAD: Final = {"he": "בעוד {span}", "en": "in {span}", "ar": "بعد {span}"}
AGO: Final = {"he": "לפני {span}", "en": "{span} ago", "ar": "قبل {span}"}
UNTIL: Final = {"he": "{start} עד {end}", "en": "{start}–{end}", "ar": "{start} حتى {end}"}
