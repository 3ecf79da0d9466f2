"""What comes in: spreadsheets and pasted tables; parsing is pure, problems are data."""
