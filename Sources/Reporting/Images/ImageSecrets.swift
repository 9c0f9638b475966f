internal import CaptureReading
internal import ImageValidation
internal import Redaction

extension Redactor {
    /// A redactor of the secrets that stand in the texts of an image: programs write whole settings into them, with
    /// the keys of services among those.
    ///
    /// The places of secrets in JSON are those of a body, so each text is looked at as one.
    init(of report: ImageReport, style: Style) {
        var ledger = SecretLedger()
        let start = Place(byte: 0)
        for text in report.texts where style != .disclosed {
            let body = Body(bytes: Array(text.text.utf8)[...], place: start)
            let response = Response(body: body, place: start)
            let source = ExchangeSource(bytes: [], start: .start)
            ledger.learn(from: Exchange(number: 1, source: source, response: response))
        }
        self.init(ledger, style: style)
    }
}
