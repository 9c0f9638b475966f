#include "kernels.h"

/// The variant that runs.
static const struct cscan_kernels *chosen = &cscan_kernels_scalar;

/// Chooses before anything else of the program runs, constructors of other code included, so that no call has to ask.
__attribute__((constructor(101))) static void choose(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")
        && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul")) {
        chosen = &cscan_kernels_avx2;
    }
#elif defined(__aarch64__)
    chosen = &cscan_kernels_neon;
#endif
}

CScanKernels cscan_kernels(void) { return chosen->name; }

void cscan_use_scalar_kernels(void) { chosen = &cscan_kernels_scalar; }

size_t cscan_plain_end(const uint8_t *text, size_t count, size_t start) {
    return chosen->plain_end(text, count, start);
}

CScanStringRun cscan_string_run(const uint8_t *text, size_t count, size_t start) {
    return chosen->string_run(text, count, start);
}

CScanUnescapedRun cscan_unescape(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    return chosen->unescape(text, count, start, output, room, filled);
}

bool cscan_is_utf8(const uint8_t *text, size_t count) { return chosen->is_utf8(text, count); }

CScanBrackets cscan_closing_bracket(CScanBrackets state, const uint8_t *text, size_t count, ptrdiff_t level) {
    return chosen->closing_bracket(state, text, count, level);
}

size_t cscan_line_feed(const uint8_t *text, size_t count, size_t start) {
    return chosen->line_feed(text, count, start);
}

size_t cscan_line_end(const uint8_t *text, size_t count, size_t start) {
    return chosen->line_end(text, count, start);
}

size_t cscan_sieve(const uint8_t *text, size_t count, size_t start, const uint8_t *sieve, size_t sieve_count) {
    return chosen->sieve(text, count, start, sieve, sieve_count);
}

CScanBase64Run cscan_base64_groups(
    const uint8_t *text, size_t count, size_t start, uint8_t *output, size_t room, size_t filled) {
    return chosen->base64_groups(text, count, start, output, room, filled);
}

size_t cscan_common_prefix(const uint8_t *left, size_t left_count, const uint8_t *right, size_t right_count) {
    return chosen->common_prefix(left, left_count, right, right_count);
}

uint32_t cscan_crc32(uint32_t crc, const uint8_t *bytes, size_t count) { return chosen->crc32(crc, bytes, count); }
