import Testing

@testable import Comparison

@Suite struct ImageChangeTests {
    private static let plain = MadePNG.gradient(64)

    /// The one change between two sessions whose answers are these images.
    private func change(_ from: String, _ to: String) throws -> Change {
        var (a, b) = (Draft(), Draft())
        a.answer = [Draft.text("Here."), Draft.image(from)]
        b.answer = [Draft.text("Here."), Draft.image(to)]
        let changes = try Comparing.sessions(a.message, b.message).pairs.flatMap(\.changes)
        let known = changes.filter { change in change.area != .findings }
        try #require(known.count == 1, "\(known.map(\.path))")
        #expect(known[0].area == .images)
        #expect(known[0].path == "answer/messages/0/parts/1")
        return known[0]
    }

    @Test("an image that was encoded again has the same pixels, and nothing else differs")
    func encodedAgain() throws {
        let change = try change(
            MadePNG(ImageChangeTests.plain).base64, MadePNG(ImageChangeTests.plain, isFiltered: true).base64)
        #expect(change.image == ImageChange(relation: .samePixels, differingShare: 0, meanError: 0, hashDistance: 0))
    }

    @Test("of another image the share of pixels is told that differ, and how far its hash is away")
    func otherPixels() throws {
        let corner = MadePNG.gradient(64) { x, y in x < 32 && y < 32 ? 50 : 0 }
        let image = try #require(change(MadePNG(ImageChangeTests.plain).base64, MadePNG(corner).base64).image)
        #expect(image.relation == .differentPixels)
        #expect(image.differingShare == 0.25)
        // A quarter of the pixels differs by 50 in three of four samples.
        #expect(image.meanError == 50 * 0.25 * 0.75)
        #expect((1...32).contains(image.hashDistance ?? 0))
    }

    @Test("what no eye sees does not count as a pixel that differs, and leaves the hash as it was")
    func tolerance() throws {
        let noise = MadePNG.gradient(64) { x, y in (x + y) % 2 * 8 }
        let image = try #require(change(MadePNG(ImageChangeTests.plain).base64, MadePNG(noise).base64).image)
        #expect(image.differingShare == 0)
        #expect(image.meanError == 3)
        #expect((image.hashDistance ?? 64) <= 4)
    }

    @Test("an image that was cropped has another size, one upside down another hash")
    func cropped() throws {
        let part = ImageChangeTests.plain.map { row in Array(row.prefix(48)) }
        let cropped = try #require(change(MadePNG(ImageChangeTests.plain).base64, MadePNG(part).base64).image)
        #expect(cropped.relation == .differentSize)
        #expect(cropped.differingShare == nil && cropped.meanError == nil)
        let turned = ImageChangeTests.plain.map { row in Array(row.reversed()) }
        let image = try #require(change(MadePNG(ImageChangeTests.plain).base64, MadePNG(turned).base64).image)
        #expect((image.hashDistance ?? 0) > 16)
    }

    @Test("pixels that cannot be decoded are not compared")
    func undecoded() throws {
        let whole = MadePNG(ImageChangeTests.plain).base64
        let cut = String(whole.prefix(whole.count / 8 * 4))
        #expect(try change(whole, cut).image == ImageChange(relation: .differentBytes))
        #expect(try change(whole, "<png-base64>").image == ImageChange(relation: .differentBytes))
    }

    @Test("an image in the history that was encoded again is told of as an image, not as a turn")
    func history() throws {
        var (a, b) = (Draft(), Draft())
        let images = [false, true].map { isFiltered in MadePNG(ImageChangeTests.plain, isFiltered: isFiltered).base64 }
        a.turns = [Draft.Turn("user", parts: [Draft.text("bluer"), Draft.image(images[0])])]
        b.turns = [Draft.Turn("user", parts: [Draft.text("bluer"), Draft.image(images[1])])]
        let comparison = try Comparing.sessions(a.message, b.message)
        #expect(comparison.told == ["images prompt/messages/0/parts/1 replace"])
        #expect(comparison.pairs[0].turns.map(\.relation) == [.same, .images])
    }

    @Test("an image more, and an image less")
    func count() throws {
        var b = Draft()
        b.answer.append(Draft.image(MadePNG(ImageChangeTests.plain).base64))
        let told = try Comparing.sessions(
            Draft().message, b.message, ComparisonOptions(filter: ChangeFilter(ignored: ["findings"]))
        ).told
        #expect(told == ["images answer/messages/0/parts/1 add"])
        let back = try Comparing.sessions(
            b.message, Draft().message, ComparisonOptions(filter: ChangeFilter(ignored: ["findings"]))
        ).told
        #expect(back == ["images answer/messages/0/parts/1 remove"])
    }
}
