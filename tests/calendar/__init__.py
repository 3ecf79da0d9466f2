"""The year in Israel."""
