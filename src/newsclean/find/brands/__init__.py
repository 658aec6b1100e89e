"""Names of casinos, lotteries and film sites pasted into sentences."""
