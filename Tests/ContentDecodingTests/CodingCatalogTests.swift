import ContentDecoding
import Testing

@Suite struct CodingCatalogTests {
    @Test("codings stand in order, and no name is there twice")
    func order() {
        let names = CodingCatalog.all.map(\.name)
        #expect(names == names.sorted())
        let all = names + CodingCatalog.all.flatMap(\.aliases)
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { name in name == name.lowercased() })
    }

    @Test("a coding is found by any of its names, in any case")
    func names() {
        #expect(CodingCatalog.coding(named: "X-GZIP")?.name == "gzip")
        #expect(CodingCatalog.coding(named: "br")?.name == "br")
        #expect(CodingCatalog.coding(named: "identity") == nil)
    }

    @Test("a coding is known by what its data begin with, the longest sign first")
    func claims() {
        #expect(CodingCatalog.coding(claiming: CodedText.gzip[...])?.name == "gzip")
        #expect(CodingCatalog.coding(claiming: CodedText.zstandard[...])?.name == "zstd")
        #expect(CodingCatalog.coding(claiming: CodedText.skippable[...])?.name == "zstd")
        #expect(CodingCatalog.coding(claiming: [0x5E, 0x2A, 0x4D, 0x18, 0x20, 0, 0, 0, 1])?.name == "dcz")
        #expect(CodingCatalog.coding(claiming: [0x5E, 0x2A, 0x4D, 0x18, 0x21, 0, 0, 0, 1])?.name == "zstd")
        #expect(CodingCatalog.coding(claiming: CodedText.text[...]) == nil)
        #expect(CodingCatalog.coding(claiming: []) == nil)
    }
}
