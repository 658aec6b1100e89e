"""What was removed and why, for people to read."""
