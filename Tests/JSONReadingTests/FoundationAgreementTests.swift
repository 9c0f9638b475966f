import Foundation
import JSONReading
import TestSupport
import Testing

/// The same documents read by Foundation, an independent reader.
@Suite struct FoundationAgreementTests {
    @Test("random documents say to Foundation what they say to us")
    func randomDocuments() throws {
        for seed in UInt64(1)...3_000 {
            let text = RandomDocument.make(seed: seed)
            let document = JSONDocument(parsing: Array(text.utf8))
            let root = try #require(document.root, "seed \(seed)")
            #expect(document.isComplete, "seed \(seed)")
            let peer = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            #expect(agree(root, peer), "seed \(seed): \(text)")
        }
    }

    @Test("documents with a byte changed are refused by both or read alike")
    func changedDocuments() throws {
        var random = SplitMix(seed: 2026)
        let bytes = Array(#"{}[]:,"\0123eE+-. tfnu/abx"#.utf8)
        var readByBoth = 0
        for seed in UInt64(1)...3_000 {
            var text = Array(RandomDocument.make(seed: seed).utf8)
            guard let index = text.indices.randomElement(using: &random) else { continue }
            text[index] = bytes.randomElement(using: &random) ?? 0
            let document = JSONDocument(parsing: text)
            guard document.flaws.isEmpty, !isToleratedByFoundation(document.fault) else { continue }
            let peer = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            let isReadable = document.isComplete && !document.nodes.contains { isBeyondDouble($0, in: text) }
            #expect(isReadable == (peer != nil), "\(String(decoding: text, as: UTF8.self))")
            guard isReadable, let root = document.root, let peer else { continue }
            readByBoth += 1
            #expect(agree(root, peer), "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(readByBoth > 300)
    }

    /// Foundation overlooks a comma before the end of an array or object.
    private func isToleratedByFoundation(_ fault: JSONFault?) -> Bool {
        switch fault {
        case .unexpectedByte(UInt8(ascii: "]"), .value, _), .unexpectedByte(UInt8(ascii: "}"), .key, _): true
        default: false
        }
    }

    /// Foundation refuses a whole document for a number that no `Double` is near to.
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
        case .object:
            (peer as? [String: Any]).map { peers in
                peers.count == Set(value.members.map(\.name)).count
                    && peers.allSatisfy { name, peer in value[name].map { agree($0, peer) } ?? false }
            } ?? false
        }
    }

    /// Foundation does not round to the nearest `Double`, hence the tolerance.
    private func agree(number value: JSONValue, _ peer: Any) -> Bool {
        guard let number = peer as? NSNumber, let double = value.double else { return false }
        if let int = value.int { return number.int64Value == Int64(int) }
        return abs(number.doubleValue - double) <= 4 * double.ulp
    }
}
