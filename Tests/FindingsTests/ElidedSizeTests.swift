import Findings
import Testing

@Suite struct ElidedSizeTests {
    @Test("characters that come in fours give a size up to two bytes less than the largest")
    func exact() throws {
        let size = try #require(
            ElidedSize(
                contentLength: 2_189_934, capturedLength: 1_106, isMinified: true, placeholderLength: 12, count: 1))
        #expect(size.characterCount == 2_188_840)
        #expect(size.isExact)
        #expect(size.byteCounts == 1_641_628...1_641_630)
    }

    @Test("of a body that was not counted in the form it was sent in the size is only about right")
    func approximate() throws {
        let size = try #require(
            ElidedSize(
                contentLength: 2_187_172, capturedLength: 1_542, isMinified: false, placeholderLength: 12, count: 1))
        #expect(size.characterCount == 2_185_642)
        #expect(!size.isExact)
        #expect(size.byteCounts == 1_639_231...1_639_231)
    }

    @Test("each of several pieces may be two bytes less")
    func several() throws {
        let size = try #require(
            ElidedSize(contentLength: 108, capturedLength: 20, isMinified: true, placeholderLength: 12, count: 3))
        #expect(size.characterCount == 100)
        #expect(size.byteCounts == 69...75)
    }

    @Test(
        "without a placeholder, or room for data, there is no size",
        arguments: [(100, 20, 0, 0), (20, 20, 0, 1), (8, 20, 12, 1), (0, 0, 0, 1), (.min, 1, 0, 1), (.max, 1, 600, 1)])
    func impossible(_ contentLength: Int, _ capturedLength: Int, _ placeholderLength: Int, _ count: Int) {
        let size = ElidedSize(
            contentLength: contentLength, capturedLength: capturedLength, isMinified: true,
            placeholderLength: placeholderLength, count: count)
        #expect(size == nil)
    }

    @Test("the largest length that can be declared is no trap")
    func largest() throws {
        let size = try #require(
            ElidedSize(contentLength: .max, capturedLength: 0, isMinified: true, placeholderLength: 0, count: 1))
        #expect(size.byteCounts.upperBound == 6_917_529_027_641_081_855)
    }
}
