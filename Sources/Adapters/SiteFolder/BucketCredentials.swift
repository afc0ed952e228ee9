package import Model
internal import Text

/// The keys of the bucket: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, for temporary ones, `AWS_SESSION_TOKEN`. If they
/// are not set, those in the file that the settings name. It has the form of `~/.aws/credentials`; of several profiles,
/// `default` is read. A file that others can read is refused.
package func bucketKeys(
  _ settings: PublicSettings, folder: String, environment: [String: String]
) throws(Finding) -> BucketKeys {
  let variables = Dictionary(
    CredentialName.allCases.compactMap { name in environment[name.variable].map { (name, $0) } },
    uniquingKeysWith: { first, _ in first }
  ).filter { !$0.value.isEmpty }
  if variables[.id] != nil || variables[.secret] != nil {
    return try keys(variables, at: "schedule.conf", missing: \.variable)
  }
  guard let file = settings.credentialsFile else {
    throw Finding(
      "schedule.conf",
      "[public] place: the keys of the bucket are missing; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or point "
        + "`credentials_file` to a file that only you can read")
  }
  let text = try readPrivateText(file, in: folder, key: "credentials_file", what: "key")
  return try keys(profile(text), at: file, missing: \.rawValue)
}

private enum CredentialName: String, CaseIterable {
  case id = "aws_access_key_id"
  case secret = "aws_secret_access_key"
  case token = "aws_session_token"

  var variable: String { rawValue.uppercased() }
}

/// The values of the profile `default`, or of the lines before any profile.
private func profile(_ text: String) -> [CredentialName: String] {
  var values: [CredentialName: String] = [:]
  var isWanted = true
  for line in text.split(whereSeparator: \.isNewline).map(\.trimmed) {
    if line.hasPrefix("[") { isWanted = line == "[default]" }
    let parts = line.split(separator: "=", maxSplits: 1).map(\.trimmed)
    guard isWanted, parts.count == 2, let name = CredentialName(rawValue: parts[0].lowercased()) else { continue }
    values[name] = parts[1]
  }
  return values
}

/// - Parameter name: what a missing value is called at this place.
private func keys(
  _ values: [CredentialName: String], at place: String, missing name: (CredentialName) -> String
) throws(Finding) -> BucketKeys {
  guard let id = values[.id], let secret = values[.secret] else {
    let missing = name(values[.id] == nil ? .id : .secret)
    throw Finding(place, "`\(missing)` is missing; a bucket needs a key and its secret")
  }
  let isPlain = [id, secret, values[.token] ?? "x"].allSatisfy { value in
    !value.isEmpty && value.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
  }
  guard isPlain else { throw Finding(place, "the key of the bucket, its secret and its token must be plain ASCII") }
  return BucketKeys(id: id, secret: secret, token: values[.token])
}
