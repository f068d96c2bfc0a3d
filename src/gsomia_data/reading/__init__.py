"""Reading the published files as DataFrames. Imports pandas, never pydantic."""
