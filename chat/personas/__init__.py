"""Companions: who one can talk with, who made them, and what the model is told of them."""
