/// The chunks of the extensions to PNG.
///
/// Extensions to the PNG Specification, 1.5.0
extension ChunkDescriptor {
    /// A digital signature.
    static let signature = ChunkDescriptor(type: "dSIG", isOnce: false)

    /// The parameters of a fractal.
    static let fractal = ChunkDescriptor(type: "fRAc", isOnce: false)

    /// What a GIF said of how it is shown.
    static let gifControl = ChunkDescriptor(type: "gIFg", isOnce: false)

    /// A text of a GIF; deprecated.
    static let gifPlainText = ChunkDescriptor(type: "gIFt", isOnce: false)

    /// The data of a program that came with a GIF.
    static let gifApplication = ChunkDescriptor(type: "gIFx", isOnce: false)

    /// Where the image stands on a page.
    static let offset = ChunkDescriptor(type: "oFFs", order: .beforeImageData) { chunk, reading in
        guard reading.hasLength(9, of: chunk, rule: .extensionLength) else { return }
        reading.checkCode(at: 8, of: chunk, through: 1, "unit")
    }

    /// That the image is a pair for two eyes.
    static let stereo = ChunkDescriptor(type: "sTER", order: .beforeImageData) { chunk, reading in
        guard reading.hasLength(1, of: chunk, rule: .extensionLength) else { return }
        reading.checkCode(at: 0, of: chunk, through: 1, "mode")
    }

    /// The size of what the image shows.
    static let physicalScale = ChunkDescriptor(type: "sCAL", order: .beforeImageData) { chunk, reading in
        let parts = chunk.data.dropFirst().split(separator: 0, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            reading.tell(
                .extensionLength, chunk, expected: "a unit and two numbers with a zero byte between them",
                found: "\(chunk.data.count) bytes")
            return
        }
        if !(1...2).contains(chunk.data.byte(0)) {
            reading.tell(
                .extensionValue, chunk, at: 0, expected: "unit 1 (metre) or 2 (radian)", found: "\(chunk.data.byte(0))")
        }
        for part in parts where !FloatSyntax.isPositive(part) {
            reading.tell(
                .extensionValue, chunk, expected: "a number above 0 in ASCII", found: String(decodingLatin1: part))
        }
    }

    /// How samples become measures.
    static let calibration = ChunkDescriptor(type: "pCAL", order: .beforeImageData) { chunk, reading in
        let name = chunk.data.prefix { byte in byte != 0 }
        let rest = chunk.data.dropFirst(name.count + 1)
        guard rest.count >= 10 else {
            reading.tell(
                .extensionLength, chunk, expected: "a name, 10 bytes and a unit", found: "\(chunk.data.count) bytes")
            return
        }
        let (type, count) = (Int(rest.byte(8)), Int(rest.byte(9)))
        // The parameters of a linear, an exponential, an arbitrary and a hyperbolic equation.
        let counts = [2, 3, 3, 4]
        if type >= counts.count || counts[type] != count {
            reading.tell(
                .extensionValue, chunk, expected: "an equation from 0 to 3 and as many parameters as it has",
                found: "equation \(type) with \(count)")
        }
        if rest.big32(0) == rest.big32(4) {
            reading.tell(.extensionValue, chunk, expected: "two different ends", found: "\(rest.big32(0)) for both")
        }
        let parameters = rest.dropFirst(10).split(separator: 0, omittingEmptySubsequences: false).dropFirst()
        guard parameters.count == count else {
            reading.tell(.extensionLength, chunk, expected: "\(count) parameters", found: "\(parameters.count)")
            return
        }
        for parameter in parameters where !FloatSyntax.isNumber(parameter) {
            reading.tell(
                .extensionValue, chunk, expected: "a number in ASCII", found: String(decodingLatin1: parameter))
        }
    }
}

extension PNGReading {
    /// Tells a code that has no meaning.
    fileprivate mutating func checkCode(at offset: Int, of chunk: PNGChunk, through last: UInt8, _ name: String) {
        let code = chunk.data.byte(offset)
        guard code > last else { return }
        tell(.extensionValue, chunk, at: offset, expected: "a \(name) from 0 to \(last)", found: "\(code)")
    }
}
