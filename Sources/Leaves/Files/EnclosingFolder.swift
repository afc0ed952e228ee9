/// The folder that contains a file: the part of its path before the last slash. Empty for a name alone; `/` for a file in the root.
///
/// Not Foundation's `deletingLastPathComponent` of NSString, which ends the process for a path of one character (Swift 6.3.1).
package func enclosingFolder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
