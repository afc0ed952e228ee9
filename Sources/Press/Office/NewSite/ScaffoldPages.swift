/// The pages of a new site that are not articles.
///
/// They are drafts. Their sentences about Courant are true of every site; everything that only the operator knows is a
/// placeholder `[FILL IN: …]`, and a page with one is never published.
extension Scaffold {
  static let pages: [(String, String)] = [
    ("pages/about.md", about), ("pages/how-we-rate.md", howWeRate), ("pages/privacy.md", privacy),
    ("pages/contact.md", contact), ("pages/accessibility.md", accessibility),
  ]

  private static let about = """
    ---
    title: About
    description: Who makes this site, for whom, and who pays for it.
    weight: 10
    menu: top
    draft: true
    ---
    [FILL IN: what this site is about, and for whom it is, in two sentences]

    ## Who writes it

    [FILL IN: who writes and who checks the articles, and what they know about the subject]

    ## Who pays for it

    [FILL IN: who pays, and what they have no say in]

    [FILL IN: keep the next sentence if it is true] There is no advertising on this site, and nobody pays to appear in it.

    ## What it is not

    [FILL IN: keep this on a site about health] Nothing here is medical advice for you. Please talk to your doctor or nurse before you change anything.

    """

  private static let howWeRate = """
    ---
    title: How we rate
    description: What the words about evidence mean, and how we choose them.
    weight: 20
    draft: true
    ---
    Each article says how sure its finding is. We use four levels:

    - **Very early**: a first sign, from few people or from the laboratory. It may well turn out to be wrong.
    - **Early**: more than a first sign, but not yet confirmed.
    - **Fairly sure**: a careful study with enough people, or several smaller ones that agree.
    - **Well supported**: several careful studies that agree.

    What was tested only in cells or in animals is never more than early, whatever the study's quality: most of it
    never helps people.

    One study is rarely the last word. A level says how firmly what we know today supports the finding. It does not say
    how important the finding is, or whether it holds for you.

    ## Who decides

    [FILL IN: who gives the level, whether a second person checks it, and what happens if they disagree]

    ## When we change it

    [FILL IN: how you learn of retractions and new studies, and how an article shows that its level was changed]

    """

  private static let privacy = """
    ---
    title: Privacy
    description: What we know about you, and what we do not.
    weight: 30
    draft: true
    ---
    ## When you read this site

    This site sets no cookies, has no advertising, and loads nothing from other companies. It does not count or follow
    its readers.

    The server that delivers the pages may keep a record of requests: [FILL IN: whether your web server keeps logs with
    addresses of visitors, and for how long]

    ## When you get our emails

    We keep your email address, what you subscribed to, when and how you agreed, and which issues we sent to you. If a
    message cannot be delivered, we keep the answer of the mail server.

    We cannot see whether you open an email or what you click: there are no tracking pixels, and the links lead straight
    to where they say.

    The emails are sent through [FILL IN: the company that runs your mail server, and its country].

    ## When you leave

    Each email has a link that unsubscribes you. We then keep your address only so that nobody adds you again by
    mistake. If you ask us to forget you, we delete it, and keep only a code from which it cannot be read.

    ## Your rights

    You can ask what we know about you, and have it corrected or deleted: [FILL IN: the address for such questions]

    Responsible for this site: [FILL IN: name and postal address of who is responsible by law, and the authority to
    which readers can complain]

    """

  private static let contact = """
    ---
    title: Contact
    description: How to reach us, and how to tell us about a mistake.
    weight: 40
    draft: true
    ---
    Write to us at [FILL IN: your email address]. A person reads every message.

    **Have you found a mistake?** Please tell us. At the end of each article is a link for that. We correct mistakes,
    and say in the article what we changed.

    We cannot give medical advice. If you feel suddenly worse, call your care team or the emergency number.

    """

  private static let accessibility = """
    ---
    title: Accessibility
    description: How this site is built for readers with little strength or poor sight, and what does not work yet.
    weight: 50
    draft: true
    ---
    Many of our readers see poorly, tire quickly or use their hands with difficulty. So this site:

    - works with a keyboard alone, and without JavaScript;
    - can be enlarged to 400 %, and read on narrow screens without scrolling sideways;
    - follows the settings of your device for dark colours and for high contrast;
    - moves nothing, blinks nothing and plays nothing by itself;
    - has headings and labels for screen readers, and says nothing by colour alone;
    - has emails with a complete text version.

    ## What does not work yet

    [FILL IN: what you know of, for example documents without a text version, or when the site was last tested and by
    whom]

    ## Tell us

    If something is hard to read or to use, write to us at [FILL IN: your email address]. We answer within [FILL IN:
    how many] days.

    """
}
