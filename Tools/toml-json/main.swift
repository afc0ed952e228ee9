import Foundation
import Settings

// Reads TOML from standard input and prints it as the tagged JSON of toml-test, or the mistake and exits with 1.
// `Tools/toml-test.py` and toml-test's own runner use it.

do throws(SettingError) {
  let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
  print(json(try readTOML(try fileText(bytes))))
} catch {
  let place = error.position.map { "\($0.line):\($0.column): " } ?? ""
  FileHandle.standardError.write(Data((place + error.sentence + "\n").utf8))
  exit(1)
}

func json(_ table: SettingTable) -> String {
  "{" + table.entries.map { quoted($0.key) + ":" + json($0.setting) }.joined(separator: ",") + "}"
}

func json(_ setting: Setting) -> String {
  switch setting.value {
  case .string(let text): tagged("string", text)
  case .integer(let number): tagged("integer", String(number))
  case .float(let number): tagged("float", number.isNaN ? "nan" : String(number))
  case .boolean(let isTrue): tagged("bool", String(isTrue))
  case .date(let moment): tagged(kind(of: moment), written(moment))
  case .array(let elements): "[" + elements.map { json($0) }.joined(separator: ",") + "]"
  case .table(let table): json(table)
  case .null: "null"
  }
}

/// By the shapes that TOML allows: 07:32:00, 1979-05-27, 1979-05-27T07:32:00 and the last with an offset.
func kind(of moment: String) -> String {
  let bytes = Array(moment.utf8)
  if bytes[2] == UInt8(ascii: ":") { return "time-local" }
  if bytes.count == 10 { return "date-local" }
  return bytes[11...].contains { "zZ+-".utf8.contains($0) } ? "datetime" : "datetime-local"
}

/// With a T between the date and the time, as RFC 3339 has it.
func written(_ moment: String) -> String {
  moment.replacingOccurrences(of: " ", with: "T").uppercased()
}

func tagged(_ kind: String, _ value: String) -> String {
  "{\"type\":\"\(kind)\",\"value\":\(quoted(value))}"
}

func quoted(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": json += "\\" + String(scalar)
    case "\u{0}"..<" ", "\u{7F}":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
