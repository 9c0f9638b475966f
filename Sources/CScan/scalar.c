#include "kernels.h"

size_t cscan_scalar_plain_end(const uint8_t *text, size_t count, size_t start) {
    for (size_t at = start; at < count; at++) {
        if (text[at] < 0x20 || text[at] > 0x7F || text[at] == '"' || text[at] == '\\') return at;
    }
    return count;
}

const uint8_t cscan_escaped_characters[256] = {
    ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t',
};

/// Whether a byte behind a backslash makes an escape of two bytes.
static bool is_letter(uint8_t byte) { return cscan_escaped_characters[byte] != 0; }

CScanStringRun cscan_scalar_string_run(const uint8_t *text, size_t count, size_t start) {
    CScanStringRun run = {.end = count};
    for (size_t at = start; at < count; at++) {
        if (text[at] == '\\' && at + 1 < count && is_letter(text[at + 1])) {
            run.hasEscapes = true;
            at++;
        } else if (text[at] < 0x20 || text[at] == '"' || text[at] == '\\') {
            run.end = at;
            return run;
        } else if (text[at] > 0x7F) {
            run.hasHighBytes = true;
        }
    }
    return run;
}

CScanUnescapedRun cscan_scalar_unescape(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    size_t at = start, end = filled;
    for (; at < count && end < room; at++, end++) {
        if (text[at] != '\\') {
            output[end] = text[at];
        } else if (at + 1 < count && is_letter(text[at + 1])) {
            at++;
            output[end] = cscan_escaped_characters[text[at]];
        } else {
            break;
        }
    }
    return (CScanUnescapedRun){.end = at, .bytesWritten = end > filled ? end - filled : 0};
}

bool cscan_scalar_is_utf8(const uint8_t *text, size_t count) {
    for (size_t at = 0; at < count;) {
        size_t length = cscan_character_length(text, count, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

CScanBrackets cscan_scalar_closing_bracket(
    CScanBrackets state, const uint8_t *text, size_t count, ptrdiff_t level) {
    state.isFound = false;
    for (size_t at = 0; at < count; at++) {
        uint8_t byte = text[at];
        if (state.isEscaped || byte == '\\') {
            state.isEscaped = !state.isEscaped;
        } else if (byte == '"') {
            state.isInString = !state.isInString;
        } else if (state.isInString) {
            continue;
        } else if (byte == '{' || byte == '[') {
            state.depth++;
        } else if (byte == '}' || byte == ']') {
            state.depth--;
            if (state.depth > level) continue;
            state.bytesRead = at + 1;
            state.isFound = true;
            return state;
        }
    }
    state.bytesRead = count;
    return state;
}

size_t cscan_scalar_line_feed(const uint8_t *text, size_t count, size_t start) {
    for (size_t at = start; at < count; at++) {
        if (text[at] == '\n') return at;
    }
    return count;
}

size_t cscan_scalar_line_end(const uint8_t *text, size_t count, size_t start) {
    for (size_t at = start; at < count; at++) {
        if (text[at] == '\n' || text[at] == '\r') return at;
    }
    return count;
}

size_t cscan_scalar_sieve(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, size_t sieve_count) {
    size_t places = cscan_sieve_places(sieve_count);
    if (places == 0 || count < places) return count;
    for (size_t at = start; at <= count - places; at++) {
        uint8_t passed = 0xFF;
        for (size_t place = 0; place < places; place++) {
            const uint8_t *table = sieve + place * CSCAN_SIEVE_TABLE;
            passed &= table[text[at + place] & 0x0F] & table[16 + (text[at + place] >> 4)];
        }
        if (passed) return at;
    }
    return count;
}

/// Marks the value of a byte that is in neither alphabet, and of one that is in the URL-safe alphabet alone.
enum { STRANGER = 0x80, URL_SAFE = 0x40 };

/// The values of the characters of both alphabets, RFC 4648 tables 1 and 2.
static const uint8_t base64_values[128] = {
    0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
    0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
    0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 62,   0x80, 0x7E, 0x80, 63,
    52,   53,   54,   55,   56,   57,   58,   59,   60,   61,   0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
    0x80, 0,    1,    2,    3,    4,    5,    6,    7,    8,    9,    10,   11,   12,   13,   14,
    15,   16,   17,   18,   19,   20,   21,   22,   23,   24,   25,   0x80, 0x80, 0x80, 0x80, 0x7F,
    0x80, 26,   27,   28,   29,   30,   31,   32,   33,   34,   35,   36,   37,   38,   39,   40,
    41,   42,   43,   44,   45,   46,   47,   48,   49,   50,   51,   0x80, 0x80, 0x80, 0x80, 0x80,
};

/// The value of a byte with its marks.
static inline uint32_t base64_value(uint8_t byte) { return byte < 128 ? base64_values[byte] : STRANGER; }

CScanBase64Run cscan_scalar_base64_groups(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    CScanBase64Run run = {.firstLineEnd = count};
    size_t at = start, end = filled;
    if (start > count || filled > room) return run;
    for (;; at += 4, end += 3) {
        at = cscan_skip_line_ends(text, count, at, &run.firstLineEnd);
        if (count - at < 4 || room - end < 3) break;
        uint32_t first = base64_value(text[at]), second = base64_value(text[at + 1]);
        uint32_t third = base64_value(text[at + 2]), fourth = base64_value(text[at + 3]);
        uint32_t all = first | second | third | fourth;
        if (all & STRANGER) break;
        if (all & URL_SAFE) run.hasURLSafeCharacters = true;
        uint32_t value = (first & 0x3F) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | (fourth & 0x3F);
        output[end] = (uint8_t)(value >> 16);
        output[end + 1] = (uint8_t)(value >> 8);
        output[end + 2] = (uint8_t)value;
    }
    run.charactersRead = at - start;
    run.bytesWritten = end - filled;
    return run;
}

size_t cscan_scalar_common_prefix(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count) {
    size_t count = left_count < right_count ? left_count : right_count;
    for (size_t at = 0; at < count; at++) {
        if (left[at] != right[at]) return at;
    }
    return count;
}

/// `crc_tables[n][byte]` is what a byte makes of the register `n` bytes later: eight bytes are taken at a time.
static uint32_t crc_tables[8][256];

/// Fills the tables before anything else of the program runs.
__attribute__((constructor)) static void fill_crc_tables(void) {
    // The polynomial of ISO 3309 with its bits reversed.
    const uint32_t polynomial = 0xEDB88320;
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte;
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
        crc_tables[0][byte] = crc;
    }
    for (int table = 1; table < 8; table++) {
        for (uint32_t byte = 0; byte < 256; byte++) {
            uint32_t crc = crc_tables[table - 1][byte];
            crc_tables[table][byte] = crc >> 8 ^ crc_tables[0][crc & 0xFF];
        }
    }
}

uint32_t cscan_scalar_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
    crc = ~crc;
    size_t at = 0;
    for (; count - at >= 8; at += 8) {
        const uint8_t *eight = bytes + at;
        crc ^= eight[0] | (uint32_t)eight[1] << 8 | (uint32_t)eight[2] << 16 | (uint32_t)eight[3] << 24;
        crc = crc_tables[7][crc & 0xFF] ^ crc_tables[6][crc >> 8 & 0xFF] ^ crc_tables[5][crc >> 16 & 0xFF]
            ^ crc_tables[4][crc >> 24] ^ crc_tables[3][eight[4]] ^ crc_tables[2][eight[5]] ^ crc_tables[1][eight[6]]
            ^ crc_tables[0][eight[7]];
    }
    for (; at < count; at++) crc = crc >> 8 ^ crc_tables[0][(crc ^ bytes[at]) & 0xFF];
    return ~crc;
}

const struct cscan_kernels cscan_kernels_scalar = {
    .name = CScanKernelsScalar,
    .plain_end = cscan_scalar_plain_end,
    .string_run = cscan_scalar_string_run,
    .unescape = cscan_scalar_unescape,
    .is_utf8 = cscan_scalar_is_utf8,
    .closing_bracket = cscan_scalar_closing_bracket,
    .line_feed = cscan_scalar_line_feed,
    .line_end = cscan_scalar_line_end,
    .sieve = cscan_scalar_sieve,
    .base64_groups = cscan_scalar_base64_groups,
    .common_prefix = cscan_scalar_common_prefix,
    .crc32 = cscan_scalar_crc32,
};
