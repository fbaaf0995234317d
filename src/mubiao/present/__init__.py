"""How values, verdicts and reasons are said to people, in Chinese and English."""
