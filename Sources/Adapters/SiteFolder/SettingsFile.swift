internal import Files
internal import Model
internal import Settings

/// A TOML file of the site folder, to be read key by key.
struct SettingsFile {
  let path: String
  let reader: SettingReader

  /// Nil if the file cannot be read or is not TOML, which is added to the findings. `path` is relative to `folder`.
  init?(_ path: String, in folder: String, _ findings: inout [Finding]) {
    do throws(Finding) {
      let text = try readText(path, in: folder)
      do throws(SettingError) {
        reader = SettingReader(try readSettings(text))
        self.path = path
      } catch {
        throw Finding(path, line: error.position?.line, column: error.position?.column, error.sentence)
      }
    } catch {
      findings.append(error)
      return nil
    }
  }

  /// All mistakes in the file; call it after all known keys were read.
  func finish() -> [Finding] {
    reader.finish()
    return reader.problems.map {
      Finding(
        path, line: $0.position.line, column: $0.position.column, $0.sentence, weight: $0.isWarning ? .warning : .fault)
    }
  }
}

/// A whole file as text. Throws a finding if it cannot be used at all.
func readText(_ path: String, in folder: String) throws(Finding) -> String {
  guard let content = try? readFile(folder + "/" + path) else {  // the message covers every cause
    throw Finding(path, "cannot be read; check that it is a file and that its permissions let Courant read it.")
  }
  do throws(SettingError) {
    return try fileText(content)
  } catch {
    throw Finding(path, line: error.position?.line, column: error.position?.column, error.sentence)
  }
}
