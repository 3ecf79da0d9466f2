"""What one can do: verbs over a session; they return frozen rows."""
