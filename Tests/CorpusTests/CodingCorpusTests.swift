import CaptureReading
import Crypto
import Foundation
import TestSupport
import Testing

/// The shared cases of codings: bodies as they were sent, with the headers that name their codings.
@Suite("Recorded and made codings", .enabled(if: CodingCorpus.isPresent, "no ../shared/corpus beside the checkout"))
struct CodingCorpusTests {
    @Test("there are cases")
    func hasCases() {
        #expect(CodingCorpus.cases.count > 100)
    }

    @Test("what is sound is decoded, what is odd warned of, and what is damaged told with all that came before it")
    func cases() throws {
        for row in CodingCorpus.cases {
            let body = try CodingCorpus.body(of: row)
            let outcomes = [row.expected, row.alternative.isEmpty ? nil : row.alternative].compactMap { name in name }
            #expect(outcomes.contains { outcome in row.fits(body, outcome) }, "\(row.id): \(body.fault as Any)")
        }
    }
}

/// Where the shared cases stand, and what a row of their table says.
private enum CodingCorpus {
    static let folder = Checkout.folder + "/../shared/corpus/codings"

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder + "/cases.tsv") }

    static let cases: [Row] = {
        guard let table = try? String(contentsOfFile: folder + "/cases.tsv", encoding: .utf8) else { return [] }
        let rows = table.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        return rows.filter { row in row.count > 13 && ["body", "wire"].contains(row[2]) }.map(Row.init)
    }()

    /// A case as the body of a response.
    static func body(of row: Row) throws -> Body {
        let content = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(row.file)")))
        let names = ["Content-Encoding", "Transfer-Encoding", "Content-Type"]
        let lines = zip(names, row.headers).filter { line in !line.1.isEmpty }.map { name, value in
            FieldLine(name: name, value: value.replacing("\\t", with: "\t"), place: Place(byte: 0))
        }
        let body = Body(bytes: content[...], place: Place(byte: 0))
        return BodyDecoder().decode(body, fields: FieldLines(lines))
    }

    struct Row {
        let id: String
        let file: String
        let headers: [String]
        let expected: String
        let size: Int?
        let digest: String
        let salvageSize: Int
        let salvageDigest: String
        let alternative: String

        init(_ columns: [String]) {
            id = columns[0]
            file = columns[1]
            headers = Array(columns[3...5])
            expected = columns[7] == "error" ? "error:\(columns[10])" : columns[7]
            size = Int(columns[8])
            digest = columns[9]
            salvageSize = Int(columns[11]) ?? 0
            salvageDigest = columns[12]
            alternative = columns[13]
        }

        /// Whether a body is what an outcome says: `ok`, `ok_warn`, or `error:` with a class.
        func fits(_ body: Body, _ outcome: String) -> Bool {
            let words = outcome.split(separator: ":", maxSplits: 1).map(String.init)
            let salvage = body.bytes.prefix(salvageSize)
            let isSalvaged = salvageSize == 0 || CodingCorpus.digest(salvage) == salvageDigest
            if words[0] == "error" {
                let damage = ["corrupt", "corrupt_header", "checksum"]
                let kind = body.fault?.kind.rawValue ?? ""
                let isKind = kind == words[1] || damage.contains(kind) && damage.contains(words[1])
                return isKind && isSalvaged
            }
            guard body.fault == nil else { return false }
            guard expected.hasPrefix("error") || CodingCorpus.digest(body.bytes) == digest else { return false }
            return isSalvaged && (words[0] == "ok" || !body.warnings.isEmpty)
        }
    }

    private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0x0F, radix: 16)
        }.joined()
    }
}
