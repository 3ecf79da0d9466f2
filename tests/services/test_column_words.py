"""Every table and column that a person may be asked about has a word."""

import pytest

from cop_desktop.models import Base
from cop_desktop.services.column_words import KINDS, NAMED_BY, column_word
from cop_desktop.services.merging.rows import tables


@pytest.mark.parametrize("table", tables())
def test_a_merged_table_its_rows_and_its_columns_can_be_told(table: str) -> None:
    assert all(KINDS[table])
    columns = Base.metadata.tables[table].columns
    assert set(NAMED_BY[table]) <= set(columns.keys())
    assert all(column_word(table, column.name) for column in columns if column.name != "id")


def test_no_word_is_kept_for_a_table_that_is_not_there() -> None:
    assert KINDS.keys() == NAMED_BY.keys() == tables().keys()
