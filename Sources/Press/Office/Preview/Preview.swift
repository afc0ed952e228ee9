package import Model

/// An issue of a digest for one reader, as it would be sent.
package struct Preview {
  package let issueNumber: Int
  package let slot: Slot
  package let subject: String
  /// Personalised.
  package let html: String
  package let text: String
  /// Byte for byte what would be sent.
  package let message: [UInt8]
  /// Images in the HTML whose files are on this machine: the file by the URL as written.
  package internal(set) var images: [String: String] = [:]
  /// Warnings, one sentence each.
  package let findings: [String]
}

extension Preview {
  /// The HTML with images on this machine replaced by the URLs that `address` returns for their files.
  package func html(showing address: (_ file: String) -> String) -> String {
    images.reduce(html) { html, image in
      html.replacing(" src=\"\(image.key)\"", with: " src=\"\(address(image.value))\"")
    }
  }
}
