import Model

/// Prints columns as wide as their widest field, the last one ragged.
func printTable(_ header: [String], _ rows: [[String]]) {
  let all = ([header] + rows).map { $0.map { forDisplay($0) } }
  let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
  for row in all {
    let cells = row.enumerated().map { index, field in
      index == row.count - 1 ? field : field + String(repeating: " ", count: widths[index] - field.count)
    }
    print(cells.joined(separator: "  "))
  }
}

extension Duration {
  /// `6 days`, `3 h`, `5 min`, `12 s`.
  var roughly: String {
    let seconds = components.seconds
    return switch abs(seconds) {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }
}
