"""Reports: pure functions from rows to documents."""
