"""Measurements anybody can run: `make bench`."""
