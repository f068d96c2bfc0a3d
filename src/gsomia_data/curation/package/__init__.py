"""The package on disk, and what follows from its contents."""
