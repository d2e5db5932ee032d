"""A stand-in for the Telegram Bot API on loopback, and a page on which people talk to the bot."""
