"""What was said earlier in a conversation, in short: kept by the workers, put before the model with the newest messages."""
