"""Writes the first bytes of standard input under a coding, or as an image, as a seed for its fuzz target; text where Python lacks the coding."""
import gzip
import struct
import sys
import zlib

text = sys.stdin.buffer.read(4000)


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png() -> bytes:
    rows = b"".join(b"\0" + text[at:at + 20].ljust(20) for at in range(0, 400, 20))
    head = struct.pack(">IIBBBBB", 20, 20, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"tEXt", b"Comment\0" + text[:40]), (b"zTXt", b"Title\0\0" + zlib.compress(text[:40])), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in chunks)


def jpeg() -> bytes:
    segments = [(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), (0xFE, text[:40]), (0xDB, bytes(65)), (0xC0, b"\x08\0\x08\0\x08\1\1\x11\0"), (0xC4, bytes(17)), (0xDA, b"\1\1\0\0\x3f\0")]
    return b"\xff\xd8" + b"".join(struct.pack(">BBH", 0xFF, code, len(data) + 2) + data for code, data in segments) + text[:99] + b"\xff\xd9"


def gif() -> bytes:
    return b"GIF89a\x04\0\x03\0\x80\0\0" + bytes(6) + b"\x21\xfe\x14" + text[:20].ljust(20) + b"\0\x2c\0\0\0\0\x04\0\x03\0\0\2\x14" + text[:20].ljust(20) + b"\0\x3b"


def webp() -> bytes:
    chunks = [(b"VP8X", b"\x08\0\0\0\3\0\0\2\0\0"), (b"VP8 ", b"\x10\0\0\x9d\1\x2a\4\0\3\0" + text[:40].ljust(40)), (b"EXIF", text[:20].ljust(20))]
    content = b"WEBP" + b"".join(name + struct.pack("<I", len(data)) + data for name, data in chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def superbox(label: bytes, content: bytes) -> bytes:
    description = box(b"jumd", bytes(16) + b"\3" + label + b"\0")
    return box(b"jumb", description + content)


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def credentials() -> bytes:
    """A manifest whose claim has a title: a map of one text to another."""
    claim = b"\xa1\x68dc:title\x78" + bytes([len(text[:40])]) + text[:40]
    return superbox(b"c2pa", superbox(b"urn:a", superbox(b"c2pa.claim", box(b"cbor", claim))))


CODINGS = {
    "Credentials": credentials,
    "GIF": gif,
    "JPEG": jpeg,
    "PNG": png,
    "WebP": webp,
    "Gzip": lambda: gzip.compress(text[:2000], mtime=0) + gzip.compress(text[2000:], mtime=0),
    "Deflate": lambda: zlib.compress(text),
    "Chunked": lambda: b"".join(b"%x;a=b\r\n%s\r\n" % (len(text[at:at + 700]), text[at:at + 700]) for at in range(0, len(text), 700)) + b"0\r\n\r\n",
    # A meta-block that is not compressed, then an empty last one. RFC 7932 section 9.2
    "Brotli": lambda: ((len(text) - 1) << 4 | 1 << 20).to_bytes(3, "little") + text + b"\x03",
    "Zstandard": lambda: b"\x28\xb5\x2f\xfd\x00\x38" + (len(text) << 3 | 1).to_bytes(3, "little") + text,
}
sys.stdout.buffer.write(CODINGS[sys.argv[1]]())
