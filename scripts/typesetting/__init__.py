"""Typesets the texts of the corpus as the PDFs that they were, or could have been."""
