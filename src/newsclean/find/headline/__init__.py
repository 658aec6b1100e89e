"""The headline cut into pieces and pasted into the text."""
