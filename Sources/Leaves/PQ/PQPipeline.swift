internal import CPQ

/// Statements that are sent together (PostgreSQL's manual, "Pipeline Mode").
extension PQSession {
  /// Runs these in one round trip, those that are new included: each is prepared once. After an error, the server skips the
  /// others.
  ///
  /// - Returns: one result for each.
  /// - Throws: the first error.
  mutating func run(_ statements: [PQStatement]) throws(PQError) -> [PQResult] {
    guard unsafe PQenterPipelineMode(handle) == 1 else { throw failure(lost: false) }
    let requests = try send(statements)
    var results: [PQResult] = []
    var failure: PQError?
    for request in requests {
      do {
        guard let result = try answer() else { continue }
        switch request {
        case .preparation(let text, let name): prepared[text] = name
        case .execution: results.append(result)
        }
      } catch {
        failure = failure ?? error
      }
    }
    try endPipeline(after: failure)
    return results
  }

  private enum Request {
    case preparation(of: String, as: String)
    case execution
  }

  /// libpq reads while the server does not take more, so neither waits for the other.
  private func send(_ statements: [PQStatement]) throws(PQError) -> [Request] {
    var requests: [Request] = []
    var names = prepared
    for statement in statements {
      if names[statement.text] == nil {
        let name = "\(self.names)_\(names.count + 1)"
        names[statement.text] = name
        try expect(prepare(statement, as: name))
        requests.append(.preparation(of: statement.text, as: name))
      }
      try expect(execute(statement, names[statement.text]))
      requests.append(.execution)
    }
    try expect(unsafe PQpipelineSync(handle))
    return requests
  }

  private func prepare(_ statement: PQStatement, as name: String) -> Int32 {
    let types = statement.arguments.map(\.type)
    return unsafe PQsendPrepare(handle, name, statement.text, Int32(types.count), types)
  }

  private func execute(_ statement: PQStatement, _ name: String?) -> Int32 {
    unsafe Self.withCStrings(statement.arguments.map(\.text)) { values in
      unsafe PQsendQueryPrepared(handle, name, Int32(statement.arguments.count), values, nil, nil, 0)
    }
  }

  private func expect(_ success: Int32) throws(PQError) {
    if success != 1 { throw failure(lost: true) }
  }

  /// Nil if the request was skipped.
  private func answer() throws(PQError) -> PQResult? {
    let result = unsafe PQgetResult(handle)
    if unsafe PQresultStatus(result) == PGRES_PIPELINE_ABORTED {
      unsafe PQclear(result)
      _ = unsafe PQgetResult(handle)
      return nil
    }
    // Each answer ends with a null pointer.
    defer { if !isLost { _ = unsafe PQgetResult(handle) } }
    return try unsafe read(result)
  }

  private func endPipeline(after failure: PQError?) throws(PQError) {
    if !isLost { unsafe PQclear(PQgetResult(handle)) }  // of the synchronisation
    // The server may say why it closes the connection before it does.
    let hasEnded = unsafe !isLost && PQexitPipelineMode(handle) == 1
    if hasEnded, failure == nil { return }
    let cause = failure ?? self.failure(lost: true)
    throw PQError(sqlState: cause.sqlState, message: cause.message, isLost: cause.isLost || !hasEnded)
  }
}
