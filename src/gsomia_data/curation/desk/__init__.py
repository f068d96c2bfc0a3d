"""What a curator does: format, quote, find gaps, compare."""
