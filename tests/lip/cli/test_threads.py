"""One thread for numbers, whatever command comes first."""

import os
import subprocess
import sys

PROBE = """
import sys
from contextlib import suppress
from lip.cli import main
sys.argv = ["lip", "serve", "--help"]
with suppress(SystemExit):
    main()
import numpy
from threadpoolctl import threadpool_info
print("threads", max(each["num_threads"] for each in threadpool_info()))
"""


def test_the_server_counts_with_one_thread():
    plain = {key: at for key, at in os.environ.items() if "NUM_THREADS" not in key}

    told = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=plain,
        capture_output=True,
        check=True,
        text=True,
    )

    assert told.stdout.splitlines()[-1] == "threads 1"
