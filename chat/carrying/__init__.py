"""Taking conversations along as files, and bringing some in: from here or from elsewhere."""
