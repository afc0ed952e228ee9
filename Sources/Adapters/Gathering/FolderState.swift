internal import Cryptography
internal import Glibc

/// A fingerprint of the names and stamps of all files in some folders and below them, for an answer that may depend on any of them.
///
/// A symbolic link counts as itself and as what it leads to. Folders whose names begin with a dot, such as `.git`, are not entered,
/// except for `.well-known`, which is published.
package struct FolderState: ~Copyable {
  private let hash: HashStream
  private var entered: Set<FileIdentity>
  /// Relative to the folder that is being added.
  private var pending: [String] = []
  private var root = ""
  private var followsLinks = false
  private var countLeft: Int
  private var entries: FolderEntries?
  /// When a file changed last, in nanoseconds since 1970.
  package private(set) var lastChange = Int64.min

  /// Nil if there is no memory.
  ///
  /// - Parameters:
  ///   - omitted: folders that do not count.
  ///   - most: how many files to look at.
  ///   - keepsEntries: whether ``finish()`` also returns the files.
  package init?(omitting omitted: [String] = [], most: Int = .max, keepingEntries keepsEntries: Bool = false) {
    guard let hash = HashStream() else { return nil }
    self.hash = hash
    entered = Set(omitted.compactMap(FileIdentity.init(of:)))
    countLeft = most
    if keepsEntries { entries = FolderEntries() }
  }

  /// Adds a folder, unless it has been added, even under another name.
  ///
  /// - Parameter followsLinks: whether to enter folders that symbolic links lead to.
  package mutating func add(_ folder: String, followingLinks followsLinks: Bool) {
    root = folder
    self.followsLinks = followsLinks
    pending = [""]
    while let folder = pending.popLast() { list(folder) }
  }

  /// Whether there were more files than were to be looked at.
  package var isIncomplete: Bool { countLeft < 0 }

  /// 32 bytes. Nothing may be added afterwards.
  package consuming func finish() -> [UInt8] { hash.finish() }

  /// The same with the files in the folders.
  package consuming func finishWithEntries() -> (fingerprint: [UInt8], entries: FolderEntries) {
    let entries = entries ?? FolderEntries()
    return (hash.finish(), entries)
  }

  /// Adds one file, which may be anywhere.
  package mutating func add(file: String) {
    var status = stat()
    var bytes: [UInt8] = []
    if unsafe stat(file, &status) == 0 { add(status, to: &bytes) }
    hash.add(bytes[...])
  }

  /// Adds something other than files.
  package func add(text: String) { hash.add(Array(text.utf8) + [0]) }

  private mutating func list(_ folder: String) {
    if isIncomplete { return }
    guard let stream = unsafe opendir(root + folder) else { return add(fault: "\(folder) \(errno)") }
    defer { unsafe closedir(stream) }
    let descriptor = unsafe dirfd(stream)
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, entered.insert(FileIdentity(status)).inserted else { return }
    add(text: folder)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    let keepsEntries = entries != nil
    let error = unsafe forEachEntry(of: stream) { name, type in
      unsafe add(name, type, of: descriptor, in: folder, to: &bytes)
      if keepsEntries { ends.append(bytes.count) }
    }
    hash.add(bytes[...])
    entries?.add(folder, bytes, ends: ends)
    if error != 0 { add(fault: "\(folder) \(error)") }
  }

  private mutating func add(fault: String) {
    add(text: fault)
    entries?.add(fault: fault)
  }

  @unsafe private mutating func add(
    _ name: UnsafePointer<CChar>, _ type: UInt8, of descriptor: Int32, in folder: String, to bytes: inout [UInt8]
  ) {
    if unsafe strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { return }
    countLeft -= 1
    let text = unsafe UnsafeRawBufferPointer(start: name, count: strlen(name) + 1)
    unsafe bytes.append(contentsOf: text)
    var status = stat()
    var isFolder = type == DT_DIR
    if !isFolder, unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      add(status, to: &bytes)
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink {
        status = stat()
        if unsafe fstatat(descriptor, name, &status, 0) == 0 { add(status, to: &bytes) }
      }
      isFolder = status.st_mode & S_IFMT == S_IFDIR && (followsLinks || !isLink)
    }
    let isEntered = unsafe name[0] != 0x2E || strcmp(name, ".well-known") == 0
    if isFolder, isEntered { unsafe pending.append(folder + "/" + String(cString: name)) }
  }

  /// The time of a change of status (`st_ctim`) also shows changes of permissions. What is in a folder shows by itself.
  private mutating func add(_ status: stat, to bytes: inout [UInt8]) {
    bytes.append(UInt8(status.st_mode >> 12 & 0xF))
    if status.st_mode & S_IFMT == S_IFDIR { return }
    let stamp = FileStamp(status)
    stamp.append(to: &bytes)
    lastChange = max(lastChange, stamp.changed)
  }
}
