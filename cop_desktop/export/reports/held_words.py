"""What the columns about a member are called, for the notice and for what is held."""

from collections.abc import Mapping

from cop_desktop.content import content
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Share

TABLES: Mapping[str, str] = {
    "member": N_("Details of the member"),
    "attendance": N_("Attendance"),
    "function_holding": N_("Formal function"),
    "role_holding": N_("Roles"),
    "sharing_consent": N_("Consent to share the name"),
    "charter_approval": N_("Agreed to the charter"),
    "charter": N_("Approved a charter"),
    "agenda_item": N_("Led in a meeting"),
    "decision": N_("Decisions to carry out"),
    "action": N_("Tasks"),
    "meeting_note": N_("Said in a meeting"),
    "need": N_("Needs told"),
    "topic": N_("Topics looked after"),
    "plan_item": N_("Activities of the work plan"),
    "product": N_("Products"),
    "product_review": N_("Read for others"),
    "routine": N_("Routines"),
    "stakeholder": N_("People outside to keep in touch with"),
    "value_story": N_("Stories of value told"),
}
COLUMNS: Mapping[str, str] = {  # by `table.column`, else by the column's name
    "given_name": N_("First name"), "family_name": N_("Family name"),
    "address": N_("Form of address"), "organisation_id": N_("Organisation"),
    "job_title": N_("Job"), "grade": N_("Grade"), "in_post_since": N_("In post since"),
    "mobile": N_("Mobile"), "phone": N_("Telephone"), "email": N_("E-mail"),
    "expertise": N_("Expertise"), "manager_name": N_("Line manager"),
    "consent": N_("Manager's consent"), "consent_on": N_("Date of consent"),
    "joined": N_("Joined"), "left": N_("Left"), "mentor_id": N_("Mentor"),
    "persona": N_("Circle"), "needs": N_("From the needs interview"),
    "member.notes": N_("Private notes"), "stakeholder.notes": N_("Private notes"),
    "agenda_item.notes": N_("Notes for the facilitator"),
    "meeting_id": N_("Meeting"), "goal_id": N_("Goal"),
    "product_id": N_("Product"), "topic_id": N_("Topic"), "item_id": N_("Agenda"),
    "charter_id": N_("Charter"), "member_id": N_("Member"), "owner_id": N_("Responsible"),
    "approver_id": N_("Approved by"), "approved_by_id": N_("Approved by"),
    "leader_id": N_("Led by"), "said_by_id": N_("Said by"), "teller_id": N_("Told by"),
    "broker_id": N_("Broker"), "guest": N_("Guest"), "reply": N_("Reply"),
    "presence": N_("Presence"), "arrived_at": N_("Arrived"), "left_at": N_("Left"),
    "remote": N_("Remotely"), "minutes": N_("Minutes"), "function": N_("Formal function"),
    "since": N_("Since"), "until": N_("Until"), "role": N_("Role"), "roles": N_("Roles"),
    "way": N_("How it was filled"), "planned_until": N_("Planned until"),
    "handover": N_("Handed over to the next"), "note": N_("Note"), "text": N_("Text"),
    "title": N_("Title"), "name": N_("Name"), "kind": N_("Kind"), "state": N_("State"),
    "status": N_("Status"), "level": N_("For whom"), "given_on": N_("Given on"),
    "withdrawn_on": N_("Withdrawn on"), "approved_on": N_("Approved on"),
    "noted_on": N_("Noted on"), "noted_at": N_("Noted on"), "side": N_("Side"),
    "source": N_("Source"), "weight": N_("Weight"), "closed_on": N_("Closed on"),
    "opened_on": N_("Opened on"), "answer": N_("Answer"), "answered_on": N_("Answered on"),
    "asked_on": N_("Asked on"), "due": N_("By when"), "done_on": N_("Done on"),
    "starts": N_("Starts"), "ends": N_("Ends"), "audience": N_("Audience"),
    "product": N_("Product"), "indicator": N_("Indicator"), "milestone": N_("Milestone"),
    "milestone_on": N_("Milestone"), "published_on": N_("Published on"),
    "where": N_("Where it is"), "recipients": N_("Recipients"), "summary": N_("Summary"),
    "moved_on": N_("Status since"), "cleared_outside": N_("Cleared for outside"),
    "rhythm": N_("Rhythm"), "channel": N_("Channel"), "what": N_("What"),
    "aim": N_("Aim"), "next_step": N_("Next step"),
    "met_on": N_("Last met"), "activity": N_("Kind of learning"), "depth": N_("Depth"),
    "purpose": N_("Purpose"), "method": N_("Method"), "materials": N_("Materials"),
    "questions": N_("Questions"), "outcome": N_("Outcome"), "part": N_("Part of the meeting"),
    "group_size": N_("Size of groups"), "began_at": N_("Began"), "ended_at": N_("Ended"),
    "happened": N_("What happened"), "got": N_("What one got"), "did": N_("What one did"),
    "changed": N_("What changed"), "may_leave": N_("May be told outside"),
    "confidential": N_("Confidential"), "charter.number": N_("Version"),
    "adopted_on": N_("Adopted on"),
}  # fmt: skip
# Keys, places in an order, and spellings for sorting: in the file for programs only. So is the
# rest of a charter, which is about everybody and has a paper of its own.
UNTOLD = frozenset({
    "id", "community_id", "person", "sort_key", "search_key", "position", "pinned_at", "parent_id",
    "track", "day", "ready",
})  # fmt: skip
UNTOLD_TABLES = frozenset({"charter"})
TOLD_OF_CHARTER = frozenset({"charter.number", "charter.adopted_on", "charter.approver_id"})


def told(name: str) -> bool:
    """Whether `table.column` stands on paper."""
    table, _, column = name.partition(".")
    if table in UNTOLD_TABLES:
        return name in TOLD_OF_CHARTER
    return column not in UNTOLD


def reader(share: Share, _: Catalog) -> str:
    """Who may see it, as a member reads it: the leader alone, instead of "only me"."""
    return _("Only the leader") if share == Share.ME else content(_.language).word(share)


def label(name: str, _: Catalog) -> str:
    """The words for `table.column`."""
    return _(COLUMNS.get(name) or COLUMNS[name.partition(".")[2]])
