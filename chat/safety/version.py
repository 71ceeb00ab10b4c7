"""Which rules and weights judged. Raise it whenever a verdict may come out differently: flags keep it, so that they can be compared."""

CLASSIFIER_VERSION = "rules.2 learned.1"
