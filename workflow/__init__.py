"""The trade: seasons, items, dates, checks. Pure: no clock, no I/O, no words for people."""
