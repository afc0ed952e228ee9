internal import Files
internal import Glibc
internal import Model

/// The ledger's file and the files next to it, in a dedicated folder (`var/`).
///
/// They contain addresses and the site's secret, so the folder has mode 0700 and each file 0600, regardless of the
/// umask: they are created that way, and corrected whenever the ledger is opened.
package struct LedgerFiles: Sendable {
  /// The database.
  package let ledger: String

  package init(ledger: String) { self.ledger = ledger }

  package var log: String { ledger + "-wal" }
  /// SQLite's index of the log, shared by its connections.
  var index: String { ledger + "-shm" }
  package var lock: String { ledger + ".lock" }
  var deliveryLock: String { ledger + ".delivery.lock" }
  var letterLock: String { ledger + ".letters.lock" }
  var webhookLock: String { ledger + ".webhooks.lock" }
  /// See ``Journal``.
  package var journal: String { stem + ".journal" }
  /// See ``Pulse``.
  package var pulse: String { stem + ".pulse" }

  private var stem: String { ledger.hasSuffix(".sqlite") ? String(ledger.dropLast(7)) : ledger }
  var folder: String {
    let folder = enclosingFolder(of: ledger)
    return folder.isEmpty ? "." : folder
  }
  private var files: [String] { [ledger, log, index, lock, deliveryLock, letterLock, webhookLock, journal, pulse] }

  /// The folder and files accessible to others, as `PATH is MODE`.
  package var exposed: [String] { ([folder] + files).compactMap(Self.exposure) }

  /// Creates the folder and an empty database if there are none, and corrects the permissions of all files. Returns
  /// ``exposed`` as it was before, if there was a ledger; files of other owners stay unchanged.
  func secure() throws(LedgerError) -> [String] {
    if mkdir(folder, 0o700) != 0, errno == ENOENT {
      throw LedgerError("cannot create \(folder): \(String(cString: strerror(errno)))")
    }
    let exposed = access(ledger, F_OK) == 0 ? exposed : []
    for path in [folder] + files where Self.exposure(path) != nil {
      chmod(path, path == folder ? 0o700 : 0o600)
    }
    // SQLite would create it, and then its -wal and -shm, with the permissions of the umask. An existing one is never opened
    // here: closing it would end the locks of every other connection of this process (POSIX fcntl), and the next process
    // to close the ledger would then delete the -wal under them.
    if access(ledger, F_OK) != 0 { close(try Self.open(ledger, O_RDWR | O_CREAT)) }
    return exposed
  }

  /// Opens one of our files. A new file belongs to the owner of the folder, even if root creates it.
  static func open(_ path: String, _ flags: Int32) throws(LedgerError) -> Int32 {
    let isNew = access(path, F_OK) != 0
    let file = Glibc.open(path, flags | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw LedgerError("cannot open \(path): \(String(cString: strerror(errno)))") }
    if isNew {
      fchmod(file, 0o600)
      giveToOwner(ofFolderOf: path, file)
    }
    return file
  }

  private static func giveToOwner(ofFolderOf path: String, _ file: Int32) {
    var status = stat()
    guard geteuid() == 0, stat(enclosingFolder(of: path), &status) == 0 else { return }
    _ = fchown(file, status.st_uid, status.st_gid)
  }

  private static func exposure(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
    return "\(path) is 0\(String(status.st_mode & 0o777, radix: 8))"
  }
}
