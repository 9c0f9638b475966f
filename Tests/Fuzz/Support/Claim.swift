/// Ends the run with a sentence when something that has to hold does not: the fuzzer then saves the input.
///
/// - Parameters:
///   - sentence: what has to hold.
///   - holds: whether it does.
public func claim(_ sentence: String, _ holds: Bool) {
    guard holds else { fatalError("expected: \(sentence)") }
}
