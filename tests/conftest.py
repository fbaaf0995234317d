"""What holds for all tests: the same inputs every time, so that a change is judged and not luck."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)  # how long an example takes says nothing here
settings.register_profile("search", max_examples=2000, deadline=None)  # HYPOTHESIS_PROFILE=search looks for what nobody has seen yet
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
