public import CaptureReading
public import JSONReading

/// A captured value on one side of a comparison, secrets included: whoever shows it redacts it.
public enum ComparedValue: Sendable {
    /// Text.
    case text(String)

    /// A JSON value, and the names of the members that it stands in, outermost first: they may say that it is a secret.
    case json(JSONValue, names: [String])

    /// The value of a header line.
    case field(FieldLine)

    /// The target of a request, of which nothing else is kept.
    case target(Request)

    /// A number that was worked out.
    case number(Int)

    /// Content of which only the size is told, in bytes.
    case content(byteCount: Int)

    /// An image.
    case image(ImageFacts)

    /// The most bytes of a value that are kept; of a longer text its beginning is, of other values the size.
    public static let longest = 1 << 16

    /// The same value without the memory of the exchange that it was read from, within the limit.
    var detached: ComparedValue {
        switch self {
        case .text(let text): return .text(ComparedValue.beginning(of: text))
        case .json(let value, let names):
            guard value.rawBytes.count <= ComparedValue.longest else {
                guard let text = value.string else { return .content(byteCount: value.rawBytes.count) }
                return .text(ComparedValue.beginning(of: text))
            }
            var writer = JSONWriter()
            writer.value(value)
            return JSONDocument(parsing: writer.take()).root.map { copy in .json(copy, names: names) } ?? self
        case .field(let line):
            return .field(
                FieldLine(name: line.name, value: ComparedValue.beginning(of: line.value), place: line.place))
        case .target(let request):
            return .target(
                Request(
                    target: request.target.map(ComparedValue.beginning), hasURLTarget: request.hasURLTarget,
                    place: request.place))
        case .number, .content, .image: return self
        }
    }

    /// A text, or as much of it as is kept, with a copy of its own.
    private static func beginning(of text: String) -> String {
        guard text.utf8.count > longest else { return text }
        return String(decoding: text.utf8.prefix(longest), as: UTF8.self) + "\u{2026}"
    }

    /// How many bytes it has, about.
    var byteCount: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .json(let value, _): value.rawBytes.count
        case .field(let line): line.value.utf8.count
        case .target(let request): request.target?.utf8.count ?? 0
        case .number: 0
        case .content(let byteCount): byteCount
        case .image(let image): image.byteCount ?? 0
        }
    }

    /// Takes in what two values have to have in common to be the same.
    func hash(into hasher: inout ContentHasher) {
        switch self {
        case .text(let text): hasher.append(text)
        case .json(let value, _): hasher.append(CanonicalJSON.bytes(of: value)[...])
        case .field(let line): hasher.append(line.value)
        case .target(let request): hasher.append(request.target)
        case .number(let number): hasher.append(number)
        case .content(let byteCount): hasher.append(byteCount)
        case .image(let image): hasher.append(image.hash)
        }
    }
}
