internal import CDrawing

/// An image to draw on, with 32-bit pixels. Used by one thread at a time.
@safe package struct Canvas: ~Copyable {
  package let width: Int
  package let height: Int
  /// Changes whenever the same drawing may come out differently: the versions of the libraries and the fonts.
  package let version: String
  private let library: DrawingLibrary
  private let parts: Parts

  /// - Parameter fontCache: a folder for entries missing from the system's font cache; only the first canvas of a process uses
  ///   it.
  package init(width: Int, height: Int, fontCache: String? = nil) throws(MissingDrawing) {
    try self.init(width: width, height: height, DrawingLibrary(), fontCache: fontCache)
  }

  init(
    width: Int, height: Int, _ library: consuming DrawingLibrary, fontCache: String? = nil
  ) throws(MissingDrawing) {
    try DrawingRoom.check()
    let fonts = try Fonts(library, cache: fontCache)
    let parts = unsafe try Parts(width, height, library.functions)
    version = unsafe Self.version(of: library.functions, fonts)
    self.width = width
    self.height = height
    unsafe self.parts = unsafe parts
    self.library = library
    setFontOptions()
  }

  deinit {
    let functions = unsafe library.functions
    unsafe functions.pointee.g_object_unref(UnsafeMutableRawPointer(parts.context))
    unsafe functions.pointee.g_object_unref(UnsafeMutableRawPointer(parts.fontMap))
    unsafe functions.pointee.cairo_destroy(parts.cairo)
    unsafe functions.pointee.cairo_surface_destroy(parts.surface)
  }

  /// The objects that a canvas owns. Out of memory, Cairo returns objects that draw nothing and record an error.
  @unsafe private struct Parts {
    let surface: OpaquePointer
    let cairo: OpaquePointer
    let fontMap: OpaquePointer
    let context: OpaquePointer

    init(_ width: Int, _ height: Int, _ functions: UnsafePointer<courant_drawing>) throws(MissingDrawing) {
      let rgb24: Int32 = 1
      let freeType: Int32 = 1
      guard let fontMap = unsafe functions.pointee.pango_cairo_font_map_new_for_font_type(freeType),
        let context = unsafe functions.pointee.pango_font_map_create_context(fontMap),
        let surface = unsafe functions.pointee.cairo_image_surface_create(rgb24, Int32(width), Int32(height)),
        let cairo = unsafe functions.pointee.cairo_create(surface)
      else { throw MissingDrawing(description: "Pango has no FreeType fonts; install another libpangocairo-1.0-0") }
      unsafe self.surface = surface
      unsafe self.cairo = cairo
      unsafe self.fontMap = fontMap
      unsafe self.context = context
    }
  }

  /// Pango's units in a pixel.
  private static let pangoScale = 1_024

  private static func version(of functions: UnsafePointer<courant_drawing>, _ fonts: Fonts) -> String {
    let cairo = unsafe functions.pointee.cairo_version_string().map { unsafe String(cString: $0) } ?? ""
    let pango = unsafe functions.pointee.pango_version_string().map { unsafe String(cString: $0) } ?? ""
    let fontconfig = unsafe functions.pointee.FcGetVersion()
    return (["cairo \(cairo)", "pango \(pango)", "fontconfig \(fontconfig)"] + fonts.files).joined(separator: "\n")
  }

  /// Grey edges and exact positions, regardless of the screen of this machine.
  private func setFontOptions() {
    let functions = unsafe library.functions
    let grey: Int32 = 2
    let none: Int32 = 1
    let off: Int32 = 1
    let options = unsafe functions.pointee.cairo_font_options_create()
    unsafe functions.pointee.cairo_font_options_set_antialias(options, grey)
    unsafe functions.pointee.cairo_font_options_set_hint_style(options, none)
    unsafe functions.pointee.cairo_font_options_set_hint_metrics(options, off)
    unsafe functions.pointee.pango_cairo_context_set_font_options(parts.context, options)
    unsafe functions.pointee.cairo_font_options_destroy(options)
  }
}

extension Canvas {
  package func fill(left: Int, top: Int, width: Int, height: Int, _ colour: Colour) {
    let functions = unsafe library.functions
    setSource(colour)
    unsafe functions.pointee.cairo_rectangle(parts.cairo, Double(left), Double(top), Double(width), Double(height))
    unsafe functions.pointee.cairo_fill(parts.cairo)
  }

  package func fill(_ colour: Colour) { fill(left: 0, top: 0, width: width, height: height, colour) }

  package func extent(of block: TextBlock) -> TextExtent {
    unsafe withLayout(of: block) { layout in
      let functions = unsafe library.functions
      var ink = PangoRectangle()
      var logical = PangoRectangle()
      unsafe functions.pointee.pango_layout_get_pixel_extents(layout, &ink, &logical)
      return TextExtent(
        lines: Int(unsafe functions.pointee.pango_layout_get_line_count(layout)), width: Int(logical.width),
        height: Int(logical.height),
        ink: .init(left: Int(ink.x), top: Int(ink.y), width: Int(ink.width), height: Int(ink.height)),
        lacksFont: unsafe functions.pointee.pango_layout_get_unknown_glyphs_count(layout) != 0)
    }
  }

  /// - Parameter left: where the block begins, on whichever side its lines begin.
  package func draw(_ block: TextBlock, left: Int, top: Int, _ colour: Colour) {
    setSource(colour)
    unsafe withLayout(of: block) { layout in
      let functions = unsafe library.functions
      unsafe functions.pointee.cairo_move_to(parts.cairo, Double(left), Double(top))
      unsafe functions.pointee.pango_cairo_show_layout(parts.cairo, layout)
    }
  }

  /// Calls `body` with the pixels, four bytes each (blue, green, red, unused), and the length of a row in bytes. Nil if
  /// something could not be drawn, for want of memory.
  func withPixels<Result>(_ body: (UnsafeRawBufferPointer, _ stride: Int) -> Result) -> Result? {
    let functions = unsafe library.functions
    unsafe functions.pointee.cairo_surface_flush(parts.surface)
    guard unsafe functions.pointee.cairo_status(parts.cairo) == 0,
      unsafe functions.pointee.cairo_surface_status(parts.surface) == 0,
      let data = unsafe functions.pointee.cairo_image_surface_get_data(parts.surface)
    else { return nil }
    let stride = Int(unsafe functions.pointee.cairo_image_surface_get_stride(parts.surface))
    return unsafe body(UnsafeRawBufferPointer(start: data, count: stride * height), stride)
  }

  private func setSource(_ colour: Colour) {
    let channels = colour.channels.map { Double($0) / 255 }
    unsafe library.functions.pointee.cairo_set_source_rgb(parts.cairo, channels[0], channels[1], channels[2])
  }
}

extension Canvas {
  private func withLayout<Result>(of block: TextBlock, _ body: (OpaquePointer?) -> Result) -> Result {
    let functions = unsafe library.functions
    let language = unsafe functions.pointee.pango_language_from_string(block.language)
    unsafe functions.pointee.pango_context_set_language(parts.context, language)
    unsafe functions.pointee.pango_context_set_base_dir(parts.context, block.isRightToLeft ? 1 : 0)
    let layout = unsafe functions.pointee.pango_layout_new(parts.context)
    defer { unsafe functions.pointee.g_object_unref(UnsafeMutableRawPointer(layout)) }
    unsafe setFont(of: block, layout)
    unsafe setShape(of: block, layout)
    var text = block.text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe functions.pointee.pango_layout_set_text(layout, bytes.baseAddress, Int32(bytes.count))
      }
    }
    return unsafe body(layout)
  }

  private func setFont(of block: TextBlock, _ layout: OpaquePointer?) {
    let functions = unsafe library.functions
    let families = FontFamilies.description(of: block.typeface, language: block.language)
    let font = unsafe functions.pointee.pango_font_description_from_string(families)
    defer { unsafe functions.pointee.pango_font_description_free(font) }
    unsafe functions.pointee.pango_font_description_set_absolute_size(font, Double(block.size * Self.pangoScale))
    unsafe functions.pointee.pango_layout_set_font_description(layout, font)
  }

  /// Pango does not adapt the alignment to the direction unless it also guesses the direction.
  private func setShape(of block: TextBlock, _ layout: OpaquePointer?) {
    let functions = unsafe library.functions
    let left: Int32 = 0
    let right: Int32 = 2
    let atWords: Int32 = 0
    let alsoInWords: Int32 = 2
    let atEnd: Int32 = 3
    unsafe functions.pointee.pango_layout_set_auto_dir(layout, 0)
    unsafe functions.pointee.pango_layout_set_alignment(layout, block.isRightToLeft ? right : left)
    unsafe functions.pointee.pango_layout_set_width(layout, Int32(block.width * Self.pangoScale))
    unsafe functions.pointee.pango_layout_set_wrap(layout, block.breaksWords ? alsoInWords : atWords)
    guard let most = block.mostLines else { return }
    unsafe functions.pointee.pango_layout_set_height(layout, -Int32(most))
    unsafe functions.pointee.pango_layout_set_ellipsize(layout, atEnd)
  }
}
