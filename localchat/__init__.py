"""A stand-in for the Bot API with a chat page, for trying and testing without Telegram."""
