import Foundation
import JSONReading
import TestSupport
import Testing

/// Fifty thousand documents, valid ones and changed ones, read by Foundation too, an independent reader.
///
/// Both have to say the same of each, but for these rules:
///
/// - **Comma**: Foundation overlooks a comma before the end of an array or object; RFC 8259 §4 and §5 know none.
/// - **Range**: Foundation refuses a document for a number that no `Double` is near to; RFC 8259 §6 lets readers choose,
///   and we keep the text of numbers.
/// - **Rounding**: Foundation does not always round to the nearest `Double`.
/// - **Flaws**: Foundation refuses a document for a control character, a lone surrogate or bytes that are not UTF-8; we
///   read them and say so.
/// - **Encoding**: Foundation guesses UTF-16 and UTF-32 from NUL bytes, RFC 4627 §3; no document here has one. RFC 8259
///   §8.1 knows UTF-8 alone.
/// - **Depth**: Foundation stops at 512 levels; no document here is as deep.
/// - **Names**: Foundation keeps one of several members of the same name; of them, nothing but the names is compared.
@Suite struct FoundationAgreementTests {
    @Test("random documents say to Foundation what they say to us", arguments: 0..<10 as Range<UInt64>)
    func randomDocuments(part: UInt64) throws {
        for seed in part * 2_500..<(part + 1) * 2_500 {
            let text = Array(RandomDocument.make(seed: seed).utf8)
            let document = JSONDocument(parsing: text)
            let root = try #require(document.root, "seed \(seed)")
            let peer = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            if !document.isComplete || !document.flaws.isEmpty || !agree(root, peer) {
                Issue.record("read differently: \(String(decoding: text, as: UTF8.self))")
            }
        }
    }

    @Test("changed documents are refused by both or read alike", arguments: 0..<10 as Range<UInt64>)
    func changedDocuments(part: UInt64) {
        var random = SplitMix(seed: part)
        var readByBoth = 0
        for seed in part * 2_500..<(part + 1) * 2_500 {
            let text = changed(Array(RandomDocument.make(seed: seed).utf8), using: &random)
            let document = JSONDocument(parsing: text)
            let peer = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            switch (isReadable(document, in: text), peer) {
            case (true, let peer?):
                readByBoth += 1
                if document.root.map({ agree($0, peer) }) != true { fail(text) }
            case (false, nil): break
            // Rule "Comma".
            case (false, _?): if !isCommaBeforeEnd(document.fault) { fail(text) }
            case (true, nil): fail(text)
            }
        }
        #expect(readByBoth > 250)
    }

    private func fail(_ text: [UInt8]) { Issue.record("read differently: \(String(decoding: text, as: UTF8.self))") }

    /// A document with one to three bytes or stretches replaced, removed, put in, doubled, or cut off.
    private func changed(_ text: [UInt8], using random: inout SplitMix) -> [UInt8] {
        let bytes = Array(#"{}[]:,"\0123eE+-. tfnu/abx"#.utf8) + [0x1F, 0x80, 0xC3, 0xED]
        var text = text
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            guard let index = text.indices.randomElement(using: &random) else { return text }
            let byte = bytes.randomElement(using: &random) ?? 0
            let end = min(text.count, index + Int.random(in: 1...9, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2: text[index] = byte
            case 3: text.remove(at: index)
            case 4: text.insert(byte, at: index)
            case 5: text.insert(contentsOf: text[index..<end], at: index)
            case 6: text.removeSubrange(index..<end)
            default: text.removeSubrange(index...)
            }
        }
        return text
    }

    /// Whether Foundation should read it too: rules "Flaws" and "Range".
    private func isReadable(_ document: JSONDocument, in text: [UInt8]) -> Bool {
        document.isComplete && document.flaws.isEmpty && !document.nodes.contains { isBeyondDouble($0, in: text) }
    }

    private func isCommaBeforeEnd(_ fault: JSONFault?) -> Bool {
        switch fault {
        case .unexpectedByte(UInt8(ascii: "]"), .value, _), .unexpectedByte(UInt8(ascii: "}"), .key, _): true
        default: false
        }
    }

    private func isBeyondDouble(_ node: JSONNode, in text: [UInt8]) -> Bool {
        guard node.kind == .number else { return false }
        let lexeme = String(decoding: text[Int(node.start)..<Int(node.end)], as: UTF8.self)
        return Double(lexeme)?.isFinite == false
    }

    private func agree(_ value: JSONValue, _ peer: Any) -> Bool {
        switch value.kind {
        case .null: peer is NSNull
        case .true: (peer as? NSNumber)?.boolValue == true
        case .false: (peer as? NSNumber)?.boolValue == false
        case .string: (peer as? String).map { Array($0.utf8) } == value.string.map { Array($0.utf8) }
        case .number: agree(number: value, peer)
        case .array:
            (peer as? [Any]).map { $0.count == value.count && zip(value.elements, $0).allSatisfy { agree($0, $1) } }
                ?? false
        case .object: (peer as? [String: Any]).map { agree(object: value, $0) } ?? false
        }
    }

    private func agree(object value: JSONValue, _ peers: [String: Any]) -> Bool {
        let names = value.members.map(\.name)
        guard Set(names) == Set(peers.keys) else { return false }
        // Rule "Names".
        guard names.count == peers.count else { return true }
        return value.members.allSatisfy { member in peers[member.name].map { agree(member.value, $0) } ?? false }
    }

    /// Rule "Rounding".
    private func agree(number value: JSONValue, _ peer: Any) -> Bool {
        guard let number = peer as? NSNumber, let double = value.double else { return false }
        if let int = value.int { return number.int64Value == Int64(int) }
        return abs(number.doubleValue - double) <= 4 * double.ulp
    }
}
