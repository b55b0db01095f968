"""Document → acts, their parts and their sheets."""
