"""``manage.py proof``: what several instances promise, tried on real ones while one is killed and one is stopped."""
