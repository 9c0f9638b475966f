import Foundation
import ImageValidation
import TestSupport
import Testing

/// The shared PNG files, with the verdict of each, and files made to break one rule each.
@Suite("Collected and made PNG files", .enabled(if: PNGCorpus.isPresent, "no ../shared/corpus beside the checkout"))
struct PNGCorpusTests {
    @Test("there are files")
    func hasFiles() {
        #expect(PNGCorpus.rows(of: "verdicts.tsv").count > 800)
        #expect(PNGCorpus.rows(of: "mutants.tsv").count > 150)
    }

    @Test("every file has its verdict, and whether its pixels can be recovered is told of nearly all")
    func verdicts() throws {
        var otherPixels: [String] = []
        let rows = PNGCorpus.rows(of: "verdicts.tsv")
        for row in rows {
            let report = try PNGCorpus.report(on: "files/\(row[0])")
            #expect(report.verdict.rawValue == row[1].replacing("-", with: "_"), "\(row[0])")
            if report.pixels.rawValue != row[2] { otherPixels.append(row[0]) }
        }
        // Of a few files more is recovered than the table's tools do.
        #expect(otherPixels.count * 100 <= rows.count, "\(otherPixels)")
    }

    @Test("every file that breaks one rule is told to break it")
    func mutants() throws {
        for row in PNGCorpus.rows(of: "mutants.tsv") {
            let report = try PNGCorpus.report(on: "mutants/\(row[0])")
            let isTold = report.defects.contains { defect in defect.id == row[1] }
            #expect(row[1] == "-" ? report.verdict == .valid : isTold, "\(row[0])")
        }
    }
}

/// Where the files and their tables stand.
private enum PNGCorpus {
    static let folder = Checkout.corpora + "/png"

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder + "/verdicts.tsv") }

    /// The rows of a table, without its heading.
    static func rows(of table: String) -> [[String]] {
        guard let text = try? String(contentsOfFile: "\(folder)/\(table)", encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    static func report(on file: String) throws -> ImageReport {
        let bytes = try Checkout.bytes(of: "\(folder)/\(file)")
        return ImageValidator().validate(bytes[...], declared: .png)
    }
}
