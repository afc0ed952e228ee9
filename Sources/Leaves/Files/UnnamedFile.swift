internal import CGlibc
internal import Glibc

/// Opens a new temporary file for reading and writing that has no name: it is gone when the last process that has it open closes it.
/// Programs that are started do not inherit it.
///
/// It is in the folder that `TMPDIR` names; without that, in `/tmp`. The caller closes the descriptor.
package func openUnnamedFile() throws(FileFault) -> Int32 {
  let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
  let pattern = (folder.isEmpty ? "/tmp" : folder) + "/courant-XXXXXX"
  var path = Array(pattern.utf8CString)
  let descriptor = unsafe mkostemp(&path, O_CLOEXEC)
  guard descriptor >= 0 else { throw .system(errno) }
  unsafe unlink(path)
  return descriptor
}
