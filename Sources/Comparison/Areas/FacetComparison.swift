internal import CaptureReading
internal import Findings
internal import JSONReading

/// Compares what two exchanges say under names.
struct FacetComparison {
    private let a: InspectedExchange
    private let b: InspectedExchange

    /// Compares two exchanges.
    init(_ a: InspectedExchange, _ b: InspectedExchange) {
        self.a = a
        self.b = b
    }

    /// The differences, in the order of the first side, each that only the second has behind those of its own area.
    func changes(_ from: [Facet], _ to: [Facet]) -> [Change] {
        let others = Dictionary(to.map { facet in (FacetComparison.key(facet), facet) }) { first, _ in first }
        let known = Set(from.map(FacetComparison.key))
        var changes: [Change] = []
        for facet in from {
            guard let other = others[FacetComparison.key(facet)] else {
                changes.append(change(facet, nil))
                continue
            }
            if facet.hash != other.hash { changes += replaced(facet, other) }
        }
        for facet in to where !known.contains(FacetComparison.key(facet)) { changes.append(change(nil, facet)) }
        return changes
    }

    private static func key(_ facet: Facet) -> [String] {
        [facet.area.rawValue, facet.path]
    }

    private func change(_ from: Facet?, _ to: Facet?) -> Change {
        let facet = from ?? to
        return Change(
            facet?.area ?? .config, facet?.path ?? "", from: from?.value, to: to?.value,
            locationA: from?.place.map(a.location), locationB: to?.place.map(b.location))
    }

    /// The differences within a value that both have: member by member where it is JSON.
    private func replaced(_ from: Facet, _ to: Facet) -> [Change] {
        guard case .json(let first, let names) = from.value, case .json(let second, _) = to.value else {
            return [change(from, to)]
        }
        return JSONDifference(first, second, names: names).members.map { member in
            Change(
                from.area, from.path + member.path,
                from: member.from.map { value in .json(value, names: member.names) },
                to: member.to.map { value in .json(value, names: member.names) },
                locationA: member.from == nil ? nil : from.place.map(a.location),
                locationB: member.to == nil ? nil : to.place.map(b.location))
        }
    }
}
