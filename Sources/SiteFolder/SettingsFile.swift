internal import Foundation
internal import Model
internal import Settings

/// A TOML file of the site folder, open for reading key by key.
struct SettingsFile {
  let path: String
  let reader: SettingReader

  /// Nil if it cannot be read or is no TOML, which is then among the findings. `path` is relative to `folder`.
  init?(_ path: String, in folder: String, _ findings: inout [Finding]) {
    do throws(Finding) {
      let text = try readText(path, in: folder)
      do throws(SettingError) {
        reader = SettingReader(try readTOML(text)) { nearest(to: $0, among: $1) }
        self.path = path
      } catch {
        throw Finding(path, line: error.mark?.line, column: error.mark?.column, error.sentence)
      }
    } catch {
      findings.append(error)
      return nil
    }
  }

  /// Every mistake in the file, after everything known was asked for.
  func finish() -> [Finding] {
    reader.finish()
    return reader.problems.map {
      Finding(path, line: $0.mark.line, column: $0.mark.column, $0.sentence, weight: $0.isAdvice ? .advice : .fault)
    }
  }
}

/// A file that cannot be used at all is a finding that was thrown.
extension Finding: Error {}

/// A whole file as text; a byte order mark at its beginning is kept.
func readText(_ path: String, in folder: String) throws(Finding) -> String {
  guard let content = FileManager.default.contents(atPath: folder + "/" + path) else {
    throw Finding(path, "cannot be read; check that it is a file and that its permissions let Courant read it.")
  }
  if let text = String(validating: content, as: UTF8.self) { return text }
  let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
  let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
  throw Finding(path, line: line.map { $0 + 1 }, "this is not UTF-8; save the file as UTF-8.")
}
