import ArgumentParser
import Office
internal import PublicPlace

struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Make your own theme for pages and emails, and preview it.",
    subcommands: [ThemeNew.self, ThemePreview.self])
}

struct ThemeNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a theme to start from.",
    discussion: """
      Writes templates/themes/NAME/ with theme.toml (every colour, font and size with its value and what it is for), theme.css \
      and the templates of the built-in theme that it starts from. Never overwrites a file. Delete what you do not \
      change: it then improves with Courant. Example: courant theme new house --from plain
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var output: Output
  @Argument(help: "The name of the theme: a–z, digits, - and _.") var name: String
  @Option(help: ArgumentHelp("The built-in theme to start from.", valueName: "theme")) var from = "editorial"

  func validate() throws {
    guard NewTheme.isName(name) else {
      throw ValidationError(
        "`\(name)` cannot be the name of a theme: use a–z, digits, - and _, and not the name of a built-in one")
    }
    guard NewTheme.bases.contains(from) else {
      throw ValidationError("there is no built-in theme `\(from)`; write \(NewTheme.bases.joined(separator: " or "))")
    }
  }

  func run() throws {
    let theme = NewTheme(name, from: from)
    try FilesToChange(in: options.site).write(theme.files, output)
    output.printResult("Next: courant theme preview \(name) shows it while you change it")
    output.printResult("Then: write theme = \"\(name)\" into [mail] of schedule.conf, and run courant check")
  }
}

/// Files that operators are given to change. None is overwritten.
struct FilesToChange {
  private let folder: String

  init(in folder: String) { self.folder = folder }

  func write(_ files: [(path: String, text: String)], _ output: Output) throws {
    let target = PublicFolder(folder)
    for (path, text) in files {
      guard !target.exists(path) else {
        output.printResult("\(folder)/\(path): already exists; left unchanged")
        continue
      }
      _ = try target.write(Array(text.utf8), to: path)
      output.printResult("\(folder)/\(path)")
    }
  }
}
