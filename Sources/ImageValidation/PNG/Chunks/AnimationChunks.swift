extension ChunkDescriptor {
    /// How many frames there are, and how often they are shown.
    ///
    /// PNG, 3rd edition, §11.3.6.1
    static let animationControl = ChunkDescriptor(type: "acTL", order: .beforeImageData) { chunk, reading in
        guard reading.hasLength(8, of: chunk, rule: .animationLength) else { return }
        let count = chunk.data.big32(0)
        if count == 0 { reading.tell(.animationZero, chunk, at: 0, expected: "at least 1 frame", found: "0") }
        if reading.animation.control == nil, !reading.isBehindImageData { reading.animation.control = (chunk, count) }
    }

    /// What a frame covers, and how it is shown.
    ///
    /// PNG, 3rd edition, §11.3.6.2
    static let frameControl = ChunkDescriptor(type: "fcTL", isOnce: false) { chunk, reading in
        guard reading.hasLength(26, of: chunk, rule: .frameLength) else { return }
        reading.take(sequence: chunk.data.big32(0), of: chunk)
        let isDefault = !reading.isBehindImageData
        if isDefault, !reading.animation.frames.isEmpty {
            reading.tell(.frameSecondDefault, chunk, expected: "one fcTL before the image data", found: "two")
        }
        let isSound = reading.checkFrame(chunk, isDefault: isDefault)
        let size = (width: chunk.data.big32(4), height: chunk.data.big32(8))
        let number = reading.animation.frames.count + 1
        reading.animation.frames.append(
            AnimationReading.Frame(chunk: chunk, number: number, size: isSound ? size : nil, isDefault: isDefault))
        for (offset, name, last, rule) in [
            (24, "dispose", 2, ImageRule.frameDispose), (25, "blend", 1, ImageRule.frameBlend),
        ] where chunk.data.byte(offset) > last {
            reading.tell(
                rule, chunk, at: offset, expected: "a \(name) operation from 0 to \(last)",
                found: "\(chunk.data.byte(offset))")
        }
    }

    /// A piece of a frame's data; the pieces are checked together, at the end.
    ///
    /// PNG, 3rd edition, §11.3.6.3
    static let frameData = ChunkDescriptor(type: "fdAT", isOnce: false) { chunk, reading in
        guard chunk.data.count >= 4 else {
            reading.tell(
                .frameDataLength, chunk, expected: "at least the 4 bytes of a sequence number",
                found: "\(chunk.data.count)")
            return
        }
        reading.take(sequence: chunk.data.big32(0), of: chunk)
        if !reading.isBehindImageData {
            reading.tell(.frameDataEarly, chunk, expected: "fdAT behind the image data", found: "it before them")
        } else if let last = reading.animation.frames.indices.last, !reading.animation.frames[last].isDefault {
            reading.animation.frames[last].hasData = true
            if chunk.data.count > 4 { reading.animation.frames[last].pieces.append(chunk.data.dropFirst(4)) }
        } else {
            reading.tell(.frameDataAlone, chunk, expected: "an fcTL before the fdAT of a frame", found: "none")
        }
    }
}

extension PNGReading {
    /// Checks where a frame stands on the canvas; whether its size makes sense.
    fileprivate mutating func checkFrame(_ chunk: PNGChunk, isDefault: Bool) -> Bool {
        let (width, height) = (chunk.data.big32(4), chunk.data.big32(8))
        let (x, y) = (chunk.data.big32(12), chunk.data.big32(16))
        guard width > 0, height > 0 else {
            tell(.frameZero, chunk, at: 4, expected: "a frame of at least 1 x 1", found: "\(width) x \(height)")
            return false
        }
        guard let header else { return false }
        let canvas = "\(header.width) x \(header.height)"
        let frame = "\(width) x \(height) at \(x), \(y)"
        if x + width > header.width || y + height > header.height {
            tell(.frameBounds, chunk, at: 4, expected: "a frame within \(canvas)", found: frame)
        }
        if isDefault, width != header.width || height != header.height || x != 0 || y != 0 {
            tell(
                .frameDefault, chunk, at: 4, expected: "a frame of \(canvas) at 0, 0 before the image data",
                found: frame)
        }
        return width <= ImageHeader.largest && height <= ImageHeader.largest
    }
}
