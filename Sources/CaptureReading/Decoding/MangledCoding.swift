/// What a tool did to coded bytes that it took for text.
enum MangledCoding {
    /// It wrote U+FFFD for every byte that is no UTF-8: those are lost.
    case replaced

    /// It took every byte for a character of ISO 8859-1: nothing is lost.
    case latin1

    /// Recognises what is left of the signs of gzip and zstd; nil where nothing is.
    init?(_ head: ArraySlice<UInt8>) {
        let replaced: [[UInt8]] = [
            [0x1F, 0xEF, 0xBF, 0xBD, 0x08], [0x28, 0xEF, 0xBF, 0xBD, 0x2F, 0xEF, 0xBF, 0xBD],
        ]
        let latin1: [[UInt8]] = [[0x1F, 0xC2, 0x8B, 0x08], [0x28, 0xC2, 0xB5, 0x2F, 0xC3, 0xBD]]
        if replaced.contains(where: { sign in head.starts(with: sign) }) {
            self = .replaced
        } else if latin1.contains(where: { sign in head.starts(with: sign) }) {
            self = .latin1
        } else {
            return nil
        }
    }
}
