"""``python -m mubiao``."""

from mubiao.cli.main import main

main()
