"""How things are shown: one module a screen, cards out."""
