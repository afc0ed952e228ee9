internal import CLibXML2

/// Makes libxml2 ready, once a process and before any thread parses, and takes away its way to files and network:
/// from then on no external entity is ever loaded, whatever options a parser is given.
package func prepareLibXML2() { _ = isPrepared }

private let isPrepared: Bool = {
  xmlInitParser()
  unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  return true
}()
