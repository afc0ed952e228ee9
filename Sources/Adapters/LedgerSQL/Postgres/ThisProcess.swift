internal import Glibc

/// How a process is named in the ledger, for operators.
enum ThisProcess {
  static var number: Int64 { Int64(getpid()) }

  static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
