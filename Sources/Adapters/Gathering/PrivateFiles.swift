internal import Files
internal import Glibc
internal import Model
internal import Text

/// Identifies a file or folder, regardless of its name.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// The identity of a path's target; nil if it does not exist.
  init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// Files that are never published, regardless of a source's location or a name or link: Courant's own files, settings,
/// templates, keys and passwords.
///
/// Recognised by identity, so a hard link to one of them is recognised too. A hard link to any
/// other file counts as the file.
struct PrivateFiles: Sendable {
  private let identities: Set<FileIdentity>
  /// The absolute paths of files whose copies are recognised too: settings, keys and passwords.
  private let originals: [String]
  /// Of those that the settings name, as written there.
  let named: [String]

  /// - Parameter root: the site folder.
  init(of site: Site, in root: String) {
    let secrets = [site.mail?.smtp.passwordFile, site.publishing.credentialsFile].compactMap(\.self)
    let keys = (site.mail?.allDKIM ?? []).flatMap(\.keys).map(\.file)
    self.named = keys + secrets
    let named = self.named.map { $0.hasPrefix("/") ? $0 : root + "/" + $0 }
    let own = ["schedule.conf", "authors.toml", "feeds", "templates", "public", "var"].map { root + "/" + $0 }
    let all = own + named + Self.files(in: root + "/var") + Self.files(in: root + "/feeds")
    originals = [root + "/schedule.conf"] + named
    identities = Set(all.compactMap { FileIdentity(of: $0) })
  }

  func holds(_ status: stat) -> Bool { identities.contains(FileIdentity(status)) }

  /// Why a file must not be published although it is none of them: it is a copy of one, or a private key.
  func objection(to file: borrowing OpenFile) -> UnreadableFile? {
    guard let start = try? file.firstBytes(Self.bytesRead) else { return nil }  // copying it will fail likewise
    let text = String(decoding: start, as: UTF8.self)
    if text.holds(bytesOf: "PRIVATE KEY-----") { return .key }
    let isLedger = text.hasPrefix("SQLite format 3") && text.holds(bytesOf: "CREATE TABLE subscriber (")
    let isCopy = originals.contains { path in
      var status = stat()
      guard unsafe stat(path, &status) == 0, Int(status.st_size) == file.size, file.size > 0 else { return false }
      return (try? readFile(path, most: Self.bytesRead)).map { $0 == start } ?? false
    }
    return isLedger || isCopy ? .copyOfOwn : nil
  }

  /// Of a ledger, the definitions of its tables are within these.
  private static let bytesRead = 1 << 18

  /// Whether a folder below the site's, or one that contains it, is among them. Both paths
  /// must be free of symbolic links.
  func hold(_ folder: String, below root: String) -> Bool {
    var place = root
    return folder.dropFirst(root.utf8.count).split(separator: "/").contains { name in
      place += "/" + name
      return FileIdentity(of: place).map(identities.contains) ?? false
    }
  }

  /// Empty if the folder does not exist.
  private static func files(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var files: [String] = []
    _ = unsafe forEachEntry(of: stream) { name, _ in unsafe files.append(folder + "/" + String(cString: name)) }
    return files.filter { !$0.hasSuffix("/.") && !$0.hasSuffix("/..") }
  }
}

/// Calls `body` with the name and the type (`DT_REG` and so on) of each entry of an open folder.
/// - Returns: the error that ended it early; 0 if there was none.
@unsafe func forEachEntry(of stream: OpaquePointer, _ body: (UnsafePointer<CChar>, UInt8) -> Void) -> Int32 {
  errno = 0
  while let entry = unsafe readdir(stream) {
    let name = unsafe UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
    unsafe body(name, entry.pointee.d_type)
    errno = 0
  }
  return errno
}

/// Offset of the name within a directory entry.
private let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
