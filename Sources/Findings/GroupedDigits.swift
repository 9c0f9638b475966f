extension Int {
    /// The number with a comma between thousands: `2,189,934`.
    package var grouped: String {
        let digits = Array(String(magnitude).utf8)
        var result: [UInt8] = self < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(UInt8(ascii: ",")) }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
