"""Writes the first bytes of standard input under a coding, as a seed for its fuzz target; text where Python lacks the coding."""
import gzip
import sys
import zlib

text = sys.stdin.buffer.read(4000)
CODINGS = {
    "Gzip": lambda: gzip.compress(text[:2000], mtime=0) + gzip.compress(text[2000:], mtime=0),
    "Deflate": lambda: zlib.compress(text),
    "Chunked": lambda: b"".join(b"%x;a=b\r\n%s\r\n" % (len(text[at:at + 700]), text[at:at + 700]) for at in range(0, len(text), 700)) + b"0\r\n\r\n",
    # A meta-block that is not compressed, then an empty last one. RFC 7932 section 9.2
    "Brotli": lambda: ((len(text) - 1) << 4 | 1 << 20).to_bytes(3, "little") + text + b"\x03",
    "Zstandard": lambda: b"\x28\xb5\x2f\xfd\x00\x38" + (len(text) << 3 | 1).to_bytes(3, "little") + text,
}
sys.stdout.buffer.write(CODINGS[sys.argv[1]]())
