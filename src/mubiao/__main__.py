"""The program ``mubiao``, and ``python -m mubiao``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run a command; Ctrl-C while its modules are loaded, which takes a moment, ends it in the same word as later."""
    try:
        from mubiao.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit("interrupted")


if __name__ == "__main__":
    main()
