import Files
import Glibc
import Testing

@Suite struct UnnamedFileTests {
  @Test func itHasNoNameAndIsNotInherited() throws {
    let file = try openUnnamedFile()
    defer { close(file) }
    var status = stat()
    #expect(fstat(file, &status) == 0)
    #expect(status.st_nlink == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(fcntl(file, F_GETFD) & FD_CLOEXEC != 0)
    #expect(pwrite(file, "text", 4, 0) == 4)
    var bytes = [UInt8](repeating: 0, count: 9)
    #expect(pread(file, &bytes, 9, 0) == 4)
  }
}
