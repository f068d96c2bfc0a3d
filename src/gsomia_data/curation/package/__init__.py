"""What lies on disk, and what follows from it."""
