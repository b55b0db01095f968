"""Parquet parts: what a store has of each document, in files that many machines write at once."""
