"""Facts → records: completed and joined within the act, placed on their pages."""
