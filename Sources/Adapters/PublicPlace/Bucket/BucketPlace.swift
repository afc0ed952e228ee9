internal import Curl
package import Model
package import Time

/// A bucket of an object store, which serves the files, or from which a server in front of it does.
///
/// What was put there is on record, so that nothing is listed or read in a run. Each object is put in one piece: readers see the
/// old one or the new one. An object that another machine has put since is not overwritten (`If-Match`, if the store knows it).
package final class BucketPlace: PublishingPlace {
  let address: BucketAddress
  private let ways: BucketWays
  let record: any PublicRecord & NoteBook
  private let now: Instant
  /// The objects on record; nil before they are read.
  private var known: [String: PublicObject]?
  /// Paths whose bytes a run that did not end left uncertain.
  private var doubtful: Set<String> = []
  /// Whether nothing of ours was there when the run began: then all that is there is replaced.
  private var isNew = false
  /// Objects that a new place already had.
  private var met: Set<String> = []
  /// Whether the store honours conditions.
  private var knowsConditions = true
  private var opened: StoreRound?
  /// Whether a question was not answered; no other one is asked then.
  private var isSilent = false

  /// - Parameter now: when the run began.
  package init(_ address: BucketAddress, _ ways: BucketWays, record: any PublicRecord & NoteBook, now: Instant) {
    self.address = address
    self.ways = ways
    self.record = record
    self.now = now
  }

  /// Few, because each batch that a killed run did not confirm is compared again.
  package var most: Int { 256 }
  package var isOrdered: Bool { true }
  package var servesCompressed: Bool { false }

  private static let note = "public place"

  /// The record of another bucket says nothing about this one.
  package func prepare() throws {
    if try record.note(Self.note) != address.identity {
      try record.forget(objects: Array(record.publicObjects().keys))
      try record.setNote(Self.note, address.identity)
    }
    let objects = try record.publicObjects()
    known = objects
    isNew = objects.isEmpty
    doubtful = Set(try record.publishedFiles().filter { $0.value == nil }.keys)
  }

  /// As messages show it.
  package var name: String { address.text }

  package func batch() -> any PublishingBatch { BucketBatch(self) }

  /// Empty if the record is of another bucket.
  func recordedObjects() throws -> [String: PublicObject] {
    try record.note(Self.note) == address.identity ? record.publicObjects() : [:]
  }

  /// The objects on record; empty if they cannot be read, which the run reports by itself.
  private var objects: [String: PublicObject] {
    if let known { return known }
    let found = (try? recordedObjects()) ?? [:]
    known = found
    return found
  }
}

// MARK: - Writing

extension BucketPlace {
  /// Puts the objects that are missing or differ, and records them. Returns their paths.
  func put(_ uploads: [ObjectUpload]) throws -> [String] {
    var due = uploads.filter { doubtful.contains($0.path) || objects[$0.path]?.content != $0.content }
    var written: [String] = []
    // An answer other than success leads to one more attempt at most: without a condition, for an object that is gone, or for one
    // that was there before.
    for _ in 0..<3 where !due.isEmpty { due = try putOnce(settleDoubts(about: due), &written) }
    if let lost = due.first { throw conflict(about: lost.path) }
    return written
  }

  /// Compares objects that an earlier run may have put, or somebody else. Returns those that are still to be put.
  private func settleDoubts(about uploads: [ObjectUpload]) throws -> [ObjectUpload] {
    let uncertain = uploads.filter { met.contains($0.path) || doubtful.contains($0.path) && !isNew }
    if uncertain.isEmpty { return uploads }
    var same: [String: PublicObject] = [:]
    let answers = try round().answers(to: uncertain.map { StoreRequest(.head, $0.path) })
    for (upload, answer) in zip(uncertain, answers) {
      let found = try answer.get()
      doubtful.remove(upload.path)
      met.remove(upload.path)
      known?[upload.path] = nil
      guard found.status == 200, let etag = found.first("etag") else { continue }
      let isSame = upload.isSame(as: found)
      let object = PublicObject(etag: etag, content: isSame ? upload.content : Fingerprint(bits: 0))
      known?[upload.path] = object
      if isSame { same[upload.path] = object }
    }
    try expectTurn()
    try record.record(same)
    return uploads.filter { same[$0.path] == nil }
  }

  /// Called after the store was asked for conditions. Throws if another machine has taken over, which may have put these objects
  /// just before they were asked for. If one takes over later, the conditions refuse what this machine puts.
  private func expectTurn() throws { try record.setNote(Self.note, address.identity) }

  /// Returns those that are to be put again, under another condition.
  private func putOnce(_ uploads: [ObjectUpload], _ written: inout [String]) throws -> [ObjectUpload] {
    let answers = try round().answers(to: uploads.map { $0.request(condition(for: $0.path)) })
    var put: [String: PublicObject] = [:]
    var again: [ObjectUpload] = []
    var refused: [ObjectUpload] = []
    var fault: BucketFault?
    for (upload, answer) in zip(uploads, answers) {
      switch answer {
      case .failure(let found): fault = fault ?? found
      case .success(let response):
        switch response.status {
        case 200...299: put[upload.path] = PublicObject(etag: response.first("etag") ?? "", content: upload.content)
        case 412 where isNew && objects[upload.path] == nil:
          met.insert(upload.path)
          again.append(upload)
        case 412: refused.append(upload)
        case 404:
          known?[upload.path] = nil
          again.append(upload)
        default:
          knowsConditions = false
          again.append(upload)
        }
      }
    }
    // What is in place is recorded before anything else can fail.
    known?.merge(put) { $1 }
    try record.record(put)
    written += put.keys.sorted()
    if let fault { throw fault }
    try settle(refused, &written)
    return again
  }

  /// Objects that are not as they were on record. That may be our own doing: the answer to a PUT was lost, and its repetition
  /// met the new object.
  private func settle(_ refused: [ObjectUpload], _ written: inout [String]) throws {
    if refused.isEmpty { return }
    var own: [String: PublicObject] = [:]
    let answers = try round().answers(to: refused.map { StoreRequest(.head, $0.path) })
    for (upload, answer) in zip(refused, answers) {
      let found = try answer.get()
      guard upload.isSame(as: found), let etag = found.first("etag") else { throw conflict(about: upload.path) }
      own[upload.path] = PublicObject(etag: etag, content: upload.content)
    }
    known?.merge(own) { $1 }
    try record.record(own)
    written += own.keys.sorted()
  }

  private func condition(for path: String) -> HTTPField? {
    guard knowsConditions else { return nil }
    guard let object = objects[path] else { return HTTPField("If-None-Match", "*") }
    return object.etag.isEmpty ? nil : HTTPField("If-Match", object.etag)
  }

  private func conflict(about path: String) -> BucketFault {
    BucketFault(
      address,
      "\(forDisplay(path, atMost: 200)) was changed by another machine or program since it was last published; publishing "
        + "stopped, and the next run replaces it")
  }
}

// MARK: - Removing

extension BucketPlace {
  /// Deletes what an earlier run found without need already: readers may still have pages that show it.
  package func remove(_ paths: [String]) throws -> PublicRemoval {
    let unmade = Set(paths)
    var removal = PublicRemoval()
    var marked: [String: PublicObject] = [:]
    for (path, object) in objects where object.leaving != nil && !unmade.contains(path) {
      marked[path] = object.leaving(at: nil)
    }
    var due: [String] = []
    for path in paths {
      guard let object = objects[path] else {
        due.append(path)  // a run that did not end may have put it
        continue
      }
      if let leaving = object.leaving, leaving < now {
        due.append(path)
      } else {
        removal.later.append(path)
        if object.leaving == nil { marked[path] = object.leaving(at: now) }
      }
    }
    try record.record(marked)
    known?.merge(marked) { $1 }
    removal.removed = try delete(due)
    return removal
  }

  private func delete(_ paths: [String]) throws -> [String] {
    if paths.isEmpty { return [] }
    let answers = try round().answers(to: paths.map { StoreRequest(.delete, $0) })
    var gone: [String] = []
    var fault: BucketFault?
    for (path, answer) in zip(paths, answers) {
      switch answer {
      case .failure(let found): fault = fault ?? found
      case .success: gone.append(path)
      }
    }
    try record.forget(objects: gone)
    for path in gone { known?[path] = nil }
    if let fault { throw fault }
    return gone
  }
}

// MARK: - Questions

extension BucketPlace {
  package func exists(_ path: String) -> Bool { objects[path] != nil }

  package func read(_ path: String) -> [UInt8]? { ask(.get, path)?.body }

  package func date(_ path: String) -> Instant? {
    ask(.head, path)?.first("last-modified").flatMap { WrittenDate(ofFeed: $0)?.instant(in: .utc) }
  }

  package func place(_ path: String) -> PublicFolder.Place {
    exists(path) || ask(.head, path) != nil ? .file : .free
  }

  package func names(in folder: String) -> [String]? { nil }

  package func mayExist(_ path: String) -> Bool {
    if exists(path) || isSilent { return true }
    return ask(.head, path) != nil || isSilent
  }

  /// Asks once. Nil if there is no such object, or no answer: who asks goes on without.
  private func ask(_ verb: StoreRequest.Verb, _ path: String) -> HTTPResponse? {
    guard !isSilent, let round = try? round() else {
      isSilent = true
      return nil
    }
    guard case .success(let response) = round.answers(to: [StoreRequest(verb, path)], isPatient: false)[0] else {
      isSilent = true
      return nil
    }
    return response.status == 200 ? response : nil
  }

  /// - Throws: if the keys are missing.
  func round() throws -> StoreRound {
    if let opened { return opened }
    let round = try ways.round(to: address)
    opened = round
    return round
  }
}

extension PublicObject {
  fileprivate func leaving(at instant: Instant?) -> PublicObject {
    var object = self
    object.leaving = instant
    return object
  }
}
