import Foundation
import Glibc
import LedgerSQL
import Model
import Office
import Time

extension Operator {
  /// The user who runs this command, and, with sudo, the one who asked for it: `ann as news`. Anyone who can set this command's
  /// environment can claim to be someone else there.
  static var ofThisProcess: Operator {
    let user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
    let asked = ProcessInfo.processInfo.environment["SUDO_USER"] ?? ""
    return Operator(asked.isEmpty || asked == user ? user : "\(asked) as \(user)", at: .shell, from: hostName)
  }

  private static var hostName: String? {
    let name = ProcessInfo.processInfo.hostName
    return name.isEmpty ? nil : name
  }
}

extension SQLLedger {
  /// What this command does is recorded under the name of its user.
  func acts(at moment: Moment) -> Acts { Acts(of: .ofThisProcess, ledger: self, now: moment.instant) }
}
