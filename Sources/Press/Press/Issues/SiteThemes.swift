package import Digests
internal import Languages
package import Model
internal import Pages
internal import Presentation
internal import SiteFolder
package import Templates
internal import Themes

/// The themes that a site's digests use, each read once.
struct SiteThemes {
  private(set) var themes: [MailLook: Theme] = [:]
  /// The site's own files of these themes.
  private(set) var files: [TemplateOverride] = []
  private(set) var findings: [Finding] = []
  /// What is wrong with each theme, by the look of the digests that wear it.
  private(set) var faults: [MailLook: [TemplateError]] = [:]

  init(_ site: Site?, overrides: [TemplateSet.File], folder: String) {
    guard let site, site.mail != nil else { return }
    let sites = [site] + site.digests.map(site.inMails)
    let speeches = Dictionary(sites.map { ($0.mailLook, $0.mailSpeech) }, uniquingKeysWith: { first, _ in first })
    for name in Set(speeches.keys.map(\.theme)).sorted() {
      let (own, found) = themeFiles(of: name, folder: folder)
      files += own
      findings += found
      let written = own.map { ($0.name, $0.path, $0.text) }
      for (look, speech) in speeches.filter({ $0.key.theme == name }).sorted(by: { $0.key < $1.key }) {
        do throws(TemplateErrors) {
          add(try Theme(name, overrides: overrides, files: written, language: speech), as: look)
        } catch {
          let others = Self.otherFaults(of: (name, overrides, written, speech))
          faults[look, default: []] += error.all + others.filter { !error.all.contains($0) }
        }
      }
    }
  }

  private typealias Parts = (name: String, overrides: [TemplateSet.File], files: [TemplateSet.File], speech: Language)

  /// What else is wrong with a theme whose colours or styles cannot be used: its templates are looked at with those of
  /// its base, so that everything is reported at once.
  private static func otherFaults(of parts: Parts) -> [TemplateError] {
    let templates = parts.files.filter { !["theme.toml", "theme.css"].contains($0.name) }
    // If even that is no theme, its faults have been reported.
    let theme = try? Theme(parts.name, overrides: parts.overrides, files: templates, language: parts.speech)
    return theme.map { MailMarkup(of: $0).faults } ?? []
  }

  private mutating func add(_ theme: Theme, as look: MailLook) {
    themes[look] = theme
    let markup = MailMarkup(of: theme)
    if !markup.faults.isEmpty { faults[look, default: []] += markup.faults }
    let warnings = (markup.warnings + theme.warnings).map(Finding.init(warning:))
    findings += warnings.filter { !findings.contains($0) }
  }
}

extension Site {
  /// Gives each digest the faults of a theme of its own, and returns those of the site's theme.
  mutating func takeFaults(of themes: SiteThemes) -> [TemplateError] {
    let ofSite = themes.faults[mailLook] ?? []
    for place in digests.indices {
      let faults = (themes.faults[look(of: digests[place])] ?? []).filter { !ofSite.contains($0) }
      let found = faults.map { Finding($0) }
      digests[place].faults += found.filter { !digests[place].faults.contains($0) }
    }
    return ofSite
  }
}

extension TemplateError {
  /// An error in the subject of a digest, at its place in schedule.conf.
  fileprivate func moved(to subject: SubjectPlace) -> TemplateError {
    TemplateError(
      name: name, path: "schedule.conf", line: subject.line,
      column: subject.isExact ? subject.column + (column ?? 1) - 1 : subject.column, sentence: "\(path): \(sentence)")
  }
}

extension Finding {
  /// - Parameter warning: a template that works, but probably not as intended.
  package init(warning error: TemplateError) { self.init(error, weight: .warning) }

  init(_ error: TemplateError, weight: Weight = .fault) {
    self.init(error.path, line: error.line, column: error.column, error.sentence, weight: weight)
  }
}

extension OpenedSite {
  /// The paths of the site's templates that neither pages nor any theme in use includes.
  package var unusedTemplates: [String] {
    let ofThemes = themes.values.map { Set($0.templates.unused) }
    let shared = ofThemes.reduce(Set(templates.unused)) { $0.intersection($1) }
    return shared.union(ofThemes.joined().filter { $0.hasPrefix("templates/themes/") }).sorted()
  }
}

extension PressRun {
  /// - Parameter witness: checks everything that is rendered.
  package func editionRenderer(
    for digest: Digest, related: RelatedArticles = .none, witness: DocumentWitness? = nil
  ) throws -> EditionRenderer {
    if !digest.faults.isEmpty {
      throw RenderingFault(description: digest.faults.map(\.description).joined(separator: "\n"))
    }
    guard var theme = themes[site.look(of: digest)] else {
      throw RenderingFault(description: "digest.\(digest.name): there is no theme for its emails")
    }
    if let witness { theme = theme.witnessed(by: witness) }
    return EditionRenderer(site: site, digest: digest, theme: theme, related: related) { [folder] error in
      SubjectPlace(ofDigest: digest.name, folder: folder).map(error.moved) ?? error
    }
  }

  /// Throws if the site's settings make no message. What is wrong with a key is thrown when a message is made.
  ///
  /// - Parameter renamed: the digest's name now, if its issue was frozen under another one.
  package func messageRenderer(of digest: String, renamed: String? = nil) throws -> MessageRenderer {
    try MessageRenderer(site: site, digest: digest, renamed: renamed, signers: signers)
  }

  /// Articles that an issue's readers may also like, without those in the issue or waiting for a later one.
  package func related(to issue: Issue, from selected: Selector.Selected) throws -> RelatedArticles {
    RelatedArticles(
      try ledger.articleTopics(), notIn: issue, at: now, waiting: Set(selected.waiting.map(\.id))
    ) { [ledger] ids in
      try ledger.articles(ids)
    }
  }
}
