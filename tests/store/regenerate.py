"""Write the first migration and the released sample anew from the models.

Only while no file of this form has reached a user: from then on both are history, and a change
of the models gets a migration (and a sample) of its own.

    python -m tests.store.regenerate
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from sqlalchemy import Enum, create_engine

from cop_desktop.models import Base
from cop_desktop.store import create_file
from cop_desktop.store.upgrade import SCRIPTS
from tests.sample import small_community

FIRST = SCRIPTS / "versions" / "0001_first.py"
SAMPLE = Path(__file__).parents[1] / "data" / "files" / "0001.cop"
HEAD = '''"""The first file format."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None
branch_labels = depends_on = None


def upgrade() -> None:
'''
FOOT = """

def downgrade() -> None:
    raise NotImplementedError("The backup taken before the upgrade is the way back.")
"""


def first_migration() -> str:
    """The source of 0001 for the models as they are."""
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection)
        upgrade = produce_migrations(context, Base.metadata).upgrade_ops
        assert upgrade is not None
        body = render_python_code(upgrade, migration_context=context, render_item=_plainly)
    body = re.sub(r"\n? *# ###.*", "", body)
    return HEAD + "    " + body.strip() + "\n" + FOOT


def _plainly(_kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    # words of the method are text in the file: a migration does not know their list
    return f"sa.String(length={item.length})" if isinstance(item, Enum) else False


def main() -> None:
    FIRST.write_text(first_migration(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", str(FIRST)], check=True)
    SAMPLE.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COP_DATA_DIR"] = folder
        with create_file(SAMPLE) as store:
            small_community(store)


if __name__ == "__main__":
    main()
