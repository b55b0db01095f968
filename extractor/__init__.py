"""Spoglio: the pipeline from files of official acts to a searchable store."""
