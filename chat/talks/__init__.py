"""The talks: handlers of what is pressed, typed and sent, one module a talk."""
