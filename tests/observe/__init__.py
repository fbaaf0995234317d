"""Of which year, place and indicator a row is."""
