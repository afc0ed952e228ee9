internal import Glibc

/// What drawing depends on, as far as it can be seen without opening the libraries, which takes 20 ms and 25 MB.
package struct DrawingStamp {
  private var lines: [String] = []
  /// By device and inode, so that circles of symbolic links end.
  private var seen: Set<[UInt]> = []

  /// Changes when the dynamic linker is told of another library, or fonts are installed, replaced or removed. Fontconfig too
  /// recognises a changed folder of fonts by its time, so a file overwritten in place is seen by neither.
  package static func now() -> String {
    var stamp = DrawingStamp()
    let linker = "/etc/ld.so.cache"
    if let status = status(of: linker) { stamp.add(linker, status) }
    return (stamp.lines + folders(FontFamilies.folders)).joined(separator: "\n")
  }

  /// A line for each folder that exists and those below it, followed through symbolic links.
  static func folders(_ roots: [String]) -> [String] {
    var stamp = DrawingStamp()
    for root in roots { stamp.addFolders(from: root) }
    return stamp.lines
  }

  private mutating func addFolders(from folder: String) {
    guard let status = Self.status(of: folder), status.st_mode & S_IFMT == S_IFDIR else { return }
    guard seen.insert([UInt(status.st_dev), UInt(status.st_ino)]).inserted else { return }
    add(folder, status)
    for name in Self.possibleFolders(in: folder).sorted() { addFolders(from: folder + "/" + name) }
  }

  private mutating func add(_ path: String, _ status: stat) {
    lines.append("\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)")
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// The names in a folder that are not plainly those of files.
  private static func possibleFolders(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let type = Int(unsafe entry.pointee.d_type)
      guard type == DT_DIR || type == DT_LNK || type == DT_UNKNOWN else { continue }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
        unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
