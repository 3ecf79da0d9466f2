"""Agendas with tracks, days and a library; what meetings leave behind; rules of attendance."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"
branch_labels = depends_on = None

WORDS = sa.String(length=40)
# table: its new columns, each with what older rows get; None for nothing
COLUMNS = {
    "agenda_item": (
        ("depth", WORDS, None),
        ("roles", sa.String(), ""),
        ("purpose", sa.String(), ""),
        ("materials", sa.String(), ""),
        ("questions", sa.String(), ""),
        ("part", WORDS, "meeting"),
        ("day", sa.Integer(), "0"),
        ("pinned_at", sa.Time(), None),
        ("parent_id", sa.Uuid(), None),
        ("track", sa.Integer(), None),
        ("group_size", sa.Integer(), None),
        ("began_at", sa.DateTime(), None),
        ("ended_at", sa.DateTime(), None),
    ),
    "attendance": (
        ("arrived_at", sa.Time(), None),
        ("left_at", sa.Time(), None),
        ("remote", sa.Boolean(), "0"),
        ("minutes", sa.Integer(), None),
    ),
    "community": (("observances", sa.String(), "jewish"),),
    "decision": (("item_id", sa.Uuid(), None),),
    "meeting": (("began_at", sa.DateTime(), None), ("ended_at", sa.DateTime(), None)),
}
LINKS = (("agenda_item", "parent_id", "CASCADE"), ("decision", "item_id", "SET NULL"))


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        _add(table, columns)
    op.execute("UPDATE agenda_item SET roles = coalesce(role, '')")
    with op.batch_alter_table("agenda_item") as batch:
        batch.drop_column("role")
    for table, column, gone in LINKS:
        _link(table, column, gone)
    _create_tables()


def _add(table, columns):
    with op.batch_alter_table(table) as batch:
        for name, kind, before in columns:
            column = sa.Column(name, kind, nullable=before is None, server_default=before)
            batch.add_column(column)
    with op.batch_alter_table(table) as batch:
        for name, _kind, before in columns:
            if before is not None:  # only older rows needed it
                batch.alter_column(name, server_default=None)


def _link(table, column, gone):
    with op.batch_alter_table(table) as batch:
        batch.create_foreign_key(
            f"fk_{table}_{column}_agenda_item", "agenda_item", [column], ["id"], ondelete=gone
        )
        batch.create_index(f"ix_{table}_{column}", [column])


def _create_tables():
    op.create_table(
        "attendance_rule",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("minutes_an_hour", sa.Integer(), nullable=False),
        sa.Column("least_presence", sa.Integer(), nullable=False),
        sa.Column("least_face", sa.Integer(), nullable=False),
        sa.Column("signature", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_attendance_rule_community_id_community"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_rule")),
        sa.UniqueConstraint("community_id", name=op.f("uq_attendance_rule_community_id")),
    )
    op.create_table(
        "library_entry",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_library_entry_community_id_community"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_entry")),
    )
    op.create_index(
        op.f("ix_library_entry_community_id"), "library_entry", ["community_id"], unique=False
    )
    op.create_table(
        "calendar_entry",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_calendar_entry_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_entry")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_calendar_entry_meeting_id")),
    )
    op.create_table(
        "conclusion",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("acted", sa.String(length=40), nullable=False),
        sa.Column("acted_in_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["acted_in_id"],
            ["meeting.id"],
            name=op.f("fk_conclusion_acted_in_id_meeting"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_conclusion_community_id_community"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_conclusion_meeting_id_meeting"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conclusion")),
    )
    op.create_index(op.f("ix_conclusion_acted_in_id"), "conclusion", ["acted_in_id"], unique=False)
    op.create_index(
        op.f("ix_conclusion_community_id"), "conclusion", ["community_id"], unique=False
    )
    op.create_index(op.f("ix_conclusion_meeting_id"), "conclusion", ["meeting_id"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("took", sa.String(), nullable=False),
        sa.Column("missed", sa.String(), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_feedback_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_feedback_meeting_id_number")),
    )
    op.create_table(
        "meeting_day",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_meeting_day_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_day")),
        sa.UniqueConstraint("meeting_id", "day", name=op.f("uq_meeting_day_meeting_id_day")),
    )
    op.create_table(
        "action",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("guest", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_action_community_id_community"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_action_item_id_agenda_item"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_action_meeting_id_meeting"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["member.id"], name=op.f("fk_action_owner_id_member"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_community_id"), "action", ["community_id"], unique=False)
    op.create_index(op.f("ix_action_item_id"), "action", ["item_id"], unique=False)
    op.create_index(op.f("ix_action_meeting_id"), "action", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_action_owner_id"), "action", ["owner_id"], unique=False)
    op.create_table(
        "agenda_track",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_agenda_track_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_track")),
        sa.UniqueConstraint("item_id", "number", name=op.f("uq_agenda_track_item_id_number")),
    )
    op.create_table(
        "attachment",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_attachment_item_id_agenda_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_item_id"), "attachment", ["item_id"], unique=False)
    op.create_table(
        "feedback_rating",
        sa.Column("feedback_id", sa.Uuid(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name=op.f("ck_feedback_rating_one_to_five")),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name=op.f("fk_feedback_rating_feedback_id_feedback"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_rating")),
        sa.UniqueConstraint(
            "feedback_id", "statement", name=op.f("uq_feedback_rating_feedback_id_statement")
        ),
    )
    op.create_table(
        "meeting_note",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=True),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_item.id"],
            name=op.f("fk_meeting_note_item_id_agenda_item"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_meeting_note_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["said_by_id"],
            ["member.id"],
            name=op.f("fk_meeting_note_said_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_note")),
    )
    op.create_index(op.f("ix_meeting_note_item_id"), "meeting_note", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_meeting_note_meeting_id"), "meeting_note", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_meeting_note_said_by_id"), "meeting_note", ["said_by_id"], unique=False
    )


def downgrade() -> None:
    raise NotImplementedError("The backup taken before the upgrade is the way back.")
