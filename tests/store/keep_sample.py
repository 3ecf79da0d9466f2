"""Keep a small file of the present form among those that must open for ever.

Once for every released form, before a migration makes the next one:

    python -m tests.store.keep_sample
"""

import os
import tempfile
from pathlib import Path

from cop_desktop.store import create_file
from cop_desktop.store.schema import REVISIONS
from tests.every_table import community_of_every_table

SAMPLE = Path(__file__).parents[1] / "data" / "files" / f"{REVISIONS[-1]}.cop"


def main() -> None:
    """Write the sample anew."""
    SAMPLE.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COP_DATA_DIR"] = folder
        with create_file(SAMPLE) as store:
            community_of_every_table(store)


if __name__ == "__main__":
    main()
