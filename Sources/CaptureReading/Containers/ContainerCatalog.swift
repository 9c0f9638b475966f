internal import ContentDecoding

/// Every container that is opened around a capture, by name.
package enum ContainerCatalog {
    /// How many bytes at the beginning of a file its container is recognised by.
    static let headSize = 512

    /// The containers.
    package static let all: [any CaptureContainer] = [
        GzipContainer(),
        UTF16Container(.bigEndian),
        UTF16Container(.littleEndian),
        ZipContainer(),
        ZlibContainer(),
        ZstandardContainer(),
    ]

    /// The container that a file is in, or nil when it is in none.
    package static func recognise(_ head: ArraySlice<UInt8>) -> (any CaptureContainer)? {
        all.first { container in container.recognise(head) }
    }

    /// Opens the containers around a capture, one in the other, until none is recognised.
    ///
    /// - Throws: `CaptureError.tooManyContainers`, what a container throws, and what the source throws.
    static func open(_ source: any ByteSource, limits: DecodingLimits) throws(CaptureError) -> OpenedContainers {
        var opened = OpenedContainers(source)
        do throws(CaptureError) {
            while let container = recognise(try opened.head(headSize)) {
                guard opened.containers.count < limits.layers else { throw .tooManyContainers(limit: limits.layers) }
                opened.enter(
                    try container.open(opened.source, limits: limits, inside: opened.containers.last))
            }
        } catch {
            throw opened.located(error)
        }
        return opened
    }
}
