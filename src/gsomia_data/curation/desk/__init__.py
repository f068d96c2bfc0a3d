"""What a curator does: format tables, quote, find gaps, compare codings and versions."""
