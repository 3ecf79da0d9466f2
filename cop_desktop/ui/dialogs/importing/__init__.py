"""The parts of the import: what was read, its rows, its doubtful people, its repairs."""
