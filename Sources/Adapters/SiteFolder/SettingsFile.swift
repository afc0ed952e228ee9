internal import Files
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
        reader = SettingReader(try readSettings(text)) { nearest(to: $0, among: $1) }
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

/// A whole file as text. One that cannot be used at all is a finding that is thrown.
func readText(_ path: String, in folder: String) throws(Finding) -> String {
  guard let content = try? readFile(folder + "/" + path) else {  // the sentence holds for every reason
    throw Finding(path, "cannot be read; check that it is a file and that its permissions let Courant read it.")
  }
  do throws(SettingError) {
    return try fileText(content)
  } catch {
    throw Finding(path, line: error.mark?.line, column: error.mark?.column, error.sentence)
  }
}
