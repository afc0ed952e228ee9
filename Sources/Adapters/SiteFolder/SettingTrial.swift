internal import Model
internal import Settings

/// What is wrong with the value of one key, by the rules by which every command reads schedule.conf; nil if nothing is.
///
/// - Parameter settings: a whole schedule.conf that has the key.
package func fault(ofKey key: String, inTable section: String, settings: String) -> String? {
  do throws(SettingError) {
    let reader = SettingReader(try readSettings(settings))
    _ = Site(schedule: reader, themes: [])
    guard case .table(let table)? = reader.table.entry(section)?.setting.value,
      let line = table.entry(key)?.setting.position.line
    else { return nil }
    return reader.problems.first { $0.position.line == line && !$0.isWarning }?.sentence
  } catch {
    return error.sentence
  }
}

/// The rule for the names of feeds, sources and digests, as messages state it.
package let nameRule = plainNameRule
