"""`python -m lip` is `lip`."""

from lip.cli import main

main()
