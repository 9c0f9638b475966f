/// The loops of `CScan.h` in plain C, one byte after the other: what the fast ones are compared with, and what runs where
/// the processor has none of them.
#ifndef CSCAN_SCALAR_H
#define CSCAN_SCALAR_H

#include "CScan.h"

size_t cscan_scalar_plain_end(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

CScanStringRun cscan_scalar_string_run(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

CScanUnescapedRun cscan_scalar_unescape(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start,
    uint8_t *__counted_by(room) output __noescape, size_t room, size_t filled);

bool cscan_scalar_is_utf8(const uint8_t *__counted_by(count) text __noescape, size_t count);

CScanBrackets cscan_scalar_closing_bracket(
    CScanBrackets state, const uint8_t *__counted_by(count) text __noescape, size_t count, ptrdiff_t level);

size_t cscan_scalar_line_feed(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

size_t cscan_scalar_line_end(const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start);

size_t cscan_scalar_sieve(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start,
    const uint8_t *__counted_by(sieve_count) sieve __noescape, size_t sieve_count);

CScanBase64Run cscan_scalar_base64_groups(
    const uint8_t *__counted_by(count) text __noescape, size_t count, size_t start,
    uint8_t *__counted_by(room) output __noescape, size_t room, size_t filled);

size_t cscan_scalar_common_prefix(
    const uint8_t *__counted_by(left_count) left __noescape, size_t left_count,
    const uint8_t *__counted_by(right_count) right __noescape, size_t right_count);

uint32_t cscan_scalar_crc32(uint32_t crc, const uint8_t *__counted_by(count) bytes __noescape, size_t count);

#endif
