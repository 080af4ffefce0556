"""``python -m duidelijk``: the same as the command ``duidelijk``."""

from duidelijk.cli import main

main()
