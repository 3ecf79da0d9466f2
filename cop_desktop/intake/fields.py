"""What a column may hold, and the titles under which people keep it."""

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_


@frozen
class Field:
    """A field of an import; its titles in Hebrew, English and Arabic, separated by bars."""

    key: str
    label: str
    titles: str
    several: bool = False  # several columns may feed it


@frozen
class Kind:
    """What is imported: its fields, and the ones of which a row needs at least one."""

    key: str
    fields: tuple[Field, ...]
    needed: frozenset[str]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(field.key for field in self.fields)


IDENTITY = "identity"  # read only to be left out
SKIPPED = "skipped"  # running numbers and the like

NAMES = frozenset({"full_name", "family_first", "given_name", "family_name"})

ROSTER = Kind("roster", needed=NAMES, fields=(
    Field("full_name", N_("Full name"),
          "שם מלא|שם|השם|השם המלא|שם ומשפחה|שם ושם המשפחה|שמות|שמות החברים|שמות המשתתפים"
          "|שם פרטי ומשפחה|שם פרטי ושם משפחה|שם החבר|שם החברה|שם החבר.ה|שם החבר/ה"
          "|שם המשתתף|שם המשתתפת|שם המשתתף/ת|שם משתתף|שם חבר|שם חברה|חבר קהילה|חבר/ת קהילה"
          "|חבר.ת קהילה|משתתף|משתתפת|משתתף/ת|שם ושם משפחה|איש קשר|שם איש קשר|שם העובד|שם עובד"
          "|שם העובד/ת|שם המנהל/ת|name|full name|member|member name|participant|participant name"
          "|contact|contact name"
          "|name and surname|first and last name|الاسم واسم العائلة|الاسم والعائلة"
          "|الاسم|الاسم الكامل|اسم|الاسم الثلاثي|اسم المشارك|اسم العضو"),
    Field("family_first", N_("Full name, family name first"),
          "שם משפחה ופרטי|שם משפחה ושם פרטי|שם משפחה + פרטי|משפחה ופרטי|שם משפחה, שם פרטי"
          "|משפחה ושם|שם משפחה ושם|שם המשפחה ושם"
          "|last name, first name|family name and given name|اسم العائلة والاسم"),
    Field("given_name", N_("Given name"),
          "שם פרטי|פרטי|שם ראשון|first name|given name|first|forename|الاسم الشخصي|الاسم الأول"
          "|اسم شخصي|الاسم الاول"),
    Field("family_name", N_("Family name"),
          "שם משפחה|משפחה|שם המשפחה|last name|family name|surname|last|اسم العائلة|العائلة"
          "|الاسم الأخير|اللقب|الكنية"),
    Field("address", N_("Form of address"),
          "מגדר|מין|לשון פנייה|פנייה|לשון פניה|gender|sex|form of address|الجنس|النوع"),
    Field("organisation", N_("Organisation"),
          "רשות|רשות מקומית|הרשות|הרשות המקומית|שם הרשות|שם רשות|שם הרשות המקומית|שם רשות מקומית"
          "|עירייה|מועצה|יישוב|ישוב|עיר|ארגון|שם ארגון|שם הארגון|הארגון|מוסד|שם המוסד|מקום עבודה"
          "|מקום העבודה|גוף|מעסיק|organisation|organization|authority|local authority|municipality"
          "|employer|company|workplace|city|institution|السلطة|السلطة المحلية|سلطة محلية|البلدية"
          "|المجلس|المؤسسة|مكان العمل|البلدة|المدينة|اسم السلطة"),
    Field("organisation_kind", N_("Kind of organisation"),
          "סוג רשות|סוג הרשות|סוג ארגון|סוג הארגון|מעמד מוניציפלי|סוג|organisation kind"
          "|organization type|authority type|type of authority|نوع السلطة|نوع المؤسسة"),
    Field("district", N_("District"),
          "מחוז|אזור|איזור|נפה|מרחב|district|region|area|اللواء|لواء|المنطقة|منطقة"),
    Field("job_title", N_("Job title"),
          "תפקיד|תפקיד ברשות|התפקיד|התפקיד ברשות|תפקיד נוכחי|תואר תפקיד|תיאור תפקיד|תפקיד בארגון"
          "|הגדרת תפקיד|משרה|title|job title|position|role|job|role in the authority|الوظيفة"
          "|المنصب|الوظيفة في السلطة|المسمى الوظيفي|وظيفة"),
    Field("grade", N_("Grade"),
          "דרגה|דרגת תפקיד|דירוג|רמה|דרג|grade|rank|level|الدرجة|درجة|الرتبة"),
    Field("in_post_since", N_("In post since"),
          "ותק|ותק בתפקיד|ותק ברשות|שנות ותק|בתפקיד מאז|בתפקיד משנת|שנת תחילת תפקיד|תחילת תפקיד"
          "|מספר שנים בתפקיד|שנים בתפקיד|seniority|in post since|years in post|years of experience"
          "|tenure|الأقدمية|سنوات الخبرة|في المنصب منذ"),
    Field("mobile", N_("Mobile"),
          "נייד|טלפון נייד|טל נייד|טל' נייד|מספר נייד|מס' נייד|סלולרי|סלולארי|פלאפון|טלפון סלולרי"
          "|מס נייד|מספר טלפון נייד|הנייד|ווטסאפ|וואטסאפ|mobile|mobile phone|cell|cell phone"
          "|cellphone|cellular|mobile number|whatsapp|الهاتف المحمول|المحمول|الجوال|النقال"
          "|هاتف نقال|هاتف محمول|رقم الجوال|الخليوي|هاتف خليوي", several=True),
    Field("phone", N_("Phone"),
          "טלפון|טל|טל'|מספר טלפון|מס' טלפון|מס טלפון|טלפון בעבודה|טלפון משרד|טל' משרד|טלפון קווי"
          "|טלפון במשרד|קווי|טלפונים|פרטי קשר טלפון|phone|telephone|tel|phone number|office phone"
          "|work phone|landline|الهاتف|هاتف|رقم الهاتف|تلفون|هاتف العمل|رقم التلفون", several=True),
    Field("email", N_("E-mail"),
          "דוא\"ל|דואר אלקטרוני|כתובת דוא\"ל|כתובת דואר אלקטרוני|מייל|אימייל|אי מייל|כתובת מייל"
          "|מייל בעבודה|כתובת אימייל|דואל|email|e-mail|mail|email address|e-mail address"
          "|البريد الإلكتروني|بريد إلكتروني|البريد الالكتروني|إيميل|الايميل|بريد", several=True),
    Field("expertise", N_("Expertise"),
          "התמחות|תחום התמחות|תחומי התמחות|מומחיות|תחומי עניין|תחום עניין|תחומי ידע|תחום ידע|תחום"
          "|expertise|speciality|specialty|specialisation|field|interests|التخصص|مجال التخصص"
          "|الخبرة|مجالات الاهتمام", several=True),
    Field("manager_name", N_("Line manager"),
          "מנהל ישיר|מנהלת ישירה|מנהל/ת ישיר/ה|מנהל.ת ישיר.ה|שם מנהל ישיר|שם המנהל הישיר|הממונה"
          "|ממונה|ממונה ישיר|מנהל|שם המנהל|שם הממונה|line manager|manager|supervisor|manager name"
          "|direct manager|المدير المباشر|اسم المدير|المسؤول المباشر"),
    Field("consent", N_("Manager's consent"),
          "אישור מנהל|אישור מנהל ישיר|הסכמת מנהל|הסכמת מנהל ישיר|אישור ממונה|אישור המנהל|אישור"
          "|הסכמה|הסכמת המנהל|הסכמת מנהל/ת|אישור מנהל/ת|אישור השתתפות|consent|manager consent"
          "|manager's consent|approval|manager approval|approved|موافقة المدير|الموافقة|موافقة"),
    Field("joined", N_("Joined"),
          "תאריך הצטרפות|הצטרפות|הצטרף|הצטרפה|הצטרף/ה|מועד הצטרפות|תאריך כניסה|תאריך התחלה"
          "|בקהילה מאז|חבר מאז|joined|join date|date joined|member since|start date|joined on"
          "|تاريخ الانضمام|الانضمام|انضم في"),
    Field("left", N_("Left"),
          "תאריך עזיבה|עזיבה|עזב|עזבה|עזב/ה|מועד עזיבה|תאריך סיום|תאריך פרישה|left|date left"
          "|leave date|end date|left on|تاريخ المغادرة|المغادرة|تاريخ الانتهاء"),
    Field("notes", N_("Notes"),
          "הערות|הערה|הערות נוספות|מידע נוסף|לתשומת לב|notes|note|comments|comment|remarks"
          "|ملاحظات|ملاحظة", several=True),
    Field(IDENTITY, N_("Identity number (left out)"),
          "ת.ז.|ת.ז|תז|ת\"ז|תעודת זהות|מספר זהות|מס' זהות|מספר ת.ז.|מס' ת.ז.|מס ת.ז"
          "|מספר תעודת זהות|זהות|מס זהות|דרכון|מספר דרכון|id number|identity number|teudat zehut|tz"
          "|t.z.|national id|id no|passport|رقم الهوية|هوية|الهوية|رقم هوية", several=True),
    Field(SKIPPED, N_("Left out"),
          "מס'|מס|מס\"ד|מסד|מספר|מספר סידורי|מס סידורי|מס' סידורי|#|no|no.|nr|number|serial|index"
          "|row|رقم|الرقم|م|تسلسل|الرقم التسلسلي", several=True),
))  # fmt: skip

MEETINGS = Kind("meetings", needed=frozenset({"topic", "date"}), fields=(
    Field("topic", N_("Topic"),
          "נושא|נושא המפגש|נושא מפגש|כותרת|שם המפגש|topic|title|subject|meeting|الموضوع"
          "|موضوع اللقاء|العنوان"),
    Field("date", N_("Date"),
          "תאריך|תאריך המפגש|תאריך מפגש|מועד|מועד המפגש|יום|date|meeting date|when|التاريخ"
          "|تاريخ اللقاء|الموعد"),
    Field("starts", N_("Starts at"),
          "שעה|שעת התחלה|שעת פתיחה|משעה|התחלה|שעות|start|starts at|start time|time|from|hours"
          "|الساعة"
          "|ساعة البدء|من الساعة"),
    Field("ends", N_("Ends at"),
          "שעת סיום|עד שעה|סיום|end|ends at|end time|until|to|ساعة الانتهاء|حتى الساعة"),
    Field("minutes", N_("Minutes"),
          "משך|משך בדקות|דקות|משך המפגש|minutes|duration|length|الدقائق|المدة|المدة بالدقائق"),
    Field("kind", N_("Kind of meeting"),
          "סוג|סוג מפגש|סוג המפגש|אופן|אופן המפגש|מתכונת|kind|kind of meeting|type|format"
          "|meeting type|النوع"
          "|نوع اللقاء"),
    Field("place", N_("Place"),
          "מקום|מקום המפגש|מיקום|כתובת|place|location|venue|where|address|المكان|مكان اللقاء"),
    Field("host", N_("Host"),
          "רשות מארחת|מארח|מארחת|מארח/ת|אירוח|רשות|host|hosting authority|hosted by|السلطة المضيفة"
          "|المضيف"),
    Field("link", N_("Link"), "קישור|לינק|קישור לזום|זום|link|url|zoom|online link|الرابط|رابط"),
    Field("purpose", N_("Purpose"), "מטרה|מטרת המפגש|מטרות|purpose|goal|aim|الهدف|هدف اللقاء"),
    Field("question", N_("Question beforehand"),
          "שאלה לחשיבה|שאלה לחשיבה מקדימה|שאלה מקדימה|שאלת הכנה|question|question beforehand"
          "|سؤال تمهيدي"
          "|سؤال للتفكير المسبق"),
    Field(SKIPPED, N_("Left out"), "מס'|מס|מספר מפגש|מס' מפגש|#|no|no.|number|رقم", several=True),
))  # fmt: skip

WORK_PLAN = Kind("work-plan", needed=frozenset({"title"}), fields=(
    Field("goal", N_("Goal"), "יעד|מטרה|מטרות|יעדים|מטרת העל|goal|objective|aim|الهدف|هدف|الغاية"),
    Field("measure", N_("Measure of the goal"),
          "מדד ליעד|מדד הצלחה ליעד|מדד היעד|מדד למטרה|measure of the goal|goal measure|measure"
          "|مقياس الهدف"),
    Field("horizon", N_("Horizon"), "טווח|טווח זמן|horizon|term|المدى"),
    Field("title", N_("Activity"),
          "פעילות|פעולה|משימה|תיאור הפעילות|תיאור|משימות|activity|action|task|what|النشاط|نشاط"
          "|المهمة"),
    Field("owner", N_("Responsible"),
          "אחריות|אחראי|אחראית|אחראי/ת|אחראי.ת|מוביל|מובילה|מי|גורם אחראי|owner|responsible|lead"
          "|who|المسؤول|المسؤولية"),
    Field("starts", N_("Starts"),
          "התחלה|תאריך התחלה|מועד התחלה|מתאריך|start|starts|begins|start date|from|البداية"
          "|تاريخ البدء"),
    Field("ends", N_("Ends"),
          "סיום|תאריך סיום|מועד סיום|עד|עד מתי|עד תאריך|לוח זמנים|לו\"ז|תאריך יעד|מועד"
          "|end|ends|end date|due|deadline|until|when|النهاية|تاريخ الانتهاء|الموعد النهائي"),
    Field("audience", N_("Audience"),
          "קהל|קהל יעד|אוכלוסיית יעד|משתתפים|audience|for whom|target group|الجمهور"
          "|الجمهور المستهدف"),
    Field("product", N_("Product"), "תוצר|תוצרים|תפוקה|תפוקות|product|output|deliverable|المنتج"
          "|المخرجات"),
    Field("indicator", N_("Indicator"),
          "מדד|מדדים|מדד הצלחה|מדדי הצלחה|אינדיקטור|indicator|kpi|success indicator|المؤشر"
          "|مؤشر النجاح"),
    Field("state", N_("Status"), "סטטוס|מצב|סטטוס ביצוע|ביצוע|status|state|progress|الحالة|الوضع"),
    Field("milestone", N_("Milestone"), "אבן דרך|אבני דרך|milestone|معلم|محطة"),
    Field("milestone_on", N_("Milestone on"),
          "תאריך אבן הדרך|תאריך אבן דרך|מועד אבן הדרך|milestone on|milestone date|تاريخ المحطة"),
    Field(SKIPPED, N_("Left out"), "מס'|מס|#|no|no.|number|رقم", several=True),
))  # fmt: skip

PRODUCTS = Kind("products", needed=frozenset({"title"}), fields=(
    Field("title", N_("Title"),
          "תוצר|שם התוצר|שם תוצר|תוצרים|כותרת|שם|שם המסמך|כותר|product|title|name|product name"
          "|deliverable|المنتج|العنوان|اسم المنتج|الناتج|اسم الناتج"),
    Field("kind", N_("Kind"), "סוג|סוג התוצר|סוג תוצר|קטגוריה|kind|type|format|النوع|نوع الناتج"),
    Field("status", N_("Status"), "סטטוס|מצב|שלב|status|state|stage|الحالة|الوضع|المرحلة"),
    Field("owner", N_("Responsible"),
          "אחריות|אחראי|אחראית|אחראי/ת|אחראי.ת|מוביל|מובילה|מי|כותב|כותבת|כותבים|באחריות"
          "|responsible|owner|lead|author|who|المسؤول|المسؤولية|المؤلف"),
    Field("audience", N_("For whom"),
          "קהל|קהל יעד|למי|למי מיועד|למי זה מיועד|מיועד ל|נמענים|for whom|audience|target group"
          "|لمن|الجمهور"
          "|الجمهور المستهدف"),
    Field("where", N_("Where it can be found"),
          "קישור|לינק|היכן|איפה|איפה נמצא|היכן נמצא|היכן אפשר למצוא|מיקום|כתובת|where|link|url"
          "|location"
          "|where it can be found|الرابط|أين|المكان|أين يوجد"),
    Field("published_on", N_("Published on"),
          "תאריך פרסום|תאריך|מועד פרסום|פורסם|פורסם בתאריך|published|published on|date"
          "|publication date|تاريخ النشر|التاريخ|نشر في"),
    Field("recipients", N_("How many received it"),
          "מספר נמענים|כמה קיבלו|תפוצה|מספר מקבלים|recipients|how many received it|copies|reach"
          "|عدد المستلمين|كم تلقوه"),
    Field(SKIPPED, N_("Left out"), "מס'|מס|#|no|no.|number|رقم", several=True),
))  # fmt: skip

KINDS = {kind.key: kind for kind in (ROSTER, MEETINGS, WORK_PLAN, PRODUCTS)}
