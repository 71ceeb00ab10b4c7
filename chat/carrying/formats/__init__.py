"""The formats of files that hold conversations, one module each: how to know one, and how to read a conversation of it."""
