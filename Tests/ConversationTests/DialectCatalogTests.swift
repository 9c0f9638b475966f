import Conversation
import TestSupport
import Testing

@Suite struct DialectCatalogTests {
    @Test("the dialects stand in the order of their names, each once")
    func order() {
        let names = DialectCatalog.all.map { dialect in dialect.id.rawValue }
        #expect(names == Set(names).sorted())
    }

    @Test("every dialect in the folder of dialects is one of the catalogue")
    func files() throws {
        let folder = Checkout.folder + "/Sources/Conversation/Dialects/"
        let files = try Checkout.files(below: folder, ending: ".swift").map { file in file.dropFirst(folder.count + 1) }
        let shared: Set = ["APIDialect.swift", "DialectCatalog.swift", "DialectEvidence.swift", "DialectID.swift"]
        // A dialect is a file, or a folder of its name with what it is made of.
        let names = files.map { file in file.split(separator: "/").first.map(String.init) ?? "" }.filter { name in
            !shared.contains(name)
        }.map { name in name.hasSuffix(".swift") ? String(name.dropLast(6)) : name }
        #expect(Set(names).sorted() == DialectCatalog.all.map { dialect in "\(dialect)" }.sorted())
    }
}
