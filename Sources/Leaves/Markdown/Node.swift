internal import CCmarkGFM
internal import Glibc

/// A node of cmark's tree. It is valid as long as the ``Tree`` it belongs to, and never leaves this module.
@safe struct Node {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  init(_ kind: cmark_node_type) { unsafe pointer = cmark_node_new(kind) }

  /// A block that renders as `beginning`, its children, and `end`, all HTML.
  init(custom beginning: String, _ end: String, isInline: Bool = false) {
    unsafe pointer = cmark_node_new(isInline ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK)
    _ = unsafe cmark_node_set_on_enter(pointer, beginning)
    _ = unsafe cmark_node_set_on_exit(pointer, end)
  }

  func isSame(as other: Node) -> Bool { unsafe pointer == other.pointer }

  var kind: cmark_node_type { unsafe cmark_node_get_type(pointer) }
  var parent: Node? { unsafe cmark_node_parent(pointer).map { unsafe Node($0) } }
  var next: Node? { unsafe cmark_node_next(pointer).map { unsafe Node($0) } }
  var previous: Node? { unsafe cmark_node_previous(pointer).map { unsafe Node($0) } }
  var firstChild: Node? { unsafe cmark_node_first_child(pointer).map { unsafe Node($0) } }
  /// 1-based, within the parsed text.
  var lines: ClosedRange<Int> {
    let first = unsafe Int(cmark_node_get_start_line(pointer))
    return first...max(first, unsafe Int(cmark_node_get_end_line(pointer)))
  }

  /// The content of a node of text, code or HTML; the number of a footnote reference.
  var literal: String {
    get { unsafe cmark_node_get_literal(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { _ = unsafe cmark_node_set_literal(pointer, newValue) }
  }

  /// The URL of a link or image, with escapes and entities decoded.
  var url: String {
    get { unsafe cmark_node_get_url(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { _ = unsafe cmark_node_set_url(pointer, newValue) }
  }

  /// The title of a link or image, with escapes and entities decoded.
  var title: String {
    get { unsafe cmark_node_get_title(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { _ = unsafe cmark_node_set_title(pointer, newValue) }
  }

  /// The text after the fence of a code block.
  var fenceInfo: String {
    get { unsafe cmark_node_get_fence_info(pointer).map { unsafe String(cString: $0) } ?? "" }
    nonmutating set { _ = unsafe cmark_node_set_fence_info(pointer, newValue) }
  }

  /// Whether a code block has a fence; otherwise it is indented.
  var isFenced: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var sign: CChar = 0
    return unsafe cmark_node_get_fenced(pointer, &length, &offset, &sign) != 0
  }

  /// Whether an item of a task list is checked; nil for every other node.
  var isTaskDone: Bool? {
    guard kind == CMARK_NODE_ITEM, unsafe cmark_node_get_syntax_extension(pointer) != nil else { return nil }
    return unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// Whether it is a block, not part of a line of text (`CMARK_NODE_TYPE_BLOCK`).
  var isBlock: Bool { kind.rawValue & 0xC000 == 0x8000 }

  /// Turns an item of a task list into an ordinary item.
  func forgetTask() { _ = unsafe cmark_node_set_syntax_extension(pointer, nil) }

  var children: [Node] { Array(sequence(first: firstChild, next: { $0?.next }).prefix { $0 != nil }.compactMap { $0 }) }

  func append(_ child: Node) { _ = unsafe cmark_node_append_child(pointer, child.pointer) }
  func prepend(_ child: Node) { _ = unsafe cmark_node_prepend_child(pointer, child.pointer) }
  /// False if the parent must not contain it: a table cell, for example, allows less than a paragraph.
  @discardableResult func insert(before sibling: Node) -> Bool {
    unsafe cmark_node_insert_before(sibling.pointer, pointer) != 0
  }

  /// Removes the node and its remaining children from the tree, permanently.
  func free() { unsafe cmark_node_free(pointer) }

  /// The HTML of the node and its descendants, in UTF-8.
  func html(options: Int32) -> [UInt8] {
    guard let text = unsafe cmark_render_html(pointer, options, nil) else { return [] }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(text) }
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: strlen(text)) {
      unsafe Array(UnsafeBufferPointer(start: $0, count: strlen(text)))
    }
  }
}

extension Node {
  /// This node and its descendants in the order of the text, each with its depth (0 for this one). Not recursive, so
  /// deep nesting cannot overflow the stack.
  var subtree: [(node: Node, depth: Int)] {
    var found: [(node: Node, depth: Int)] = [(self, 0)]
    var depth = 0
    var current = self
    while true {
      if let child = current.firstChild {
        current = child
        depth = depth + 1
      } else {
        while depth > 0, current.next == nil, let parent = current.parent {
          current = parent
          depth -= 1
        }
        guard depth > 0, let next = current.next else { return found }
        current = next
      }
      found.append((current, depth))
    }
  }
}
