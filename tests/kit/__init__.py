"""What the tests share: packages, faults, exports."""
