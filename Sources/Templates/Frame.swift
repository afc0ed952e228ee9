internal import Mustache

/// One level of the stack on which the library looks names up, from the innermost list or record out to the root.
///
/// The library asks by the key that ``PreparedTemplate`` gave to a tag.
struct Frame: MustacheParent {
  let value: TemplateValue
  /// Where it stands in a list, if it does.
  var place: (index: Int, count: Int)?
  var isRoot = false
  let reading: Reading

  /// Nil lets the library ask the next frame outwards.
  func child(named key: String) -> Any? {
    guard let tag = reading.tags[key] else { return nil }
    guard let found = find(tag.wanted, for: tag) else {
      return isRoot ? reading.miss(tag) : nil
    }
    var value = found
    for transform in tag.transforms.reversed() {
      guard let next = transform.applied(to: value) else {
        return reading.report(tag, "`\(transform)()` cannot be asked of \(value.kind).")
      }
      value = next
    }
    return answer(value, to: tag)
  }

  private func find(_ wanted: Tag.Wanted, for tag: Tag) -> TemplateValue? {
    switch wanted {
    case .current: value
    case .place(let transform): place.flatMap { answer(transform, index: $0.index, count: $0.count) }
    case .path(let names): follow(names[...], for: tag)
    }
  }

  private func answer(_ transform: Transform, index: Int, count: Int) -> TemplateValue? {
    switch transform {
    case .first: .flag(index == 0)
    case .last: .flag(index == count - 1)
    case .index: .number(index)
    case .even: .flag(index % 2 == 0)
    case .odd: .flag(index % 2 == 1)
    default: nil
    }
  }

  /// The first name decides whether this is the frame meant; from there on every name must be known.
  private func follow(_ names: ArraySlice<String>, for tag: Tag) -> TemplateValue? {
    guard case .record(let fields) = value, let first = names.first, var found = fields[first] else { return nil }
    for name in names.dropFirst() {
      if case .absent = found { return .absent }
      guard case .record(let fields) = found, let next = fields[name] else {
        _ = reading.report(tag, "`\(tag.expression)` is unknown: \(found.kind) without `\(name)`.")
        return .absent
      }
      found = next
    }
    return found
  }

  /// What the library understands: a Bool, an array of frames or a frame for a section, a finished text otherwise.
  private func answer(_ value: TemplateValue, to tag: Tag) -> Any {
    guard tag.kind == .section else { return reading.text(of: value, for: tag) }
    switch value {
    case .list(let list) where !list.isEmpty:
      return list.indices.map { Frame(value: list[$0], place: ($0, list.count), reading: reading) }
    case .flag, .absent: return value.isYes
    default: return value.isYes ? Frame(value: value, reading: reading) as Any : false
    }
  }
}
