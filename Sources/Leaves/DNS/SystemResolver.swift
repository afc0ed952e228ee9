internal import CResolver

/// The name servers of this machine, queried through libresolv (`/etc/resolv.conf`).
package final class SystemResolver: NameService {
  /// Shared by all queries.
  private let deadline: ContinuousClock.Instant
  private let port: UInt16

  /// - Parameter port: a name server on 127.0.0.1 to query instead of the machine's; for tests.
  package init(seconds: Int = 5, port: UInt16 = 0) {
    deadline = .now + .seconds(seconds)
    self.port = port
  }

  package func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String] {
    let remaining = (deadline - .now).components.seconds
    guard remaining >= 0, !name.utf8.contains(0) else { throw NoAnswer(name: name) }
    var error: Int32 = 0
    var answer = [UInt8](repeating: 0, count: 65_535)
    let length = unsafe courant_dns_query(
      name, Int32(type.rawValue), Int32(min(remaining + 1, 2)), port, &answer, Int32(answer.count), &error)
    guard length > 0 else {
      if [courant_dns_nxdomain, courant_dns_nodata].contains(error) { return [] }
      throw NoAnswer(name: name)
    }
    guard let message = DNSMessage(Array(answer.prefix(Int(length)))) else { throw NoAnswer(name: name) }
    return message.values(type)
  }
}
