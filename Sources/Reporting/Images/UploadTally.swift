internal import CaptureReading
internal import Findings
internal import MediaFinding

/// Counts the images that a capture uploads, and how often it uploads the same one: a history is sent with each turn.
///
/// It keeps a summary of each of the latest images, never the images.
struct UploadTally {
    private var sums = RecentTable<ByteSummary, Int>()
    private var imageBytes = 0
    private var bodyBytes = 0
    private var largest: (count: Int, bytes: Int) = (0, 0)
    private var repeatedCount = 0

    /// Counts an exchange.
    mutating func add(_ exchange: InspectedExchange) {
        bodyBytes += exchange.request?.body?.bytes.count ?? 0
        for image in exchange.images where !image.isAnswer {
            guard let summary = image.summary, let encoded = image.encodedByteCount else { continue }
            imageBytes += encoded
            let count = (sums[summary] ?? 0) + 1
            sums[summary] = count
            guard count > 1 else { continue }
            repeatedCount += 1
            if count * encoded > largest.count * largest.bytes { largest = (count, encoded) }
        }
    }

    /// What it comes to; nil where no image was uploaded twice.
    var block: Block? {
        guard repeatedCount > 0 else { return nil }
        let share = "\(Wording.size(imageBytes)) of \(Wording.size(max(bodyBytes, imageBytes))) uploaded"
        let most = "one of \(Wording.size(largest.bytes)) sent \(Wording.count(largest.count, "time"))"
        let again = "\(Wording.count(repeatedCount, "upload")) of an image that was uploaded before"
        return .section(
            Section("UPLOADS", lead: [Inline("images are \(share)")], [.rows(Rows([[Inline("\(most); \(again)")]]))]))
    }
}
