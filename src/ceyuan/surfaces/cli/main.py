"""The command `ceyuan`: reads the line, runs one command, tells troubles in words.

Exit codes: 0 done; 1 done, and there are findings; 2 something given cannot be used. A traceback
is shown only where CEYUAN_DEBUG asks for it.
"""

import os
import sys
from collections.abc import Sequence


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(line: Sequence[str]) -> int:
    """Run one command line.

    Returns:
        The exit code.
    """
    if "--version" in line[:1]:  # before anything is imported: asked by scripts, over and over
        from ceyuan import __version__

        sys.stdout.write(f"ceyuan {__version__}\n")
        return 0
    from ceyuan.model.errors import CeyuanError
    from ceyuan.surfaces.cli.asked import set_asked, take_asked
    from ceyuan.surfaces.cli.screen import tell

    try:
        wishes, rest = take_asked(line, os.environ)
        set_asked(wishes)
        from ceyuan.surfaces.cli.app import build

        code = build()(args=rest, prog_name="ceyuan", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except CeyuanError as error:
        if os.environ.get("CEYUAN_DEBUG"):
            raise
        tell(error)
        return 2
    except BrokenPipeError:  # the reader of our output has gone away: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("CEYUAN_DEBUG"):
            raise
        from ceyuan.surfaces.cli.trouble import wording

        tell(wording(error))
        return 2


if __name__ == "__main__":
    main()
