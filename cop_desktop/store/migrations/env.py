"""Alembic's side of `upgrade`: it is handed an open connection and never opens one."""

from alembic import context

from cop_desktop.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
