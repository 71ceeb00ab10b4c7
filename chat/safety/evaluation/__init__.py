"""How good the classifier is on texts of one's own: what ``manage.py evaluate_safety`` counts."""
