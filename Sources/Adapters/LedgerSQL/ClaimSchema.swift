extension Schema {
  /// Whose a claim is, and until when if its worker says nothing. What an older version left is nobody's.
  static let leases = """
    ALTER TABLE claim ADD COLUMN worker INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE claim ADD COLUMN lease INTEGER NOT NULL DEFAULT 0;
    """

  /// Nobody read these columns: the lock of the site lets one run deliver, so what another left in `claim` is a dead one's.
  static let claimsWithoutWorker = """
    ALTER TABLE claim DROP COLUMN worker;
    ALTER TABLE claim DROP COLUMN lease;
    """
}
