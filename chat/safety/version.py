"""Which rules and weights judged. Raise it whenever a verdict may come out differently: flags keep it, to be compared."""

CLASSIFIER_VERSION = "rules.12 learned.8"
# What is answered, asked first or refused, as docs/safety.md tells people. Raise it with that table: a line in each conversation
# says that it changed.
POLICY_VERSION = 1
