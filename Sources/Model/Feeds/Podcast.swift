/// What directories of podcasts need to know of a feed (`podcast` in `feeds/NAME.toml`).
package struct Podcast: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case episodic, serial }

  /// Absolute URL of a square image, as JPEG or PNG.
  package var image: String
  /// One of ``categories``; the second part, if any, is one of its subcategories.
  package var category: String
  package var subcategory: String?
  /// Who is named as its author; nil for the site's title.
  package var author: String?
  /// Whom directories write to.
  package var owner: Mailbox?
  package var isExplicit = false
  package var kind = Kind.episodic
  /// Whether other hosts must not import it; nil if that is not said.
  package var isLocked: Bool?
  /// Its permanent UUID (Podcasting 2.0); nil before the first run has chosen one.
  package var guid: String?

  package init(image: String, category: String, subcategory: String? = nil) {
    self.image = image
    self.category = category
    self.subcategory = subcategory
  }

  /// Apple's categories (podcasters.apple.com/support/1691-apple-podcasts-categories), which other directories use as well.
  package static let categories: [String: [String]] = [
    "Arts": ["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"],
    "Business": ["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"],
    "Comedy": ["Comedy Interviews", "Improv", "Stand-Up"],
    "Education": ["Courses", "How To", "Language Learning", "Self-Improvement"],
    "Fiction": ["Comedy Fiction", "Drama", "Science Fiction"],
    "Government": [],
    "History": [],
    "Health & Fitness": ["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"],
    "Kids & Family": ["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"],
    "Leisure": [
      "Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games",
    ],
    "Music": ["Music Commentary", "Music History", "Music Interviews"],
    "News": [
      "Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News",
    ],
    "Religion & Spirituality": [
      "Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality",
    ],
    "Science": [
      "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature",
      "Physics",
      "Social Sciences",
    ],
    "Society & Culture": ["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"],
    "Sports": [
      "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running", "Soccer",
      "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling",
    ],
    "Technology": [],
    "True Crime": [],
    "TV & Film": ["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"],
  ]
}
