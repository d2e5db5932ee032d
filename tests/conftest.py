"""What every test shares: how Hypothesis works here."""

from hypothesis import settings

settings.register_profile("unhurried", settings.default, deadline=None)
settings.load_profile("unhurried")
"""A busy machine is no fault of what is tested: no example is failed for its time."""
