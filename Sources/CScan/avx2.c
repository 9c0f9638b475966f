#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#include "kernels.h"

/// Compiled for processors that have these, whatever the rest of the program is compiled for.
#define KERNEL __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

/// The same, and part of its caller even in a build without optimisation: a call between the two kinds of code costs.
#define INLINE static inline __attribute__((always_inline, target("avx2,bmi,bmi2,popcnt,pclmul")))

enum { VECTOR = 32 };

// MARK: Vectors and blocks

INLINE __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

INLINE __m256i is(__m256i vector, char byte) { return _mm256_cmpeq_epi8(vector, _mm256_set1_epi8(byte)); }

INLINE __m256i or3(__m256i first, __m256i second, __m256i third) {
    return _mm256_or_si256(_mm256_or_si256(first, second), third);
}

INLINE uint32_t bits(__m256i vector) { return (uint32_t)_mm256_movemask_epi8(vector); }

INLINE bool any(__m256i vector) { return !_mm256_testz_si256(vector, vector); }

/// A table of sixteen entries for each half of a vector.
#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

INLINE __m256i high_nibbles(__m256i vector) {
    return _mm256_and_si256(_mm256_srli_epi16(vector, 4), _mm256_set1_epi8(0x0F));
}

/// Sixty-four bytes.
typedef struct {
    __m256i low, high;
} Block;

INLINE Block load_block(const uint8_t *bytes) { return (Block){load(bytes), load(bytes + VECTOR)}; }

INLINE uint64_t mask(__m256i low, __m256i high) { return bits(low) | (uint64_t)bits(high) << 32; }

INLINE uint64_t block_is(Block block, char byte) { return mask(is(block.low, byte), is(block.high, byte)); }

/// Bytes below 0x20: the least of a byte and 0x1F is the byte.
INLINE __m256i controls(__m256i vector) {
    return _mm256_cmpeq_epi8(_mm256_min_epu8(vector, _mm256_set1_epi8(0x1F)), vector);
}

// MARK: JSON strings

/// Quotes, backslashes, and everything that is not ASCII from 0x20 on: to signed numbers high bytes are below 0x20 too.
INLINE __m256i not_plain(__m256i vector) {
    return or3(_mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), vector), is(vector, '"'), is(vector, '\\'));
}

KERNEL static size_t plain_end(const uint8_t *text, size_t count, size_t start) {
    size_t at = start;
    if (at >= count) return count;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        Block block = load_block(text + at);
        __m256i low = not_plain(block.low), high = not_plain(block.high);
        if (any(_mm256_or_si256(low, high))) return at + (size_t)__builtin_ctzll(mask(low, high));
    }
    for (; count - at >= VECTOR; at += VECTOR) {
        uint32_t found = bits(not_plain(load(text + at)));
        if (found) return at + (size_t)__builtin_ctz(found);
    }
    if (count < VECTOR) return cscan_scalar_plain_end(text, count, at);
    // The last vector again, without the bytes in front that were looked at.
    uint32_t found = (uint32_t)((uint64_t)bits(not_plain(load(text + count - VECTOR))) >> (VECTOR - (count - at)));
    return found ? at + (size_t)__builtin_ctz(found) : count;
}

/// The bytes that mean something behind a backslash: `"\/bfnrt`.
///
/// Each has a bit for its high four bits in the entry for its low four, and no other byte has.
INLINE __m256i letters(__m256i vector) {
    const __m256i low = TABLE(0, 0, 0b1101, 0, 0b1000, 0, 0b0100, 0, 0, 0, 0, 0, 0b0010, 0, 0b0100, 0b0001);
    const __m256i high = TABLE(0, 0, 0b0001, 0, 0, 0b0010, 0b0100, 0b1000, 0, 0, 0, 0, 0, 0, 0, 0);
    __m256i common =
        _mm256_and_si256(_mm256_shuffle_epi8(low, vector), _mm256_shuffle_epi8(high, high_nibbles(vector)));
    return _mm256_cmpgt_epi8(common, _mm256_setzero_si256());
}

INLINE uint64_t control_mask(Block block) { return mask(controls(block.low), controls(block.high)); }

INLINE uint64_t high_mask(Block block) { return mask(block.low, block.high); }

INLINE uint64_t letter_mask(Block block) { return mask(letters(block.low), letters(block.high)); }

INLINE bool has_quote_or_backslash(Block block) {
    __m256i low = _mm256_or_si256(is(block.low, '"'), is(block.low, '\\'));
    __m256i high = _mm256_or_si256(is(block.high, '"'), is(block.high, '\\'));
    return any(_mm256_or_si256(low, high));
}

/// The brackets of both kinds differ in one bit alone, the same for opening and closing ones.
INLINE Block brackets_folded(Block block) {
    const __m256i bit = _mm256_set1_epi8(0x20);
    return (Block){_mm256_or_si256(block.low, bit), _mm256_or_si256(block.high, bit)};
}

INLINE bool is_ascii(const uint8_t *bytes) { return !bits(load(bytes)); }

/// A mask in which each bit is set that has an odd number of set bits at or below it in the given one.
INLINE uint64_t odd_below(uint64_t mask) {
    __m128i all = _mm_set1_epi8((char)0xFF);
    return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)mask), all, 0));
}

#include "blocks.h"

KERNEL static CScanStringRun string_run(const uint8_t *text, size_t count, size_t start) {
    CScanStringRun run = {.end = count};
    __m256i passed = _mm256_setzero_si256();
    uint64_t carry = 0;
    size_t at = start;
    if (at >= count) return run;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        Block block = load_block(text + at);
        __m256i low = or3(controls(block.low), is(block.low, '"'), is(block.low, '\\'));
        __m256i high = or3(controls(block.high), is(block.high, '"'), is(block.high, '\\'));
        if (!carry && !any(_mm256_or_si256(low, high))) {
            passed = or3(passed, block.low, block.high);
        } else if (ends_run(&run, block, at, &carry)) {
            run.hasHighBytes |= bits(passed) != 0;
            return run;
        }
    }
    run.hasHighBytes |= bits(passed) != 0;
    // The zeros behind the tail end the run, and make a backslash before them one that begins no escape.
    ends_run(&run, load_tail(text, count, at), at, &carry);
    return run;
}

KERNEL static CScanUnescapedRun unescape(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    if (start > count || filled > room) return (CScanUnescapedRun){.end = start};
    size_t at = start, end = filled;
    while (count - at >= VECTOR && room - end >= VECTOR) {
        __m256i vector = load(text + at);
        _mm256_storeu_si256((__m256i *)(output + end), vector);
        uint32_t found = bits(is(vector, '\\'));
        size_t plain = found ? (size_t)__builtin_ctz(found) : VECTOR;
        at += plain;
        end += plain;
        if (!found) continue;
        uint8_t character = at + 1 < count ? cscan_escaped_characters[text[at + 1]] : 0;
        if (!character) return (CScanUnescapedRun){.end = at, .bytesWritten = end - filled};
        output[end++] = character;
        at += 2;
    }
    CScanUnescapedRun rest = cscan_scalar_unescape(text, count, at, output, room, end);
    return (CScanUnescapedRun){.end = rest.end, .bytesWritten = end - filled + rest.bytesWritten};
}

// MARK: Lines

KERNEL static size_t line_feed(const uint8_t *text, size_t count, size_t start) {
    size_t at = start;
    if (at >= count) return count;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        Block block = load_block(text + at);
        __m256i low = is(block.low, '\n'), high = is(block.high, '\n');
        if (any(_mm256_or_si256(low, high))) return at + (size_t)__builtin_ctzll(mask(low, high));
    }
    for (; count - at >= VECTOR; at += VECTOR) {
        uint32_t found = bits(is(load(text + at), '\n'));
        if (found) return at + (size_t)__builtin_ctz(found);
    }
    return cscan_scalar_line_feed(text, count, at);
}

INLINE __m256i line_ends(__m256i vector) { return _mm256_or_si256(is(vector, '\n'), is(vector, '\r')); }

KERNEL static size_t line_end(const uint8_t *text, size_t count, size_t start) {
    size_t at = start;
    if (at >= count) return count;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        Block block = load_block(text + at);
        __m256i low = line_ends(block.low), high = line_ends(block.high);
        if (any(_mm256_or_si256(low, high))) return at + (size_t)__builtin_ctzll(mask(low, high));
    }
    for (; count - at >= VECTOR; at += VECTOR) {
        uint32_t found = bits(line_ends(load(text + at)));
        if (found) return at + (size_t)__builtin_ctz(found);
    }
    return cscan_scalar_line_end(text, count, at);
}

// MARK: Bytes of some kind

/// Two tables of sixteen entries, each for both halves of a vector.
typedef struct {
    __m256i low, high;
} Table;

/// The bytes at which sequences begin that pass, for a vector of places.
INLINE uint32_t passing(const uint8_t *bytes, const Table *tables, size_t places) {
    __m256i passed = _mm256_set1_epi8(-1);
    for (size_t place = 0; place < places; place++) {
        __m256i vector = load(bytes + place);
        __m256i low = _mm256_shuffle_epi8(tables[place].low, _mm256_and_si256(vector, _mm256_set1_epi8(0x0F)));
        __m256i high = _mm256_shuffle_epi8(tables[place].high, high_nibbles(vector));
        passed = _mm256_and_si256(passed, _mm256_and_si256(low, high));
    }
    return ~bits(_mm256_cmpeq_epi8(passed, _mm256_setzero_si256()));
}

/// The search of `sieve` for a number of places that is known when it is compiled.
INLINE size_t sieve_places(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, const size_t places) {
    if (count < places || start > count - places) return count;
    Table tables[CSCAN_SIEVE_PLACES];
    for (size_t place = 0; place < places; place++) {
        const __m128i *table = (const __m128i *)(sieve + place * CSCAN_SIEVE_TABLE);
        tables[place].low = _mm256_broadcastsi128_si256(_mm_loadu_si128(table));
        tables[place].high = _mm256_broadcastsi128_si256(_mm_loadu_si128(table + 1));
    }
    // Behind the last place at which a sequence can begin.
    size_t end = count - places + 1;
    size_t at = start;
    for (; end - at >= VECTOR; at += VECTOR) {
        uint32_t found = passing(text + at, tables, places);
        if (found) return at + (size_t)__builtin_ctz(found);
    }
    if (at == end) return count;
    uint8_t tail[VECTOR + CSCAN_SIEVE_PLACES] = {0};
    memcpy(tail, text + at, count - at);
    // Without what the zeros behind the text let pass.
    uint32_t found = passing(tail, tables, places) & (((uint32_t)1 << (end - at)) - 1);
    return found ? at + (size_t)__builtin_ctz(found) : count;
}

KERNEL static size_t sieve(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, size_t sieve_count) {
    switch (cscan_sieve_places(sieve_count)) {
    case 1: return sieve_places(text, count, start, sieve, 1);
    case 2: return sieve_places(text, count, start, sieve, 2);
    case 3: return sieve_places(text, count, start, sieve, 3);
    default: return count;
    }
}

// MARK: Base64

/// The bytes that are not in the standard alphabet.
///
/// A bit stands for the bytes that have the same high four bits, 4 and 6 sharing theirs: `+/`, digits, letters up to O,
/// P to Z, p to z. A byte is in the alphabet when the bit of its high four bits is in the entry for its low four.
INLINE __m256i strangers(__m256i vector, __m256i nibbles) {
    const __m256i low = TABLE(
        0b11010, 0b11110, 0b11110, 0b11110, 0b11110, 0b11110, 0b11110, 0b11110, 0b11110, 0b11110, 0b11100, 0b00101,
        0b00100, 0b00100, 0b00100, 0b00101);
    const __m256i high = TABLE(0, 0, 0b00001, 0b00010, 0b00100, 0b01000, 0b00100, 0b10000, 0, 0, 0, 0, 0, 0, 0, 0);
    __m256i common = _mm256_and_si256(_mm256_shuffle_epi8(low, vector), _mm256_shuffle_epi8(high, nibbles));
    return _mm256_cmpeq_epi8(common, _mm256_setzero_si256());
}

/// Thirty-two characters of the standard alphabet as twenty-four bytes, with eight zeros behind them.
INLINE __m256i decoded(__m256i vector, __m256i nibbles) {
    // The way from a character to its value is the same for all with the same high four bits, but for the slash.
    const __m256i ways = TABLE(0, 0, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
    __m256i way = _mm256_add_epi8(
        _mm256_shuffle_epi8(ways, nibbles), _mm256_and_si256(is(vector, '/'), _mm256_set1_epi8(-3)));
    __m256i values = _mm256_add_epi8(vector, way);
    // Two values make twelve bits, two of those twenty-four, lowest byte first: the order of the bytes is turned.
    __m256i twelve = _mm256_maddubs_epi16(values, _mm256_set1_epi16(0x0140));
    __m256i groups = _mm256_madd_epi16(twelve, _mm256_set1_epi32(0x00011000));
    __m256i bytes = _mm256_shuffle_epi8(groups, TABLE(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1));
    return _mm256_permutevar8x32_epi32(bytes, _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 3, 7));
}

/// Where in its text and its output a decoding is.
typedef struct {
    size_t at, end;
    size_t firstLineEnd;
    bool hasURLSafe;
} Decoding;

/// Decodes whole vectors up to a character that is neither of the standard alphabet, or of both when `isURLSafe`, nor a
/// line end behind a group; of the vector that holds it too the groups before it.
///
/// The two cases are compiled apart, and steps between line ends are of fixed length: no vector waits for the one before.
///
/// Returns whether there was such a character; if not, less than a vector is left of the text or of the room.
INLINE bool decode_vectors(
    Decoding *state, const uint8_t *text, size_t count, uint8_t *output, size_t room, bool isURLSafe) {
    size_t at = state->at, end = state->end;
    __m256i urlSafe = _mm256_setzero_si256();
    bool isStopped = false;
    while (count - at >= VECTOR && room - end >= VECTOR) {
        __m256i vector = load(text + at), found = urlSafe;
        if (isURLSafe) {
            __m256i minus = is(vector, '-'), underscore = is(vector, '_');
            found = _mm256_or_si256(minus, underscore);
            vector = _mm256_blendv_epi8(vector, _mm256_set1_epi8('+'), minus);
            vector = _mm256_blendv_epi8(vector, _mm256_set1_epi8('/'), underscore);
        }
        __m256i nibbles = high_nibbles(vector);
        uint32_t bad = bits(strangers(vector, nibbles));
        _mm256_storeu_si256((__m256i *)(output + end), decoded(vector, nibbles));
        if (bad) {
            uint32_t groups = (uint32_t)__builtin_ctz(bad) / 4;
            state->hasURLSafe |= _bzhi_u32(bits(found), 4 * groups) != 0;
            at += 4 * groups;
            end += 3 * groups;
            size_t next = cscan_skip_line_ends(text, count, at, &state->firstLineEnd);
            isStopped = next == at;
            if (isStopped) break;
            at = next;
        } else {
            at += VECTOR;
            end += VECTOR / 4 * 3;
            if (isURLSafe) urlSafe = _mm256_or_si256(urlSafe, found);
        }
    }
    state->hasURLSafe |= bits(urlSafe) != 0;
    state->at = at;
    state->end = end;
    return isStopped;
}

KERNEL static CScanBase64Run base64_groups(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    if (start > count || filled > room) return (CScanBase64Run){.firstLineEnd = count};
    Decoding state = {.at = start, .end = filled, .firstLineEnd = count};
    // What stops the first may be of the other alphabet: the rest of the text then is too.
    if (decode_vectors(&state, text, count, output, room, false)) {
        decode_vectors(&state, text, count, output, room, true);
    }
    CScanBase64Run rest = cscan_scalar_base64_groups(text, count, state.at, output, room, state.end);
    return (CScanBase64Run){
        .charactersRead = state.at - start + rest.charactersRead,
        .bytesWritten = state.end - filled + rest.bytesWritten,
        .firstLineEnd = state.firstLineEnd < count ? state.firstLineEnd : rest.firstLineEnd,
        .hasURLSafeCharacters = state.hasURLSafe || rest.hasURLSafeCharacters,
    };
}

// MARK: Bytes

KERNEL static size_t common_prefix(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count) {
    size_t count = left_count < right_count ? left_count : right_count;
    size_t at = 0;
    for (; count - at >= VECTOR; at += VECTOR) {
        uint32_t same = bits(_mm256_cmpeq_epi8(load(left + at), load(right + at)));
        if (~same) return at + (size_t)__builtin_ctz(~same);
    }
    if (count < VECTOR) return cscan_scalar_common_prefix(left, count, right, count);
    // The last bytes with some of those before them, which are the same.
    uint32_t same = bits(_mm256_cmpeq_epi8(load(left + count - VECTOR), load(right + count - VECTOR)));
    return ~same ? count - VECTOR + (size_t)__builtin_ctz(~same) : count;
}

/// A register and the sixteen bytes that stand behind it, as one register: the register is moved on by the distance that
/// the two factors stand for.
INLINE __m128i fold(__m128i crc, __m128i factors, __m128i next) {
    __m128i low = _mm_clmulepi64_si128(crc, factors, 0x00);
    __m128i high = _mm_clmulepi64_si128(crc, factors, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

INLINE __m128i load_sixteen(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }

KERNEL static uint32_t crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
    if (count < CSCAN_BLOCK) return cscan_scalar_crc32(crc, bytes, count);
    // Powers of x modulo the polynomial, bits reversed and moved up by one, as the product of two reversed numbers of 64
    // bits lacks one: x^(n+32) for the low half and x^(n-32) for the high one, n being how many bits it is moved on.
    const __m128i by512 = _mm_set_epi64x(0x1C6E41596, 0x154442BD4);
    const __m128i by128 = _mm_set_epi64x(0x0CCAA009E, 0x1751997D0);
    // Four registers, so that no multiplication waits for the one before.
    __m128i first = _mm_xor_si128(load_sixteen(bytes), _mm_cvtsi32_si128((int)~crc));
    __m128i second = load_sixteen(bytes + 16), third = load_sixteen(bytes + 32), fourth = load_sixteen(bytes + 48);
    size_t at = CSCAN_BLOCK;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        first = fold(first, by512, load_sixteen(bytes + at));
        second = fold(second, by512, load_sixteen(bytes + at + 16));
        third = fold(third, by512, load_sixteen(bytes + at + 32));
        fourth = fold(fourth, by512, load_sixteen(bytes + at + 48));
    }
    first = fold(fold(fold(first, by128, second), by128, third), by128, fourth);
    // What is left stands for all before it, behind a register of zeros.
    uint8_t left[16];
    _mm_storeu_si128((__m128i *)left, first);
    return cscan_scalar_crc32(cscan_scalar_crc32(~(uint32_t)0, left, sizeof left), bytes + at, count - at);
}

const struct cscan_kernels cscan_kernels_avx2 = {
    .name = CScanKernelsAVX2,
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
