#if defined(__aarch64__)

#include <arm_neon.h>
#if defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>
#endif
#include <string.h>

#include "kernels.h"

/// Part of its caller even in a build without optimisation.
#define INLINE static inline __attribute__((always_inline))

/// Every processor of the architecture has these instructions.
#define KERNEL

enum { VECTOR = 16 };

// MARK: Vectors and blocks

INLINE uint8x16_t is(uint8x16_t vector, uint8_t byte) { return vceqq_u8(vector, vdupq_n_u8(byte)); }

INLINE uint8x16_t or3(uint8x16_t first, uint8x16_t second, uint8x16_t third) {
    return vorrq_u8(vorrq_u8(first, second), third);
}

INLINE bool any(uint8x16_t vector) { return vmaxvq_u8(vector) != 0; }

/// How many bytes stand before the first that is not zero, of bytes that are all ones or all zeros; 16 when all are zero.
INLINE size_t zeros(uint8x16_t vector) {
    // Four bits of each byte: there is no instruction that gathers one.
    uint8x8_t halves = vshrn_n_u16(vreinterpretq_u16_u8(vector), 4);
    uint64_t nibbles = vget_lane_u64(vreinterpret_u64_u8(halves), 0);
    return nibbles ? (size_t)__builtin_ctzll(nibbles) / 4 : VECTOR;
}

/// Sixty-four bytes.
typedef struct {
    uint8x16_t part[4];
} Block;

INLINE Block load_block(const uint8_t *bytes) {
    return (Block){{vld1q_u8(bytes), vld1q_u8(bytes + 16), vld1q_u8(bytes + 32), vld1q_u8(bytes + 48)}};
}

/// A bit for each byte of a block, whose bytes are all ones or all zeros.
INLINE uint64_t mask(Block block) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    // Sums of neighbours, three times: the weights of eight bytes come together in one.
    uint8x16_t low = vpaddq_u8(vandq_u8(block.part[0], weights), vandq_u8(block.part[1], weights));
    uint8x16_t high = vpaddq_u8(vandq_u8(block.part[2], weights), vandq_u8(block.part[3], weights));
    uint8x16_t sums = vpaddq_u8(low, high);
    sums = vpaddq_u8(sums, sums);
    return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
}

INLINE uint64_t block_is(Block block, uint8_t byte) {
    Block found;
    for (int index = 0; index < 4; index++) found.part[index] = is(block.part[index], byte);
    return mask(found);
}

INLINE uint8x16_t controls(uint8x16_t vector) { return vcltq_u8(vector, vdupq_n_u8(0x20)); }

INLINE uint8x16_t high_bytes(uint8x16_t vector) { return vcgtq_u8(vector, vdupq_n_u8(0x7F)); }

// MARK: JSON strings

static size_t plain_end(const uint8_t *text, size_t count, size_t start) {
    size_t at = start;
    if (at >= count) return count;
    for (; count - at >= VECTOR; at += VECTOR) {
        uint8x16_t vector = vld1q_u8(text + at);
        uint8x16_t stops =
            vorrq_u8(or3(controls(vector), is(vector, '"'), is(vector, '\\')), high_bytes(vector));
        if (any(stops)) return at + zeros(stops);
    }
    return cscan_scalar_plain_end(text, count, at);
}

/// The bytes that mean something behind a backslash: `"\/bfnrt`.
INLINE uint64_t letter_mask(Block block) {
    return block_is(block, '"') | block_is(block, '\\') | block_is(block, '/') | block_is(block, 'b')
        | block_is(block, 'f') | block_is(block, 'n') | block_is(block, 'r') | block_is(block, 't');
}

INLINE uint64_t control_mask(Block block) {
    for (int index = 0; index < 4; index++) block.part[index] = controls(block.part[index]);
    return mask(block);
}

INLINE uint64_t high_mask(Block block) {
    for (int index = 0; index < 4; index++) block.part[index] = high_bytes(block.part[index]);
    return mask(block);
}

INLINE bool has_quote_or_backslash(Block block) {
    uint8x16_t stops = vdupq_n_u8(0);
    for (int index = 0; index < 4; index++) {
        stops = or3(stops, is(block.part[index], '"'), is(block.part[index], '\\'));
    }
    return any(stops);
}

/// The brackets of both kinds differ in one bit alone, the same for opening and closing ones.
INLINE Block brackets_folded(Block block) {
    for (int index = 0; index < 4; index++) block.part[index] = vorrq_u8(block.part[index], vdupq_n_u8(0x20));
    return block;
}

INLINE bool is_ascii(const uint8_t *bytes) { return !any(high_bytes(vld1q_u8(bytes))); }

/// A mask in which each bit is set that has an odd number of set bits at or below it in the given one.
INLINE uint64_t odd_below(uint64_t mask) {
    for (int distance = 1; distance < 64; distance *= 2) mask ^= mask << distance;
    return mask;
}

#include "blocks.h"

static CScanStringRun string_run(const uint8_t *text, size_t count, size_t start) {
    CScanStringRun run = {.end = count};
    uint8x16_t passed = vdupq_n_u8(0);
    uint64_t carry = 0;
    size_t at = start;
    if (at >= count) return run;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        Block block = load_block(text + at);
        uint8x16_t stops = vdupq_n_u8(0), all = vdupq_n_u8(0);
        for (int index = 0; index < 4; index++) {
            uint8x16_t vector = block.part[index];
            stops = vorrq_u8(stops, or3(controls(vector), is(vector, '"'), is(vector, '\\')));
            all = vorrq_u8(all, vector);
        }
        if (!carry && !any(stops)) {
            passed = vorrq_u8(passed, all);
        } else if (ends_run(&run, block, at, &carry)) {
            run.hasHighBytes |= any(high_bytes(passed));
            return run;
        }
    }
    run.hasHighBytes |= any(high_bytes(passed));
    // The zeros behind the tail end the run, and make a backslash before them one that begins no escape.
    ends_run(&run, load_tail(text, count, at), at, &carry);
    return run;
}

static CScanUnescapedRun unescape(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    if (start > count || filled > room) return (CScanUnescapedRun){.end = start};
    size_t at = start, end = filled;
    while (count - at >= VECTOR && room - end >= VECTOR) {
        uint8x16_t vector = vld1q_u8(text + at);
        vst1q_u8(output + end, vector);
        size_t plain = zeros(is(vector, '\\'));
        at += plain;
        end += plain;
        if (plain == VECTOR) continue;
        uint8_t character = at + 1 < count ? cscan_escaped_characters[text[at + 1]] : 0;
        if (!character) return (CScanUnescapedRun){.end = at, .bytesWritten = end - filled};
        output[end++] = character;
        at += 2;
    }
    CScanUnescapedRun rest = cscan_scalar_unescape(text, count, at, output, room, end);
    return (CScanUnescapedRun){.end = rest.end, .bytesWritten = end - filled + rest.bytesWritten};
}

// MARK: Lines

static size_t line_feed(const uint8_t *text, size_t count, size_t start) {
    size_t at = start;
    if (at >= count) return count;
    for (; count - at >= VECTOR; at += VECTOR) {
        uint8x16_t found = is(vld1q_u8(text + at), '\n');
        if (any(found)) return at + zeros(found);
    }
    return cscan_scalar_line_feed(text, count, at);
}

static size_t line_end(const uint8_t *text, size_t count, size_t start) {
    size_t at = start;
    if (at >= count) return count;
    for (; count - at >= VECTOR; at += VECTOR) {
        uint8x16_t vector = vld1q_u8(text + at);
        uint8x16_t found = vorrq_u8(is(vector, '\n'), is(vector, '\r'));
        if (any(found)) return at + zeros(found);
    }
    return cscan_scalar_line_end(text, count, at);
}

// MARK: Bytes of some kind

/// The search of `sieve` for a number of places that is known when it is compiled.
INLINE size_t sieve_places(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, const size_t places) {
    uint8x16_t low[CSCAN_SIEVE_PLACES], high[CSCAN_SIEVE_PLACES];
    for (size_t place = 0; place < places; place++) {
        low[place] = vld1q_u8(sieve + place * CSCAN_SIEVE_TABLE);
        high[place] = vld1q_u8(sieve + place * CSCAN_SIEVE_TABLE + 16);
    }
    size_t at = start;
    for (; at < count && count - at >= VECTOR + places - 1; at += VECTOR) {
        uint8x16_t passed = vdupq_n_u8(0xFF);
        for (size_t place = 0; place < places; place++) {
            uint8x16_t vector = vld1q_u8(text + at + place);
            passed = vandq_u8(passed, vqtbl1q_u8(low[place], vandq_u8(vector, vdupq_n_u8(0x0F))));
            passed = vandq_u8(passed, vqtbl1q_u8(high[place], vshrq_n_u8(vector, 4)));
        }
        uint8x16_t found = vtstq_u8(passed, passed);
        if (any(found)) return at + zeros(found);
    }
    return cscan_scalar_sieve(text, count, at, sieve, places * CSCAN_SIEVE_TABLE);
}

static size_t sieve(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, size_t sieve_count) {
    switch (cscan_sieve_places(sieve_count)) {
    case 1: return sieve_places(text, count, start, sieve, 1);
    case 2: return sieve_places(text, count, start, sieve, 2);
    case 3: return sieve_places(text, count, start, sieve, 3);
    default: return count;
    }
}

// MARK: Base64

/// The values of characters of both alphabets; 0xFF for all other bytes.
INLINE uint8x16_t base64_values(uint8x16_t vector, uint8x16_t *urlSafe) {
    uint8x16_t minus = is(vector, '-'), underscore = is(vector, '_');
    *urlSafe = vorrq_u8(minus, underscore);
    uint8x16_t upper = vcltq_u8(vsubq_u8(vector, vdupq_n_u8('A')), vdupq_n_u8(26));
    uint8x16_t lower = vcltq_u8(vsubq_u8(vector, vdupq_n_u8('a')), vdupq_n_u8(26));
    uint8x16_t digit = vcltq_u8(vsubq_u8(vector, vdupq_n_u8('0')), vdupq_n_u8(10));
    uint8x16_t values = vdupq_n_u8(0xFF);
    values = vbslq_u8(upper, vsubq_u8(vector, vdupq_n_u8('A')), values);
    values = vbslq_u8(lower, vsubq_u8(vector, vdupq_n_u8('a' - 26)), values);
    values = vbslq_u8(digit, vaddq_u8(vector, vdupq_n_u8(52 - '0')), values);
    values = vbslq_u8(vorrq_u8(is(vector, '+'), minus), vdupq_n_u8(62), values);
    return vbslq_u8(vorrq_u8(is(vector, '/'), underscore), vdupq_n_u8(63), values);
}

static CScanBase64Run base64_groups(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    if (start > count || filled > room) return (CScanBase64Run){.firstLineEnd = count};
    const uint8x16_t places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    size_t at = start, end = filled, firstLineEnd = count;
    uint8x16_t urlSafe = vdupq_n_u8(0);
    while (count - at >= CSCAN_BLOCK && room - end >= CSCAN_BLOCK / 4 * 3) {
        // The first characters of sixteen groups, the second ones, and so on.
        uint8x16x4_t characters = vld4q_u8(text + at);
        uint8x16_t values[4], bad = vdupq_n_u8(0), found = vdupq_n_u8(0);
        for (int index = 0; index < 4; index++) {
            uint8x16_t here;
            values[index] = base64_values(characters.val[index], &here);
            bad = vorrq_u8(bad, high_bytes(values[index]));
            found = vorrq_u8(found, here);
        }
        uint8x16x3_t bytes;
        bytes.val[0] = vorrq_u8(vshlq_n_u8(values[0], 2), vshrq_n_u8(values[1], 4));
        bytes.val[1] = vorrq_u8(vshlq_n_u8(values[1], 4), vshrq_n_u8(values[2], 2));
        bytes.val[2] = vorrq_u8(vshlq_n_u8(values[2], 6), values[3]);
        vst3q_u8(output + end, bytes);
        size_t groups = zeros(bad);
        urlSafe = vorrq_u8(urlSafe, vandq_u8(found, vcltq_u8(places, vdupq_n_u8((uint8_t)groups))));
        at += 4 * groups;
        end += 3 * groups;
        if (groups == VECTOR) continue;
        size_t next = cscan_skip_line_ends(text, count, at, &firstLineEnd);
        if (next == at) break;
        at = next;
    }
    CScanBase64Run rest = cscan_scalar_base64_groups(text, count, at, output, room, end);
    return (CScanBase64Run){
        .charactersRead = at - start + rest.charactersRead,
        .bytesWritten = end - filled + rest.bytesWritten,
        .firstLineEnd = firstLineEnd < count ? firstLineEnd : rest.firstLineEnd,
        .hasURLSafeCharacters = any(urlSafe) || rest.hasURLSafeCharacters,
    };
}

// MARK: Bytes

static size_t common_prefix(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count) {
    size_t count = left_count < right_count ? left_count : right_count;
    size_t at = 0;
    for (; count - at >= VECTOR; at += VECTOR) {
        uint8x16_t different = vmvnq_u8(vceqq_u8(vld1q_u8(left + at), vld1q_u8(right + at)));
        if (any(different)) return at + zeros(different);
    }
    if (count < VECTOR) return cscan_scalar_common_prefix(left, count, right, count);
    // The last bytes with some of those before them, which are the same.
    uint8x16_t different = vmvnq_u8(vceqq_u8(vld1q_u8(left + count - VECTOR), vld1q_u8(right + count - VECTOR)));
    return any(different) ? count - VECTOR + zeros(different) : count;
}

static uint32_t crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
#if defined(__ARM_FEATURE_CRC32)
    size_t at = 0;
    crc = ~crc;
    for (; count - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, bytes + at, sizeof word);
        crc = __crc32d(crc, word);
    }
    for (; at < count; at++) crc = __crc32b(crc, bytes[at]);
    return ~crc;
#else
    return cscan_scalar_crc32(crc, bytes, count);
#endif
}

const struct cscan_kernels cscan_kernels_neon = {
    .name = CScanKernelsNEON,
    .plain_end = plain_end,
    .string_run = string_run,
    .unescape = unescape,
    .is_utf8 = is_utf8,
    .closing_bracket = closing_bracket,
    .line_feed = line_feed,
    .line_end = line_end,
    .sieve = sieve,
    .base64_groups = base64_groups,
    .common_prefix = common_prefix,
    .crc32 = crc32,
};

#endif
