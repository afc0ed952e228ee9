internal import Files

/// The text of a file of the repository, such as `docs/settings.md`.
package func repositoryText(_ path: String) throws -> String {
  let folders = #filePath.split(separator: "/").dropLast(4)  // of Sources/Testing/CourantTesting/RepositoryText.swift
  let root = "/" + folders.joined(separator: "/")
  return String(decoding: try readFile(root + "/" + path), as: UTF8.self)
}
