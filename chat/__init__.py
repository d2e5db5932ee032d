"""The conversation: plain data in, plain data out; knows no messenger."""
