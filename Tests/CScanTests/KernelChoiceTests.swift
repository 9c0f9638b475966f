import CScan
import Foundation
import KernelChoice
import Testing

@Suite struct KernelChoiceTests {
    @Test("the fastest loops run that the processor has, and plain C where it was asked for")
    func chosen() throws {
        guard !kernel_choice_is_scalar() else {
            #expect(cscan_kernels() == .scalar)
            return
        }
        #if arch(arm64)
            #expect(cscan_kernels() == .NEON)
        #elseif os(Linux)
            let flags =
                try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8).split(separator: "\n")
                .first { line in line.hasPrefix("flags") }?.split(separator: " ") ?? []
            let needed: Set<Substring> = ["avx2", "bmi1", "bmi2", "popcnt", "pclmulqdq"]
            #expect(cscan_kernels() == (needed.isSubset(of: flags) ? .AVX2 : .scalar))
        #endif
    }
}
