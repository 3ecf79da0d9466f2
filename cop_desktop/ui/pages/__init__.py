"""One page per feature; pages do not know each other."""
