extension Schema {
  static let sendingPauses = """
    -- Has a row while the operator has stopped all mail. letters: whether letters to single readers wait too.
    CREATE TABLE sending_pause (
      id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), reason TEXT NOT NULL, since INTEGER NOT NULL, who TEXT NOT NULL,
      letters INTEGER NOT NULL CHECK (letters IN (0, 1))) STRICT;
    """
}
