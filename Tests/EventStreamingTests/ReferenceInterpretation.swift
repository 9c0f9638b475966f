/// The standard's algorithm at its plainest, over a whole stream: what the parser is compared with.
///
/// WHATWG HTML §9.2.6
struct ReferenceInterpretation {
    struct Event: Equatable {
        var type: String
        var data: String
        var id: String
    }

    var events: [Event] = []
    var comments = 0
    var retry: Int?
    var lastEventID = ""
    var tail: [UInt8] = []

    private var data = ""
    private var type = ""
    private var id = ""

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }) {
            process(Array(rest[..<end]))
            let isPair = rest[end] == 13 && end + 1 < rest.endIndex && rest[end + 1] == 10
            rest = rest[(end + (isPair ? 2 : 1))...]
        }
        tail = Array(rest)
    }

    private mutating func process(_ line: [UInt8]) {
        guard !line.isEmpty else { return dispatch() }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            return process(field: line, value: [])
        }
        guard colon > 0 else {
            comments += 1
            return
        }
        var value = Array(line[(colon + 1)...])
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        process(field: Array(line[..<colon]), value: value)
    }

    private mutating func process(field: [UInt8], value: [UInt8]) {
        let text = String(decoding: value, as: UTF8.self)
        switch String(decoding: field, as: UTF8.self) {
        case "event": type = text
        case "data": data += text + "\n"
        case "id": id = value.contains(0) ? id : text
        case "retry":
            if !value.isEmpty, value.allSatisfy({ (48...57).contains($0) }) { retry = Int(text) ?? Int.max }
        default: break
        }
    }

    private mutating func dispatch() {
        lastEventID = id
        if !data.isEmpty {
            // By scalars: the last character of "\r\n" would take both along.
            data.unicodeScalars.removeLast()
            events.append(Event(type: type.isEmpty ? "message" : type, data: data, id: id))
        }
        data = ""
        type = ""
    }
}
