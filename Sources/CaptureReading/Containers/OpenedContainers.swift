/// A capture with the containers around it opened.
struct OpenedContainers {
    /// The bytes of the capture, or of a container that is not opened yet.
    private(set) var source: any ByteSource

    /// The containers, outermost first.
    private(set) var containers: [any ContainerSource] = []

    /// Begins with a file that no container is known of.
    init(_ source: any ByteSource) {
        self.source = source
    }

    /// The first bytes, which stay in the source.
    mutating func head(_ count: Int) throws(CaptureError) -> ArraySlice<UInt8> {
        if let source = source as? any SeekableSource { return try source.bytes(at: 0, count: count)[...] }
        let peeked = try PeekedSource(source, count: count)
        source = peeked
        return peeked.head
    }

    /// Goes into a container that was opened.
    mutating func enter(_ container: any ContainerSource) {
        containers.append(container)
        source = container
    }

    /// The name that the capture has in the innermost archive.
    var memberName: String? { containers.lazy.compactMap(\.memberName).last }

    /// The files beside the capture in the innermost archive.
    var attachments: (any Attachments)? { containers.lazy.compactMap(\.attachments).last }

    /// What is wrong with the containers, as far as they have been read.
    ///
    /// What loses nothing of the capture comes first, at its beginning; what keeps the rest of it from being read stands
    /// where that would be.
    func defects(end: Location) -> (before: [CaptureDefect], behind: [CaptureDefect]) {
        let all = containers.flatMap { container in
            container.defects.map { defect in
                var result = CaptureDefect(
                    id: "\(container.id).\(defect.id)", message: defect.message,
                    location: defect.fault == nil ? .start : end)
                result.fault = defect.fault
                return result
            }
        }
        return (all.filter { defect in defect.fault == nil }, all.filter { defect in defect.fault != nil })
    }

    /// An error of what is in the containers, which says so.
    func located(_ error: CaptureError) -> CaptureError {
        if case .unreadable = error { return error }
        guard !containers.isEmpty else { return error }
        let damage = containers.lazy.compactMap { container in container.defects.compactMap(\.fault).first }.first
        return .contained(in: containers.map(\.id), damage: damage, error)
    }
}
