"""Everything that speaks to a model. Nothing outside imports openai."""
