internal import CaptureReading
internal import ContentDecoding

/// Puts a capture back into a container of the kind that it came out of.
struct ContainerEncoder {
    /// How the container is written.
    private enum Form {
        case coding(StreamEncoder)
        case utf16(isLittleEndian: Bool)
    }

    private var form: Form

    /// An encoder of a container; nil for one that cannot be written piece by piece, as a zip.
    init?(_ container: ContainerID) {
        switch container {
        case .utf16LittleEndian: form = .utf16(isLittleEndian: true)
        case .utf16BigEndian: form = .utf16(isLittleEndian: false)
        default:
            let name = container == .zstandard ? ContentEncoder.zstandard.rawValue : container.rawValue
            guard let coding = ContentEncoder(rawValue: name), let encoder = StreamEncoder(coding) else { return nil }
            form = .coding(encoder)
        }
    }

    /// Encodes the next bytes, and gives what has come out.
    mutating func append(_ bytes: [UInt8]) -> [UInt8] {
        switch form {
        case .coding(var encoder):
            let output = encoder.append(bytes[...])
            form = .coding(encoder)
            return output
        case .utf16(let isLittleEndian): return encoded(bytes, isLittleEndian: isLittleEndian)
        }
    }

    /// Ends the container, and gives what was left to come out.
    mutating func finish() -> [UInt8] {
        if case .coding(let encoder) = form { return encoder.finish() }
        return []
    }

    /// Text in UTF-16; a piece ends where a character of the capture does, since it ends where an exchange begins.
    private func encoded(_ bytes: [UInt8], isLittleEndian: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        for unit in String(decoding: bytes, as: UTF8.self).utf16 {
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            output.append(isLittleEndian ? low : high)
            output.append(isLittleEndian ? high : low)
        }
        return output
    }
}
