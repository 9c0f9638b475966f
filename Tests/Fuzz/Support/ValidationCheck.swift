public import ImageValidation

/// Checks what holds for every image format and every input.
public func checkValidation(of input: FuzzInput, as format: some ImageFormat) {
    // A format is only asked to validate what it claims; only PNG reads signatures that are damaged.
    guard format.claims(input.slice) || format.id == .png else { return }
    var options = ImageValidationOptions()
    options.pixelByteLimit = 1 << 22
    let report = format.validate(input.slice, options: options)
    claim(
        "an image is the same wherever its bytes stand", report == format.validate(input.bytes[...], options: options))
    claim("the size is that of the bytes", report.byteCount == input.bytes.count)
    for defect in report.defects {
        claim("a defect stands in the image", (0...input.bytes.count).contains(defect.offset ?? 0))
        claim("a defect says what it is", !defect.expected.isEmpty && !defect.found.isEmpty)
    }
    if let rows = report.rows {
        claim("no more rows survive than there are", (0...rows.expected).contains(rows.whole))
        claim("pixels are sound where all rows are", report.pixels != .ok || rows.whole == rows.expected)
    }
    let quick = ImageValidationOptions(depth: .structure)
    let structure = format.validate(input.slice, options: quick)
    claim("a quick look finds nothing that a long one does not", structure.defects.count <= report.defects.count)
}
