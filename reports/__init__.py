"""Papers and pictures: what is known of a season goes in, the bytes of a file come out."""
