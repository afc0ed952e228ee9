extension Schema {
  /// The worker that owns a claim, and until when if it does not renew its lease. Claims of
  /// older versions have no owner.
  static let leases = """
    ALTER TABLE claim ADD COLUMN worker INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE claim ADD COLUMN lease INTEGER NOT NULL DEFAULT 0;
    """

  /// These columns were never read: the lock of the site lets only one run deliver, so a claim left by another
  /// run belongs to a dead one.
  static let claimsWithoutWorker = """
    ALTER TABLE claim DROP COLUMN worker;
    ALTER TABLE claim DROP COLUMN lease;
    """
}
