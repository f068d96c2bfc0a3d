"""What is generated: schemas, descriptor, metadata, pages, the module of tables."""


class CannotBuildError(Exception):
    """Why nothing can be built, in one line with the way out."""
