/// Arrays as PostgreSQL reads them (manual, 8.15.2).
enum PostgresArray {
  /// One argument for many numbers. As a subquery, it is read once, and not for each row that is compared with it.
  static func numbers(_ numbers: [Int64]) -> SQL { "(SELECT \(text(numbers))::bigint[])::bigint[]" }

  static func text(_ numbers: [Int64]) -> String { "{" + numbers.map(String.init).joined(separator: ",") + "}" }

  static func text(_ texts: [String]) -> String { "{" + texts.map(quoted).joined(separator: ",") + "}" }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
