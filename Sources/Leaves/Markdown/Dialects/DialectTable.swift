/// A mark that some program adds to Markdown, and how it is treated.
package struct DialectMark: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    /// Replaced by its meaning; readers see no mark.
    case replaced(by: String)
    /// Not supported, and reported with its line. The text that readers see instead.
    case reported(String)
  }

  /// An example as an author would write it, with a blank line as ` `.
  package let sample: String
  /// The programs that use it.
  package let programs: String
  package let answer: Answer
}

/// Every known mark and how it is treated: docs/dialects.md.
package enum DialectTable {
  package static let marks: [DialectMark] = [
    // Tables of contents
    replaced("* TOC¶{:toc}", "kramdown", "nothing"),
    replaced("[TOC]", "Python-Markdown, MkDocs", "nothing"),
    replaced("[[_TOC_]]", "GitLab", "nothing"),
    replaced("[[toc]]", "VuePress, markdown-it", "nothing"),
    replaced("{{< toc >}}", "Hugo", "nothing"),
    // Attributes
    replaced("words¶{: .class #id}", "kramdown", "the id, as a link target"),
    replaced("*words*{: .class}", "kramdown", "the words"),
    replaced("![a](b.png){width=50%}", "Pandoc, Goldmark", "the image"),
    replaced("## Heading {#id .class}", "Pandoc, Goldmark", "the id of the heading"),
    replaced("<div markdown=\"1\">¶*words*¶</div>", "kramdown, PHP Markdown Extra", "the words, read as Markdown"),
    // Formulas
    replaced("$x_1 + x_2$", "TeX in most programs", "its source as code; `$5 and $6` is money"),
    replaced("$$¶x_1¶$$", "TeX in most programs", "its source as a block of code"),
    replaced("\\(x_1\\)", "TeX", "its source as code"),
    replaced("\\[¶x_1¶\\]", "TeX", "its source as a block of code"),
    replaced("\\begin{align}¶x_1¶\\end{align}", "TeX", "its source as a block of code"),
    replaced("{{< katex >}}x_1{{< /katex >}}", "Hugo themes", "its source as code"),
    replaced("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "MathML", "its TeX or `alttext`, or `x^2`, as code"),
    // Pictures, links, code
    replaced("{{< figure src=\"a.png\" caption=\"b\" >}}", "Hugo", "the image with its caption"),
    replaced("{{ figure(src=\"a.png\", caption=\"b\") }}", "Zola", "the image with its caption"),
    replaced(
      "{% include figure image_path=\"/a.png\" caption=\"b\" %}", "Jekyll themes", "the image with its caption"),
    replaced("{% asset_img a.png b %}", "Hexo", "the image"),
    replaced("{% img /a.png %}", "Octopress, Hexo", "the image"),
    replaced("![[a.png]]", "Obsidian", "the image"),
    replaced("[a]({{< ref \"known.md\" >}})", "Hugo", "a link to the article"),
    replaced("[a]({{% relref \"known.md\" %}})", "Hugo", "a link to the article"),
    replaced("[a]({% link known.md %})", "Jekyll", "a link to the article or file"),
    replaced("[a]({% post_url known %})", "Jekyll", "a link to the article"),
    replaced("[[known]]", "Obsidian, wikis", "a link to the article"),
    replaced("[a]({{ site.baseurl }}/b)", "Jekyll", "the URL on the site"),
    replaced("[a]({{ \"/b\" | relative_url }})", "Jekyll, Eleventy (`url`)", "the URL on the site"),
    replaced("{{< youtube abc >}}", "Hugo", "a link to the video"),
    replaced("{{ youtube(id=\"abc\") }}", "Zola", "a link to the video"),
    replaced("{% youtube abc %}", "Hexo, Eleventy", "a link to the video"),
    replaced("{{< vimeo 1 >}}", "Hugo", "a link to the video"),
    replaced("{{< gist a 1 >}}", "Hugo", "a link to it"),
    replaced("{% gist 1 %}", "Jekyll, Hexo", "a link to it"),
    replaced("{{< tweet user=\"a\" id=\"1\" >}}", "Hugo", "a link to it"),
    replaced("{{< x user=\"a\" id=\"1\" >}}", "Hugo", "a link to it"),
    replaced("{{< instagram a >}}", "Hugo", "a link to it"),
    replaced("{{< highlight go >}}¶a¶{{< /highlight >}}", "Hugo", "code"),
    replaced("{% highlight ruby %}¶a¶{% endhighlight %}", "Jekyll", "code"),
    replaced("{% codeblock lang:js %}¶a¶{% endcodeblock %}", "Hexo, Octopress", "code"),
    replaced("{% raw %}words{% endraw %}", "Liquid, Nunjucks", "what it encloses, as it is"),
    replaced("{{</* figure */>}}", "Hugo", "the shortcode itself, as code"),
    // Notes and quotations
    replaced(
      "> [!NOTE]¶> words", "GitHub, Obsidian",
      "a quotation that begins with its title, or the word for it in the site's language"),
    replaced(":::note¶words¶:::", "Docusaurus, VuePress", "the same"),
    replaced("!!! note¶    words", "MkDocs, Python-Markdown", "the same"),
    replaced("{{< notice tip >}}words{{< /notice >}}", "Hugo themes", "the same"),
    replaced("{% note info %}words{% endnote %}", "Hexo themes", "the same"),
    replaced("{{< details summary=\"a\" >}}words{{< /details >}}", "Hugo", "a section that opens"),
    replaced("{% quote(author=\"a\") %}words{% end %}", "Zola", "a quotation"),
    replaced("{% blockquote a %}words{% endblockquote %}", "Hexo, Octopress", "a quotation"),
    // Within a line
    replaced("==words==", "Obsidian, markdown-it", "highlighted words"),
    replaced("10^6^", "Pandoc, markdown-it", "raised"),
    replaced("H~2~O", "Pandoc, markdown-it", "lowered; `~words~` between spaces is struck through, as GitHub has it"),
    replaced(":smile:", "GitHub, Hugo", "the emoji"),
    replaced("words^[a note]", "Pandoc, Obsidian", "a footnote"),
    replaced("words[^1]¶¶[^1]: a note", "most programs", "a footnote with links to it and back"),
    replaced("term¶: words", "kramdown, PHP Markdown Extra, Goldmark", "a list of definitions"),
    replaced("*[HTML]: words", "kramdown, PHP Markdown Extra", "nothing"),
    // Not supported
    reported("{{< name >}}", "Hugo", "nothing, or what it encloses"),
    reported("{% name %}", "Jekyll, Eleventy, Zola, Hexo", "nothing, or what it encloses"),
    reported("{{ page.name }}", "Jekyll, Eleventy", "nothing"),
    reported("{{ name }}", "Jekyll, Eleventy, Vue", "it, as code"),
    reported("{{< param name >}}", "Hugo", "nothing"),
    reported("{% for a in b %}words{% endfor %}", "Liquid", "nothing of what it repeats"),
    reported("[a]({{< ref \"nowhere.md\" >}})", "Hugo", "the words, without a link"),
    reported("[a]({% post_url nowhere %})", "Jekyll", "the words, without a link"),
    reported("[[nowhere]]", "Obsidian, wikis", "the words, without a link"),
    reported("![[nowhere]]", "Obsidian", "the words, without a link"),
    reported("::: name¶words¶:::", "Pandoc, Docusaurus", "what it encloses"),
    reported(":name-of-no-emoji:", "GitHub", "the mark itself"),
  ]

  private static func replaced(_ sample: String, _ programs: String, _ meaning: String) -> DialectMark {
    DialectMark(sample: sample, programs: programs, answer: .replaced(by: meaning))
  }

  private static func reported(_ sample: String, _ programs: String, _ seen: String) -> DialectMark {
    DialectMark(sample: sample, programs: programs, answer: .reported(seen))
  }
}
