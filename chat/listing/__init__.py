"""The list of a person's conversations: what stands in it, and what is done with one of them there."""
