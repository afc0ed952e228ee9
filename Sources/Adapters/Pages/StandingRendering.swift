internal import Languages
package import Model
internal import Presentation
package import Templates

extension PageRenderer {
  /// A page that is not an article (standing-page.html, or its layout), in UTF-8.
  ///
  /// - Parameter body: sanitised HTML with absolute URLs.
  /// - Parameter sizes: of the site's own pictures.
  package func standing(
    _ page: StandingPage, body: String, sizes: PictureSizes = .none
  ) throws(TemplateError) -> [UInt8] {
    let description = page.description.isEmpty ? site.description : page.description
    let address = site.address(PagePath.standing(page))
    var frame = PageFrame(heading: page.title, description: description, canonical: address)
    frame.linkedData = site.linkedData(of: page)
    frame.isStanding = true
    var fields = page.fields(in: site)
    let direction = WritingDirection(
      of: page.description.isEmpty ? page.title : page.description, usual: site.speech.direction)
    fields["body"] = .html(PageBody(body, sizes: sizes).html)
    fields["body_dir"] = .text(direction.rawValue)
    var content: TemplateRecord = ["standing": .record(fields)]
    guard let own = ownTemplate(of: page.layout?.name) else { return try bytes("standing-page.html", frame, content) }
    // A layout may serve articles too.
    content["article"] = .absent
    content["has_related"] = .flag(false)
    content["related"] = .list([])
    content["advice"] = own.showsAdvice ? try surroundings.note.get() : .absent
    if own.showsAdvice { content["note"] = .absent }
    return try own.bytes(frame, content, in: surroundings)
  }
}
