internal import Model
internal import Settings

/// The template of an article's page, or of a page that is not an article. A value that cannot be its name is another
/// generator's (`layouts/post.njk`, `../layouts/Post.astro`) and ignored.
func readLayout(_ reader: SettingReader) -> PageLayout? { reader.setting("layout")?.string.flatMap { PageLayout($0) } }
