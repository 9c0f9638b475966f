/// A document with some of its values replaced, and every other byte as it was.
///
/// White space, order, duplicates, the spelling of numbers and strings, a byte order mark and whatever stands behind a
/// fault stay. Of replaced values of which one is inside the other the outer one wins, whichever came first.
public struct JSONEdit: Sendable {
    private let document: JSONDocument

    /// The texts that take the places of values, by the index of the value's node.
    private var replacements: [Int: [UInt8]] = [:]

    /// An edit that changes nothing yet.
    public init(of document: JSONDocument) { self.document = document }

    /// Puts a string in the place of a value or a name; a second replacement of the same one takes the place of the first.
    ///
    /// A string that the end of the text cuts is replaced by a whole one.
    ///
    /// - Parameters:
    ///   - value: one of the document's own values.
    ///   - string: the characters, which are spelled as `JSONWriter` spells them.
    public mutating func replace(_ value: JSONValue, withString string: String) {
        var writer = JSONWriter()
        writer.string(string)
        replace(value, withJSON: writer.take())
    }

    /// Puts a JSON text in the place of a value; a second replacement of the same one takes the place of the first.
    ///
    /// - Parameters:
    ///   - value: one of the document's own values.
    ///   - text: the text, which is written as it is; in the place of a name it has to be a string.
    public mutating func replace(_ value: JSONValue, withJSON text: [UInt8]) {
        precondition(
            value.tape.nodes.span.isIdentical(to: document.tape.nodes.span), "expected a value of the document itself")
        replacements[value.index] = text
    }

    /// Hands out the text of the document with its replacements.
    public consuming func finish() -> [UInt8] {
        let tape = document.tape
        var output: [UInt8] = []
        output.reserveCapacity(tape.bytes.count)
        var position = 0
        for (index, text) in replacements.sorted(by: { $0.key < $1.key }) {
            let node = tape.nodes[index]
            // What is inside a value that was replaced begins before its end.
            guard Int(node.start) >= position else { continue }
            output.append(contentsOf: tape.slice(position..<Int(node.start)))
            output.append(contentsOf: text)
            position = Int(node.end)
        }
        output.append(contentsOf: tape.slice(position..<tape.bytes.count))
        return output
    }
}
