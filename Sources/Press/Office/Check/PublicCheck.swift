package import Model
package import Press
internal import PublicPlace

/// `courant check --public`: whether the bucket has what was published.
package struct PublicCheck {
  private let press: PressRun

  /// - Parameter press: with the site's own ledger, or a copy.
  package init(_ press: PressRun) { self.press = press }

  package struct Report {
    package fileprivate(set) var findings: [Finding] = []
    /// Lines about what is as it should be.
    package fileprivate(set) var right: [String] = []
    /// Whether the bucket could not be listed.
    package fileprivate(set) var isUnknown = false
  }

  package func report() -> Report {
    var report = Report()
    guard let bucket = press.output as? BucketPlace else {
      let sentence = "[public] place is not a bucket: there is nothing to compare, because each run looks at its folder"
      report.findings = [Finding("schedule.conf", sentence, weight: .warning)]
      return report
    }
    do {
      report.add(try bucket.comparison(), of: bucket.name)
    } catch {
      report.findings = [Finding("schedule.conf", "[public] \(error)")]
      report.isUnknown = true
    }
    return report
  }
}

extension PublicCheck.Report {
  /// At most this many lines of one kind.
  private static let most = 50

  fileprivate mutating func add(_ comparison: PublicComparison, of place: String) {
    let repair = "`courant run --verify-public` publishes it again"
    add(comparison.missing, of: place, "is missing; \(repair)", .fault)
    add(comparison.changed, of: place, "was changed by something else; \(repair)", .fault)
    add(comparison.foreign, of: place, "is not from Courant, which leaves it alone", .warning)
    if comparison == PublicComparison() { right.append("\(place): has what was published, and nothing else") }
  }

  private mutating func add(_ paths: [String], of place: String, _ sentence: String, _ weight: Finding.Weight) {
    findings += paths.prefix(Self.most).map { Finding("\(place)/\(forDisplay($0))", sentence, weight: weight) }
    let rest = paths.count - Self.most
    if rest > 0 { findings.append(Finding(place, "… and \(rest) more like these", weight: weight)) }
  }
}
