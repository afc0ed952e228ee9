extension Site {
  /// A digest as readers know it: for now its name with a capital letter. It may have been retired since.
  package func displayTitle(ofDigest name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
