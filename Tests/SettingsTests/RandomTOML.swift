import CourantTesting

/// A TOML document made at random, and the outline that it must give.
struct RandomTOML {
  private(set) var text = ""
  private(set) var expected: [String] = []
  private var count = 0

  init(using random: inout SeededNumbers) {
    for _ in 0..<Int.random(in: 0...4, using: &random) { addPair(under: "", using: &random) }
    for _ in 0..<Int.random(in: 0...3, using: &random) { addHeader(using: &random) }
  }

  private var place: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count):\(lines[lines.count - 1].utf8.count + 1)"
  }

  private mutating func addHeader(using random: inout SeededNumbers) {
    let start = place
    let isElement = Bool.random(using: &random)
    text += isElement ? "[[ " : "["
    let (key, keyPlace) = addKey(using: &random)
    text += [" ", ""].randomElement(using: &random)! + (isElement ? "]]" : "]") + blank(&random) + "\n"
    expected.append("\(key) \(keyPlace) = \(isElement ? "[1]" : "{}") \(start)")
    if isElement { expected.append("\(key)/0 - = {} \(start)") }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      addPair(under: isElement ? "\(key)/0/" : "\(key)/", using: &random)
    }
  }

  private mutating func addPair(under path: String, using random: inout SeededNumbers) {
    text += ["", "  ", "\t", "# x = [1]\n", "\n"].randomElement(using: &random)!
    let (key, keyPlace) = addKey(using: &random)
    text += ["=", " = ", "\t= "].randomElement(using: &random)!
    addValue(path + key, keyPlace, depth: 0, using: &random)
    text += blank(&random) + "\n"
  }

  private mutating func addKey(using random: inout SeededNumbers) -> (String, String) {
    let start = place
    count += 1
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      text += "\"é.\\\"]\(count)\""
      return ("é.\"]\(count)", start)
    case 1:
      text += "'a = #\(count)'"
      return ("a = #\(count)", start)
    default:
      text += "key-\(count)"
      return ("key-\(count)", start)
    }
  }

  private mutating func addValue(_ path: String, _ keyPlace: String, depth: Int, using random: inout SeededNumbers) {
    let start = place
    let line = { (value: String) in "\(path) \(keyPlace) = \(value) \(start)" }
    switch Int.random(in: depth < 3 ? 0..<8 : 2..<8, using: &random) {
    case 0:
      let number = Int.random(in: 0...3, using: &random)
      expected.append(line("[\(number)]"))
      text += "["
      for i in 0..<number {
        text += ["", " ", "\n", " # ]\n\t"].randomElement(using: &random)!
        addValue("\(path)/\(i)", "-", depth: depth + 1, using: &random)
        text += i == number - 1 ? "" : ","
      }
      text += "]"
    case 1:
      let number = Int.random(in: 0...2, using: &random)
      expected.append(line("{}"))
      text += "{"
      for i in 0..<number {
        let (key, keyPlace) = addKey(using: &random)
        text += " = "
        addValue("\(path)/\(key)", keyPlace, depth: depth + 1, using: &random)
        text += i == number - 1 ? "" : ", "
      }
      text += "}"
    default:
      let (source, value) = scalars.randomElement(using: &random)!
      text += source
      expected.append(line(value))
    }
  }

  private func blank(_ random: inout SeededNumbers) -> String {
    ["", " ", " # '\"\"\" ]", "\t"].randomElement(using: &random)!
  }
}

private let scalars = [
  ("1_0", "10"), ("0x1F", "31"), ("-2.5", "-2.5"), ("true", "true"), ("2026-11-23", "<2026-11-23>"),
  ("1979-05-27 07:32:00", "<1979-05-27 07:32:00>"), (#""a # b""#, #""a # b""#), (#""\"]\\""#, #""\"]\\""#),
  (#"'"\'"#, #""\"\\""#), ("\"\"\"\nline = [\n\\\"\"\"\"", #""line = [\n\"""#), ("'''''x''''", #""''x'""#),
  ("\"\"", "\"\""),
]
