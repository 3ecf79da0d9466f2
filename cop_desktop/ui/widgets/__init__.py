"""Small widgets and painted pictures; they know no database."""
