extension Schema {
  static let pruning = """
    -- A delivery that is deleted must have no bounce.
    CREATE INDEX bounce_delivery ON bounce (delivery) WHERE delivery IS NOT NULL;
    """
}
