"""What the ledger of hours says in words: standings, hours, what a year lacks."""

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.attendance_rules import Rule
from cop_desktop.services.hours import Ledger, Line, Standing

STANDINGS = {
    Standing.FINE: N_("On the way"),
    Standing.AT_RISK: N_("Needs the next one"),
    Standing.BELOW: N_("Below the rule"),
}


def standing(line: Line, rule: Rule, _: Catalog) -> str:
    """Nothing where nothing is asked."""
    return _(STANDINGS[line.standing]) if rule.asks else ""


def hours_of(minutes: int, rule: Rule) -> float:
    """In the hours of the rule, to a tenth."""
    return round(minutes / (rule.minutes_an_hour or 60), 1)


def hours(minutes: int, rule: Rule, _: Catalog) -> str:
    told = hours_of(minutes, rule)
    return formats.number(told, _.language, decimals=0 if told.is_integer() else 1)


def lacks(ledger: Ledger, _: Catalog) -> list[str]:
    """What the planned year does not offer yet, a sentence each."""
    rule, told = ledger.rule, []
    if ledger.short:
        told.append(
            _("The planned year offers {n} hours; the rule asks for {all}.",
              n=hours(ledger.offered, rule, _), all=rule.hours)
        )  # fmt: skip
    if ledger.lacks_face and ledger.share_face is not None:
        told.append(
            _("Of the year {share} is face to face; at least {least} is asked.",
              share=formats.percent(ledger.share_face, _.language),
              least=formats.percent(rule.least_face / 100, _.language))
        )  # fmt: skip
    if ledger.unsigned:
        names = formats.listed([row.topic for row in ledger.unsigned], _.language)
        told.append(_("Hours of coming and leaving are missing in: {meetings}", meetings=names))
    return told
