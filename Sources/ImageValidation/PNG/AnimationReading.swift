/// The frames of an animated PNG as far as they have been read.
///
/// PNG, 3rd edition, §4.9, §11.3.6
struct AnimationReading {
    /// What `fcTL` says of a frame.
    struct Frame {
        /// The chunk.
        let chunk: PNGChunk

        /// The number of the frame, from 1.
        let number: Int

        /// Its pixels; nil where they make no sense.
        let size: (width: Int, height: Int)?

        /// Whether the image data are its data.
        let isDefault: Bool

        /// Its data, in pieces.
        var pieces: [ArraySlice<UInt8>] = []

        /// Whether it has any chunk of data.
        var hasData = false
    }

    /// The chunk `acTL`, and how many frames it declares.
    var control: (chunk: PNGChunk, frameCount: Int)?

    /// The frames.
    var frames: [Frame] = []

    /// The sequence number that has to come next.
    var nextSequence = 0
}

extension PNGReading {
    /// Takes a sequence number.
    mutating func take(sequence: Int, of chunk: PNGChunk) {
        let next = animation.nextSequence
        if sequence != next {
            tell(.animationSequence, chunk, at: 0, expected: "the sequence number \(next)", found: "\(sequence)")
        }
        animation.nextSequence = sequence + 1
    }

    /// What can be said of an animation once all its chunks are read.
    mutating func finishAnimation() {
        for frame in animation.frames where !frame.isDefault && !frame.hasData {
            tell(.frameNoData, frame.chunk, expected: "fdAT behind the fcTL of frame \(frame.number)", found: "none")
        }
        if let control = animation.control {
            let count = animation.frames.count
            guard control.frameCount > 0, control.frameCount != count else { return }
            tell(
                .animationCount, control.chunk, at: 0, expected: "as many frames as there are fcTL, \(count)",
                found: "\(control.frameCount)")
        } else if let chunk = animation.frames.first?.chunk {
            tell(.animationMissing, chunk, expected: "acTL before the image data", found: "none")
        }
    }
}
