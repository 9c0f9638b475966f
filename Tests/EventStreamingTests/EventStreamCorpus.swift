import Foundation
import TestSupport

/// The cases of `corpus/event-stream`, which lies beside the checkout on some machines.
enum EventStreamCorpus {
    /// A stream and what the standard says of it.
    struct Case {
        struct Event: Equatable {
            var type: String
            var data: String
            var id: String
        }

        struct Tail {
            var line: String
            var data: String
            var event: String

            /// Whether something was pending.
            var isEmpty: Bool { line.isEmpty && data.isEmpty && event.isEmpty }
        }

        var name: String
        var bytes: [UInt8]
        var events: [Event]
        var comments: Int
        var retry: Double?
        var lastEventID: String
        var tail: Tail?
    }

    struct UnreadableCase: Error {
        var name: String
    }

    private static let path = Checkout.corpora + "/event-stream/cases.json"

    /// Every case; throws when one of them cannot be read.
    static func cases() throws -> [Case] {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
        guard let objects = json as? [[String: Any]] else { throw UnreadableCase(name: path) }
        return try objects.map { object in
            guard let found = read(object) else { throw UnreadableCase(name: "\(object["name"] ?? "unnamed")") }
            return found
        }
    }

    private static func read(_ object: [String: Any]) -> Case? {
        guard let name = object["name"] as? String,
            let base64 = object["bytes_base64"] as? String, let bytes = Data(base64Encoded: base64),
            let events = object["expected_events"] as? [[String: String]],
            let comments = object["comments"] as? Int, let lastEventID = object["last_event_id"] as? String
        else { return nil }
        let tail = object["incomplete_tail"] as? [String: String]
        return Case(
            name: name, bytes: Array(bytes),
            events: events.map {
                Case.Event(type: $0["event"] ?? "", data: $0["data"] ?? "", id: $0["id"] ?? "")
            },
            comments: comments, retry: (object["expected_retry"] as? NSNumber)?.doubleValue, lastEventID: lastEventID,
            tail: tail.map {
                Case.Tail(
                    line: $0["pending_line"] ?? "", data: $0["pending_data"] ?? "", event: $0["pending_event"] ?? "")
            })
    }
}
