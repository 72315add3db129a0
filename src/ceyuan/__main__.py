"""`python -m ceyuan` is the same as the command `ceyuan`."""

from ceyuan.surfaces.cli.main import main

if __name__ == "__main__":
    main()
