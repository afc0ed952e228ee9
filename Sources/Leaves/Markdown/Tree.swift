internal import CCmarkGFM
internal import Synchronization

/// cmark's tree of a document, freed with this value.
struct Tree: ~Copyable {
  let root: Node

  /// CommonMark with tables, strikethrough, autolinks, task lists and footnotes.
  init(parsing text: String) {
    var text = text
    root = text.withUTF8 { unsafe parse($0) }
  }

  deinit { root.free() }
}

/// Whether the extensions are registered. cmark-gfm stores them in C globals, together with the characters that are
/// special while inlines are parsed: two parsers at once would interfere with each other.
private let isRegistered = Mutex(false)

@unsafe private func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Node {
  let parser: OpaquePointer = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES)
  defer { unsafe cmark_parser_free(parser) }
  var document: OpaquePointer?
  isRegistered.withLock { isRegistered in
    if !isRegistered { cmark_gfm_core_extensions_ensure_registered() }
    isRegistered = true
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    unsafe document = cmark_parser_finish(parser)
  }
  return unsafe Node(document!)
}
