import CScan
import Foundation
import Testing

@Suite struct KernelChoiceTests {
    @Test("plain C runs where it was asked for")
    func forced() {
        let wanted = ProcessInfo.processInfo.environment["UNSPOOL_KERNELS"]
        if wanted == "scalar" { #expect(cscan_kernels() == .scalar) }
    }
}
