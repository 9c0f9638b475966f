/// The loops over bytes that set the speed of everything above them.
///
/// Each is called by its name here and runs as AVX2, NEON or plain C, whichever the processor has; what runs is chosen
/// once, when the program is loaded. All give the same results, and none reads or writes outside the buffers that it is
/// given. The plain twins, which tests compare with, are in `CScanScalar.h`.
///
/// Offsets count bytes from the start of a buffer. A start behind the end finds nothing.
#ifndef CSCAN_H
#define CSCAN_H

#include <lifetimebound.h>
#include <ptrcheck.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Which loops run.
typedef enum __attribute__((enum_extensibility(closed))) {
    CScanKernelsScalar = 0,
    CScanKernelsAVX2 = 1,
    CScanKernelsNEON = 2,
} CScanKernels;

/// The loops that were chosen.
CScanKernels cscan_kernels(void);

/// Lets plain C run, whatever the processor has: for tests, before any other call.
void cscan_use_scalar_kernels(void);

// MARK: JSON strings, RFC 8259 §7

/// The offset of the first byte at or behind `start` that is a quote, a backslash, below 0x20 or above 0x7F; `count`
/// when there is none.
size_t cscan_plain_end(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

/// The same, for text in which that byte most often is near, as in names: thirty-two bytes are looked at without a call.
static inline size_t cscan_near_plain_end(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start) {
#if defined(__SSE2__)
    typedef signed char Vector __attribute__((vector_size(16), aligned(1)));
    typedef char Mask __attribute__((vector_size(16)));
    // Below 0 when the start is behind the end.
    ptrdiff_t left = (ptrdiff_t)(count - start);
    for (int step = 0; step < 2 && left >= (ptrdiff_t)sizeof(Vector); step++) {
        Vector vector = *(const Vector *)(text + start);
        // To signed numbers high bytes are below 0x20 too.
        int found = __builtin_ia32_pmovmskb128((Mask)((vector < 0x20) | (vector == '"') | (vector == '\\')));
        if (found) return start + (size_t)__builtin_ctz((unsigned)found);
        start += sizeof(Vector);
        left -= (ptrdiff_t)sizeof(Vector);
    }
#endif
    return cscan_plain_end(text, count, start);
}

/// How far a part of a string reaches that needs no second look.
typedef struct {
    /// The offset of the byte that ends it.
    size_t end;
    /// Whether it holds an escape.
    bool hasEscapes;
    /// Whether it holds a byte above 0x7F.
    bool hasHighBytes;
} CScanStringRun;

/// Passes over characters and over escapes of two bytes, such as `\n`.
///
/// It stops at the closing quote, at a byte below 0x20, at a backslash that begins `\u` or no escape, or at `count`;
/// a backslash that is the last byte stops it too. Whether bytes above 0x7F are UTF-8 is not looked at.
CScanStringRun cscan_string_run(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

/// What became of the characters of a string.
typedef struct {
    /// The offset behind what was read.
    size_t end;
    /// How many bytes it gave.
    size_t bytesWritten;
} CScanUnescapedRun;

/// Copies the characters of a string, those in place of escapes of two bytes that these stand for.
///
/// The characters are those from `start` on, and the bytes go behind the first `filled` bytes of `output`. It stops before
/// a backslash that begins `\u` or no escape, that the text cuts, or when there is no room for another byte. Bytes of
/// `output` behind those that were written may be overwritten.
CScanUnescapedRun cscan_unescape(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start,
    uint8_t *__counted_by(room) output __noescape, size_t room, size_t filled);

/// Whether the bytes are UTF-8, the last character whole.
///
/// Unicode 16.0 table 3-7
bool cscan_is_utf8(const uint8_t *__counted_by(count) text __noescape, size_t count);

// MARK: JSON structure

/// Where in a JSON text a search for brackets is: all of it that has to survive from one buffer to the next.
///
/// All zero at the start of a text.
typedef struct {
    /// How many brackets are open; below 0 where more were closed than opened.
    ptrdiff_t depth;
    /// How many bytes of the last buffer were read.
    size_t bytesRead;
    /// Whether the next byte is inside a string.
    bool isInString;
    /// Whether a backslash stands before the next byte and makes it part of an escape.
    bool isEscaped;
    /// Whether the last byte read is the bracket that was sought.
    bool isFound;
} CScanBrackets;

/// Goes to behind the next closing bracket, square or curly and outside strings, behind which `depth` is at most
/// `level`; to the end when there is none.
///
/// So the elements of an array, whose own bracket is the `level`th open one, end one after the other, and then the array
/// itself, behind which the depth is one less. Brackets are not matched with their kind, and a backslash hides the byte
/// behind it outside strings too: a text that is no JSON gives some result.
CScanBrackets cscan_closing_bracket(
    CScanBrackets state, const uint8_t *__counted_by(count) text __noescape, size_t count, ptrdiff_t level);

// MARK: Lines

/// The offset of the first LF at or behind `start`; `count` when there is none.
size_t cscan_line_feed(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

/// The offset of the first LF or CR at or behind `start`; `count` when there is none.
size_t cscan_line_end(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

// MARK: Bytes of some kind

/// The bytes of a table of a sieve, and how many places a sieve has at most.
enum { CSCAN_SIEVE_TABLE = 32, CSCAN_SIEVE_PLACES = 3 };

/// The offset of the first place at or behind `start` where bytes follow each other that a sieve lets pass; `count` when
/// there is none.
///
/// A sieve knows up to eight kinds of sequences, each of as many bytes as it has tables: one to three. A table has an
/// entry for each value of the low four bits of a byte and then one for each of the high four. A kind has the same bit in
/// all entries, and a sequence passes when some bit is set in every entry that its bytes ask for. A sieve of another size
/// lets nothing pass.
size_t cscan_sieve(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start,
    const uint8_t *__counted_by(sieve_count) sieve __noescape, size_t sieve_count);

// MARK: Base64, RFC 4648 §4 and §5

/// What became of a run of base64 characters.
typedef struct {
    /// How many characters were read: four for each group, and the line ends between groups.
    size_t charactersRead;
    /// How many bytes they gave: three for each group.
    size_t bytesWritten;
    /// The offset of the first line end that was read; `count` when there was none.
    size_t firstLineEnd;
    /// Whether a `-` or `_` is among the characters.
    bool hasURLSafeCharacters;
} CScanBase64Run;

/// Decodes whole groups of four characters, in the standard or the URL-safe alphabet.
///
/// The characters are those from `start` on, and the bytes go behind the first `filled` bytes of `output`. Each CR and LF
/// before, between and behind the groups is passed over. It stops before the first group that holds another byte, that
/// the text cuts, or that there is no room for. Bytes of `output` behind those that were written may be overwritten.
CScanBase64Run cscan_base64_groups(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start,
    uint8_t *__counted_by(room) output __noescape, size_t room, size_t filled);

// MARK: Bytes

/// How many bytes at the start of two buffers are the same.
size_t cscan_common_prefix(
    const uint8_t *__counted_by(left_count) left __noescape, size_t left_count,
    const uint8_t *__counted_by(right_count) right __noescape, size_t right_count);

/// The CRC-32 of PNG, gzip and zip over the bytes that gave `crc` and these behind them; `crc` is 0 at the start.
///
/// PNG, 3rd edition, §5.5
uint32_t cscan_crc32(uint32_t crc, const uint8_t *__counted_by(count) bytes __noescape, size_t count);

#endif
