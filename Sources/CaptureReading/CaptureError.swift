/// Why a capture cannot be read at all.
public enum CaptureError: Error, Equatable, Sendable {
    /// There is not one byte in it.
    case empty

    /// No format recognises it; of its text nothing is repeated, since it may be a secret.
    case unrecognised(isText: Bool, byteCount: Int)

    /// It is text in an encoding that is not read.
    case unsupportedEncoding(found: String)

    /// The format that was asked for is not one of the catalogue.
    case unknownFormat(asked: String, known: [String])

    /// It is no HTTP archive that can be read.
    case notArchive(HTTPArchiveFault)

    /// It is an archive in which no member is a capture; `names` are those of the first members.
    case noCapture(memberCount: Int, names: [String])

    /// There are more containers around it, one in the other, than anybody packs.
    case tooManyContainers(limit: Int)

    /// What is in the containers around it cannot be read; `damage` is what keeps them from being read to their end.
    indirect case contained(in: [ContainerID], damage: BodyFault?, CaptureError)

    /// The source failed; `reason` is what the system said.
    case unreadable(reason: String)
}

extension CaptureError: CustomStringConvertible {
    /// What was expected, what was found, and what to do.
    public var description: String {
        switch self {
        case .empty:
            "expected a capture, found an empty input; save the traffic again and pass that file"
        case .unrecognised(let isText, let byteCount):
            "expected a capture in a known format, found \(isText ? "text" : "binary data") without the signs of any "
                + "in its first \(byteCount) bytes; name the format"
        case .unsupportedEncoding(let found):
            "expected UTF-8 text, found \(found); convert it, for example with iconv -t UTF-8"
        case .unknownFormat(let asked, let known):
            "expected one of \(known.joined(separator: ", ")) as the input format, found \(asked)"
        case .notArchive(let fault):
            "\(fault)"
        case .noCapture(let memberCount, let names):
            "expected a capture among the members of an archive, found \(CaptureError.list(memberCount, names)); pack the "
                + "capture as the only member, or pass it by itself"
        case .tooManyContainers(let limit):
            "expected a capture in no more than \(limit) containers, one in the other, found more; unpack it first"
        case .contained(let containers, let damage, let error):
            "inside \(containers.map(\.rawValue).joined(separator: ", "))\(damage.map(CaptureError.words) ?? ""), "
                + (error == .empty ? damage?.message ?? "\(error)" : "\(error)")
        case .unreadable(let reason):
            "expected a readable input, found: \(reason)"
        }
    }

    /// What stands for the members of an archive that are none.
    private static func list(_ count: Int, _ names: [String]) -> String {
        guard count > 0 else { return "no members" }
        // A name may be as long as 64 KiB.
        let shown = names.map { name in name.count > 60 ? "\(name.prefix(60))…" : name }.joined(separator: ", ")
        return "\(count) without the signs of one: \(shown)\(count > names.count ? ", …" : "")"
    }

    /// What is said of containers that are damaged too.
    private static func words(_ damage: BodyFault) -> String {
        guard let offset = damage.offset else { return " (\(damage.kind.rawValue))" }
        return " (\(damage.kind.rawValue) at byte \(offset))"
    }
}
