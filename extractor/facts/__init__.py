"""Text → facts, one module per kind."""
