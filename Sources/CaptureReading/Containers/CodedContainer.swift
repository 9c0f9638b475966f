internal import ContentDecoding

/// A container that is one of the codings that bodies are under too.
protocol CodedContainer: CaptureContainer {
    /// The coding.
    var coding: any ContentCoding { get }
}

extension CodedContainer {
    /// Decodes the file.
    package func open(
        _ source: any ByteSource, limits: DecodingLimits, inside outer: (any ContainerSource)?
    ) -> any ContainerSource {
        CodedSource(id, source, decoder: coding.makeDecoder(limits: limits), limits: limits, inside: outer)
    }
}
