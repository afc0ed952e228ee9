/// The messages that connections hold.
struct ConnectionLoads {
  /// By connection.
  private var counts: [Int]
  private var messages = Set<Delivery.ID>()

  init(connections: Int) { counts = Array(repeating: 0, count: connections) }

  var connections: Int { counts.count }
  var total: Int { messages.count }
  var isEmpty: Bool { messages.isEmpty }

  /// The connections that hold any.
  var busy: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// The connection that holds the fewest messages, among those below their `limit`.
  func leastLoaded(below limit: (_ connection: Int) -> Int) -> Int? {
    var found: Int?
    for connection in counts.indices where counts[connection] < limit(connection) {
      if found.map({ counts[connection] < counts[$0] }) ?? true { found = connection }
    }
    return found
  }

  /// How many connections hold fewer messages than their `limit`.
  func count(below limit: (_ connection: Int) -> Int) -> Int { counts.indices.count { counts[$0] < limit($0) } }

  mutating func add(_ claim: Claim, to connection: Int) {
    counts[connection] += 1
    messages.insert(claim.delivery)
  }

  mutating func remove(_ claim: Claim, from connection: Int) {
    counts[connection] -= 1
    messages.remove(claim.delivery)
  }
}
