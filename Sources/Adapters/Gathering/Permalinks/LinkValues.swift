internal import Model
internal import Text
internal import Time

/// The values of an article for the placeholders of a link.
struct LinkValues {
  let generator: SiteGenerator?
  let title: String
  /// In the site's time zone.
  let date: CivilTime
  /// The path inside the folder, or inside Hugo's folder of content: without extension and without `/index`.
  let path: String
  /// `slug` of its front matter.
  let slug: String?
  /// `permalink` or `url` of its front matter.
  let permalink: String?
  let categories: [String]

  /// The folder at the top of ``path``; empty if there is none.
  var section: String { folders.first ?? "" }

  private var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }

  private var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Jekyll's name of a post: the file's, without its date.
  private var name: String {
    let undated = fileName.prefixMatch(of: /[0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2}-/).map { fileName[$0.range.upperBound...] }
    return undated.map(String.init) ?? fileName
  }
}

extension LinkValues {
  func value(_ placeholder: LinkTemplate.Placeholder) -> String {
    switch placeholder {
    case .title: generator == .hugo ? hugoName(title) : prettySlug(slug ?? name)
    case .slug: generator == .hugo ? hugoName(slug ?? title) : plainSlug(slug ?? name)
    case .name: plainSlug(name)
    case .basename: name
    case .filename, .contentBaseName: hugoName(fileName)
    case .slugOrFilename, .slugOrContentBaseName: hugoName(slug ?? fileName)
    case .path: path
    case .category: categories.first.map(plainSlug) ?? ""
    case .categories: unique(categories.map { $0.lowercased() }).joined(separator: "/")
    case .slugifiedCategories: unique(categories.map(plainSlug)).joined(separator: "/")
    case .section: section
    case .sections: folders.joined(separator: "/")
    case .collection: "posts"
    case .outputExtension: ".html"
    default: date(placeholder)
    }
  }

  private func date(_ placeholder: LinkTemplate.Placeholder) -> String {
    let monthName = CivilTime.monthNames[date.month - 1]
    let dayName = CivilTime.dayNames[date.weekday.rawValue]
    let isoDay = (date.weekday.rawValue + 6) % 7 + 1
    return switch placeholder {
    case .year: "\(date.year)"
    case .shortYear: padded(date.year % 100)
    case .month: padded(date.month)
    case .iMonth: "\(date.month)"
    case .shortMonth: monthName.prefix(3).uppercased()
    case .longMonth, .monthName: monthName
    case .day: padded(date.day)
    case .iDay: "\(date.day)"
    case .shortDay: dayName.prefix(3).uppercased()
    case .longDay, .weekdayName: dayName
    case .weekday: "\(date.weekday.rawValue)"
    case .isoDay: "\(isoDay)"
    case .isoYear: "\(date.isoWeek.year)"
    case .isoWeek: padded(date.isoWeek.week)
    case .dayOfYear: padded(date.dayOfYear, 3)
    case .yearDay: "\(date.dayOfYear)"
    case .hour: padded(date.hour)
    case .minute: padded(date.minute)
    case .second: padded(date.second)
    default: ""
    }
  }

  /// Where Hugo publishes a file without a pattern: its path, with the slug for its name.
  var hugoPath: String {
    (folders.map(hugoName) + [hugoName(slug ?? fileName)]).joined(separator: "/") + "/"
  }
}

private func padded(_ number: Int, _ width: Int = 2) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func unique(_ names: [String]) -> [String] {
  var seen = Set<String>()
  return names.filter { !$0.isEmpty && seen.insert($0).inserted }
}

extension CivilTime {
  fileprivate static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  fileprivate static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// 1–366.
  fileprivate var dayOfYear: Int { daysSince1970 - CivilTime(year, 1, 1).daysSince1970 + 1 }

  /// The week of ISO 8601 and its year: that of the week's Thursday.
  fileprivate var isoWeek: (year: Int, week: Int) {
    let thursday = daysSince1970 - (weekday.rawValue + 6) % 7 + 3
    let day = CivilTime(secondsSince1970: Int64(thursday) * 86_400)
    return (day.year, (day.dayOfYear - 1) / 7 + 1)
  }
}
