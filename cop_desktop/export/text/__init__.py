"""Text before it is drawn: cleaned, put in order, broken into lines. No fonts, no drawing."""
