#include "CodingLoops.h"

#include <brotli/decode.h>
#include <brotli/encode.h>
#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

static size_t gzip_encode(const uint8_t *bytes, size_t count, uint8_t *output, size_t room) {
    z_stream stream = {0};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)room;
    size_t written = deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
    deflateEnd(&stream);
    return written;
}

size_t coding_loop_encode(
    enum CodingLoop coding, const uint8_t *bytes, size_t count, uint8_t *output, size_t room) {
    size_t written = room;
    switch (coding) {
    case CodingLoopGzip: return gzip_encode(bytes, count, output, room);
    case CodingLoopBrotli:
        return BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, count, bytes, &written, output) ? written : 0;
    case CodingLoopZstandard: written = ZSTD_compress(output, room, bytes, count, 3);
    }
    return ZSTD_isError(written) ? 0 : written;
}

/// Memory that doubles when it is full.
struct growing {
    uint8_t *bytes;
    size_t count, room;
};

static bool grow(struct growing *memory) {
    if (memory->count < memory->room) return true;
    size_t room = memory->room ? memory->room * 2 : 1 << 16;
    uint8_t *bytes = realloc(memory->bytes, room);
    if (!bytes) return false;
    memory->bytes = bytes;
    memory->room = room;
    return true;
}

static bool gzip_decode(const uint8_t *bytes, size_t count, struct growing *memory) {
    z_stream stream = {0};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return false;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    int status = Z_OK;
    while (status == Z_OK && grow(memory)) {
        size_t room = memory->room - memory->count;
        stream.next_out = memory->bytes + memory->count;
        stream.avail_out = (uInt)room;
        status = inflate(&stream, Z_NO_FLUSH);
        memory->count += room - stream.avail_out;
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END;
}

static bool brotli_decode(const uint8_t *bytes, size_t count, struct growing *memory) {
    BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && grow(memory)) {
        size_t room = memory->room - memory->count;
        uint8_t *next = memory->bytes + memory->count;
        result = BrotliDecoderDecompressStream(state, &count, &bytes, &room, &next, NULL);
        memory->count = memory->room - room;
    }
    BrotliDecoderDestroyInstance(state);
    return result == BROTLI_DECODER_RESULT_SUCCESS;
}

static bool zstandard_decode(const uint8_t *bytes, size_t count, struct growing *memory) {
    ZSTD_DCtx *context = ZSTD_createDCtx();
    ZSTD_inBuffer input = {bytes, count, 0};
    size_t status = 1;
    while (status != 0 && !ZSTD_isError(status) && grow(memory)) {
        ZSTD_outBuffer output = {memory->bytes, memory->room, memory->count};
        status = ZSTD_decompressStream(context, &output, &input);
        memory->count = output.pos;
    }
    ZSTD_freeDCtx(context);
    return status == 0;
}

size_t coding_loop_decode(enum CodingLoop coding, const uint8_t *bytes, size_t count) {
    struct growing memory = {0};
    bool is_whole = false;
    switch (coding) {
    case CodingLoopGzip: is_whole = gzip_decode(bytes, count, &memory); break;
    case CodingLoopBrotli: is_whole = brotli_decode(bytes, count, &memory); break;
    case CodingLoopZstandard: is_whole = zstandard_decode(bytes, count, &memory); break;
    }
    free(memory.bytes);
    return is_whole ? memory.count : 0;
}
