import Files
import Foundation
import Testing

/// Reads the commands in the sources of the command line.
@Suite struct CommandNameTests {
  /// A name that ArgumentParser derives from the type costs a search through all conformances of the program, for each command at
  /// each start: a third of the time of `courant --version`.
  @Test func everyCommandStatesItsName() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/Doors/courant-cli").path
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    var commands = 0
    for file in files.filter({ $0.hasSuffix(".swift") }).sorted() {
      let text = String(decoding: try readFile(folder + "/" + file), as: UTF8.self)
      let found = text.ranges(of: "ParsableCommand {").count
      #expect(text.ranges(of: "commandName: ").count == found, "\(file)")
      commands += found
    }
    #expect(commands > 50)
  }
}
