internal import ByteCoding

/// What a labelled line of a pane says of the exchange beside its headers.
enum HeadersPaneLabel: Equatable {
    /// The address of the request.
    case target

    /// Its method.
    case method

    /// Its version of the protocol.
    case requestVersion

    /// The status code of the response, and its reason perhaps.
    case status

    /// Its reason alone.
    case reason

    /// Its version of the protocol.
    case responseVersion

    /// Something that has no place in an exchange: the address of the server, the referrer policy.
    case aside

    /// Where a label is one and no header.
    private enum Scope {
        /// Anywhere: no header has a name with a space in it.
        case anywhere

        /// Before the first header line: headers have such names too.
        case leading

        /// Before the first header line of what browsers show above all headers.
        case general
    }

    /// The labels of Chrome and Safari, and those of desktop clients.
    private static let labels: [(name: String, label: HeadersPaneLabel, scope: Scope)] = [
        ("request url", .target, .anywhere), ("request method", .method, .anywhere),
        ("status code", .status, .anywhere), ("remote address", .aside, .anywhere),
        ("referrer policy", .aside, .anywhere), ("url", .target, .leading), ("method", .method, .leading),
        ("status", .status, .leading), ("source", .aside, .general), ("address", .aside, .general),
        ("initiator", .aside, .general), ("decoded", .aside, .leading),
    ]

    /// The labels of Firefox, which are glued to their values when the pane is copied (`VersionHTTP/2`).
    private static let gluedLabels: [(name: String, label: HeadersPaneLabel)] = [
        ("Status", .status), ("Version", .responseVersion), ("Transferred", .aside), ("Referrer Policy", .aside),
        ("Request Priority", .aside), ("DNS Resolution", .aside),
    ]

    /// Reads the label at the beginning of a line, and the value behind its colon unless that is empty.
    ///
    /// - Parameters:
    ///   - text: the line.
    ///   - isLeading: whether no header line stands before it.
    ///   - isGeneral: whether it belongs to what browsers show above all headers.
    /// - Returns: the label and its value, or nil when there is no label.
    static func reading(
        _ text: ArraySlice<UInt8>, isLeading: Bool, isGeneral: Bool
    ) -> (label: HeadersPaneLabel, value: ArraySlice<UInt8>?)? {
        for (name, label, scope) in labels {
            guard scope == .anywhere || isLeading && (scope == .leading || isGeneral),
                let rest = text.dropping(prefix: name), rest.isEmpty || rest.first == UInt8(ascii: ":")
            else { continue }
            let value = rest.dropFirst().withoutMarks
            return (label, value.isEmpty ? nil : value)
        }
        return isLeading && isGeneral ? gluedReading(text) : nil
    }

    /// Whether a line ends what Firefox shows of an address, whose parameters may have the names of labels.
    static func endsAddress(_ text: ArraySlice<UInt8>) -> Bool {
        text.elementsEqual("Address".utf8) || text.elementsEqual("Status".utf8) || gluedReading(text) != nil
    }

    /// Reads a label that its value stands right behind.
    private static func gluedReading(
        _ text: ArraySlice<UInt8>
    ) -> (label: HeadersPaneLabel, value: ArraySlice<UInt8>?)? {
        for (name, label) in gluedLabels where text.starts(with: name.utf8) {
            let value = text.dropFirst(name.utf8.count)
            guard let first = value.first, first != UInt8(ascii: ":"), !first.isBlank else { return nil }
            let isMeant =
                switch label {
                case .status: first.isDigit
                case .responseVersion: value.starts(with: "HTTP/".utf8)
                default: true
                }
            return isMeant ? (label, value) : nil
        }
        return nil
    }
}
