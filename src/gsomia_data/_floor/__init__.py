"""The floor on which both halves stand; standard library alone."""
