/// What the variants of the loops share.
#ifndef CSCAN_KERNELS_H
#define CSCAN_KERNELS_H

#include "CScanScalar.h"

/// One variant of every loop; see `CScan.h` for what they do.
struct cscan_kernels {
    CScanKernels name;
    size_t (*plain_end)(const uint8_t *text, size_t count, size_t start);
    CScanStringRun (*string_run)(const uint8_t *text, size_t count, size_t start);
    CScanUnescapedRun (*unescape)(
        const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled);
    bool (*is_utf8)(const uint8_t *text, size_t count);
    CScanBrackets (*closing_bracket)(CScanBrackets state, const uint8_t *text, size_t count, ptrdiff_t level);
    size_t (*line_feed)(const uint8_t *text, size_t count, size_t start);
    size_t (*line_end)(const uint8_t *text, size_t count, size_t start);
    size_t (*sieve)(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, size_t sieve_count);
    CScanBase64Run (*base64_groups)(
        const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled);
    size_t (*common_prefix)(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count);
    uint32_t (*crc32)(uint32_t crc, const uint8_t *bytes, size_t count);
};

extern const struct cscan_kernels cscan_kernels_scalar;
#if defined(__x86_64__)
extern const struct cscan_kernels cscan_kernels_avx2;
#endif
#if defined(__aarch64__)
extern const struct cscan_kernels cscan_kernels_neon;
#endif

/// What a byte behind a backslash stands for, in an escape of two bytes; 0 for all others. RFC 8259 §7
extern const uint8_t cscan_escaped_characters[256];

/// How many bytes the loops look at together; a mask has a bit for each.
enum { CSCAN_BLOCK = 64 };

/// The length of the UTF-8 character at an offset; 0 where there is none, or not the whole of one.
static inline size_t cscan_character_length(const uint8_t *text, size_t count, size_t at) {
    uint8_t lead = text[at];
    if (lead < 0x80) return 1;
    // What the second byte may be; the others are any continuation.
    uint8_t least = 0x80, most = 0xBF;
    size_t length;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if ((lead & 0xF0) == 0xE0) {
        length = 3;
        if (lead == 0xE0) least = 0xA0;
        if (lead == 0xED) most = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if (lead == 0xF0) least = 0x90;
        if (lead == 0xF4) most = 0x8F;
    } else {
        return 0;
    }
    if (count - at < length || text[at + 1] < least || text[at + 1] > most) return 0;
    for (size_t index = 2; index < length; index++) {
        if ((text[at + index] & 0xC0) != 0x80) return 0;
    }
    return length;
}

/// Which bytes of a block a backslash makes part of an escape.
///
/// `backslashes` has a bit for each backslash of the block, the first byte lowest. `*carry` is 1 when a backslash of
/// the block before escapes the first byte, and becomes 1 when one of this block escapes the first byte behind it.
///
/// In a run of backslashes every second one is escaped, and so is the byte behind a run of odd length. Whether a byte is
/// the second one follows from its own position and that of its run, both even or odd: adding the first bits of the runs
/// that begin at even positions to the mask makes just those runs overflow, and tells them from the others.
static inline uint64_t cscan_escaped(uint64_t backslashes, uint64_t *carry) {
    const uint64_t even = 0x5555555555555555;
    uint64_t first = *carry;
    backslashes &= ~first;
    uint64_t starts = backslashes & ~(backslashes << 1);
    uint64_t begun_even = backslashes & ~(backslashes + (starts & even));
    uint64_t begun_odd = backslashes & ~begun_even;
    uint64_t escaped = ((begun_even << 1) & ~even) | ((begun_odd << 1) & even);
    *carry = (backslashes & ~escaped) >> 63;
    return escaped | first;
}

/// How many places a sieve of some size has; 0 when it is none.
static inline size_t cscan_sieve_places(size_t count) {
    return count % CSCAN_SIEVE_TABLE == 0 && count <= CSCAN_SIEVE_TABLE * CSCAN_SIEVE_PLACES ? count / CSCAN_SIEVE_TABLE
                                                                                             : 0;
}

/// The offset behind the line ends at an offset, of which the first is noted.
static inline size_t cscan_skip_line_ends(const uint8_t *text, size_t count, size_t at, size_t *first) {
    while (at < count && (text[at] == '\n' || text[at] == '\r')) {
        if (at < *first) *first = at;
        at++;
    }
    return at;
}

/// A mask of the bits below the lowest one that is set; all when none is.
static inline uint64_t cscan_below(uint64_t mask) { return ~mask & (mask - 1); }

/// Ends a run of a string inside a block, or says that it goes on behind it.
///
/// `at` is the offset of the block, `quotes`, `controls` and `high` its bytes that are quotes, below 0x20 and above 0x7F,
/// `escaped` those that `cscan_escaped` found, `letters` those that mean something behind a backslash.
static inline bool cscan_ends_run(
    CScanStringRun *run, size_t at, uint64_t quotes, uint64_t controls, uint64_t high, uint64_t escaped,
    uint64_t letters) {
    uint64_t bad = escaped & ~letters;
    if (bad & 1) {
        // The backslash is the last byte of the block before.
        run->end = at - 1;
        return true;
    }
    uint64_t stops = ((quotes | controls) & ~escaped) | bad >> 1;
    uint64_t passed = cscan_below(stops);
    run->hasEscapes |= (escaped & passed) != 0;
    run->hasHighBytes |= (high & passed) != 0;
    if (!stops) return false;
    run->end = at + (size_t)__builtin_ctzll(stops);
    return true;
}

/// Takes the brackets of a block into a search, and says whether the one that was sought is among them.
///
/// `at` is the offset of the block, `opening` and `closing` its brackets outside strings.
static inline bool cscan_takes_brackets(
    CScanBrackets *state, size_t at, uint64_t opening, uint64_t closing, ptrdiff_t level) {
    ptrdiff_t closed = __builtin_popcountll(closing);
    if (state->depth - closed > level) {
        state->depth += __builtin_popcountll(opening) - closed;
        return false;
    }
    while (closing) {
        uint64_t passed = opening & cscan_below(closing);
        state->depth += __builtin_popcountll(passed) - 1;
        if (state->depth <= level) {
            state->bytesRead = at + (size_t)__builtin_ctzll(closing) + 1;
            state->isInString = false;
            state->isEscaped = false;
            state->isFound = true;
            return true;
        }
        opening &= ~passed;
        closing &= closing - 1;
    }
    state->depth += __builtin_popcountll(opening);
    return false;
}

#endif
