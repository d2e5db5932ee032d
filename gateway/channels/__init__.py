"""The channels beyond Telegram: group robots of WeCom, DingTalk and Feishu, and mail."""
