internal import Model

/// The index of all parts of addresses and names: every database has its own. Triggers keep it.
protocol ReaderIndex: Sendable {
  /// - Parameter part: of at least three characters; shorter ones find nobody.
  func readers(matching part: String, limit: Int, _ db: any SQLConnection) throws -> [FoundReader]

  /// Removes what the index still has of readers who were erased.
  func forgetErased(_ db: any SQLConnection) throws
}
