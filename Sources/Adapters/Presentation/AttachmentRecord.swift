internal import Foundation
package import Languages
package import Model
package import Templates

extension Attachment {
  /// `Programme (PDF, 1.2 MB)`.
  package func label(in speech: Language) -> String {
    let size = speech.decimal(tenths: Self.tenthsOfMegabytes(length))
    let values = ["title": shownTitle(in: speech), "type": kind, "size": size]
    return speech.sentence("attached_file", values) ?? shownTitle(in: speech)
  }

  package func record(in speech: Language) -> TemplateValue {
    .record([
      "url": .text(url), "type": .text(type), "title": .text(shownTitle(in: speech)), "label": .text(label(in: speech)),
    ])
  }

  /// Without a title, the name of the file without its extension: `Annual report` for `annual-report.pdf`.
  package func shownTitle(in speech: Language) -> String {
    if let title { return title }
    let name = url.split(separator: "/").last.map(String.init) ?? url
    let stem = (name.removingPercentEncoding ?? name).split(separator: ".").dropLast().joined(separator: ".")
    let words = stem.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.isEmpty ? name : words.capitalized(in: speech.tag)
  }
}
