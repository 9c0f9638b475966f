import CaptureReading
import Findings
import Redaction
import Testing

@Suite struct RuleExampleTests {
    static let ids = RuleCatalog.descriptors.map(\.id)

    @Test("a rule fires on its flagged examples", arguments: ids)
    func flagged(_ id: String) throws {
        let descriptor = try #require(RuleCatalog.descriptor(id))
        for example in descriptor.flagged {
            let findings = try Sample.findings(of: id, in: example)
            #expect(!findings.isEmpty, "\(example)")
            #expect(findings.allSatisfy { finding in finding.rule == id && finding.name == descriptor.name })
            #expect(findings.allSatisfy { finding in finding.severity <= descriptor.severity })
            #expect(findings.allSatisfy { finding in !finding.message.isEmpty && !finding.logicalPlace.isEmpty })
        }
    }

    @Test("a rule does not fire on its clean examples", arguments: ids)
    func clean(_ id: String) throws {
        let descriptor = try #require(RuleCatalog.descriptor(id))
        for example in descriptor.clean {
            let exchanges = try Sample.exchanges(Array(example.utf8))
            #expect(!exchanges.isEmpty, "\(example)")
            let findings = exchanges.flatMap(\.findings).filter { finding in finding.rule == id }
            #expect(findings.isEmpty, "\(findings.map(\.message)) in \(example)")
        }
    }

    @Test("no finding quotes a secret, whatever rule and example", arguments: ids)
    func secrecy(_ id: String) throws {
        let descriptor = try #require(RuleCatalog.descriptor(id))
        for example in descriptor.flagged + descriptor.clean {
            for exchange in try Sample.exchanges(Array(example.utf8)) {
                for secret in exchange.secrets where !secret.isBlanked {
                    let words = exchange.findings.flatMap { finding in [finding.message, finding.logicalPlace] }
                    #expect(!words.contains { words in words.contains(secret.value) }, "\(example)")
                }
            }
        }
    }

    @Test("a finding stands inside its exchange", arguments: ids)
    func places(_ id: String) throws {
        let descriptor = try #require(RuleCatalog.descriptor(id))
        for example in descriptor.flagged {
            for finding in try Sample.findings(of: id, in: example) {
                let place = try #require(finding.place, "\(finding.message)")
                // What is missing at the end stands behind the last byte.
                #expect((0...example.utf8.count).contains(place.byte))
            }
        }
    }

    @Test(
        "every prefix of an example is inspected by every rule",
        arguments: ["HST002", "SEC003", "CAP005", "USE005", "SSE002"])
    func prefixes(_ id: String) throws {
        let example = Array(try #require(RuleCatalog.descriptor(id)?.flagged.first).utf8)
        for count in 1...example.count {
            guard let exchanges = try? Sample.exchanges(Array(example.prefix(count))) else { continue }
            for finding in exchanges.flatMap(\.findings) {
                #expect((finding.place?.byte ?? 0) <= count)
            }
        }
    }
}
