"""Spreadsheets: templates out, filled ones in, read within limits."""
