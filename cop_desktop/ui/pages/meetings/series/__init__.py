"""A year of meetings planned at once: nothing is in the file before the last press."""
