/// Values by name. A record has few names, most of them at most 15 bytes long, which Swift compares as fast as numbers.
/// A linear search is therefore cheaper than hashing, both for building and for reading a record.
package struct TemplateRecord: Sendable {
  private var fields: [Field]

  private struct Field {
    let name: String
    var value: TemplateValue
  }

  package subscript(name: String) -> TemplateValue? {
    get { place(of: name).map { fields[$0].value } }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): fields[place].value = value
      case (let place?, nil): fields.remove(at: place)
      case (nil, let value?): fields.append(Field(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// In the order in which they were added.
  var pairs: [(name: String, value: TemplateValue)] { fields.map { ($0.name, $0.value) } }

  /// Adds all fields of `other`; `choose` decides between two values of the same name.
  package mutating func merge(_ other: TemplateRecord, choose: (TemplateValue, TemplateValue) -> TemplateValue) {
    fields.reserveCapacity(fields.count + other.fields.count)
    for field in other.fields {
      if let place = place(of: field.name) {
        fields[place].value = choose(fields[place].value, field.value)
      } else {
        fields.append(field)
      }
    }
  }

  package func merging(
    _ other: TemplateRecord, choose: (TemplateValue, TemplateValue) -> TemplateValue
  ) -> TemplateRecord {
    var merged = self
    merged.merge(other, choose: choose)
    return merged
  }

  private func place(of name: String) -> Int? {
    let length = name.utf8.count
    for place in fields.indices where fields[place].name.utf8.count == length && fields[place].name == name {
      return place
    }
    return nil
  }
}

extension TemplateRecord: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }
}

/// Equality does not depend on the order.
extension TemplateRecord: Hashable {
  package static func == (a: TemplateRecord, b: TemplateRecord) -> Bool {
    a.fields.count == b.fields.count && a.fields.allSatisfy { b[$0.name] == $0.value }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(fields.count) }
}
