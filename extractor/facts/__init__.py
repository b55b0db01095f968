"""Text → facts, one module per kind; ``kinds.KINDS`` is the one table of them."""
