"""The app in a browser: ``osmosis chat --web``."""
