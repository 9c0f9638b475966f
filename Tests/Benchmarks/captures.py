"""The whole program beside its peers on captures: captures.py UNSPOOL FILE... prints a row for each file and each command.

Processor time is that of the whole process, user and system, and beside it the time that passed, the least of three
turns; memory is the most it had.
"""
import os
import subprocess
import sys
import time

TURNS = 3
ORJSON = "import sys, orjson; orjson.loads(open(sys.argv[1], 'rb').read())"
JQ = "[.log.entries[] | .response.status] | length"


def commands(program, path):
    """The names of commands and their words."""
    yield "unspool list", [program, "list", path]
    yield "unspool inspect", [program, "inspect", path]
    yield "unspool inspect --include-secrets", [program, "inspect", "--include-secrets", path]
    yield "orjson.loads", [sys.executable, "-c", ORJSON, path]
    yield "jq", ["jq", JQ, path]


def measure(words):
    """The seconds of processor time, those that pass, and the MB of memory that a command takes."""
    begin = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(words, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    elapsed = time.monotonic() - begin
    if process.returncode:
        sys.exit(f"{' '.join(words)} failed with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss / 1024


print("| capture | command | CPU, s | elapsed, s | peak memory, MB |", "| -- | -- | -- | -- | -- |", sep="\n")
for path in sys.argv[2:]:
    size = f"{os.path.getsize(path) / 1e6:,.0f} MB"
    results = {}
    for _ in range(TURNS):
        for name, words in commands(sys.argv[1], path):
            results.setdefault(name, []).append(measure(words))
    for name, turns in results.items():
        seconds, elapsed, memory = (min(column) for column in zip(*turns))
        print(f"| {size} | {name} | {seconds:.2f} | {elapsed:.2f} | {memory:,.0f} |", flush=True)
