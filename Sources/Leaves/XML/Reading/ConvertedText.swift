internal import CLibXML2

/// `bytes` in UTF-8, converted by libxml2, which uses iconv. Nil for an unknown encoding.
func converted(_ bytes: [UInt8], from encoding: String) -> (bytes: [UInt8], isDoubtful: Bool)? {
  prepareLibXML2()
  guard let converter = CharacterConverter(encoding) else { return nil }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 2)
  var isDoubtful = false
  var start = 0
  while start < bytes.count {
    let end = min(start + 32_768, bytes.count)
    converter.add(bytes[start..<end])
    while !converter.convert() {
      isDoubtful = true
      converter.skipByte()
      converter.take(&result)
      result += Array("\u{FFFD}".utf8)
    }
    converter.take(&result)
    start = end
  }
  return (result, isDoubtful || !converter.isEmpty)
}

@safe private struct CharacterConverter: ~Copyable {
  private let handler: xmlCharEncodingHandlerPtr
  private let input: xmlBufferPtr
  private let output: xmlBufferPtr

  init?(_ encoding: String) {
    guard let handler = unsafe xmlFindCharEncodingHandler(encoding) else { return nil }
    guard let input = unsafe xmlBufferCreate(), let output = unsafe xmlBufferCreate() else {
      _ = unsafe xmlCharEncCloseFunc(handler)
      return nil
    }
    unsafe self.handler = handler
    unsafe self.input = input
    unsafe self.output = output
  }

  deinit {
    unsafe xmlBufferFree(input)
    unsafe xmlBufferFree(output)
    _ = unsafe xmlCharEncCloseFunc(handler)
  }

  var isEmpty: Bool { unsafe xmlBufferLength(input) == 0 }

  func add(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { _ = unsafe xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
  }

  /// False if the first byte left has no meaning. An incomplete character at the end waits for more.
  func convert() -> Bool {
    while true {
      let before = unsafe xmlBufferLength(input)
      if before == 0 { return true }
      let result = unsafe xmlCharEncInFunc(handler, output, input)
      if result == -2 { return false }
      if unsafe xmlBufferLength(input) == before { return true }
    }
  }

  func skipByte() { _ = unsafe xmlBufferShrink(input, 1) }

  func take(_ bytes: inout [UInt8]) {
    let count = unsafe Int(xmlBufferLength(output))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: xmlBufferContent(output), count: count))
    unsafe xmlBufferEmpty(output)
  }
}
