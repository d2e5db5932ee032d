"""What a Chinese office has on every desk: a sheet of A4, and two typefaces by their own names."""

HEAVY = "SimHei"
"""黑体, for headings; every office suite knows it by this name."""
LIGHT = "SimSun"
"""宋体, for all that is read."""
LATIN = "Times New Roman"
SHORT_SIDE, LONG_SIDE = 210, 297
"""Of a sheet of A4, in millimetres."""
