"""Lines between messages: that the companion, the model or the rules are not those of the last message any more."""
