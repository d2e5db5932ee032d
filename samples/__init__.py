"""Two whole companies as sheets: to be sent to the bot, one after the other."""
