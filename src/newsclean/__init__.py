"""newsclean: clean scraped Chinese news, with every removal on record."""
