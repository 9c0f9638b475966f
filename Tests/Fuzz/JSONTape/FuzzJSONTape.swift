import FuzzSupport
import JSONReading

/// Reads the input as JSON, walks its tape, cuts it, and writes it anew.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let document = JSONDocument(parsing: input.bytes)
    let sliced = JSONDocument(parsing: input.slice)
    claim("a slice is read as the whole is", sliced.nodes == document.nodes && sliced.fault == document.fault)
    claim("reading stops inside the text", (0...count).contains(document.fault?.offset ?? document.endOffset))
    claim("a whole document has a value", document.root != nil || !document.isComplete)
    var walk = TapeWalk(document)
    walk.run()
    checkPrefix(of: document, cutAt: Int(input.seed % UInt64(count + 1)))
    if let root = document.root { checkRewriting(of: root) }
    _ = JSONDocument(parsing: input.bytes, depthLimit: Int(input.seed % 8))
    return 0
}

/// What was read before a cut does not depend on what stands behind it.
///
/// A number or a string that the cut ended may be refused once it goes on, and then its name goes too.
private func checkPrefix(of document: JSONDocument, cutAt end: Int) {
    let prefix = JSONDocument(parsing: document.bytes.prefix(end)).nodes
    for (cut, whole) in zip(prefix, document.nodes) {
        claim("a value begins where it begins", cut.start == whole.start && cut.kind == whole.kind)
        let isBeforeCut = Int(cut.end) < end && !cut.flags.contains(.isUnfinished)
        claim("a value before the cut is the same", !isBeforeCut || cut == whole)
    }
    let isLastRefused = prefix.last.map { last in Int(last.end) >= end || last.flags.contains(.isUnfinished) } ?? false
    let refusedCount = isLastRefused ? 2 : 0
    claim("a value before the cut stays", prefix.count - refusedCount <= document.nodes.count)
}

/// What is written is one whole document that says the same, and is written the same again.
private func checkRewriting(of root: JSONValue) {
    for layout in [JSONWriter.Layout.compact, .indented(by: 1)] {
        var writer = JSONWriter(layout: layout)
        writer.value(root)
        let text = writer.take()
        let rewritten = JSONDocument(parsing: text)
        claim("what is written is whole", rewritten.isComplete && rewritten.flaws.isEmpty)
        guard let copy = rewritten.root else { return }
        checkSameness(of: root, and: copy)
        writer.value(copy)
        claim("what is written twice is the same", writer.take() == text)
    }
}

/// Two values say the same: kinds, order, duplicates, names, strings, the spelling of numbers.
///
/// Documents are no deeper than the limit of their reader, and neither is this.
private func checkSameness(of value: JSONValue, and copy: JSONValue) {
    claim("kinds stay", value.kind == copy.kind)
    claim("counts stay", value.count == copy.count)
    claim("strings stay", value.string == copy.string)
    claim("numbers keep their spelling", value.numberLexeme == copy.numberLexeme)
    for (element, other) in zip(value.elements, copy.elements) { checkSameness(of: element, and: other) }
    for (member, other) in zip(value.members, copy.members) {
        claim("names stay", member.name == other.name)
        checkSameness(of: member.value, and: other.value)
    }
}
