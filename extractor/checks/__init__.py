"""Records → findings, one function per rule."""
