internal import CPQ
internal import Glibc

/// The owner of a libpq connection, with the statements that were prepared on it.
///
/// Arguments and values travel as text, which libpq's manual recommends for anything that is not large and binary.
@safe struct PQSession: ~Copyable {
  let handle: OpaquePointer
  /// The names of prepared statements, by their text.
  var prepared: [String: String] = [:]
  /// Begins the names of prepared statements. No other session has it, so if a pooler leads to one, a statement is not found.
  let names = "c" + String(UInt64.random(in: .min ... .max), radix: 36)

  /// - Parameter parameters: libpq's keywords; `dbname` may be a whole connection string or URL.
  init(_ parameters: [(keyword: String, value: String)]) throws(PQError) {
    let opened = unsafe Self.withCStrings(parameters.map(\.keyword)) { keywords in
      unsafe Self.withCStrings(parameters.map(\.value)) { values in
        unsafe PQconnectdbParams(keywords, values, 1)
      }
    }
    guard let opened = unsafe opened else { throw PQError(message: "no memory for a connection", isLost: true) }
    guard unsafe PQstatus(opened) == CONNECTION_OK else {
      let message = unsafe Self.message(of: opened)
      unsafe PQfinish(opened)
      throw PQError(message: message, isLost: true)
    }
    unsafe handle = opened
    // The server's remarks would otherwise be printed to standard error.
    unsafe PQsetNoticeProcessor(opened, { _, _ in }, nil)
  }

  deinit { unsafe PQfinish(handle) }

  var isLost: Bool { unsafe PQstatus(handle) != CONNECTION_OK }

  var hasFailed: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_INERROR }

  /// As `150013` for 15.13.
  var serverVersion: Int { Int(unsafe PQserverVersion(handle)) }

  /// Several statements without arguments, separated by semicolons. Returns what the last one returned.
  func script(_ text: String) throws(PQError) -> PQResult {
    try unsafe read(PQexec(handle, text))
  }

  /// One statement that is not worth keeping.
  func runOnce(_ text: String, _ arguments: [PQArgument]) throws(PQError) -> PQResult {
    let values = arguments.map(\.text)
    let types = arguments.map(\.type)
    let result = unsafe Self.withCStrings(values) { values in
      unsafe PQexecParams(handle, text, Int32(arguments.count), types, values, nil, nil, 0)
    }
    return try unsafe read(result)
  }

  /// C strings that live as long as `body`, ended by a null pointer. A nil is a null pointer as well.
  static func withCStrings<Result>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe texts.map { text in unsafe text.map { unsafe UnsafePointer<CChar>(strdup($0)) } ?? nil }
    defer { unsafe copies.forEach { copy in unsafe free(UnsafeMutablePointer(mutating: copy)) } }
    let list = unsafe copies + [nil]
    return unsafe list.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
  }
}

// MARK: - Results

extension PQSession {
  func read(_ result: OpaquePointer?) throws(PQError) -> PQResult {
    guard let result = unsafe result else { throw failure(lost: true) }
    defer { unsafe PQclear(result) }
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
      var found = PQResult()
      found.count = unsafe Self.count(result)
      return found
    case PGRES_TUPLES_OK: return unsafe rows(result)
    default: throw unsafe failure(result)
    }
  }

  private func rows(_ result: OpaquePointer) -> PQResult {
    let columns = unsafe 0..<PQnfields(result)
    let isNumber = columns.map { column in unsafe Self.isNumber(PQftype(result, column)) }
    var found = PQResult()
    found.names = columns.map { column in unsafe String(cString: PQfname(result, column)) }
    let count = unsafe PQntuples(result)
    found.rows.reserveCapacity(Int(count))
    for row in 0..<count {
      found.rows.append(
        columns.map { column in unsafe Self.value(result, row, column, isNumber: isNumber[Int(column)]) })
    }
    found.count = unsafe max(Self.count(result), 0)
    return found
  }

  private static func value(_ result: OpaquePointer, _ row: Int32, _ column: Int32, isNumber: Bool) -> PQValue {
    if unsafe PQgetisnull(result, row, column) == 1 { return .null }
    let text = unsafe String(cString: PQgetvalue(result, row, column))
    guard isNumber else { return .text(text) }
    switch text {
    case "t": return .integer(1)
    case "f": return .integer(0)
    default: return Int64(text).map { .integer($0) } ?? .text(text)
    }
  }

  /// bool, int8, int2, int4, oid and numeric: `sum` of int8 is numeric.
  private static func isNumber(_ type: Oid) -> Bool { [16, 20, 21, 23, 26, 1700].contains(type) }

  private static func count(_ result: OpaquePointer) -> Int {
    Int(unsafe String(cString: PQcmdTuples(result))) ?? 0
  }

  private func failure(_ result: OpaquePointer) -> PQError {
    PQError(
      sqlState: unsafe Self.field(result, UInt8(ascii: "C")) ?? "",
      message: unsafe Self.field(result, UInt8(ascii: "M")) ?? Self.message(of: handle), isLost: isLost)
  }

  /// A part of an error (`PG_DIAG_SQLSTATE`, `PG_DIAG_MESSAGE_PRIMARY`).
  private static func field(_ result: OpaquePointer, _ code: UInt8) -> String? {
    unsafe PQresultErrorField(result, Int32(code)).map { unsafe String(cString: $0) }
  }

  func failure(lost: Bool) -> PQError {
    PQError(message: unsafe Self.message(of: handle), isLost: lost || isLost)
  }

  /// In one line: libpq writes one for each host that it tried.
  private static func message(of handle: OpaquePointer) -> String {
    let text = unsafe String(cString: PQerrorMessage(handle))
    return text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == "\t" } }.joined(separator: "; ")
  }
}

extension PQArgument {
  /// As the server reads it; nil is NULL.
  var text: String? {
    switch self {
    case .integer(let number): number.map { String($0) }
    case .text(let text): text
    }
  }

  /// int8 or text.
  var type: Oid {
    switch self {
    case .integer: 20
    case .text: 25
    }
  }
}
