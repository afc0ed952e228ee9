import Compression
import CourantTesting
import Files
import Foundation
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

  /// RFC 1952 §2.2: a file may have several members; anything else after them is padding.
  @Test func gunzipReadsAllMembersUpToItsLimit() throws {
    let packed = try #require(gzip(Array("<rss>".utf8)))
    let both = Array("<rss><rss>".utf8)
    #expect(gunzip(packed + packed, most: 10) == .bytes(both))
    #expect(gunzip(packed + packed + [0, 0, 0], most: 10) == .bytes(both))
    #expect(gunzip(packed + packed, most: 9) == .tooLarge)
    #expect(gunzip(Array(packed.dropLast()), most: 10) == .broken)
    #expect(gunzip([], most: 10) == .broken)
    #expect(gunzip(Array("<rss>".utf8), most: 10) == .broken)
  }

  /// The values of RFC 1952 §8's polynomial for the usual check input, and for nothing.
  @Test func crc32IsThatOfTheStandard() {
    #expect(crc32("123456789".utf8) == 0xCBF4_3926)
    #expect(crc32([]) == 0)
  }

  @Test func runsOfPixelsBecomeAZlibStream() throws {
    let stream = try #require(zlibRuns([UInt8](repeating: 7, count: 100_000)))
    // RFC 1950 §2.2: deflate with a window of 32 kB, at the fastest level.
    #expect(Array(stream.prefix(2)) == [0x78, 0x01])
    #expect(stream.count < 500)
  }
}
