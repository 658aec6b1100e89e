"""The audit page: what was removed from a corpus and why, to see, to judge and to take back."""
