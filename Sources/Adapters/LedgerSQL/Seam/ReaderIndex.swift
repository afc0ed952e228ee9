internal import Model

/// The index of all parts of addresses and names, separate for each database. Triggers maintain it.
protocol ReaderIndex: Sendable {
  /// - Parameter part: at least three characters; shorter ones find nobody.
  func readers(matching part: String, limit: Int, _ db: any SQLConnection) throws -> [FoundReader]

  /// Runs `body`, which adds many readers in this transaction. Afterwards the index contains them.
  func whileAddingMany<Result>(_ db: any SQLConnection, _ body: () throws -> Result) throws -> Result

  /// Removes what the index still contains of readers who were erased.
  func forgetErased(_ db: any SQLConnection) throws
}
