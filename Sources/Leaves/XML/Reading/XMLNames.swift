internal import CLibXML2

/// The names of one document, each made once. libxml2 keeps each string once, so that its address is enough to know it.
@safe struct XMLNames {
  private struct Place: Hashable {
    let local: UInt
    let prefix: UInt
    let namespace: UInt
  }

  private struct Entry {
    let place: Place
    let name: XMLName
  }

  private var all: [Place: XMLName] = [:]
  /// Recent names, by the address of the local one: most tags have one of a few names.
  private var recent = [Entry?](repeating: nil, count: 256)

  mutating func name(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLName {
    let place = Place(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), namespace: UInt(bitPattern: namespace))
    let index = Int((place.local ^ place.local >> 8 ^ place.prefix) & 255)
    if let entry = recent[index], entry.place == place { return entry.name }
    let name =
      all[place]
      ?? XMLName(
        number: all.count, local: unsafe String(cString: local),
        prefix: unsafe prefix.map { unsafe String(cString: $0) },
        namespace: unsafe namespace.map { unsafe String(cString: $0) })
    all[place] = name
    recent[index] = Entry(place: place, name: name)
    return name
  }
}
