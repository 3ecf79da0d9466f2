"""Checks of the project itself: its words and its licences."""
