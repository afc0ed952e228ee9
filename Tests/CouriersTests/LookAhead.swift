import Couriers
import Model

/// The outcome of a parcel, and how often its courier called `commit` and `next`.
struct Carried: Equatable {
  let outcome: Outcome
  var commits = 0
  var questions = 0
}

extension SMTPCourier {
  /// Carries the parcels in order, each with the next one available, as a session does.
  func carry(all parcels: [Parcel]) throws -> [Carried] {
    try parcels.indices.map { index in
      var (commits, questions) = (0, 0)
      let next: () -> Parcel? = {
        questions += 1
        return index + 1 < parcels.count ? parcels[index + 1] : nil
      }
      let outcome = try carry(parcels[index], next: next) { commits += 1 }
      return Carried(outcome: outcome, commits: commits, questions: questions)
    }
  }
}
