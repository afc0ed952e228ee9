internal import CDrawing
internal import Glibc

/// Something that drawing needs and this machine lacks.
package struct MissingDrawing: Error, Hashable, CustomStringConvertible {
  /// The missing part, and the package to install.
  package let description: String

  package init(description: String) { self.description = description }
}

/// The functions of Fontconfig, Cairo and Pango. The libraries are opened when this value is created, and stay open.
@safe struct DrawingLibrary: ~Copyable {
  let functions: UnsafePointer<courant_drawing>
  private let table: UnsafeMutablePointer<courant_drawing>

  /// The files of the libraries, which the dynamic linker looks for.
  struct Files {
    var fontconfig = "libfontconfig.so.1"
    var gobject = "libgobject-2.0.so.0"
    var cairo = "libcairo.so.2"
    var pango = "libpango-1.0.so.0"
    var pangoCairo = "libpangocairo-1.0.so.0"
  }

  init(_ files: Files = Files()) throws(MissingDrawing) {
    unsafe table = UnsafeMutablePointer<courant_drawing>.allocate(capacity: 1)
    unsafe functions = unsafe UnsafePointer(table)
    // The result may be one of these names, so they must outlive the call.
    let files = [files.fontconfig, files.gobject, files.cairo, files.pango, files.pangoCairo]
    let names = unsafe files.map { unsafe strdup($0) }
    defer { unsafe names.forEach { unsafe free($0) } }
    let missing = unsafe courant_drawing_open(table, names[0], names[1], names[2], names[3], names[4])
    if let missing = unsafe missing {
      throw Self.fault(unsafe String(cString: missing))
    }
  }

  deinit { unsafe table.deallocate() }

  private static func fault(_ missing: String) -> MissingDrawing {
    missing.contains(".so")
      ? MissingDrawing(description: "\(missing) is missing; install libpangocairo-1.0-0")
      : MissingDrawing(description: "Pango or Cairo is too old, it lacks \(missing); install a newer version")
  }
}
