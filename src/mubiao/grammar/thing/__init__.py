"""What a number measures: the noun in front, behind, or left out."""
