/// A number with one digit behind its point, cut off and not rounded: `99.9`, `7.6`.
///
/// Cutting keeps 99.95 % from reading as all of it.
package struct Tenths: CustomStringConvertible {
    /// The number times ten.
    private let tenths: Int

    /// A number of milliseconds as seconds, or of microseconds as milliseconds.
    package init(thousandths: Int) {
        tenths = thousandths / 100
    }

    /// A part of a whole, in percent; 0 when the whole is not larger than 0.
    package init(percentageOf part: Int, in whole: Int) {
        tenths = whole > 0 ? Int(max(0, min(1, Double(part) / Double(whole))) * 1_000) : 0
    }

    /// The number: `7.6`.
    package var description: String {
        "\(tenths < 0 ? "-" : "")\((tenths / 10).magnitude).\((tenths % 10).magnitude)"
    }
}
