"""What may leave for a ministry: the tables of a package, and what is held back of them."""
