internal import ByteCoding

/// Why a capture is no HTTP archive that can be read.
public enum HTTPArchiveFault: Equatable, Sendable {
    /// It is no JSON up to where its entries would begin; `found` is the byte there, nil at the end.
    case notJSON(expected: String, found: UInt8?, at: Location)

    /// Its outermost value is no object.
    case notObject

    /// It has no `log`: a single entry, a request or a response perhaps.
    case noLog

    /// Its `log` is no object.
    case logNotObject

    /// Its `log` has no array of `entries`.
    case noEntries
}

extension HTTPArchiveFault: CustomStringConvertible {
    /// What was expected, what was found, and what to do.
    public var description: String {
        switch self {
        case .notJSON(let expected, let found, let location):
            "expected \(expected) in a HAR, found \(found?.spelled ?? "the end") at line \(location.line), column "
                + "\(location.column) (byte \(location.byte)); mend the JSON there or export the HAR again"
        case .notObject:
            "expected a HAR, which is an object with \"log\", found another JSON value; export the HAR again"
        case .noLog:
            "expected a HAR, which has \"log\" at its top, found an object without it; pass the whole HAR"
        case .logNotObject:
            "expected an object as the \"log\" of a HAR, found another JSON value; export the HAR again"
        case .noEntries:
            "expected a HAR with an array \"entries\" in its \"log\", found none; export the HAR again"
        }
    }
}
