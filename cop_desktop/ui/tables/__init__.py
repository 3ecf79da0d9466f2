"""Lists that stay fluid with 100,000 rows."""
