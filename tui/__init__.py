"""The terminal: the command line and the conversation app. Draws, never decides."""
