"""Readings of a task -> observations: of which year and place, target or result, of which canonical indicator."""
