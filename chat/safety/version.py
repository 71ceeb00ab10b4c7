"""Which rules and weights judged. Raise it whenever a verdict may come out differently: flags keep it, to be compared."""

CLASSIFIER_VERSION = "rules.12 learned.8"
