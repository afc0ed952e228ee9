/// A request that is not carried out, with the page that explains why.
struct DeskRefusal: Error {
  let page: DeskPage

  init(_ page: DeskPage) { self.page = page }

  static var stale: DeskRefusal {
    DeskRefusal(
      DeskPage(
        "Nothing was done", status: 403, "This form is from another session. Go back, load the page again, and repeat.")
    )
  }

  static var mayOnlyLook: DeskRefusal {
    DeskRefusal(
      DeskPage(
        "Nothing was done", status: 403, "You may look, but not act: `role` of your table in [operators] is \"look\"."))
  }

  static var noRandomness: DeskRefusal {
    DeskRefusal(DeskPage("Something failed", status: 503, "The machine has no random numbers. Try again."))
  }

  static func missing(_ what: String) -> DeskRefusal { DeskRefusal(DeskPage(what, status: 404)) }

  static func impossible(_ why: String) -> DeskRefusal { DeskRefusal(DeskPage("Nothing was done", status: 409, why)) }
}
