"""How much one person, or one address, may ask of every instance together (``docs/limits.md``)."""
