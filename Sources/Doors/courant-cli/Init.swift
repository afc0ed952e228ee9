import ArgumentParser
import Foundation
import Press
internal import PublicPlace

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new site folder that runs as it is.",
    discussion: "Writes schedule.conf, a feed, a first article and what to read next. Never overwrites a file.")

  @OptionGroup var moment: Moment
  @Argument(help: "The folder to make.") var folder: String

  func run() throws {
    if FileManager.default.fileExists(atPath: folder + "/schedule.conf") {
      throw CommandError("\(folder) is a site already: it has a schedule.conf")
    }
    let target = PublicFolder(folder)
    for (path, text) in Scaffold(today: moment.instant).files {
      guard !target.exists(path) else {
        print("\(folder)/\(path) is there already and stays as it is")
        continue
      }
      _ = try target.write(Array(text.utf8), to: path)
      print("\(folder)/\(path)")
    }
    print("Now: change schedule.conf, then `courant check --site \(folder)` and `courant run --site \(folder)`.")
  }
}
