extension Schema {
  /// Readers who change from one digest to another (docs/decisions/0072-moving-between-digests.md).
  static let handovers = """
    -- continued: the subscription that the reader changed to; leaving by an old token ends that one as well.
    ALTER TABLE subscription ADD COLUMN continued INTEGER;
    CREATE TRIGGER not_continued AFTER UPDATE OF status ON subscription
    WHEN NEW.status <> 'ended' AND NEW.continued IS NOT NULL BEGIN
      UPDATE subscription SET continued = NULL WHERE id = NEW.id;
    END;

    -- Until the first issues of the new digest, and while articles wait for a later one. subscription: the new one.
    -- former: the one that was given up. issue: the newest issue of any digest then. waits: no issue of the new digest has
    -- brought yet what the former one would have brought next.
    CREATE TABLE handover (
      subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
      former INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE, issue INTEGER NOT NULL,
      made INTEGER NOT NULL, waits INTEGER NOT NULL CHECK (waits IN (0, 1)),
      PRIMARY KEY (subscription, former)) STRICT;
    CREATE INDEX handover_former ON handover (former);

    -- Articles that a reader gets besides those of an issue. issue: the one that brought it; NULL while it did not fit.
    CREATE TABLE owed_article (
      subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE, article TEXT NOT NULL,
      issue INTEGER REFERENCES issue (id), PRIMARY KEY (subscription, article)) STRICT;
    CREATE INDEX owed_article_issue ON owed_article (issue) WHERE issue IS NOT NULL;
    """

  /// What a digest carried when it was last in the settings: names of feeds, `*` for all, NULL if unknown.
  static let digestFeeds = "ALTER TABLE digest ADD COLUMN feeds TEXT;"

  /// The subscriber who has taken over another one's subscriptions by a change of address.
  static let heirs = """
    ALTER TABLE subscriber ADD COLUMN heir INTEGER REFERENCES subscriber (id);
    CREATE INDEX subscriber_heir ON subscriber (heir) WHERE heir IS NOT NULL;
    """
}
