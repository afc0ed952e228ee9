import ArgumentParser
import Office
import Press

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "Write built-in templates as files that you can change.",
    subcommands: [TemplatesExport.self, TemplatesList.self, TemplatesShow.self])
}

struct TemplatesExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write built-in templates into a folder.",
    discussion: """
      Without names, writes all of them. Never overwrites a file. The first line of each file says which built-in \
      template it was made from, so that `courant check` can tell when a new version of Courant has another one. Delete \
      the templates that you do not change. Example: courant templates export page-header.html style.css

      layouts/NAME.html is your template for the articles and pages that have `layout: NAME` in their front matter; \
      it begins as article.html with the part that shows a page. `courant templates list` lists those of the site too.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var output: Output
  @Argument(help: "Names of templates, for example article.html; style.css is the style of pages.") var names:
    [String] = []
  @Option(help: ArgumentHelp("The folder to write to, below the site's.", valueName: "dir")) var to = "templates"

  func validate() throws {
    for name in names where TemplateExport.text(of: name) == nil {
      throw ValidationError(TemplateExport.objection(to: name))
    }
  }

  func run() throws {
    let chosen = names.isEmpty ? TemplateExport.names : names
    let files = chosen.compactMap { name in TemplateExport.text(of: name).map { (path: name, text: $0) } }
    let folder = to.hasPrefix("/") ? to : options.site + "/" + to
    try FilesToChange(in: folder).write(files, output)
  }
}

struct TemplatesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the built-in templates, and the site's own layouts.")

  @OptionGroup var options: SiteOptions

  func run() { (TemplateExport.names + TemplateExport.layouts(in: options.site)).forEach { print($0) } }
}

struct TemplatesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a built-in template.",
    discussion: "Example: diff <(courant templates show article.html) templates/article.html")

  @Argument(help: "The name of the template; editorial/theme.css is one of a theme.") var name: String

  func run() throws {
    guard let text = TemplateExport.text(of: name) else {
      throw CommandError(TemplateExport.objection(to: name), .usage)
    }
    print(text, terminator: "")
  }
}
