import CourantTesting
import Files
import Foundation
import PublicPlace
import Testing

struct GzipTests {
  @Test(arguments: [0, 1, 1_000, 300_000])
  func gunzipGivesTheBytesBack(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    let packed = try #require(gzip(bytes))
    // RFC 1952 §2.3: no flags, no time.
    #expect(Array(packed.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    #expect(gzip(bytes) == packed)
    let folder = try TemporaryFolder()
    try Data(packed).write(to: URL(fileURLWithPath: folder.path + "/x.gz"))
    let process = Process()
    (process.executableURL, process.arguments) = (URL(fileURLWithPath: "/bin/gzip"), ["-d", folder.path + "/x.gz"])
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try readFile(folder.path + "/x") == bytes)
  }
}
