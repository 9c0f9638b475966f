/// The loops that are the same in every variant that looks at blocks.
///
/// Not a header of its own: a variant includes it once, behind what it looks at blocks with. Those are the macros
/// `INLINE` and `KERNEL`, what each function is declared with, and `VECTOR`; the type `Block`; and the functions
/// `load_block`, `block_is`, `control_mask`, `high_mask` and `letter_mask`, which give a bit for each byte of a block
/// that is one byte, below 0x20, above 0x7F, or means something behind a backslash; `has_quote_or_backslash`;
/// `brackets_folded`, a block with its square brackets made curly ones; `is_ascii`, of a vector's bytes; and `odd_below`.

/// The last bytes of a text, fewer than a block, with zeros behind them.
INLINE Block load_tail(const uint8_t *text, size_t count, size_t at) {
    uint8_t bytes[CSCAN_BLOCK] = {0};
    memcpy(bytes, text + at, count - at);
    return load_block(bytes);
}

/// Takes a block into a run, and says whether it ends it.
INLINE bool ends_run(CScanStringRun *run, Block block, size_t at, uint64_t *carry) {
    uint64_t backslashes = block_is(block, '\\');
    uint64_t escaped = 0, meaningful = 0;
    if (backslashes | *carry) {
        escaped = cscan_escaped(backslashes, carry);
        meaningful = letter_mask(block);
    }
    return cscan_ends_run(run, at, block_is(block, '"'), control_mask(block), high_mask(block), escaped, meaningful);
}

KERNEL static bool is_utf8(const uint8_t *text, size_t count) {
    size_t at = 0;
    while (at < count) {
        while (count - at >= VECTOR && is_ascii(text + at)) at += VECTOR;
        // Then a stretch of characters one by one: where one is not ASCII, others are near.
        size_t end = count - at < VECTOR ? count : at + VECTOR;
        while (at < end) {
            size_t length = cscan_character_length(text, count, at);
            if (length == 0) return false;
            at += length;
        }
    }
    return true;
}

/// Where a search for brackets is between two blocks.
typedef struct {
    /// All ones inside a string.
    uint64_t strings;
    /// 1 when the next byte is escaped.
    uint64_t carry;
} Border;

/// Takes a block of `length` bytes into a search, and says whether what was sought is in it.
INLINE bool finds_bracket(
    CScanBrackets *state, Border *border, Block block, size_t at, size_t length, ptrdiff_t level) {
    uint64_t quotes = block_is(block, '"');
    uint64_t backslashes = block_is(block, '\\');
    uint64_t skipped = 0;
    if (backslashes | border->carry) {
        skipped = cscan_escaped(backslashes, &border->carry);
        if (length < CSCAN_BLOCK) border->carry = skipped >> length & 1;
        quotes &= ~skipped;
    }
    uint64_t strings = border->strings;
    if (quotes) {
        strings ^= odd_below(quotes);
        border->strings = (uint64_t)((int64_t)strings >> 63);
    }
    skipped |= strings;
    if (!~skipped) return false;
    Block folded = brackets_folded(block);
    return cscan_takes_brackets(state, at, block_is(folded, '{') & ~skipped, block_is(folded, '}') & ~skipped, level);
}

KERNEL static CScanBrackets closing_bracket(CScanBrackets state, const uint8_t *text, size_t count, ptrdiff_t level) {
    Border border = {.strings = state.isInString ? ~(uint64_t)0 : 0, .carry = state.isEscaped};
    size_t at = 0;
    state.isFound = false;
    for (; count - at >= CSCAN_BLOCK; at += CSCAN_BLOCK) {
        Block block = load_block(text + at);
        // Captures are mostly long strings.
        if (border.strings && !border.carry && !has_quote_or_backslash(block)) continue;
        if (finds_bracket(&state, &border, block, at, CSCAN_BLOCK, level)) return state;
    }
    if (at < count && finds_bracket(&state, &border, load_tail(text, count, at), at, count - at, level)) return state;
    state.bytesRead = count;
    state.isInString = border.strings != 0;
    state.isEscaped = border.carry != 0;
    return state;
}
