/// Writes JSON piece by piece into a buffer that can be emptied at any time.
///
/// Commas, line breaks and indentation come by themselves; that calls are properly nested is the caller's part. Values
/// at the top follow one another with nothing between. Strings are written so that they cannot act on a terminal, see
/// `string(_:)`.
///
/// RFC 8259
public struct JSONWriter: Sendable {
    private var output: [UInt8] = []
    private var containers: [Container] = []
    private var isBehindKey = false
    private let indentation: Int?

    /// How many containers may be open where a line is broken: what is nested deeper stands on one line, since blanks
    /// before each of its lines would make the text grow with the square of its depth.
    private static let deepestIndentation = 64

    /// Where line breaks and blanks go.
    public enum Layout: Sendable, Equatable {
        /// Nowhere: `{"a":[1,2]}`.
        case compact
        /// A line for each member and element down to the 64th level, indented by so many blanks a level, and a blank
        /// behind each colon.
        case indented(by: Int)
    }

    /// A container that was begun and not ended.
    private struct Container {
        let isObject: Bool
        var isEmpty = true
    }

    /// A writer with an empty buffer.
    public init(layout: Layout = .compact) {
        switch layout {
        case .compact: indentation = nil
        case .indented(let width): indentation = max(width, 0)
        }
    }

    /// How many bytes wait to be taken.
    public var byteCount: Int { output.count }

    /// Hands out what was written since the last time, and empties the buffer.
    public mutating func take() -> [UInt8] {
        let taken = output
        output = []
        return taken
    }

    // MARK: Containers

    /// Begins an object: `key(_:)` and a value for each member, then `endObject()`.
    public mutating func beginObject() { begin(isObject: true) }

    /// Ends the object begun last.
    public mutating func endObject() { end() }

    /// Begins an array: a value for each element, then `endArray()`.
    public mutating func beginArray() { begin(isObject: false) }

    /// Ends the array begun last.
    public mutating func endArray() { end() }

    /// Writes the name of a member, spelled like a string.
    public mutating func key(_ name: String) {
        separate()
        quote(name)
        output.append(UInt8(ascii: ":"))
        if indentation != nil { output.append(UInt8(ascii: " ")) }
        isBehindKey = true
    }

    private mutating func begin(isObject: Bool) {
        separate()
        output.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        containers.append(Container(isObject: isObject))
    }

    private mutating func end() {
        guard let container = containers.popLast() else { return }
        if !container.isEmpty { breakLine() }
        output.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    // MARK: Scalars

    /// Writes a string.
    ///
    /// Quote and backslash are escaped, and so is every control, format, private use and line separator character,
    /// for those can act on a terminal or hide; only a zero-width joiner between two emoji stays.
    public mutating func string(_ string: String) {
        separate()
        quote(string)
    }

    /// Writes a string, and hands out what waits to be taken whenever that has grown by a piece: a string of many
    /// megabytes does not have to be in memory a second time, and longer.
    public mutating func string(_ string: String, handingOutTo take: ([UInt8]) -> Void) {
        separate()
        quote(string) { output in
            take(output)
            output.removeAll(keepingCapacity: true)
        }
    }

    /// Writes a string that comes in pieces, and hands out what waits to be taken whenever that has grown by a piece.
    public mutating func string(_ pieces: some Sequence<String>, handingOutTo take: ([UInt8]) -> Void) {
        separate()
        output.append(UInt8(ascii: "\""))
        for piece in pieces {
            JSONStringEscaper.append(piece, to: &output) { output in
                take(output)
                output.removeAll(keepingCapacity: true)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Writes an integer.
    public mutating func int(_ number: Int) { word(String(number)) }

    /// Writes `true` or `false`.
    public mutating func bool(_ bool: Bool) { word(bool ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { word("null") }

    /// Writes a number as it is spelled.
    ///
    /// - Parameter lexeme: a number by RFC 8259 §6; anything else is written as a string, so that the output stays
    /// JSON.
    public mutating func number(lexeme: String) {
        let text = lexeme.utf8.span
        let end = try? NumberScan.end(in: text, from: 0)
        if end == text.count { word(lexeme) } else { string(lexeme) }
    }

    private mutating func word(_ word: String) {
        separate()
        output.append(contentsOf: word.utf8)
    }

    // MARK: Values read

    /// Writes a value of a document with everything in it: same order, same duplicates, same number lexemes.
    ///
    /// - Parameters:
    ///   - value: the value, of any depth; containers that were cut are closed.
    ///   - mapString: what each string is replaced by, names included; lone surrogates reach it as U+FFFD.
    public mutating func value(_ value: JSONValue, mapString: (String) -> String = { $0 }) {
        let nodes = value.tape.nodes
        let outerDepth = containers.count
        var ends: [Int] = []
        for index in value.index..<Int(value.node.next) {
            while let last = ends.last, last == index {
                end()
                ends.removeLast()
            }
            let current = JSONValue(tape: value.tape, index: index)
            switch current.kind {
            case .null: null()
            case .false: bool(false)
            case .true: bool(true)
            case .number:
                separate()
                output.append(contentsOf: current.rawBytes)
            case .string:
                let mapped = mapString(current.string ?? "")
                // A name that is the whole value is written like any string.
                let isName = nodes[index].flags.contains(.isKey) && index > value.index
                if isName { key(mapped) } else { string(mapped) }
            case .array, .object:
                begin(isObject: current.isObject)
                ends.append(Int(nodes[index].next))
            }
        }
        while containers.count > outerDepth { end() }
    }

    // MARK: Between the tokens

    /// Writes what stands between the token before and a key or value.
    private mutating func separate() {
        if isBehindKey {
            isBehindKey = false
            return
        }
        guard let last = containers.indices.last else { return }
        if !containers[last].isEmpty { output.append(UInt8(ascii: ",")) }
        containers[last].isEmpty = false
        breakLine()
    }

    private mutating func breakLine() {
        guard let indentation, containers.count <= Self.deepestIndentation else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * containers.count))
    }

    private mutating func quote(_ string: String, handOut: (inout [UInt8]) -> Void = { _ in }) {
        output.append(UInt8(ascii: "\""))
        JSONStringEscaper.append(string, to: &output, handOut: handOut)
        output.append(UInt8(ascii: "\""))
    }
}
