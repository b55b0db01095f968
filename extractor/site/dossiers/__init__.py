"""Dossiers: all that the store's acts say of a project, a body, a person in office, an act."""
