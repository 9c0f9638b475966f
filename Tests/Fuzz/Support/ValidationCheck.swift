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
    check(report, of: input.bytes.count)
    let quick = ImageValidationOptions(depth: .structure)
    let structure = format.validate(input.slice, options: quick)
    claim("a quick look finds nothing that a long one does not", structure.defects.count <= report.defects.count)
}

/// Checks what holds for every report of an image of so many bytes.
private func check(_ report: ImageReport, of byteCount: Int) {
    claim("the size is that of the bytes", report.byteCount == byteCount)
    for defect in report.defects {
        let offset = defect.offset ?? 0
        claim("a defect stands in the image", offset >= 0 && offset <= byteCount)
        claim("a defect says what it is", !defect.expected.isEmpty && !defect.found.isEmpty)
    }
    guard let rows = report.rows else { return }
    claim("no more rows survive than there are", rows.whole >= 0 && rows.whole <= rows.expected)
    if report.pixels == .ok { claim("pixels are sound where all rows are", rows.whole == rows.expected) }
}
