"""The method at work: charter, needs, topics, routines, reviews, compass, signs, stakeholders."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"
branch_labels = depends_on = None

KEY, TEXT, WORD = sa.Uuid(), sa.String(), sa.String(length=40)
NUMBER, FLAG, DAY, CLOCK = sa.Integer(), sa.Boolean(), sa.Date(), sa.Time()
# table: its new columns, each with what older rows get; None for nothing
COLUMNS = {
    "action": (("topic_id", KEY, None),),
    "agenda_item": (("topic_id", KEY, None),),
    "decision": (("topic_id", KEY, None),),
    "meeting": (("moved", NUMBER, "0"),),
    "product": (
        ("summary", TEXT, ""),
        ("moved_on", DAY, None),
        ("approved_by_id", KEY, None),
        ("approved_on", DAY, None),
        ("cleared_outside", FLAG, "0"),
    ),
    "role_holding": (
        ("way", WORD, "hold"),
        ("planned_until", DAY, None),
        ("handover", TEXT, ""),
    ),
}
LINKS = (
    ("action", "topic_id", "topic"),
    ("agenda_item", "topic_id", "topic"),
    ("decision", "topic_id", "topic"),
    ("product", "approved_by_id", "member"),
)
# table: column, kind, whether it may be empty; and of a link: to which table, what happens when
# that row goes, whether there is an index
TABLES = {
    "dimension_stage": (
        ("community_id", KEY, False, "community", "CASCADE", False),
        ("dimension", WORD, False),
        ("stage", WORD, False),
        ("since", DAY, False),
        ("note", TEXT, False),
    ),
    "maturity_reading": (
        ("community_id", KEY, False, "community", "CASCADE", False),
        ("read_on", DAY, False),
        ("content", NUMBER, True),
        ("depth", NUMBER, True),
        ("inside_outside", NUMBER, True),
        ("ownership", NUMBER, True),
        ("note", TEXT, False),
    ),
    "method_mark": (
        ("community_id", KEY, False, "community", "CASCADE", False),
        ("list", WORD, False),
        ("key", TEXT, False),
        ("done_on", DAY, False),
    ),
    "needs_pause": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("planned_on", DAY, False),
        ("closed_on", DAY, True),
        ("learnt", TEXT, False),
    ),
    "rule_breach": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("noted_on", DAY, False),
        ("text", TEXT, False),
        ("norm", WORD, True),
        ("agreed", TEXT, False),
        ("settled_on", DAY, True),
    ),
    "self_check": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("checked_on", DAY, False),
        ("who", TEXT, False),
        ("note", TEXT, False),
    ),
    "sign_snooze": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("sign", TEXT, False),
        ("since", DAY, False),
        ("until", DAY, False),
        ("reason", TEXT, False),
        ("woken_on", DAY, True),
    ),
    "threshold": (
        ("community_id", KEY, False, "community", "CASCADE", False),
        ("rule", TEXT, False),
        ("name", TEXT, False),
        ("value", NUMBER, False),
    ),
    "turning": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("kind", WORD, False),
        ("decided_on", DAY, True),
        ("decided_by", TEXT, False),
        ("reason", TEXT, False),
        ("becomes", TEXT, False),
        ("begun_on", DAY, False),
        ("ended_on", DAY, True),
    ),
    "charter": (
        ("community_id", KEY, False, "community", "CASCADE", False),
        ("number", NUMBER, False),
        ("adopted_on", DAY, True),
        ("review_on", DAY, True),
        ("change_note", TEXT, False),
        ("domain_in", TEXT, False),
        ("domain_out", TEXT, False),
        ("for_whom", TEXT, False),
        ("goals_short", TEXT, False),
        ("goals_long", TEXT, False),
        ("promises", TEXT, False),
        ("values", TEXT, False),
        ("norms", TEXT, False),
        ("confidentiality", TEXT, False),
        ("quiet_hours", TEXT, False),
        ("quiet_from", CLOCK, True),
        ("quiet_until", CLOCK, True),
        ("publishing", TEXT, False),
        ("approver_id", KEY, True, "member", "SET NULL", True),
        ("setting", TEXT, False),
        ("platforms", TEXT, False),
        ("products", TEXT, False),
        ("term", TEXT, False),
    ),
    "need": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("text", TEXT, False),
        ("noted_on", DAY, False),
        ("side", WORD, False),
        ("source", WORD, False),
        ("weight", NUMBER, False),
        ("state", WORD, False),
        ("closed_on", DAY, True),
        ("member_id", KEY, True, "member", "SET NULL", True),
        ("organisation_id", KEY, True, "organisation", "SET NULL", True),
        ("meeting_id", KEY, True, "meeting", "SET NULL", True),
    ),
    "routine": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("name", TEXT, False),
        ("rhythm", WORD, False),
        ("since", DAY, False),
        ("until", DAY, True),
        ("channel", WORD, True),
        ("what", TEXT, False),
        ("owner_id", KEY, True, "member", "SET NULL", True),
        ("ready", TEXT, False),
    ),
    "self_check_answer": (
        ("check_id", KEY, False, "self_check", "CASCADE", False),
        ("statement", TEXT, False),
        ("rating", NUMBER, False),
    ),
    "stakeholder": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("name", TEXT, False),
        ("title", TEXT, False),
        ("organisation_id", KEY, True, "organisation", "SET NULL", True),
        ("broker_id", KEY, True, "member", "SET NULL", True),
        ("aim", TEXT, False),
        ("next_step", TEXT, False),
        ("met_on", DAY, True),
        ("notes", TEXT, False),
    ),
    "topic": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("title", TEXT, False),
        ("opened_on", DAY, False),
        ("note", TEXT, False),
        ("owner_id", KEY, True, "member", "SET NULL", True),
        ("weight", NUMBER, False),
        ("state", WORD, False),
        ("closed_on", DAY, True),
        ("answer", TEXT, False),
    ),
    "charter_approval": (
        ("charter_id", KEY, False, "charter", "CASCADE", False),
        ("member_id", KEY, False, "member", "CASCADE", True),
        ("approved_on", DAY, False),
    ),
    "need_reading": (
        ("pause_id", KEY, False, "needs_pause", "CASCADE", False),
        ("need_id", KEY, False, "need", "CASCADE", True),
        ("weight", NUMBER, False),
    ),
    "product_review": (
        ("product_id", KEY, False, "product", "CASCADE", False),
        ("member_id", KEY, False, "member", "CASCADE", True),
        ("asked_on", DAY, False),
        ("answer", WORD, True),
        ("answered_on", DAY, True),
        ("note", TEXT, False),
    ),
    "product_topic": (
        ("product_id", KEY, False, "product", "CASCADE", False),
        ("topic_id", KEY, False, "topic", "CASCADE", True),
    ),
    "routine_done": (
        ("routine_id", KEY, False, "routine", "CASCADE", False),
        ("done_on", DAY, False),
        ("note", TEXT, False),
    ),
    "topic_need": (
        ("topic_id", KEY, False, "topic", "CASCADE", False),
        ("need_id", KEY, False, "need", "CASCADE", True),
    ),
    "value_story": (
        ("community_id", KEY, False, "community", "CASCADE", True),
        ("title", TEXT, False),
        ("noted_on", DAY, False),
        ("teller_id", KEY, True, "member", "SET NULL", True),
        ("happened", TEXT, False),
        ("got", TEXT, False),
        ("did", TEXT, False),
        ("changed", TEXT, False),
        ("may_leave", FLAG, False),
        ("topic_id", KEY, True, "topic", "SET NULL", True),
        ("product_id", KEY, True, "product", "SET NULL", True),
    ),
}
UNIQUE = {
    "dimension_stage": ("community_id", "dimension", "since"),
    "maturity_reading": ("community_id", "read_on"),
    "method_mark": ("community_id", "list", "key"),
    "threshold": ("community_id", "rule", "name"),
    "charter": ("community_id", "number"),
    "self_check_answer": ("check_id", "statement"),
    "charter_approval": ("charter_id", "member_id"),
    "need_reading": ("pause_id", "need_id"),
    "product_review": ("product_id", "member_id"),
    "product_topic": ("product_id", "topic_id"),
    "routine_done": ("routine_id", "done_on"),
    "topic_need": ("topic_id", "need_id"),
}
CHECKS = {
    "need": ("weight BETWEEN 1 AND 3", "ck_need_one_to_three"),
    "self_check_answer": ("rating BETWEEN 1 AND 5", "ck_self_check_answer_one_to_five"),
    "topic": ("weight BETWEEN 1 AND 3", "ck_topic_one_to_three"),
    "need_reading": ("weight BETWEEN 0 AND 3", "ck_need_reading_none_to_three"),
}


def upgrade() -> None:
    for table, columns in TABLES.items():
        _create(table, columns)
    for table, columns in COLUMNS.items():
        _add(table, columns)
    for table, column, other in LINKS:
        _link(table, column, other)
    # what was published before products were cleared one by one has left already
    op.execute("UPDATE product SET cleared_outside = true WHERE status = 'published'")
    op.execute("UPDATE product SET moved_on = published_on")


def _create(table, columns):
    parts = [sa.Column(name, kind, nullable=empty) for name, kind, empty, *_ in columns]
    parts.append(sa.Column("id", KEY, nullable=False))
    parts.append(sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))
    for name, _, _, *link in columns:
        if link:
            key = op.f(f"fk_{table}_{name}_{link[0]}")
            target = [f"{link[0]}.id"]
            parts.append(sa.ForeignKeyConstraint([name], target, name=key, ondelete=link[1]))
    if names := UNIQUE.get(table):
        parts.append(sa.UniqueConstraint(*names, name=op.f(f"uq_{table}_{'_'.join(names)}")))
    if rule := CHECKS.get(table):
        parts.append(sa.CheckConstraint(rule[0], name=op.f(rule[1])))
    op.create_table(table, *parts)
    for name, _, _, *link in columns:
        if link and link[2]:
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)


def _add(table, columns):
    with op.batch_alter_table(table) as batch:
        for name, kind, before in columns:
            column = sa.Column(name, kind, nullable=before is None, server_default=before)
            batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        for name, _kind, before in columns:
            if before is not None:  # only older rows needed it
                batch.alter_column(name, server_default=None)


def _link(table, column, other):
    with op.batch_alter_table(table) as batch:
        batch.create_foreign_key(
            f"fk_{table}_{column}_{other}", other, [column], ["id"], ondelete="SET NULL"
        )
        batch.create_index(f"ix_{table}_{column}", [column])


def downgrade() -> None:
    raise NotImplementedError("The backup taken before the upgrade is the way back.")
