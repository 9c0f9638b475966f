/// Where a report goes: a function that takes its next bytes.
///
/// What becomes of them, a closed pipe included, is the program's affair.
public typealias Output = ([UInt8]) -> Void
