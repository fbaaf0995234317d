"""Bytes -> Document: decode, fold with a map back, and say whose document of which year it is."""
