import CourantTesting
import Foundation
import Glibc
import Testing

/// The contents of `make install` and the package, as far as they can be tested without installing; `Tools/try-deb.sh` installs
/// them.
@Suite(.serialized) struct PackageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The words after `courant` in a unit's `ExecStart=`.
  private func command(of unit: String) throws -> [String] {
    let text = try repositoryText("packaging/systemd/\(unit)")
    return try #require(text.firstMatch(of: /\nExecStart=@BINDIR@\/courant (.+)\n/)).1.split(separator: " ").map(
      String.init)
  }

  @Test func theTimerStartsARunOfTheSiteInItsEnvironment() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      command(of: "courant-run@.service"), variables: ["COURANT_SITE=\(press.site.path)"])
    #expect(process.wait() == .init(code: 0, output: "", errors: ""))
    #expect(FileManager.default.fileExists(atPath: press.site.path + "/public/feeds/all/atom.xml"))
  }

  @Test func theServerOfASiteListensOnItsSocket() throws {
    let press = try PressRoom(readers: 1, mail: "unsubscribe = \"unsubscribe@example.org\"\n[web]\n")
    let words = try command(of: "courant-serve@.service").map {
      $0.replacing("/run/courant", with: press.site.path).replacing("%i", with: "news")
    }
    let process = try CourantProcess(words, variables: ["COURANT_SITE=\(press.site.path)"])
    defer { process.kill() }
    #expect(try process.firstLine() == "unix:\(press.site.path)/news.sock")
    Glibc.kill(process.pid, SIGTERM)
    #expect(process.wait().code == 0)
  }

  @Test func aWorkerOfASiteEndsWhenItIsStopped() throws {
    let press = try PressRoom(readers: 1)
    #expect(try press.run("2026-11-22T12:00:00Z").code == 0)
    let folder = try TemporaryFolder()
    let manager = try Manager(folder.path + "/notify")
    let process = try CourantProcess(
      command(of: "courant-work@.service"),
      variables: ["COURANT_SITE=\(press.site.path)", "NOTIFY_SOCKET=\(folder.path)/notify"])
    defer { process.kill() }
    #expect(manager.next() == "READY=1")
    Glibc.kill(process.pid, SIGTERM)
    #expect(process.wait() == .init(code: 0, output: "", errors: ""))
    #expect(manager.next() == "STOPPING=1")
  }

  /// A differently structured table in `docs/settings.md` would make `Tools/manual.py` fail.
  @Test func everyCommandAndEverySettingIsInTheManual() throws {
    let folder = try TemporaryFolder()
    #expect(try output(of: "python3 '\(Self.root)/Tools/manual.py' '\(CourantProcess.binary)' '\(folder.path)'") == "")
    let help = try CourantProcess.run("--experimental-dump-help").output
    let root = try JSONDecoder().decode(Help.self, from: Data(help.utf8)).command
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/man1")
    #expect(Set(pages) == Set(root.pages().map { $0 + ".1" }))
    let settings = try #require(folder.text("man5/schedule.conf.5"))
    let keys = try repositoryText("docs/settings.md").matches(of: /(?m)^\| \*{0,2}`([a-z0-9_]+)`/).map { String($0.1) }
    #expect(keys.filter { !settings.contains(".It Cm \($0)\n") } == [])
    #expect(keys.count > 100)
  }

  /// The output of a shell command, including errors.
  private func output(of command: String) throws -> String {
    guard let pipe = popen("SOURCE_DATE_EPOCH=0 \(command) 2>&1", "r") else { throw POSIXError(.ENOEXEC) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    let status = pclose(pipe)
    return String(decoding: bytes, as: UTF8.self) + (status == 0 ? "" : "status \(status)")
  }

  private struct Help: Decodable {
    let command: Command

    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?

      func pages(below parent: String = "") -> [String] {
        let name = parent + commandName
        let children = (subcommands ?? []).filter { $0.commandName != "help" }
        return [name] + children.flatMap { $0.pages(below: name + "-") }
      }
    }
  }
}
