"""The work plan as a table to filter and to pass on."""

from collections.abc import Sequence

from cop_desktop.content import content
from cop_desktop.export.sheets import Kept, Sheet, SheetColumn
from cop_desktop.formats import work_year_name
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import product_gates
from cop_desktop.services.plan import GoalRow, ItemRow, Plan
from cop_desktop.services.products import ProductRow


def work_plan_sheet(plan: Plan, products: Sequence[ProductRow], _: Catalog) -> Sheet:
    """One row an activity, its goal repeated, so that sorting and filtering lose nothing.

    `products` are the community's: outside, what is not cleared goes by its kind.
    """
    outside, ministry = Share.ORGANISATIONS, Share.MINISTRY
    return Sheet(
        _("Work plan {year}", year=work_year_name(plan.work_year, _.language)),
        _.rtl,
        (
            SheetColumn(_("Goal"), outside, 28),
            SheetColumn(_("Activity"), outside, 32),
            SheetColumn(_("Responsible"), Share.COMMUNITY),
            SheetColumn(_("Begins"), ministry, 12),
            SheetColumn(_("Ends"), ministry, 12),
            SheetColumn(_("Audience"), outside, 22),
            SheetColumn(_("Product"), outside, 22),
            SheetColumn(_("Indicator"), outside, 26),
            SheetColumn(_("Status"), ministry, 14),
            SheetColumn(_("Milestone"), outside, 14),
            SheetColumn(_("Milestone on"), ministry, 12),
        ),
        tuple(_row(goal, item, products, _) for goal in plan.goals for item in goal.items),
    )


def _row(
    goal: GoalRow, item: ItemRow, products: Sequence[ProductRow], _: Catalog
) -> tuple[object, ...]:
    def told(words: str) -> object:
        """The community reads what the leader wrote, others a kind where a product is kept."""
        outside = product_gates.told_outside(words, products, content(_.language).word)
        return words if outside == words else Kept(words, Share.COMMUNITY, outside)

    return (
        told(goal.title), told(item.title), item.owner, item.starts, item.ends, item.audience,
        told(item.product), told(item.indicator), content(_.language).word(item.state),
        told(item.milestone), item.milestone_on,
    )  # fmt: skip
