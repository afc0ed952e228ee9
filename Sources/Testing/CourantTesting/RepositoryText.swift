internal import Files

/// The text of a file in the repository, for example `docs/settings.md`.
package func repositoryText(_ path: String) throws -> String {
  let folders = #filePath.split(separator: "/").dropLast(4)  // of Sources/Testing/CourantTesting/RepositoryText.swift
  let root = "/" + folders.joined(separator: "/")
  return String(decoding: try readFile(root + "/" + path), as: UTF8.self)
}
