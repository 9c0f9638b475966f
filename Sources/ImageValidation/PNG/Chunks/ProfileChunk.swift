extension ChunkDescriptor {
    /// The ICC profile of the image's colours.
    ///
    /// PNG, 3rd edition, §11.3.2.3; ICC.1:2022 §7.2
    static let profile = ChunkDescriptor(type: "iCCP", order: .beforePalette) { chunk, reading in
        if reading.colors.profile == nil { reading.colors.profile = chunk }
        let name = chunk.data.prefix { byte in byte != 0 }
        guard name.count < chunk.data.count else {
            reading.tell(.profileNul, chunk, expected: "a zero byte behind the profile's name", found: "none")
            return
        }
        reading.checkKeyword(name, of: chunk, prefix: "iCCP")
        guard chunk.data.count > name.count + 1 else {
            reading.tell(.profileLength, chunk, expected: "a compression method behind the name", found: "the end")
            return
        }
        let method = chunk.data.byte(name.count + 1)
        guard method == 0 else {
            reading.tell(
                .profileMethod, chunk, at: name.count + 1, expected: "compression method 0", found: "\(method)")
            return
        }
        guard reading.options.depth == .pixels,
            let profile = reading.inflate(
                chunk, from: name.count + 2, limit: reading.options.profileLimit, prefix: "iCCPZ")
        else { return }
        reading.checkProfile(profile, of: chunk)
    }
}

extension PNGReading {
    /// Where the fields of a profile's header stand. ICC.1:2022 §7.2
    private enum ProfileField {
        static let version = 8
        static let space = 16
        static let signature = 36
        static let headerSize = 128
    }

    fileprivate mutating func checkProfile(_ profile: Inflated, of chunk: PNGChunk) {
        let bytes = profile.bytes[...]
        guard bytes.count >= ProfileField.headerSize else {
            if !profile.isCut, zlib.failure == nil, zlib.hasEnded {
                tell(.profileHeader, chunk, expected: "a profile of at least 128 bytes", found: "\(bytes.count)")
            }
            return
        }
        if !bytes.has("acsp", at: ProfileField.signature) {
            tell(
                .profileHeader, chunk, expected: "the signature acsp in the profile",
                found: bytes.part(ProfileField.signature, 4).hexadecimal())
        }
        if !profile.isCut, zlib.hasEnded, bytes.big32(0) != bytes.count {
            tell(.profileHeader, chunk, expected: "a profile of \(bytes.big32(0)) bytes", found: "\(bytes.count)")
        }
        if !(2...5).contains(bytes.byte(ProfileField.version)) {
            tell(
                .profileHeader, chunk, expected: "a profile of version 2, 4 or 5",
                found: "\(bytes.byte(ProfileField.version))")
        }
        guard let color = header?.color else { return }
        let space = color == .gray || color == .grayAlpha ? "GRAY" : "RGB "
        guard !bytes.has(space, at: ProfileField.space) else { return }
        tell(
            .profileSpace, chunk, expected: "a profile of the colour space \(space)",
            found: String(decodingLatin1: bytes.part(ProfileField.space, 4)))
    }
}
