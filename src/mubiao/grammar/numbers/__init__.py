"""Numbers with their values, units and bounds, and those that are no quantity."""
