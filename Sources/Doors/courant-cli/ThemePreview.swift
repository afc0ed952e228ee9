import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Text
import Time
import Web
internal import PublicPlace

struct ThemePreview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show all pages and emails in a theme, with sample articles.",
    discussion: """
      Serves a page at http://127.0.0.1:PORT/, on this machine only, that leads to every page and every email of the site \
      with sample articles of every kind, each as on a phone and on a desktop. It reloads when a template, a theme, a file in \
      static/ or pages/ or the settings change, and shows mistakes in red; Ctrl-C ends it. Changes nothing, mails no one \
      and asks no other server for anything: scripts, and what templates load from elsewhere, are blocked.

      With --once, writes them into a folder and ends, with exit code 65 if there are mistakes. \
      Example: courant theme preview house
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "The theme (default: the one in the settings).") var name: String?
  @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "port")) var port: UInt16 = 8090
  @Option(help: ArgumentHelp("Write them into this folder instead.", valueName: "dir")) var once: String?

  func run() throws {
    if let name, !OpenedSite.themes(in: options.site).contains(name) {
      let hint = suggestion(for: name, among: OpenedSite.themes(in: options.site))
      throw CommandError(
        "there is no theme `\(name)`: it is not built in, and there is no folder templates/themes/\(name)\(hint)")
    }
    guard let once else { return try ShowcaseServer(options.site, theme: name, now: moment.now).run(port: port) }
    let showcase = try awaited { [site = options.site, name, now = moment.instant] in
      await Self.made(site, theme: name, now: now)
    }
    try write(showcase, to: PublicFolder(once))
    showcase.warnings.forEach { printError("\($0) (warning)") }
    showcase.mistakes.forEach(printMistake)
    print("\(once)/index.html")
    leave(showcase.mistakes.isEmpty ? .done : .badContent)
  }

  /// The showcase of the site as it is now.
  static func made(_ folder: String, theme: String?, now: Instant) async -> Showcase {
    do {
      let opened = try OpenedSite(folder: folder, theme: theme)
      let ledger = try SQLLedger(temporary: ())
      let press = PressRun(opened, ledger: ledger, now: now, courier: { RecordingCourier() })
      var showcase = Showcase(opened, press, theme: theme)
      await ReaderPages(opened, ledger, at: now).add(to: &showcase)
      return showcase
    } catch let faults as OpenedSite.Faults {
      return Showcase(faults: faults.lines, theme: theme)
    } catch {
      return Showcase(faults: ["\(error)"], theme: theme)
    }
  }

  private func write(_ showcase: Showcase, to folder: PublicFolder) throws {
    let frame = ShowcaseFrame(showcase)
    _ = try folder.write(Array(frame.index.utf8), to: "index.html")
    for item in showcase.items {
      _ = try folder.write(Array((frame.page(named: item.name) ?? "").utf8), to: "show/\(item.name).html")
    }
    for (path, bytes) in showcase.files { _ = try folder.write(bytes, to: path) }
    for path in showcase.used {
      // The published page would not have the others either.
      guard let file = ShowcaseServer.file(path, of: options.site) else { continue }
      _ = try folder.write(file.body, to: "site/" + (path.removingPercentEncoding ?? path))
    }
  }
}
