"""What leaves and comes in: the log of exports, consents, erased rows, packages side by side."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0004", "0003"
branch_labels = depends_on = None

KEY, TEXT, WORD, BYTES = sa.Uuid(), sa.String(), sa.String(length=40), sa.LargeBinary()
COMPARED = TEXT.with_variant(sa.String(collation="C"), "postgresql")  # never sorted for a reader
NUMBER, FLAG, DAY, MOMENT = sa.Integer(), sa.Boolean(), sa.Date(), sa.DateTime()
# table: its columns, each with its kind and whether it may be empty
TABLES = {
    "collated_attendance": (
        ("meeting_id", COMPARED, False),
        ("member_id", COMPARED, False),
        ("presence", COMPARED, True),
        ("community_id", COMPARED, False),
    ),
    "collated_card": (
        ("community_id", TEXT, False),
        ("name", TEXT, False),
        ("programme", TEXT, False),
        ("tags", TEXT, False),
        ("note", TEXT, False),
        ("expected", FLAG, False),
        ("keys", TEXT, False),
        ("id", KEY, False),
    ),
    "collated_community": (
        ("id", COMPARED, False),
        ("name", COMPARED, False),
        ("domain", COMPARED, True),
        ("sentence", COMPARED, True),
        ("region", COMPARED, True),
        ("founded", DAY, True),
        ("work_year", NUMBER, False),
        ("members", NUMBER, True),
        ("roles_filled", NUMBER, True),
        ("leader_share", NUMBER, True),
        ("attendance", NUMBER, True),
    ),
    "collated_headcount": (
        ("community_id", COMPARED, False),
        ("organisation_kind", COMPARED, False),
        ("district", COMPARED, False),
        ("members", NUMBER, True),
    ),
    "collated_meeting": (
        ("id", COMPARED, False),
        ("community_id", COMPARED, False),
        ("day", DAY, False),
        ("minutes", NUMBER, True),
        ("kind", COMPARED, False),
        ("state", COMPARED, False),
        ("moved", NUMBER, True),
        ("expected", NUMBER, True),
        ("came", NUMBER, True),
        ("topic", COMPARED, True),
    ),
    "collated_member": (
        ("id", COMPARED, False),
        ("community_id", COMPARED, False),
        ("organisation_kind", COMPARED, True),
        ("district", COMPARED, True),
        ("joined", DAY, True),
        ("left", DAY, True),
    ),
    "collated_product": (
        ("id", COMPARED, False),
        ("community_id", COMPARED, False),
        ("kind", COMPARED, False),
        ("status", COMPARED, False),
        ("published_on", DAY, True),
        ("recipients", NUMBER, True),
        ("title", COMPARED, True),
        ("where", COMPARED, True),
    ),
    "collated_role": (
        ("community_id", COMPARED, False),
        ("role", COMPARED, False),
        ("filled", FLAG, False),
    ),
    "collated_sign": (
        ("community_id", COMPARED, False),
        ("sign", COMPARED, False),
        ("seen_on", DAY, True),
    ),
    "collated_stage": (
        ("id", COMPARED, False),
        ("community_id", COMPARED, False),
        ("stage", COMPARED, False),
        ("since", DAY, False),
        ("skipped", FLAG, True),
    ),
    "collated_survey": (
        ("community_id", COMPARED, False),
        ("work_year", NUMBER, False),
        ("statement", COMPARED, False),
        ("answers", NUMBER, True),
        ("agree", NUMBER, True),
    ),
    "erased_row": (
        ("table", TEXT, False),
        ("row", KEY, False),
        ("erased_on", DAY, False),
        ("id", KEY, False),
    ),
    "merge_memory": (
        ("met_at", MOMENT, False),
        ("body", BYTES, False),
        ("id", KEY, False),
    ),
    "received_package": (
        ("digest", COMPARED, False),
        ("community_id", COMPARED, False),
        ("name", TEXT, False),
        ("key", TEXT, False),
        ("number", NUMBER, False),
        ("previous", TEXT, False),
        ("level", WORD, False),
        ("as_of", DAY, False),
        ("file", TEXT, False),
        ("received_at", MOMENT, False),
        ("state", WORD, False),
        ("shown", FLAG, False),
        ("rows", NUMBER, False),
        ("problems", TEXT, False),
        ("changes", TEXT, False),
        ("skipped", NUMBER, False),
    ),
    "export_event": (
        ("community_id", KEY, False),
        ("number", NUMBER, False),
        ("at", MOMENT, False),
        ("step", WORD, False),
        ("level", WORD, False),
        ("package", TEXT, False),
        ("told", TEXT, False),
        ("previous", TEXT, False),
        ("digest", TEXT, False),
        ("id", KEY, False),
    ),
    "sharing_consent": (
        ("member_id", KEY, False),
        ("level", WORD, False),
        ("given_on", DAY, False),
        ("withdrawn_on", DAY, True),
        ("id", KEY, False),
    ),
}
KEYS = {
    "collated_attendance": ("community_id", "meeting_id", "member_id"),
    "collated_card": ("id",),
    "collated_community": ("id",),
    "collated_headcount": ("community_id", "organisation_kind", "district"),
    "collated_meeting": ("community_id", "id"),
    "collated_member": ("community_id", "id"),
    "collated_product": ("community_id", "id"),
    "collated_role": ("community_id", "role"),
    "collated_sign": ("community_id", "sign"),
    "collated_stage": ("community_id", "id"),
    "collated_survey": ("community_id", "work_year", "statement"),
    "erased_row": ("id",),
    "merge_memory": ("id",),
    "received_package": ("digest",),
    "export_event": ("id",),
    "sharing_consent": ("id",),
}
LINKS = {  # table: column, the table it points to; a row goes with what it points to
    "export_event": ("community_id", "community"),
    "sharing_consent": ("member_id", "member"),
}
UNIQUE = {
    "collated_card": ("community_id",),
    "erased_row": ("table", "row"),
    "export_event": ("community_id", "number"),
    "sharing_consent": ("member_id", "level"),
}


def upgrade() -> None:
    for table, columns in TABLES.items():
        _create(table, columns)
    received = "received_package"
    op.create_index(op.f(f"ix_{received}_community_id"), received, ["community_id"], unique=False)


def _create(table, columns):
    parts = [sa.Column(name, kind, nullable=empty) for name, kind, empty in columns]
    parts.append(sa.PrimaryKeyConstraint(*KEYS[table], name=op.f(f"pk_{table}")))
    if table in LINKS:
        column, other = LINKS[table]
        key = op.f(f"fk_{table}_{column}_{other}")
        parts.append(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=key, ondelete="CASCADE")
        )
    if names := UNIQUE.get(table):
        parts.append(sa.UniqueConstraint(*names, name=op.f(f"uq_{table}_{'_'.join(names)}")))
    side_by_side = table.startswith("collated_") and table != "collated_card"
    op.create_table(table, *parts, sqlite_with_rowid=not side_by_side)


def downgrade() -> None:
    raise NotImplementedError("The backup taken before the upgrade is the way back.")
