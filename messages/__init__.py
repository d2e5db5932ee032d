"""All that depends on the reader's language, in both directions."""
