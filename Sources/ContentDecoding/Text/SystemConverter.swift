#if canImport(Glibc)
    internal import Glibc
#endif

/// The system's converter of character sets: its tables of East Asian sets are larger than this program.
@safe struct SystemConverter {
    #if canImport(Glibc)
        /// The text of bytes in a set of the system's; nil where they are none, or the system does not know the set.
        static func text(of bytes: ArraySlice<UInt8>, from name: String) -> String? {
            // The descriptor is closed below, and used in between only.
            guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
                return nil
            }
            defer { unsafe iconv_close(converter) }
            // No character of these sets is longer in UTF-8 than thrice its bytes.
            var output = [UInt8](repeating: 0, count: 3 * bytes.count + 8)
            var input = Array(bytes)
            var inputLeft = input.count
            var outputLeft = output.count
            // Both buffers outlive the call, and the converter keeps no pointer into them.
            let result = unsafe input.withUnsafeMutableBytes { source in
                unsafe output.withUnsafeMutableBytes { target in
                    var nextIn = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var nextOut = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    return unsafe iconv(converter, &nextIn, &inputLeft, &nextOut, &outputLeft)
                }
            }
            guard result != .max, inputLeft == 0 else { return nil }
            return String(validating: output.prefix(output.count - outputLeft), as: UTF8.self)
        }
    #else
        /// No other system's converter is used: nil.
        static func text(of bytes: ArraySlice<UInt8>, from name: String) -> String? { nil }
    #endif
}
