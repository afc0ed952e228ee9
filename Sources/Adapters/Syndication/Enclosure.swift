internal import Model

/// The recording, the image or an attachment of an article as an enclosure.
struct Enclosure {
  let address: String
  /// Media type, from the extension in the URL.
  let type: String
  /// In bytes; nil for a file on another site.
  let length: Int64?
  /// Of a recording, in seconds; nil if it is not known.
  var duration: Int?
  /// Of an attachment.
  var title: String?
}

/// How long recordings last, by URL. Asked only when a document is rendered.
package struct SoundDurations: Sendable {
  package static let none = SoundDurations { _ in nil }

  /// In seconds; nil if it is not known.
  let duration: @Sendable (_ url: String) -> Double?

  package init(_ duration: @escaping @Sendable (_ url: String) -> Double?) { self.duration = duration }
}

extension FeedRenderer {
  /// The recording comes first: RSS has only one enclosure, and images are there as Media RSS as well.
  func enclosures(of article: Article) -> [Enclosure] {
    [sound(of: article), enclosure(of: article)].compactMap(\.self)
  }

  /// In formats that have several.
  func files(of article: Article) -> [Enclosure] {
    let attached = article.attachments.map { file in
      var enclosure = Enclosure(address: file.url, type: file.type, length: file.length)
      enclosure.title = file.title
      return enclosure
    }
    return enclosures(of: article) + attached
  }

  private func sound(of article: Article) -> Enclosure? {
    guard let audio = article.audio else { return nil }
    let length = audio.length ?? lengths[audio.url]
    let seconds = audio.duration ?? durations.duration(audio.url).map { max(1, Int($0.rounded())) }
    return Enclosure(address: audio.url, type: audio.type ?? "audio/mpeg", length: length, duration: seconds)
  }

  /// The article's image; nil if there is none or its type is unknown, because the formats require a media type.
  func enclosure(of article: Article) -> Enclosure? {
    guard let image = article.image, let type = mediaType(ofPicture: image.url) else { return nil }
    return Enclosure(address: image.url, type: type, length: lengths[image.url])
  }
}

func mediaType(ofPicture address: String) -> String? {
  let type = MediaType.ofFile(String(address.prefix { $0 != "?" && $0 != "#" }))
  return type?.hasPrefix("image/") == true ? type : nil
}
