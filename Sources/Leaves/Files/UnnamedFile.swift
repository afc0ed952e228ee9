internal import Glibc

/// Opens a new temporary file for reading and writing that has no name: it is gone when the last process that has it open closes it.
/// Programs that are started do not inherit it.
///
/// It is in the folder that `TMPDIR` names; without that, in `/tmp`. The caller closes the descriptor.
package func openUnnamedFile() throws(FileFault) -> Int32 {
  let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
  var path = Array("\(folder.isEmpty ? "/tmp" : folder)/courant-XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&path)
  guard descriptor >= 0 else { throw .system(errno) }
  unsafe unlink(path)
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  return descriptor
}
