"""Two laptops, one community: what both sides wrote survives."""
