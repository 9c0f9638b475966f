import EventStreaming
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct EventStreamCorpusTests {
    typealias Case = EventStreamCorpus.Case

    @Test("every case reads as the standard says, whole")
    func whole() throws {
        let cases = try EventStreamCorpus.cases()
        try #require(!cases.isEmpty)
        for one in cases {
            expect(Interpretation(one.bytes), agreesWith: one)
        }
    }

    @Test("every case reads the same in two pieces and byte by byte")
    func pieces() throws {
        let cases = try EventStreamCorpus.cases()
        try #require(!cases.isEmpty)
        for one in cases {
            let whole = Interpretation(one.bytes)
            for kind in Interpretation.Kind.allCases {
                #expect(Interpretation(one.bytes, cutAt: Array(0..<one.bytes.count), as: kind) == whole, "\(one.name)")
            }
            // Two cases of ten thousand bytes would take most of the time: there, every 37th split stands for all.
            for cut in stride(from: 0, through: one.bytes.count, by: one.bytes.count > 2_000 ? 37 : 1) {
                #expect(Interpretation(one.bytes, cutAt: [cut]) == whole, "\(one.name) cut at \(cut)")
            }
        }
    }

    private func expect(_ found: Interpretation, agreesWith one: Case) {
        let events = found.events.map { Case.Event(type: $0.type, data: $0.text, id: $0.lastEventID) }
        #expect(events == one.events, "\(one.name)")
        #expect(found.end.events == one.events.count, "\(one.name)")
        #expect(found.end.comments == one.comments, "\(one.name)")
        #expect(found.end.lastEventID == one.lastEventID, "\(one.name)")
        // The standard sets no limit to the number; one that `Int` cannot hold is clamped.
        let retry = one.retry.map { $0 < 0x1p63 ? Int($0) : Int.max }
        #expect(found.end.retry == retry, "\(one.name)")
        guard let tail = one.tail, !tail.isEmpty else {
            #expect(found.end.incompleteTail == nil, "\(one.name)")
            return
        }
        let text = found.end.incompleteTail?.text
        for piece in tail.data.components(separatedBy: "\n") + [tail.line, tail.event] {
            #expect(text?.hasPart(piece.trimmingCharacters(in: .whitespaces)) == true, "\(one.name): \(piece)")
        }
    }
}

extension String {
    /// Whether the text holds a part; every text holds the empty one.
    fileprivate func hasPart(_ part: String) -> Bool {
        part.isEmpty || range(of: part, options: .literal) != nil
    }
}
