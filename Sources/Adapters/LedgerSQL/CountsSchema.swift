extension Schema {
  /// Counts that would otherwise have to be computed from tables that grow with every message, slot and issue.
  ///
  /// `tally`: the number of an issue's deliveries in each state except accepted, which is the remainder of
  /// its initial total. `waits`: whether they have a `next`. Triggers update it when a delivery changes;
  /// freezing adds the queued ones.
  static let counts = """
    CREATE TABLE tally (
      issue INTEGER NOT NULL REFERENCES issue (id), state TEXT NOT NULL CHECK (state <> 'accepted'),
      waits INTEGER NOT NULL CHECK (waits IN (0, 1)), deliveries INTEGER NOT NULL CHECK (deliveries >= 0),
      PRIMARY KEY (issue, state, waits)) STRICT, WITHOUT ROWID;
    INSERT INTO tally (issue, state, waits, deliveries)
      SELECT issue, state, 1, count(*) FROM delivery INDEXED BY delivery_due WHERE next IS NOT NULL GROUP BY issue, state;
    INSERT INTO tally (issue, state, waits, deliveries)
      SELECT issue, state, 0, count(*) FROM delivery INDEXED BY delivery_ended
      WHERE next IS NULL AND state IN ('refused', 'uncertain', 'dropped') GROUP BY issue, state;

    CREATE TRIGGER delivery_was AFTER UPDATE OF state, next ON delivery
    WHEN OLD.state <> 'accepted' AND (NEW.state <> OLD.state OR (NEW.next IS NULL) <> (OLD.next IS NULL)) BEGIN
      UPDATE tally SET deliveries = deliveries - 1
      WHERE issue = OLD.issue AND state = OLD.state AND waits = (OLD.next IS NOT NULL);
    END;
    CREATE TRIGGER delivery_is AFTER UPDATE OF state, next ON delivery
    WHEN NEW.state <> 'accepted' AND (NEW.state <> OLD.state OR (NEW.next IS NULL) <> (OLD.next IS NULL)) BEGIN
      INSERT INTO tally (issue, state, waits, deliveries) VALUES (NEW.issue, NEW.state, NEW.next IS NOT NULL, 1)
      ON CONFLICT (issue, state, waits) DO UPDATE SET deliveries = deliveries + 1;
    END;

    -- Each row of `issue` holds a frozen page: a query over all issues must not read the pages.
    CREATE INDEX issue_frozen ON issue (frozen, id);
    CREATE INDEX issue_deliveries ON issue (deliveries);
    CREATE INDEX issue_frozen_as ON issue (frozen_as, wall_time, number) WHERE frozen_as IS NOT NULL;
    CREATE INDEX slot_open ON slot (digest, due, wall_time) WHERE state IN ('held', 'released');
    CREATE INDEX slot_recorded ON slot (recorded);
    CREATE INDEX finding_place ON finding (path, line, col);
    """
}
