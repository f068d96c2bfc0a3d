"""What curation and reading share. Uses the standard library only."""
