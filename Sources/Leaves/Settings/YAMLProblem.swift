/// A libyaml error in Courant's words: the mistake and how to correct it.
///
/// libyaml reports what its grammar expected. Authors need to know which character to quote or where to indent.
struct YAMLProblem {
  /// For example "while scanning a quoted scalar"; nil when libyaml gives none.
  let context: String?
  /// For example "found unexpected end of stream".
  let problem: String

  /// Whether the mistake is where `context` began, not where libyaml noticed it.
  var isAboutItsBeginning: Bool {
    switch context {
    case "while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow sequence",
      "while parsing a flow mapping":
      true
    default: false
    }
  }

  /// `character` is the character at the position of the mistake, in the form used in messages.
  func sentence(at character: String) -> String {
    if let context, let sentence = sentence(in: context, at: character) { return sentence }
    switch problem {
    case "found character that cannot start any token":
      return character == "`U+0009`"
        ? Self.tab : "\(character) cannot begin a value or key; put the value in quotes, or check the quotes before it"
    case "mapping values are not allowed in this context":
      return "a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
    case "mapping keys are not allowed in this context":
      return "a question mark and a space cannot begin a value; put the value in quotes"
    case "block sequence entries are not allowed in this context":
      return "a list cannot begin here; put each - on its own line below the key"
    case "could not find expected ':'":
      return "this line has no colon after its key; write key: value, or indent the line if it continues a value"
    case "did not find expected <document start>":
      return "this does not belong to the keys above; give all keys the same indentation"
    case "but found another document":
      return "a second YAML document begins here; keep one"
    case "found duplicate %YAML directive", "found incompatible YAML document", "found duplicate %TAG directive":
      return Self.directive
    case "found undefined alias":
      return "a value that begins with * is an alias, which is not supported; put the value in quotes"
    case "control characters are not allowed":
      return "\(character) is a control character, which is not allowed here; remove it"
    default:
      return problem.hasPrefix("Maximum nesting level") ? tooDeepInYAML : Self.other
    }
  }

  private func sentence(in context: String, at character: String) -> String? {
    if problem.hasPrefix("found a tab character") { return Self.tab }
    switch context {
    case "while scanning a quoted scalar": return "the string that begins here has no closing quote; add it"
    case "while parsing a quoted scalar":
      return #"a backslash and what follows it mean nothing here; write \\ for a backslash, or use single quotes"#
    case "while scanning an anchor", "while scanning an alias":
      return "a value cannot begin with & or *; put the value in quotes"
    case "while scanning a tag", "while parsing a tag", "while parsing a node":
      return "a value that begins with ! is a tag; put the value in quotes"
    case "while scanning a directive", "while parsing a %TAG directive", "while scanning a %TAG directive",
      "while scanning a %YAML directive", "while scanning a tag directive", "while parsing a tag directive":
      return Self.directive
    case "while scanning a block scalar":
      return "only 1 to 9, + or - can follow | or >; begin the words on the next line, indented"
    case "while scanning a plain scalar": return "a colon cannot be part of this value; put the value in quotes"
    case "while parsing a block mapping":
      return "this does not belong to the key above; check the indentation and the quotes before it"
    case "while parsing a block collection":
      return "this does not belong to the list above; begin it with - at the same indentation"
    case "while parsing a flow sequence":
      return "the list that begins here is not closed; write , between its values and ] at its end"
    case "while parsing a flow mapping":
      return "the table that begins here is not closed; write , between its values and } at its end"
    case "while parsing a block node", "while parsing a flow node":
      return character == "\"\""
        ? "a list or table is not closed; end it with ] or }"
        : "a value cannot begin with \(character); put the value in quotes, or write one before it"
    default: return nil
    }
  }

  private static let tab = "a tab cannot indent YAML; use spaces"
  private static let directive = "a line that begins with % is a directive, which is not supported; remove it"
  private static let other =
    #"this YAML cannot be understood; put values that hold : # [ ] { } , & * ! | > ' " % or @ in quotes"#
}

let tooDeepInYAML = "this is nested deeper than \(deepestNesting) levels; use fewer levels"
