"""Static files with their hashes in their names, also where one module of JavaScript imports another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFilesStorage(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
