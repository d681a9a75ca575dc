"""Loaded before anything that counts: a process with threads must not be forked."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"
