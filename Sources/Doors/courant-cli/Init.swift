import ArgumentParser
import Foundation
import Office
import Press
internal import PublicPlace

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a site that is ready to run.",
    discussion: """
      Writes schedule.conf, a feed, a first article, drafts of pages such as About and Privacy, and next steps. Never \
      overwrites a file.
      """)

  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The folder to create.") var folder: String

  func run() throws {
    if FileManager.default.fileExists(atPath: folder + "/schedule.conf") {
      throw CommandError("\(folder): already a site, with a schedule.conf; choose another folder")
    }
    let target = PublicFolder(folder)
    for (path, text) in Scaffold(today: moment.instant).files {
      guard !target.exists(path) else {
        output.printResult("\(folder)/\(path): already exists; left unchanged")
        continue
      }
      _ = try target.write(Array(text.utf8), to: path)
      output.printResult("\(folder)/\(path)")
    }
    let commands = "`courant check --site \(folder)` and `courant run --site \(folder)`"
    output.printResult("Next: edit schedule.conf, then run \(commands).")
  }
}
