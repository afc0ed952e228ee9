internal import Model
internal import Time

/// What keeps an article, or everything below a folder, from readers.
struct Hold: Hashable, Sendable {
  var isHidden = false
  /// Hidden before this instant.
  var from: Instant?
  /// Hidden from this instant on.
  var until: Instant?

  static let none = Hold()

  func isOpen(at now: Instant) -> Bool {
    if isHidden { return false }
    if let from, from > now { return false }
    if let until, until <= now { return false }
    return true
  }

  /// Both holds combined: hidden if either is, with the later embargo and the earlier expiry.
  func and(_ other: Hold) -> Hold {
    Hold(
      isHidden: isHidden || other.isHidden, from: [from, other.from].compactMap(\.self).max(),
      until: [until, other.until].compactMap(\.self).min())
  }
}

/// The effect of one key on an article.
enum HidingOutcome: Hashable, Sendable {
  case shown, hidden
  case from(Instant)
  case until(Instant)
}

extension Hold {
  init(_ outcomes: some Sequence<HidingOutcome>) {
    for outcome in outcomes {
      switch outcome {
      case .shown: break
      case .hidden: isHidden = true
      case .from(let instant): from = max(from ?? instant, instant)
      case .until(let instant): until = min(until ?? instant, instant)
      }
    }
  }
}
