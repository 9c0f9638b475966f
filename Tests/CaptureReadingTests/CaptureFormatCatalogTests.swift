import CaptureReading
import TestSupport
import Testing

@Suite struct CaptureFormatCatalogTests {
    @Test("the formats stand in the order of their names, each once, and are found by them")
    func order() {
        let names = CaptureFormatCatalog.names.map(\.rawValue)
        #expect(names == Set(names).sorted())
        for format in CaptureFormatCatalog.all { #expect(CaptureFormatCatalog.format(format.id) == format) }
        #expect(CaptureFormatCatalog.format(CaptureFormatID(rawValue: "nonsense")) == nil)
    }

    @Test("every format in the folder of formats is one of the catalogue")
    func files() throws {
        let folder = Checkout.folder + "/Sources/CaptureReading/Formats"
        let files = try Checkout.files(below: folder, ending: "Format.swift")
        let names = files.compactMap { file in file.split(separator: "/").last.map(String.init) }
        let listed = CaptureFormatCatalog.all.map { format in "\(format).swift" }
        #expect(names.filter { name in name != "CaptureFormat.swift" }.sorted() == listed.sorted())
    }
}
