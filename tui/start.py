"""Where ``osmosis`` starts: loading takes a while, and Ctrl+C may come meanwhile."""

from __future__ import annotations

import sys


def main() -> None:
    """Load the command line and run it."""
    try:
        from tui.cli import main as run

        run()
    except KeyboardInterrupt:
        # ExitCode.INTERRUPTED, which may not be loaded yet.
        sys.exit(130)
