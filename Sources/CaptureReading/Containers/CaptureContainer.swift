package import ContentDecoding

/// Something that lies around a whole capture: a compressed file, an archive, an encoding of its text.
///
/// A container is one type in a file of its own and one line in `ContainerCatalog`.
package protocol CaptureContainer: Sendable {
    /// Its name.
    var id: ContainerID { get }

    /// Whether a file is in this container, judged by its first bytes (at most `ContainerCatalog.headSize`).
    ///
    /// Every input is met by every container: a recogniser never throws.
    func recognise(_ head: ArraySlice<UInt8>) -> Bool

    /// Opens the container around a capture.
    ///
    /// - Parameters:
    ///   - source: the bytes, from the first.
    ///   - limits: how much is decoded.
    ///   - outer: the container around this one; nil where it is the outermost.
    /// - Returns: the capture in it, at its first byte.
    /// - Throws: `CaptureError.noCapture` for an archive without one, and what the source throws. Damage never throws: it
    ///   ends the capture, and becomes a defect.
    func open(
        _ source: any ByteSource, limits: DecodingLimits, inside outer: (any ContainerSource)?
    ) throws(CaptureError) -> any ContainerSource
}
