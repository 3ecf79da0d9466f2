"""Words and signs of products, shared by the list and the panel."""

from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import ProductKind, ProductStatus

KIND_ICONS = {
    ProductKind.POSITION_PAPER: "ph.megaphone",
    ProductKind.GUIDE: "ph.book-open",
    ProductKind.INFORMATION_SHEET: "ph.info",
    ProductKind.OFFICIAL_LETTER: "ph.envelope-simple",
    ProductKind.ARTICLE: "ph.article",
    ProductKind.NEWSLETTER: "ph.newspaper",
    ProductKind.MEETING_SUMMARY: "ph.note",
    ProductKind.KNOWLEDGE_BASE: "ph.books",
    ProductKind.CASE_STUDY: "ph.magnifying-glass",
    ProductKind.SHARED_VENTURE: "ph.handshake",
    ProductKind.CONFERENCE: "ph.users-three",
    ProductKind.TOOL: "ph.wrench",
}
# icon and tone of the chip in the list
STATUS_SIGNS = {
    ProductStatus.IDEA: ("ph.lightbulb", "empty"),
    ProductStatus.DRAFT: ("ph.pencil-simple", "quiet"),
    ProductStatus.REVIEW: ("ph.eye", "quiet"),
    ProductStatus.APPROVED: ("ph.check", "accent"),
    ProductStatus.PUBLISHED: ("ph.paper-plane-tilt", "accent"),
}
FIELDS = {
    "title": N_("Title"),
    "kind": N_("Kind"),
    "status": N_("Status"),
    "owner_id": N_("Responsible"),
    "summary": N_("In a sentence or two"),
    "audience": N_("For whom"),
    "where": N_("Where it can be found"),
    "published_on": N_("Published on"),
    "recipients": N_("How many received it"),
    "approved_by_id": N_("Approved by"),
    "approved_on": N_("Approved on"),
}
