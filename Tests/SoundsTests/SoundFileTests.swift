import CourantTesting
import Files
import Foundation
import Sounds
import Testing

/// A tone of 1.25 seconds, encoded by FFmpeg 9.0; encoders add a little. The lengths are those that mutagen 1.48 finds, and for
/// M4A that of the movie, which players show: without what the encoder added at the ends.
@Suite struct SoundFileTests {
  private static let folder = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/"

  static let durations: [(String, Double)] = [
    ("a.wav", 1.25), ("a.flac", 1.25), ("a.ogg", 1.25), ("a.opus", 1.25), ("end.m4a", 1.25), ("fast.m4a", 1.25),
    ("info.mp3", 1.332), ("xing.mp3", 1.28), ("plain.mp3", 1.28), ("mpeg25.mp3", 1.44),
  ]

  private func duration(_ bytes: [UInt8]) throws -> Double? {
    try soundDuration(size: bytes.count) { offset, count in Array(bytes.dropFirst(offset).prefix(count)) }
  }

  private func bytes(_ name: String) throws -> [UInt8] { try readFile(Self.folder + name) }

  @Test(arguments: durations) func everyFormatHasItsDuration(_ name: String, _ seconds: Double) throws {
    let found = try #require(try duration(bytes(name)))
    #expect(abs(found - seconds) < 0.01, "\(found)")
  }

  @Test(arguments: durations) func aFileThatIsCutShortHasADurationOrNone(_ name: String, _ seconds: Double) throws {
    let whole = try bytes(name)
    for length in 0..<min(whole.count, 3_000) {
      // It must not trap, and nothing lasts longer for being shorter, apart from what its header promises.
      let found = try duration(Array(whole.prefix(length)))
      #expect(found ?? 0 < seconds + 0.01, "\(length) bytes of \(name)")
    }
  }

  @Test(arguments: durations) func aDamagedFileDoesNotTrap(_ name: String, _ seconds: Double) throws {
    var random = SeededNumbers(seed: UInt64.random(in: 0...UInt64.max))
    let whole = try bytes(name)
    for _ in 0..<300 {
      var damaged = whole
      for _ in 0..<8 {
        damaged[Int.random(in: 0..<min(200, whole.count), using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let found = try duration(damaged)
      #expect(found ?? 1 > 0 && found ?? 1 < 604_800, "seed \(random.seed)")
    }
  }

  /// Frames of MPEG 1, layer 3, 44.1 kHz, mono: 1152 samples each.
  private func frames(_ bits: [UInt8]) -> [UInt8] {
    let kilobits: [UInt8: Int] = [1: 32, 5: 64, 9: 128]
    return bits.flatMap { bits in
      let length = 144 * (kilobits[bits] ?? 0) * 1_000 / 44_100
      return [0xFF, 0xFB, bits << 4, 0xC0] + [UInt8](repeating: 0, count: length - 4)
    }
  }

  @Test func aVariableBitRateWithoutAHeaderIsCounted() throws {
    let bits = (0..<4_000).map { [UInt8(1), 5, 9][$0 % 3] }
    let found = try #require(try duration(frames(bits)))
    #expect(abs(found - 4_000.0 * 1_152 / 44_100) < 0.001)
  }

  @Test func aConstantBitRateIsToldByTheLengthAndTheRestIsNotRead() throws {
    let sound = frames([UInt8](repeating: 5, count: 4_000))
    var read = 0
    let result = try soundDuration(size: sound.count) { offset, count in
      read += count
      return Array(sound[offset..<(offset + count)])
    }
    let found = try #require(result)
    #expect(abs(found - 4_000.0 * 1_152 / 44_100) < 0.5)
    #expect(read < sound.count)
  }

  @Test func aLongTagAtTheBeginningIsPassedOver() throws {
    // A picture in it, in which a frame seems to begin.
    let picture: [UInt8] = [0xFF, 0xFB, 0x90, 0xC0] + [UInt8](repeating: 0xFF, count: 200_000)
    let length = picture.count
    let size = [21, 14, 7, 0].map { UInt8(length >> $0 & 0x7F) }
    let tag = Array("ID3".utf8) + [4, 0, 0] + size + picture
    let found = try #require(try duration(tag + frames([UInt8](repeating: 1, count: 100))))
    #expect(abs(found - 100.0 * 1_152 / 44_100) < 0.001)
  }

  @Test func fraunhofersHeaderIsRead() throws {
    var first = frames([9])
    first.replaceSubrange(36..<54, with: Array("VBRI".utf8) + [0, 1, 0, 0, 0, 0] + [0, 0, 0, 0] + [0, 0, 1, 0])
    let found = try #require(try duration(first + frames([9, 9, 9])))
    #expect(abs(found - 256.0 * 1_152 / 44_100) < 0.001)
  }

  @Test func otherFilesHaveNone() throws {
    for text in ["", "x", "%PDF-1.7\n1 0 obj", "<html>", String(repeating: "\u{0}", count: 100_000)] {
      #expect(try duration(Array(text.utf8)) == nil)
    }
  }
}
