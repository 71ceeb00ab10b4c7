from tests.listing.conftest import person, persona

__all__ = ["person", "persona"]
