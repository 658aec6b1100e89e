"""How much of the input is held at once."""

BLOCK = 1 << 18  # bytes of a chunk: some 60 articles, 20 to 60 ms of work
PAGES = 64  # files of a chunk at most
LONGEST = 1 << 28  # bytes of a record at most: what is longer is rejected, so that memory stays bounded
