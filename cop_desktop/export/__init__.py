"""What is said on paper and in files."""
