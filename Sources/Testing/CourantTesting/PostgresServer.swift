internal import Foundation
internal import Glibc
internal import Synchronization

/// A private PostgreSQL server for the tests of one process: in a temporary folder, over a Unix socket only, and without
/// syncing. A shell ends it and removes its folder as soon as the process of the tests is gone, however that ends.
package final class PostgresServer: Sendable {
  /// Why tests of PostgreSQL are skipped.
  package static let absence = "PostgreSQL is not installed (apt-get install postgresql)"

  package static var isInstalled: Bool { programs != nil }

  /// The folder with `initdb` and `postgres`, of the newest version.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []  // not installed
    let newest = versions.compactMap { Int($0) }.sorted().last { version in
      FileManager.default.isExecutableFile(atPath: "\(root)/\(version)/bin/postgres")
    }
    return newest.map { "\(root)/\($0)/bin" }
  }()

  private static let server = Mutex<Result<PostgresServer, any Error>?>(nil)

  /// Starts the server when it is first needed.
  package static func shared() throws -> PostgresServer {
    try server.withLock { server in
      if server == nil { server = Result { try PostgresServer() } }
      return try server!.get()
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Short, because the path of a socket has at most 107 bytes.
  private let folder: String
  private let keeper: Process
  /// Its end in the shell is closed when this process ends.
  private let life: Pipe

  private init() throws {
    guard let programs = Self.programs else { throw Failure(description: "PostgreSQL is not installed") }
    folder = "/tmp/courant-pg-\(getpid())"
    keeper = Process()
    life = Pipe()
    let ready = Pipe()
    keeper.executableURL = URL(fileURLWithPath: "/bin/sh")
    keeper.arguments = ["-c", Self.script, "sh", folder, programs]
    keeper.standardInput = life
    keeper.standardOutput = ready
    try keeper.run()
    // The shell says `ready` or what went wrong, and closes the pipe.
    let said = String(decoding: ready.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    guard said == "ready\n" else { throw Failure(description: "PostgreSQL does not start: \(said)") }
  }

  /// The path of its socket.
  package var socket: String { folder + "/.s.PGSQL.5432" }

  /// The address of one of its databases.
  package func url(of database: String) -> String { "postgres:///\(database)?host=\(folder)&user=postgres" }

  private static let script = """
    folder=$1 programs=$2
    rm -rf "$folder" && mkdir -m 755 "$folder" || exit 1
    as=
    if [ "$(id -u)" = 0 ]; then
      chown postgres "$folder"
      as="setpriv --reuid=postgres --regid=postgres --clear-groups"
    fi
    cd "$folder"
    $as "$programs/initdb" -D data -U postgres -A trust --no-sync --locale=C -E UTF8 >log 2>&1 || { cat log; exit 1; }
    $as "$programs/postgres" -D "$folder/data" -c listen_addresses= -c unix_socket_directories="$folder" -c fsync=off \\
      -c full_page_writes=off -c autovacuum=off -c shared_buffers=32MB -c max_connections=60 >>log 2>&1 </dev/null &
    server=$!
    for try in $(seq 1500); do
      if [ -S "$folder/.s.PGSQL.5432" ] && "$programs/pg_isready" -q -h "$folder"; then break; fi
      kill -0 $server 2>/dev/null || { cat log; exit 1; }
      sleep 0.02
    done
    echo ready
    exec >/dev/null
    cat
    kill -QUIT $server
    wait $server 2>/dev/null
    rm -rf "$folder"
    """
}
