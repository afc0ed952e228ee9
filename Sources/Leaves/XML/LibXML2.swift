internal import CLibXML2

/// Initialises libxml2, once per process and before any thread parses, and removes its access to files and the network:
/// from then on no external entity is ever loaded, regardless of a parser's options.
package func prepareLibXML2() { _ = isPrepared }

private let isPrepared: Bool = {
  xmlInitParser()
  unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  return true
}()
