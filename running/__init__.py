"""The rooms put together: to serve, or to run an operator's errand. Only bot.py comes here."""
