import Findings
import Foundation
import Testing

@Suite struct RuleCatalogTests {
    private let descriptors = RuleCatalog.descriptors

    @Test("the rules stand in the order of their ids, each once")
    func order() {
        let ids = descriptors.map(\.id)
        #expect(ids == Set(ids).sorted())
        let all = RuleCatalog.all.map { rule in rule.descriptor.id }
        let session = RuleCatalog.session.map { rule in rule.descriptor.id }
        #expect(all == all.sorted() && session == session.sorted())
        #expect(all.count + session.count == ids.count)
    }

    @Test("an id is three capitals and three digits")
    func ids() {
        for id in descriptors.map(\.id) {
            let bytes = Array(id.utf8)
            #expect(bytes.count == 6, "\(id)")
            #expect(bytes.prefix(3).allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains), "\(id)")
            #expect(bytes.suffix(3).allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), "\(id)")
        }
    }

    @Test("a name is lower-case words joined by hyphens, and no other rule has it")
    func names() {
        let names = descriptors.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names {
            let words = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
            #expect(words.allSatisfy { word in !word.isEmpty && word.allSatisfy(letters.contains) }, "\(name)")
        }
    }

    @Test("every rule says what it finds, why that matters and where to read more")
    func texts() {
        for descriptor in descriptors {
            #expect(descriptor.summary.hasSuffix("."), "\(descriptor.id)")
            #expect(descriptor.why.hasSuffix("."), "\(descriptor.id)")
            #expect(!descriptor.references.isEmpty, "\(descriptor.id)")
            #expect(!descriptor.references.contains(""), "\(descriptor.id)")
            #expect(!descriptor.flagged.isEmpty, "\(descriptor.id)")
            #expect(!descriptor.clean.isEmpty, "\(descriptor.id)")
            #expect(!(descriptor.flagged + descriptor.clean).contains(""), "\(descriptor.id)")
        }
    }

    @Test("a rule is found by its id")
    func lookup() {
        #expect(RuleCatalog.rule("SEC001")?.descriptor.name == "credential-in-header")
        #expect(RuleCatalog.rule("sec001") == nil)
        #expect(RuleCatalog.rule("") == nil)
    }

    @Test("every file in the folder of rules is a rule of the catalogue")
    func files() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let folder = URL(fileURLWithPath: root + "/Sources/Findings/Rules").resolvingSymlinksInPath()
        let walk = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let files = walk.compactMap { file in (file as? URL)?.lastPathComponent }.filter { name in
            name.hasSuffix(".swift")
        }
        let listed =
            RuleCatalog.all.map { rule in "\(rule).swift" } + RuleCatalog.session.map { rule in "\(rule).swift" }
        #expect(files.sorted() == listed.sorted())
    }
}
