import Foundation

/// What libFuzzer calls with every input that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  parser.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The one that `COURANT_FUZZ_PARSER` names.
private let parser: ForeignParser = {
  let name = ProcessInfo.processInfo.environment["COURANT_FUZZ_PARSER"] ?? ""
  guard let parser = ForeignParser(rawValue: name) else {
    print("COURANT_FUZZ_PARSER must be one of " + ForeignParser.allCases.map(\.rawValue).joined(separator: ", "))
    exit(64)
  }
  return parser
}()
