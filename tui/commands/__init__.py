"""The commands of ``osmosis``, one module each; heavy imports wait until a command runs."""
