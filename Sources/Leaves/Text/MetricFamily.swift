/// Samples with the same name, in Prometheus's text format, version 0.0.4
/// (prometheus.io/docs/instrumenting/exposition_formats).
package struct MetricFamily: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  /// One value with its labels.
  package struct Sample: Hashable, Sendable {
    /// After the family's name: `_bucket`, `_sum` or `_count` of a histogram; otherwise empty.
    package let suffix: String
    package let labels: [(name: String, value: String)]
    package let value: Double

    package static func == (a: Sample, b: Sample) -> Bool { a.line(of: "") == b.line(of: "") }

    package func hash(into hasher: inout Hasher) { hasher.combine(line(of: "")) }
  }

  package let name: String
  package let kind: Kind
  package let help: String
  package private(set) var samples: [Sample] = []

  /// - Parameter help: one line.
  package init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  package init(_ name: String, _ kind: Kind, _ help: String, value: Double?) {
    self.init(name, kind, help)
    if let value { add(value) }
  }

  package mutating func add(_ value: Double, _ labels: (name: String, value: String)..., suffix: String = "") {
    samples.append(Sample(suffix: suffix, labels: labels, value: value))
  }

  /// The lines of the family; empty without samples.
  package var text: String {
    guard !samples.isEmpty else { return "" }
    let help = help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    let lines = samples.map { $0.line(of: name) }
    return "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n" + lines.joined()
  }
}

extension MetricFamily.Sample {
  fileprivate func line(of name: String) -> String {
    let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
    let braces = pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
    return "\(name)\(suffix)\(braces) \(Self.written(value))\n"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// Whole numbers up to 2^53 without a decimal point.
  private static func written(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
    let isWhole = value == value.rounded() && value.magnitude < 9_007_199_254_740_992
    return isWhole ? "\(Int64(value))" : "\(value)"
  }
}
