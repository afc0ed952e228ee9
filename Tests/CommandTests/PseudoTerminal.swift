import Glibc

/// A terminal whose other side is the test (pty(7)).
final class PseudoTerminal {
  private let master: Int32
  /// The path of the side that a process uses.
  let path: String

  struct NoTerminal: Error {}

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &unlocked) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      throw NoTerminal()
    }
    path = "/dev/pts/\(number)"
  }

  /// TIOCSPTLCK and TIOCGPTN, which Swift does not import (ioctl_tty(2)).
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  deinit { close(master) }

  /// Types the lines, whose answers the terminal keeps until they are read, and returns all that it shows until the
  /// process ends.
  func conversation(typing lines: [String]) -> String {
    let typed = Array(lines.map { $0 == "\u{4}" ? $0 : $0 + "\n" }.joined().utf8)
    _ = typed.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // The last process to close its side makes this fail (EIO).
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += buffer[..<count]
    }
    return String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}
