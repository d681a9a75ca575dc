"""Write the installed versions into pyproject.toml: `just pin`."""

import json
import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
START, END = "constraint-dependencies = [\n", "]  # end of constraints\n"


def installed() -> list[str]:
    """List what is installed, except ourselves."""
    done = subprocess.run(
        ["uv", "pip", "list", "--format", "json"], check=True, capture_output=True
    )
    return [
        f"{one['name']}=={one['version']}"
        for one in json.loads(done.stdout)
        if one["name"] != "lip"
    ]


def main() -> None:
    """Replace the constraints by what an upgrade to the newest versions installs."""
    text = PROJECT.read_text(encoding="utf-8")
    free = re.sub(
        re.escape(START) + ".*?" + re.escape(END), START + END, text, flags=re.DOTALL
    )
    PROJECT.write_text(free, encoding="utf-8")
    subprocess.run(["uv", "sync", "--upgrade", "--quiet"], check=True)
    lines = "".join(f'    "{one}",\n' for one in installed())
    PROJECT.write_text(free.replace(START, START + lines), encoding="utf-8")


if __name__ == "__main__":
    main()
