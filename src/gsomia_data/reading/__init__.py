"""The reading half: turns the published bytes into DataFrames. Imports pandas, never pydantic."""
