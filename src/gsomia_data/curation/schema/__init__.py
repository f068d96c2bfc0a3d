"""What a table is: vocabularies, columns, models. The one hand-written schema."""
