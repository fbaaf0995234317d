"""Which kind of figure it is, how bounded, part of what."""
