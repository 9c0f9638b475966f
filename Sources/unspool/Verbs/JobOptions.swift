internal import ArgumentParser

/// How many exchanges are worked on at a time.
struct JobOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Work on so many exchanges at a time (default: the processor's cores).", valueName: "number")
    )
    var jobs: Int?

    /// On how many cores exchanges are worked on.
    var coreCount: Int { jobs ?? min(Environment.coreCount, JobOptions.counts.upperBound) }

    /// How many exchanges can be worked on at a time.
    private static let counts = 1...256

    /// No job at all, or more than any machine can do, is wrong usage, before anything is read.
    func validate() throws {
        guard let jobs, !JobOptions.counts.contains(jobs) else { return }
        throw ValidationError("expected --jobs of 1 to \(JobOptions.counts.upperBound), found \(jobs)")
    }
}
