extension Schema {
  /// Nobody read these columns: the lock of the site lets one run deliver, so what another left in `claim` is a dead one's.
  static let claimsWithoutWorker = """
    ALTER TABLE claim DROP COLUMN worker;
    ALTER TABLE claim DROP COLUMN lease;
    """
}
