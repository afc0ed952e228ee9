/// The replacement of a tag with a name, in any template language.
enum ShortcodeForm: Hashable, Sendable {
  /// An image with its caption.
  case figure
  /// The URL of an article or file, inside a link.
  case address
  /// A link to an article or file.
  case link
  /// A link to content of another site.
  case embed(EmbeddedSite)
  /// A link to a video, sound or other file.
  case media
  /// The enclosed text, as code.
  case code
  /// The enclosed text, as a formula.
  case formula
  /// The enclosed text, under a word such as "Note"; nil if the kind is one of the values.
  case note(NoteKind?)
  /// The enclosed text, as a quotation with the name of its author.
  case quote
  /// The enclosed text, under its heading: a tab.
  case part
  /// The enclosed text.
  case inside
  /// A line break.
  case lineBreak
  /// Nothing: the tag concerns only the layout or the page, not the text.
  case nothing

  /// The forms by the names of tags, in lower case.
  static let known: [String: ShortcodeForm] = {
    var known: [String: ShortcodeForm] = [:]
    for (form, names) in Self.names { for name in names { known[name] = form } }
    for site in EmbeddedSite.allCases { for name in site.names { known[name] = .embed(site) } }
    for kind in NoteKind.allCases where kind != .quote { known[kind.rawValue] = .note(kind) }
    return known
  }()

  static let names: [(form: ShortcodeForm, names: [String])] = [
    (
      .figure,
      [
        "figure", "fig", "img", "image", "picture", "photo", "imgproc", "asset_img", "responsive-image",
        "responsive_image", "lazyimg", "imgcap", "imgh", "captioned_image", "figure_image", "resize_image",
        "bundle-image", "image-caption", "caption-image", "screenshot",
      ]
    ),
    (.address, ["ref", "relref", "asset_path", "static", "url_for"]),
    (.link, ["post_link", "asset_link", "button", "btn", "linkbutton", "internal_link"]),
    (.media, ["video", "audio", "iframe", "pdf", "embed", "rawvideo", "video-file", "mp4"]),
    (.code, ["highlight", "codeblock", "code", "prism", "mermaid", "chart", "plantuml", "graphviz", "console"]),
    (.formula, ["katex", "math", "mathjax", "equation", "latex"]),
    (
      .note(nil),
      [
        "notice", "alert", "callout", "hint", "admonition", "aside", "remark", "notification", "message", "box",
        "panel",
      ]
    ),
    (.note(.details), ["details", "expand", "collapse", "spoiler", "accordion-item", "detail"]),
    (.quote, ["quote", "blockquote", "pullquote", "epigraph", "bq"]),
    (.part, ["tab", "step", "card", "codetab"]),
    (
      .inside,
      [
        "rawhtml", "raw_html", "raw-html", "html", "unsafe", "center", "left", "right", "lead", "div", "section", "row",
        "rows", "col", "cols", "column", "columns", "grid", "steps", "cards", "tabs", "tabpane", "tabset", "accordion",
        "blocks/section", "pageinfo", "centerquote", "nomarkdown", "markdown", "markdownify", "span", "small", "big",
        "rtl", "ltr", "sup", "sub", "mark", "wrap", "container", "tabbed",
      ]
    ),
    (.lineBreak, ["br", "linebreak", "newline"]),
    (
      .nothing,
      [
        "toc", "more", "clear", "clearfix", "seo", "feed_meta", "ads", "ad", "adsense", "comments", "disqus", "share",
        "newsletter", "table_of_contents", "toc_only", "break", "pagebreak", "spacer", "hr", "endmore",
        "table-of-contents",
        "excerpt_separator", "assign", "set", "import", "extends", "from", "layout",
      ]
    ),
  ]
}

/// A site whose content can be embedded.
enum EmbeddedSite: String, CaseIterable, Sendable {
  case youtube = "www.youtube.com"
  case vimeo = "vimeo.com"
  case gist = "gist.github.com"
  case twitter = "twitter.com"
  case x = "x.com"
  case instagram = "www.instagram.com"
  case codepen = "codepen.io"
  case jsfiddle = "jsfiddle.net"
  case asciinema = "asciinema.org"
  case spotify = "open.spotify.com"
  case soundcloud = "soundcloud.com"
  case speakerdeck = "speakerdeck.com"
  case bilibili = "www.bilibili.com"
  case github = "github.com"
  case codesandbox = "codesandbox.io"

  var names: [String] {
    switch self {
    case .youtube:
      [
        "youtube", "youtubeplayer", "youtube-lite", "lite-youtube", "youtube_video", "yt", "youtube-embed",
        "youtubevideo",
      ]
    case .vimeo: ["vimeo", "vimeo_simple", "vimeo_video"]
    case .gist: ["gist"]
    case .twitter: ["tweet", "twitter", "twitter_simple"]
    case .x: ["x", "x_simple"]
    case .instagram: ["instagram", "instagram_simple"]
    case .codepen: ["codepen"]
    case .jsfiddle: ["jsfiddle"]
    case .asciinema: ["asciinema"]
    case .spotify: ["spotify"]
    case .soundcloud: ["soundcloud"]
    case .speakerdeck: ["speakerdeck"]
    case .bilibili: ["bilibili"]
    case .github: ["github"]
    case .codesandbox: ["codesandbox"]
    }
  }

  /// Whether the site shows videos.
  var isVideo: Bool { self == .youtube || self == .vimeo || self == .bilibili }

  /// The URL of the content that a tag names; nil if it names none.
  func address(_ tag: Shortcode) -> String? {
    let ids = tag.plain.filter { !$0.isEmpty }
    if let whole = (tag.named.values + ids).first(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }) {
      return whole
    }
    let id =
      tag.value("id", "v", "video", "videoid", "video_id", "key", "slug", "pen", "hash", "src", "repo") ?? ids.first
    guard let id, !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || "-_./".contains($0) }) else { return nil }
    let host = "https://\(rawValue)/"
    switch self {
    case .youtube: return host + "watch?v=" + id
    case .vimeo, .github, .speakerdeck, .soundcloud, .spotify: return host + id
    case .gist: return host + ids.prefix(2).filter { !$0.contains(".") }.joined(separator: "/")
    case .twitter, .x:
      let user = tag.value("user") ?? (ids.count > 1 ? ids[0] : "i/web")
      return host + user + "/status/" + (tag.value("id") ?? ids.last ?? id)
    case .instagram: return host + "p/" + id + "/"
    case .codepen: return host + (tag.value("user") ?? (ids.count > 1 ? ids[1] : "anon")) + "/pen/" + id
    case .jsfiddle: return host + id + "/"
    case .asciinema: return host + "a/" + id
    case .bilibili: return host + "video/" + id
    case .codesandbox: return host + "s/" + id
    }
  }
}
