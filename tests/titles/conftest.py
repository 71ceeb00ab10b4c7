from tests.listing.conftest import told
from tests.summaries.conftest import conversation, model, talk

__all__ = ["conversation", "model", "talk", "told"]
