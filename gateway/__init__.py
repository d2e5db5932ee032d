"""The edge: Telegram, timers, configuration."""
