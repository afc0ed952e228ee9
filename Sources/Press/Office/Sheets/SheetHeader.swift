internal import Model
internal import Text

/// The first row of a list: the meaning of each column.
struct SheetHeader {
  private let names: [String]
  /// The meaning of each column of the file; nil if it is ignored.
  private let columns: [SheetColumn?]
  /// Names of ignored columns.
  let ignored: [String]
  private let ownNames: Set<String>
  /// The program that exported it, if it is recognised.
  let program: SheetProgram?

  struct Fault: Error {
    let sentence: String
  }

  /// - Parameter map: the operator's mapping of a column's header to one of ours, or `ignore`.
  init(_ names: [String], map: [String: String]) throws(Fault) {
    let names = names.map(\.trimmed)
    self.names = names
    ownNames = Set(names.map { $0.lowercased() })
    program = SheetProgram(headers: Set(names.map(SheetColumn.plain)))
    columns = Self.columns(names, of: program, meant: try Self.meant(by: map, among: names))
    ignored = zip(names, columns).filter { $1 == nil && !$0.isEmpty }.map(\.0)
    try checkTwice(names)
    try checkComplete(names)
  }

  /// The non-empty cells of a row, by meaning.
  func cells(_ fields: [String]) -> SheetCells {
    var cells = SheetCells()
    for (column, field) in zip(columns, fields) {
      guard let column, !field.isEmpty, !(column.isNo && SheetWord.isBlank(field)) else { continue }
      cells.append(field, to: column)
    }
    return cells
  }

  /// The first cell of a row that may say no and is not understood, with the name of its column.
  func doubt(_ fields: [String]) -> SheetDoubt? {
    for (index, (column, field)) in zip(columns, fields).enumerated() where !field.isEmpty {
      guard column == .mayRefuse || column == .wantsMail && SheetAnswer(field, of: program) == nil else { continue }
      return SheetDoubt(column: names[index], cell: field)
    }
    return nil
  }

  /// The name of the column that shows who wants mail; empty if there is none.
  var nameOfWish: String { zip(names, columns).first { $1 == .wantsMail }?.0 ?? "" }

  var count: Int { columns.count }

  func has(_ column: SheetColumn) -> Bool { columns.contains(column) }

  /// Whether it has the name that `export` gives it.
  func isOwn(_ column: SheetColumn) -> Bool { ownNames.contains(column.rawValue) }

  /// A sentence for the operator about ignored columns; nil if there are none.
  var ignoredSentence: String? {
    guard !ignored.isEmpty else { return nil }
    let shown = ignored.prefix(12).map { name in
      // Exports of programs have no typos.
      let near =
        program != nil
        ? nil : nearest(to: name.lowercased(), among: SheetColumn.own.map(\.rawValue).filter { !has(named: $0) })
      return "`\(forDisplay(name, atMost: 60))`" + (near.map { " (did you mean `\($0)`?)" } ?? "")
    }
    let more = ignored.count > 12 ? " and \(ignored.count - 12) more" : ""
    return "ignored \(ignored.count == 1 ? "column" : "columns"): " + shown.joined(separator: ", ") + more
  }

  private func has(named name: String) -> Bool { SheetColumn(rawValue: name).map(has) ?? false }
}

extension SheetHeader {
  /// What each column means.
  ///
  /// - Parameter meant: the meanings that the operator gave to columns, by column name.
  private static func columns(
    _ names: [String], of program: SheetProgram?, meant: [String: SheetColumn?]
  ) -> [SheetColumn?] {
    let columnsOfProgram = program?.columns ?? [:]
    let found = names.map { name in
      columnsOfProgram[SheetColumn.plain(name)].map { ($0, 0) } ?? SheetColumn.meaning(of: name)
    }
    return names.indices.map { index in
      let name = names[index]
      if let meant = meant[name] { return meant }
      guard let (column, rank) = found[index], column.mayRepeat || !meant.values.contains(column) else { return nil }
      // Every column that says no counts; of other duplicates only the best name, and of equal names the first.
      if column.mayRepeat || isBest(rank, index, of: column, found) { return column }
      let isSecondStatus = column == .status && SheetColumn.plain(name).hasSuffix("status")
      return isSecondStatus ? .wantsMail : nil
    }
  }

  private static func meant(by map: [String: String], among names: [String]) throws(Fault) -> [String: SheetColumn?] {
    var meant: [String: SheetColumn?] = [:]
    for (name, target) in map {
      guard let header = names.first(where: { $0.lowercased() == name.lowercased() }) else {
        throw Fault(sentence: "there is no column `\(name)` to map" + suggestion(for: name, among: names))
      }
      if target == "ignore" {
        meant[header] = .some(nil)
        continue
      }
      guard let column = SheetColumn(rawValue: target.lowercased()) else {
        let known = (SheetColumn.own.map(\.rawValue) + ["ignore"]).joined(separator: ", ")
        throw Fault(sentence: "`\(target)` is not a meaning of a column; use one of \(known)")
      }
      meant[header] = column
    }
    return meant
  }

  private static func isBest(
    _ rank: Int, _ index: Int, of column: SheetColumn, _ found: [(column: SheetColumn, rank: Int)?]
  ) -> Bool {
    for (other, candidate) in found.enumerated() where other != index {
      guard let candidate, candidate.column == column else { continue }
      if candidate.rank < rank || (candidate.rank == rank && other < index) { return false }
    }
    return true
  }

  /// Refuses two columns with the same one of our names: it is unclear which is meant.
  private func checkTwice(_ names: [String]) throws(Fault) {
    let own = names.map { $0.lowercased() }.filter { SheetColumn(rawValue: $0) != nil }
    if let name = own.first(where: { name in own.count { $0 == name } > 1 }) {
      throw Fault(sentence: "column `\(name)` appears twice; remove one")
    }
  }

  private func checkComplete(_ names: [String]) throws(Fault) {
    guard has(.email) else {
      if names.contains(where: { EmailAddress($0) != nil }) {
        throw Fault(
          sentence: "the first line is a reader, not the names of the columns; add a line above it, for example "
            + "`name,email`")
      }
      let shown = names.prefix(12).map { "`\(forDisplay($0, atMost: 60))`" }.joined(separator: ", ")
      throw Fault(
        sentence: "no column is called `email` (found \(shown)); name it, for example with "
          + "--map \"Your address=email\"")
    }
    // If a typo were ignored here, readers would follow more than they asked for.
    let slip = ignored.first { nearest(to: $0.lowercased(), among: ["feeds"]) != nil }
    if let slip, !has(.feeds) {
      throw Fault(sentence: "unknown column `\(forDisplay(slip, atMost: 60))`; did you mean `feeds`?")
    }
  }
}

extension SheetColumn {
  /// Whether a date or a yes in it means no mail.
  fileprivate var isNo: Bool {
    switch self {
    case .saysEnded, .saysBounced, .saysComplained, .saysBlocked: true
    default: false
    }
  }

  /// Whether several columns may have this meaning; each no counts.
  fileprivate var mayRepeat: Bool {
    switch self {
    case .saysEnded, .saysBounced, .saysComplained, .saysBlocked, .wantsMail, .mayRefuse: true
    default: false
    }
  }
}

/// A cell that may mean no mail and is not understood.
struct SheetDoubt {
  let column: String
  let cell: String

  var sentence: String {
    let name = forDisplay(column, atMost: 60)
    return "column `\(name)` may mark readers who want no mail, and `\(forDisplay(cell, atMost: 60))` is not "
      + "understood; use --map \"\(name)=left\" if anything in it means no mail, --map \"\(name)=status\", "
      + "or --map \"\(name)=ignore\" if it is unrelated"
  }
}
