"""Words for kinds, consent and address, as lists use them: spelling → value of the method."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from cop_desktop.content import content
from cop_desktop.i18n import LANGUAGES
from cop_desktop.models.vocabulary import (
    Consent,
    FormOfAddress,
    Horizon,
    MeetingKind,
    OrganisationKind,
    ProductKind,
    ProductStatus,
    Progress,
)

from .titles import normal

Spellings = Mapping[StrEnum, str]

CONSENT: Spellings = {
    Consent.GIVEN: "כן|יש|יש אישור|אושר|אושרה|מאושר|ניתן|ניתנה|התקבל|התקבל אישור|הסכים|הסכימה|מסכים"
                   "|מסכימה|אישר|אישרה|יש הסכמה|v|✓|✔|x|true|yes|y|1|approved|given|agreed|ok|نعم"
                   "|موافق|موافقة|تمت الموافقة|تم",
    Consent.NOT_ASKED: "לא|אין|טרם|עדיין לא|לא נשאל|לא נשאלה|אין אישור|טרם נשלח|no|n|0|false|none"
                       "|not yet|not asked|لا|لا يوجد|لم يطلب",
    Consent.ASKED: "נשלח|נשלחה|נשלחה בקשה|ממתין|ממתינה|בהמתנה|בתהליך|הועבר|הועברה|נשאל|ביקשנו"
                   "|בבדיקה|asked|pending|waiting|requested|قيد الانتظار|طلب|تم الإرسال",
    Consent.DECLINED: "סירב|סירבה|מסרב|לא אישר|לא אישרה|לא מאשר|לא אושר|נדחה|נדחתה|לא הסכים"
                      "|לא הסכימה|declined|refused|rejected|denied|رفض|مرفوض|غير موافق",
}  # fmt: skip
ADDRESS: Spellings = {
    FormOfAddress.FEMININE: "נקבה|אישה|אשה|נ|ז|גב|גברת|female|f|woman|mrs|ms|أنثى|انثى|امرأة|سيدة",
    FormOfAddress.MASCULINE: "זכר|גבר|מר|male|m|man|mr|ذكر|رجل|سيد",
    FormOfAddress.NEUTRAL: "ניטרלי|נייטרלי|אחר|לא משנה|neutral|other|x|محايد|آخر",
}
ORGANISATION_KIND: Spellings = {
    OrganisationKind.MUNICIPALITY: "עירייה|עיריה|עיר|municipality|city|city council|بلدية",
    OrganisationKind.LOCAL_COUNCIL: "מועצה מקומית|מקומית|מ.מ.|local council|local|مجلس محلي",
    OrganisationKind.REGIONAL_COUNCIL: "מועצה אזורית|מועצה איזורית|אזורית|מ.א.|regional council"
                                       "|regional|مجلس إقليمي|مجلس اقليمي",
    OrganisationKind.GOVERNMENT: "משרד|משרד ממשלתי|ממשלה|ministry|government|وزارة",
    OrganisationKind.SCHOOL: "בית ספר|ביה\"ס|בי\"ס|school|مدرسة",
    OrganisationKind.CIVIL_SOCIETY: "עמותה|מגזר שלישי|מלכ\"ר|חברה אזרחית|ngo|non profit"
                                    "|civil society|association|جمعية",
    OrganisationKind.OTHER: "אחר|אחרת|other|آخر|أخرى",
}  # fmt: skip
MEETING_KIND: Spellings = {
    MeetingKind.IN_PERSON: "פיזי|פרונטלי|פנים אל פנים|מפגש פיזי|פנים מול פנים|in person"
                           "|face to face|frontal|وجاهي|حضوري",
    MeetingKind.ONLINE: "מקוון|מקוונת|זום|אונליין|online|zoom|virtual|عبر الإنترنت|زوم|عن بعد",
    MeetingKind.HYBRID: "היברידי|משולב|hybrid|mixed|مدمج|هجين",
    MeetingKind.VISIT: "סיור|ביקור|סיור לימודי|visit|tour|study visit|زيارة|جولة",
    MeetingKind.SEMINAR: "סמינר|יומיים|כנס|seminar|two days|retreat|ندوة|سمينار",
    MeetingKind.OPEN: "פתוח|אירוע פתוח|אירוע שיא|open|public|open event|مفتوح|لقاء مفتوح",
}  # fmt: skip
PROGRESS: Spellings = {
    Progress.NOT_STARTED: "טרם התחיל|טרם החל|לא התחיל|טרם|not started|planned|to do|لم يبدأ|مخطط",
    Progress.UNDER_WAY: "בביצוע|בתהליך|החל|התחיל|בעבודה|under way|in progress|started|ongoing"
                        "|قيد التنفيذ|بدأ",
    Progress.DONE: "בוצע|הושלם|הסתיים|כן|done|completed|finished|تم|انتهى|اكتمل",
    Progress.DROPPED: "בוטל|ירד|לא רלוונטי|dropped|cancelled|canceled|ألغي|ملغى",
}  # fmt: skip
HORIZON: Spellings = {
    Horizon.SHORT: "קצר|טווח קצר|שנתי|short|short term|this year|قصير|قصير المدى",
    Horizon.LONG: "ארוך|טווח ארוך|רב שנתי|long|long term|طويل|طويل المدى",
}
PRODUCT_KIND: Spellings = {
    ProductKind.POSITION_PAPER: "מסמך עמדה|עמדה|position|موقف",
    ProductKind.GUIDE: "מדריך|חוברת|ערכה|ערכת הדרכה|manual|handbook|kit|كتيب",
    ProductKind.INFORMATION_SHEET: "דף מידע|דפדפת|עלון מידע|fact sheet|leaflet|نشرة معلومات",
    ProductKind.OFFICIAL_LETTER: "מכתב|letter|رسالة",
    ProductKind.ARTICLE: "כתבה|פוסט|post|مقالة",
    ProductKind.NEWSLETTER: "עלון|ניוזלטר|bulletin",
    ProductKind.MEETING_SUMMARY: "סיכום|תקציר|summary|ملخص",
    ProductKind.KNOWLEDGE_BASE: "מאגר|אתר|repository|website|مستودع معرفة",
    ProductKind.CASE_STUDY: "מקרה|תיאור מקרה|case|حالة",
    ProductKind.SHARED_VENTURE: "מיזם|פרויקט|venture|project|مبادرة|مشروع",
    ProductKind.CONFERENCE: "יום עיון|אירוע|seminar|event|يوم دراسي",
    ProductKind.TOOL: "כלי|טופס|שאלון|תבנית|template|form|أداة|نموذج",
}
PRODUCT_STATUS: Spellings = {
    ProductStatus.IDEA: "מחשבה|טרם התחיל|לא התחיל|planned|not started|لم يبدأ",
    ProductStatus.DRAFT: "בכתיבה|בתהליך|בעבודה|in progress|under way|قيد الكتابة",
    ProductStatus.REVIEW: "לבדיקה|בהערות|review|reviewing|للمراجعة",
    ProductStatus.APPROVED: "מאושר|הושלם|מוכן|done|ready|finished|معتمد|جاهز",
    ProductStatus.PUBLISHED: "הופץ|מפורסם|יצא|נשלח|out|sent|منشور",
}


def meaning(text: str, spellings: Spellings) -> StrEnum | None:
    """The value that a spelling stands for, or nothing."""
    return _by_spelling(tuple(spellings.items())).get(normal(text) or text.strip())


@cache
def _by_spelling(spellings: tuple[tuple[StrEnum, str], ...]) -> dict[str, StrEnum]:
    """Spellings of people, and before them the program's own: what it writes it also reads."""
    usual = {it: value for value, line in spellings for it in (value.value, *line.split("|"))}
    own = {content(one).word(value): value for one in LANGUAGES for value, _ in spellings}
    return {normal(it) or it: value for it, value in (usual | own).items()}
