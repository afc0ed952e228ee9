internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Themes

/// The cells that the editions of an issue share. An article is rendered, styled and wrapped once for each part of an
/// email and each form in which editions show it; an edition contains only the placeholder of the cell.
///
/// Use one instance per issue, on one thread.
final class IssueCells {
  typealias Part = EditionError.Part

  private struct Key: Hashable {
    let article: Article.ID
    let isLead: Bool
    let measure: Shortening.Measure
    let part: Part

    func template(_ shape: Digest.Shape) -> String {
      part == .html ? shape.htmlTemplate(isLead: isLead) : shape.textTemplate
    }
  }

  /// Number of the cell with the theme's style.
  static let style = 0

  private let site: Site
  private let theme: Theme
  /// Values that the templates of articles can use in addition to the article.
  private let shared: TemplateRecord
  private let bodies: ShownBodies
  var shape: Digest.Shape { bodies.shape }
  /// Nil if links stay as they are.
  private let links: LinkTagging?
  private var wholes: [Key: TemplateRecord] = [:]
  private var records: [Key: TemplateValue] = [:]
  /// Indexed by the numbers of their cells.
  private var keys: [Key?] = [nil]
  private var numbers: [Key: Int] = [:]
  private var cells: [Int: Cell] = [:]
  private var lengths: [Key: Lengths] = [:]
  var inlining: Inlining

  init(site: Site, theme: Theme, shape: Digest.Shape, shared: TemplateRecord, links: LinkTags? = nil) {
    self.links = links.map { LinkTagging($0) }
    self.site = site
    self.theme = theme
    self.shared = shared
    bodies = ShownBodies(theme.templates, shape)
    inlining = theme.inlining
    cells[Self.style] = Cell(style: theme.style)
  }

  /// An article as a record for templates; its `cell` is a placeholder.
  func record(
    of article: Article, isLead: Bool, _ measure: Shortening.Measure, in part: Part
  ) -> TemplateValue {
    let key = Key(article: article.id, isLead: isLead, measure: measure, part: part)
    if let record = records[key] { return record }
    var fields = shortened(whole(article, isLead: isLead), measure)
    fields["cell"] = .text(FrozenEdition.Cell.placeholder(keys.count))
    numbers[key] = keys.count
    keys.append(key)
    records[key] = .record(fields)
    return .record(fields)
  }

  /// The record without `cell`.
  func whole(_ article: Article, isLead: Bool) -> TemplateRecord {
    let key = Key(article: article.id, isLead: isLead, measure: .whole, part: .html)
    if let fields = wholes[key] { return fields }
    let fields = mailRecord(of: article, isLead: isLead, in: site, bodies)
    wholes[key] = fields
    return fields
  }

  /// Nil if no cell has that number.
  func cell(_ number: Int) throws -> Cell? {
    if let cell = cells[number] { return cell }
    guard keys.indices.contains(number), let key = keys[number], case .record(var fields)? = records[key] else {
      return nil
    }
    fields["cell"] = .absent
    let values = TemplateValue.record(shared.merging(fields) { $1 })
    let rendered = try theme.templates.render(key.template(shape), values)
    let cell =
      switch key.part {
      case .html: Cell(html: tagged(html: rendered), &inlining)
      case .text: Cell(text: tagged(text: rendered))
      }
    cells[number] = cell
    return cell
  }

  /// Rendered HTML with the issue's parameters in its links.
  func tagged(html: String) -> String { links?.tag(html: html) ?? html }

  /// Rendered text with them in the links that the HTML has.
  func tagged(text: String) -> String { links?.tag(text: text) ?? text }

  typealias Lengths = [Shortening.Measure: Int]

  /// The possible sizes of an article's HTML, by degree of shortening.
  func htmlLengths(of article: Article, isLead: Bool) throws -> Lengths {
    let key = Key(article: article.id, isLead: isLead, measure: .whole, part: .html)
    if let known = lengths[key] { return known }
    var found = Lengths()
    for measure in Shortening.Measure.allCases where measure != .omitted {
      _ = record(of: article, isLead: isLead, measure, in: .html)
      let key = Key(article: article.id, isLead: isLead, measure: measure, part: .html)
      found[measure] = try numbers[key].flatMap(cell)?.facts.bytes ?? 0
    }
    found[.omitted] = 0
    lengths[key] = found
    return found
  }
}

/// Fields that are not shown are absent, so every template leaves them out. `is_short` means
/// that there is more to read.
private func shortened(_ whole: TemplateRecord, _ measure: Shortening.Measure) -> TemplateRecord {
  if measure == .whole { return whole }
  var fields = whole
  let gone = [
    "summary", "excerpt", "opening", "image", "picture", "authors", "source", "ratings", "evidence", "evidence_line",
    "reading_time", "updated", "updated_iso", "body", "body_text", "full_body", "full_text",
  ]
  for name in gone { fields[name] = .absent }
  if measure != .takeaway {
    fields["takeaway"] = .absent
    fields["urgent"] = .list([])
  }
  if measure == .cutTitle, case .text(let title) = whole["title"] {
    fields["title"] = .text(title.abridged(to: Shortening.cutTitleLength))
  }
  for name in ["facts", "unlinked_facts", "linked_facts", "topics"] { fields[name] = .list([]) }
  for name in ["has_facts", "has_unlinked_facts", "has_topics"] { fields[name] = .flag(false) }
  fields["begins_with_summary"] = .flag(false)
  fields["has_more"] = .flag(true)
  fields["is_short"] = .flag(true)
  return fields
}
