extension JSONDocument {
    /// How many bytes the document has without the white space between its tokens.
    ///
    /// Strings and numbers count as they are written. Of a document with a fault only the values read count; an
    /// unfinished container counts without its closing bracket.
    public var minifiedByteCount: Int {
        var count = 0
        for (index, node) in nodes.enumerated() {
            let isUnfinished = node.flags.contains(.isUnfinished)
            switch node.kind {
            case .array, .object:
                count += isUnfinished ? 1 : 2
                // Every child brings a separator below, but the first needs none.
                if Int(node.next) > index + 1 { count -= 1 }
            default:
                count += Int(node.end - node.start)
            }
            // A key brings its colon, a value its comma; the root brings nothing.
            if index > 0 { count += 1 }
        }
        return count
    }
}
