"""Measurements: scripts that print a table of ours, peers and floors. Ratios count, not clocks."""
