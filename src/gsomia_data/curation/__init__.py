"""The curation half: decides whether the bytes may be published. Imports pydantic, never pandas."""
