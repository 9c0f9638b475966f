// What a program in C would do with the libraries of the codings, for comparison: one loop each, into memory that grows.

#ifndef CODING_LOOPS_H
#define CODING_LOOPS_H

#include <stddef.h>
#include <stdint.h>

enum CodingLoop { CodingLoopGzip, CodingLoopBrotli, CodingLoopZstandard };

/// Encodes bytes as servers do by default, and gives how long that is; 0 where `room` is too small.
size_t coding_loop_encode(
    enum CodingLoop coding, const uint8_t *bytes, size_t count, uint8_t *output, size_t room);

/// Decodes bytes, and gives how many came out; 0 where they are damaged.
size_t coding_loop_decode(enum CodingLoop coding, const uint8_t *bytes, size_t count);

#endif
