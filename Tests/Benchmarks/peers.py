"""The peers that run in Python: peers.py WORK FILE prints a line a peer, its name and the seconds of its best pass."""
import base64
import json
import sys
import time
import zlib
from importlib import metadata

try:
    import orjson
except ImportError:
    orjson = None
try:
    import httpx_sse
except ImportError:
    httpx_sse = None


def best(work, budget=0.5):
    """The least time of a pass in seconds of the thread's own processor time."""
    least, spent, passes = float("inf"), 0.0, 0
    while spent < budget or passes < 3:
        start = time.thread_time()
        result = work()
        taken = time.thread_time() - start
        del result
        least, spent, passes = min(least, taken), spent + taken, passes + 1
    return least


def each(parse, lines):
    """Work that parses one line after the other."""

    def work():
        for line in lines:
            parse(line)

    return work


class Response:
    """What httpx-sse asks of a response: its type, its request's address, its bytes as they come and its lines."""

    headers = {"content-type": "text/event-stream"}

    def __init__(self, data):
        self.data = data

    def iter_lines(self):
        return self.data.decode().splitlines()

    def iter_text(self):
        yield self.data.decode()


def events(data):
    """Work that takes a stream apart."""

    def work():
        for _ in httpx_sse.EventSource(Response(data)).iter_sse():
            pass

    return work


def peers(work, data):
    """The peers of a work: names and functions that do a pass on the bytes."""
    python = "python %d.%d" % sys.version_info[:2]
    if work.startswith("json-"):
        parsers = [("orjson " + orjson.__version__, orjson.loads)] if orjson else []
        for name, parse in parsers + [(python + " json", json.loads)]:
            yield name, each(parse, data.splitlines()) if work == "json-stream" else each(parse, [data])
    elif work.startswith("base64"):
        yield python + " base64", lambda: base64.b64decode(data)
    elif work == "lines":
        yield python + " splitlines", data.splitlines
    elif work == "events" and httpx_sse:
        yield "httpx-sse " + metadata.version("httpx-sse"), events(data)
    elif work == "fold" and orjson:
        chunks = [line[len(b"data: ") :] for line in data.splitlines() if line]
        yield "orjson " + orjson.__version__ + ", parsing alone", each(orjson.loads, chunks)
    elif work == "crc":
        yield "zlib " + zlib.ZLIB_RUNTIME_VERSION, lambda: zlib.crc32(data)


with open(sys.argv[2], "rb") as file:
    content = file.read()
for name, work in peers(sys.argv[1], content):
    print(name, best(work), sep="\t")
