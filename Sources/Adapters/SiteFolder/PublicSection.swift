internal import Foundation
internal import Model
internal import Settings
internal import Text

extension PublicSettings {
  /// Reads `[public]`. Mistakes are reported.
  init(_ section: SettingReader) {
    self.init()
    let written = section.line("place")
    credentialsFile = section.innerPath("credentials_file")
    caFile = section.innerPath("ca_file")
    purge = section.line("purge")
    if let written { place = section.place(written) }
    guard bucket == nil else { return }
    for key in ["credentials_file", "ca_file"] where section.setting(key) != nil {
      section.report(key, "`\(key)` needs a bucket in `place`")
    }
  }

  /// What `place` is without a bucket or a command.
  fileprivate static let folder = "public"
  fileprivate static let commandPrefix = "command:"
}

extension SettingReader {
  /// The folder after a mistake.
  fileprivate func place(_ text: String) -> PublicSettings.Place {
    if text == PublicSettings.folder { return .folder }
    if text.hasPrefix(PublicSettings.commandPrefix) {
      let command = text.dropFirst(PublicSettings.commandPrefix.count).trimmed
      if command.isEmpty { report("place", "a command is missing after `\(PublicSettings.commandPrefix)`") }
      return .command(command)
    }
    guard text.hasPrefix("s3://") else {
      report(
        "place",
        "`place` must be \"\(PublicSettings.folder)\", \"s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION\" or "
          + "\"\(PublicSettings.commandPrefix)COMMAND\"; found \"\(forDisplay(text, atMost: 80))\"")
      return .folder
    }
    do throws(BucketMistake) {
      return .bucket(try BucketAddress(written: text))
    } catch {
      report("place", error.sentence)
      return .folder
    }
  }
}

/// What is wrong with the address of a bucket.
private struct BucketMistake: Error {
  let sentence: String
}

extension BucketAddress {
  /// `s3://NAME[/PREFIX][?endpoint=…&region=…&style=path|host]`.
  fileprivate init(written text: String) throws(BucketMistake) {
    let parts = text.dropFirst("s3://".count).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let name = path[0]
    let prefix = path.dropFirst().filter { !$0.isEmpty }
    if name.contains("@") || name.contains(":") {
      throw BucketMistake(
        sentence: "remove the keys from `place`; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or point "
          + "`credentials_file` to a file that only you can read")
    }
    guard name.wholeMatch(of: /[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/) != nil else {
      throw BucketMistake(
        sentence: "`\(forDisplay(name, atMost: 80))` is not the name of a bucket: 3 to 63 lower-case letters, digits, "
          + "dots and hyphens")
    }
    guard !prefix.contains("."), !prefix.contains("..") else {
      throw BucketMistake(sentence: "the prefix in `place` must not contain `.` or `..` as a folder")
    }
    let given = try Self.parameters(parts.count == 2 ? String(parts[1]) : "")
    let region = given["region"] ?? Self.usualRegion
    self.init(name, endpoint: try Self.endpoint(given["endpoint"], region: region))
    self.prefix = prefix.joined(separator: "/")
    self.region = region
    // A wildcard certificate does not cover a name with dots.
    isInHost = given["style"].map { $0 == "host" } ?? (given["endpoint"] == nil && !name.contains("."))
  }

  private static func parameters(_ query: String) throws(BucketMistake) -> [String: String] {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let value = parts[1].removingPercentEncoding else {
        throw BucketMistake(sentence: "`\(forDisplay(String(pair), atMost: 80))` in `place` must be NAME=VALUE")
      }
      values[parts[0]] = value
    }
    if let unknown = values.keys.sorted().first(where: { !["endpoint", "region", "style"].contains($0) }) {
      let hint = suggestion(for: unknown, among: ["endpoint", "region", "style"])
      throw BucketMistake(
        sentence:
          "`\(forDisplay(unknown, atMost: 40))` is unknown in `place`; there are endpoint, region and style\(hint)"
      )
    }
    if let region = values["region"], region.wholeMatch(of: /[A-Za-z0-9-]{1,40}/) == nil {
      throw BucketMistake(
        sentence: "`\(forDisplay(region, atMost: 40))` is not a region; write, for example, eu-west-1")
    }
    if let style = values["style"], !["path", "host"].contains(style) {
      throw BucketMistake(sentence: "`style` in `place` must be path or host; found `\(forDisplay(style, atMost: 40))`")
    }
    return values
  }

  /// Amazon's, unless another is written.
  private static func endpoint(_ written: String?, region: String) throws(BucketMistake) -> String {
    guard let written else { return "https://s3.\(region).amazonaws.com" }
    guard let match = written.wholeMatch(of: /(https?:\/\/([^\/?#@]+))\/?/), faultOfAuthority(match.2) == nil else {
      throw BucketMistake(
        sentence:
          "`\(forDisplay(written, atMost: 80))` is not an endpoint; write https://HOST or http://HOST:PORT, without "
          + "a path")
    }
    return match.1.lowercased()
  }
}
