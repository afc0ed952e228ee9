internal import Text

/// An element that readers of emails and feeds cannot play or open in place: it becomes a link.
enum HTMLMedia: String, Sendable, CaseIterable {
  case video, audio, iframe

  /// The text of the link if the author gave no title.
  func words(for address: String) -> String {
    let host = hostAndPort(of: address) ?? ""
    return switch self {
    case .video: "Watch the video at \(host)"
    case .audio: "Listen at \(host)"
    case .iframe: "Open \(host)"
    }
  }
}

extension HTMLSanitizer {
  /// Elements that become a link to their address.
  package static let linked = Set(HTMLMedia.allCases.map(\.rawValue))
  /// Elements whose content cannot be published although readers would miss it.
  package static let missed: Set<String> = [
    "object", "embed", "applet", "svg", "canvas", "form", "button", "select", "textarea", "script",
  ]
}

extension [HTMLAttribute] {
  /// The attributes, with the image that a script would load as `src` and `srcset` if these are
  /// missing or placeholders.
  var withLazyPicture: [HTMLAttribute] {
    let sources = [
      "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-orig-file", "data-image",
    ]
    let sets = ["data-srcset", "data-lazy-srcset", "data-original-set"]
    var attributes = self
    if let real = sources.lazy.compactMap({ value(of: $0) }).first(where: { !$0.isEmpty }),
      value(of: "src").map(isPlaceholder) ?? true
    {
      attributes.removeAll { $0.name == "src" }
      attributes.append(HTMLAttribute(name: "src", value: real))
    }
    if let real = sets.lazy.compactMap({ value(of: $0) }).first(where: { !$0.isEmpty }),
      value(of: "srcset").map(isPlaceholder) ?? true
    {
      attributes.removeAll { $0.name == "srcset" }
      attributes.append(HTMLAttribute(name: "srcset", value: real))
    }
    return attributes
  }

  func value(of name: String) -> String? { first { $0.name == name }?.value }

  /// An element of at most one pixel, as used by trackers, or a hidden one.
  var isInvisible: Bool {
    ["width", "height"].contains { name in value(of: name).map { ["0", "1", "0px", "1px"].contains($0) } ?? false }
      || contains { $0.name == "hidden" }
  }
}

/// Whether an image is only a placeholder for another one.
private func isPlaceholder(_ address: String) -> Bool {
  let name = address.lowercased().split(separator: "/").last ?? ""
  return address.isEmpty || address.hasPrefix("data:") || address.hasPrefix("#") || address.hasPrefix("about:")
    || ["placeholder", "blank.", "spacer.", "loading.", "lazy.", "pixel.", "transparent.", "1x1.", "empty."].contains {
      name.contains($0)
    }
}
