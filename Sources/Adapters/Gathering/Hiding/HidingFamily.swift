/// The meaning of a key unknown to all supported generators, by its parts: a word for being visible or hidden, and one
/// for a time or for readers, as in `publish_from`, `take-down-date`, `staffOnly`.
enum HidingFamily {
  /// A date: hidden until then.
  case embargo
  /// A date: hidden from then on.
  case expiry
  /// The same, for keys that may be about something else: `available_from: Springer`.
  case perhapsEmbargo, perhapsExpiry
  /// The value true could hide.
  case asksIfTrue
  /// The value false could hide.
  case asksIfFalse
  /// Names of readers.
  case readers
  /// What readers must have; true, or a word for some readers, could hide.
  case needs
  /// What readers must have at least, so that any value could hide.
  case requirement
  /// The state of a review; some states mean that it continues.
  case review
  /// A date that could be an expiry, or the end of an event.
  case end

  /// The effect of a date under the key; nil if it should not be a date.
  var dates: HidingEffect? {
    switch self {
    case .embargo, .perhapsEmbargo: .embargo
    case .expiry, .perhapsExpiry: .expiry
    case .asksIfTrue, .asksIfFalse, .readers, .needs, .requirement, .review, .end: nil
    }
  }

  /// - Parameter key: in comparable form.
  init?(_ key: String) {
    guard let family = Self.families.answer(key) else { return nil }
    self = family
  }

  private static let families = KeyMemo { found(in: $0) }

  private static func found(in key: String) -> HidingFamily? {
    if key.utf8.count > 60 { return nil }
    if key == "schedule" { return .perhapsEmbargo }
    if isJoined(key, shows, starts) || isJoined(key, starting, shows) || isJoined(key, hides, ends) { return .embargo }
    if key.hasPrefix("notbefore") || isJoined(key, ["donotpublish", "notvisible", "dontpublish"], ["before"]) {
      return .embargo
    }
    if isJoined(key, ["publish", "published", "publishing", "publication"], ends.filter { $0 != "to" }) {
      return .expiry
    }
    if isJoined(key, removes, moments) { return .expiry }
    if isJoined(key, mayShow, from) || isJoined(key, mayStart, moments) { return .perhapsEmbargo }
    if readerKeys.contains(key) { return .readers }
    if needKeys.contains(key) { return .needs }
    if isJoined(key, requiring, required) { return .requirement }
    if isJoined(key, reviewing, ["", "status", "state"]) || isJoined(key, ["workflow"], ["status", "state"]) {
      return .review
    }
    if isJoined(key, ["end", "ends"], ["date", "at", "on", "datetime"]) { return .end }
    if isJoined(key, mayShow + ["public", "online", "listed"], ends) { return .perhapsExpiry }
    if isFalseKey(key) { return .asksIfFalse }
    return isTrueKey(key) ? .asksIfTrue : nil
  }

  private static func isJoined(_ key: String, _ first: [String], _ second: [String]) -> Bool {
    first.contains { stem in key.hasPrefix(stem) && second.contains(String(key.dropFirst(stem.count))) }
  }

  private static func isFalseKey(_ key: String) -> Bool {
    let plain = key.hasPrefix("is") ? String(key.dropFirst(2)) : key
    return falseKeys.contains(plain)
      || isJoined(
        key, ["", "include", "included", "show", "shown", "list", "listed", "publish", "display", "appear"], into)
  }

  private static func isTrueKey(_ key: String) -> Bool {
    let plain = key.hasPrefix("is") ? String(key.dropFirst(2)) : key
    return trueKeys.contains(plain) || isJoined(plain, groups, ["only"])
      || isJoined(key, leavesOut, things.flatMap { [$0, "this" + $0] })
      || isJoined(key, leavesOut + ["no", "disable"], channels)
      || isJoined(key, channels, leavesOut + ["off", "disabled"])
      || isJoined(key, ["for"], groups)
      || plain != key && HidingKeys.rows[plain].map { HidingKeys.all[$0].effect == .asksIfTrue } == true
  }

  private static let shows = [
    "publish", "published", "publishing", "publication", "public", "golive", "schedule", "scheduled", "embargo",
    "embargoed",
  ]
  private static let starts = from + ["at", "on", "date", "datetime", "up", "begin", "begins", "time"]
  private static let from = ["from", "fromdate", "start", "starts", "startdate", "after", "since"]
  private static let starting = ["start", "date", "from"]
  private static let moments = ["at", "on", "date", "time", "datetime", "after"]
  private static let mayShow = [
    "live", "available", "valid", "display", "displayed", "show", "shown", "visible", "visibility", "release", "active",
    "unlock",
  ]
  private static let mayStart = ["live", "release", "unlock", "reveal", "visible"]
  private static let hides = [
    "hide", "hidden", "hold", "embargo", "embargoed", "draft", "private", "unlisted", "locked", "withhold", "withheld",
    "offline", "scheduled",
  ]
  private static let ends = [
    "until", "untildate", "till", "to", "thru", "through", "end", "ends", "enddate", "down", "before",
  ]
  private static let removes = [
    "hide", "unpublish", "takedown", "takeoffline", "removal", "remove", "delete", "deletion", "withdraw", "withdrawal",
    "offline", "expire", "expires", "expiry", "expiration",
  ]
  private static let readerKeys: Set<String> = [
    "accesslevel", "accessrole", "visibleto", "showto", "availableto", "displayto", "shownto", "restrictedto",
    "limitedto", "requiredrole", "tier", "plan", "accesstier", "accessplan", "membershiptier", "membershiplevel",
    "subscriptionlevel", "subscriptiontier", "subscriptionplan", "contenttier",
  ]
  private static let needKeys: Set<String> = [
    "membership", "subscription", "login", "signin", "registration", "nda", "undernda",
  ]
  private static let requiring = ["required", "requires", "require", "minimum", "min", "needs"]
  private static let required = ["tier", "plan", "membership", "subscription", "membershiplevel", "membershiptier"]
  private static let reviewing = ["review", "approval", "editorial", "editing", "moderation"]
  private static let falseKeys: Set<String> = [
    "visible", "list", "listed", "live", "active", "approved", "publishable", "online", "enabled", "released", "ready",
    "readytopublish", "readyforpublication", "publiclyvisible", "publicpost", "publicpage", "publicarticle",
    "display", "shown", "displayed", "postvisible", "pagevisible", "articlevisible", "showpost", "showarticle",
    "showonsite", "showpage", "clearedforpublication",
  ]
  private static let into = ["in", "into", "to"].flatMap { word in
    ["feed", "feeds", "rss", "atom", "site", "lists", "collections"].map { word + $0 }
  }
  private static let trueKeys: Set<String> = [
    "requireslogin", "requirelogin", "loginrequired", "requiresauth", "authrequired", "requiresmembership",
    "requiressubscription", "subscriptionrequired", "membershiprequired", "paywall", "paywalled", "gated",
    "workinprogress", "unfinished", "notready", "notpublic", "notpublished", "notforpublication", "unapproved",
    "suppressed", "retracted", "notfinished", "donotshare", "donotlist", "donotpost", "hidefromsite", "excludefromsite",
    "hiddenfromsite", "underembargo", "awaitingreview", "locked", "unlist", "delist",
  ]
  private static let groups = [
    "subscriber", "subscribers", "staff", "member", "members", "supporter", "supporters", "patron", "patrons", "paid",
    "premium", "team", "employee", "employees", "internal", "private", "admin", "admins", "editor", "editors",
    "insider", "insiders", "customer", "customers", "registered", "loggedin", "vip", "donor", "donors", "backer",
    "backers", "friends", "family",
  ]
  private static let leavesOut = ["hide", "skip", "exclude", "excluded", "ignore", "omit", "suppress", "unlist"]
  private static let things = ["post", "article", "page", "entry", "item", "note"]
  private static let channels = ["rss", "feed", "feeds", "atom"]
}
