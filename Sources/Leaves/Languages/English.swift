/// The keys of all languages, with notes on where each is used. Templates refer to them as `{{word.KEY}}`, and
/// `[words]` in schedule.conf can replace them.
///
/// `{name}` is a placeholder: templates fill it with the value that has this name (`{site}` is the site's title). A
/// phrase without a full stop at its end can be followed by `{{word.colon}}`. A key that ends in `_one`, `_other` and
/// so on is one form of a counted phrase: each language has the forms of its ``PluralRules``.
extension Wording {
  static let english = Wording(
    tag: "en",
    words: [
      // Punctuation
      "colon": ":",  // after any label
      "full_stop": ".",  // after a phrase that stands for a sentence
      "comma": ", ",  // between the members of a bare list: topics, formats
      "list_comma": ", ",  // between names in a sentence …
      "list_and": " and ",  // … and before the last of them

      // Header of an email and of an issue's page
      "view_in_browser": "View in browser",
      "issue_line": "issue {number}",
      "issue_of_digest": "{digest}, issue {number}",  // in lists of issues
      "issue_of_date": "{digest}, {date}",  // heading of an issue's page
      "in_this_issue": "In this issue",  // above a table of contents
      "also": "Also",  // before the other titles, in the text that inboxes show
      "more_news": "More news",  // title of the last section, if its feed has every article
      "end_mark": "That was all the news in this issue.",  // after the articles of an email
      "articles_one": "{count} article",  // `count_words`
      "articles_other": "{count} articles",
      "and_more_one": "and {count} more",  // `more_words`; after a list that was cut
      "and_more_other": "and {count} more",
      "more_articles_one": "{count} more article",  // `more_articles`, in subjects, after the first title and a dot
      "more_articles_other": "{count} more articles",
      "about_minutes_one": "about {count} minute",  // the reading time of a whole issue
      "about_minutes_other": "about {count} minutes",

      // A note in an article, for example `> [!TIP]`, by its kind
      "note_note": "Note",
      "note_tip": "Tip",
      "note_important": "Important",
      "note_warning": "Warning",
      "note_caution": "Caution",
      "note_danger": "Danger",
      "note_info": "Info",
      "note_example": "Example",
      "note_question": "Question",
      "note_summary": "Summary",
      "note_success": "Success",
      "note_failure": "Failure",
      "note_quote": "Quote",
      "note_todo": "To do",
      "note_details": "Details",
      "note_urgent": "Call the same day",  // above what cannot wait: `> [!URGENT]`

      // An article
      "key_takeaway": "Key takeaway",
      "credibility": "Credibility",
      "interest": "Interest",
      "of_five": "{value} of 5 ({words})",  // in `credibility` or `interest`, where `value` and `words` are known
      "of_five_short": "{value} of 5",
      "rating_high": "high",
      "rating_moderate": "moderate",
      "rating_low": "low",
      "evidence": "Evidence",  // in lists, emails and feeds, before one of these four
      "evidence_very_early": "very early",
      "evidence_early": "early",
      "evidence_fairly_sure": "fairly sure",
      "evidence_well_supported": "well supported",
      "tested_in_cells": "In cells only.",  // before `evidence`, as a separate sentence
      "tested_in_animals": "In animals only.",
      "tested_in_people": "Tested in people.",
      "how_sure": "How sure is this?",  // above the four levels on an article’s page
      "how_we_rate": "How we rate studies",  // link to the page that explains them
      "one_minute": "In one minute",  // above what front matter has under `means` and `mind` …
      "means_for_you": "What it means for you",  // … and the heading of a section that `go_to` leads to
      "keep_in_mind": "What to keep in mind",  // likewise
      "go_to": "Go to “{heading}”",
      "published": "published",  // before a date, in the middle of a line
      "updated": "updated",  // before a date, in the middle of a line
      "by": "by",  // before the authors
      "source": "Source",
      "topics": "Topics",
      "first_published": "First published at",  // before a URL
      "from_origin": "from {title}",  // after a date: the site from which an article was taken
      "minutes_one": "{count}\u{A0}min",  // `reading_time`
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Read this article",
      "read_more_about": "Read this article: {title}",  // the same where there is more room, in emails
      "listen": "Listen",  // a link to the recording of an article
      "transcript": "Transcript",  // a link to the text of that recording
      "attachments": "Attachments",  // above files that belong to an article or an issue …
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",  // … and one of them, with its type and its length
      "read_on": "… read on",  // after a shortened text
      "send_on": "Send to someone by e-mail",  // on the page of an article; opens the reader's mail program
      "page_address": "Address of this page",  // before a URL
      "tell_mistake": "Tell us about a mistake",  // a link to an email …
      "changes": "Changes to this article",  // heading above what was corrected since publication
      "mistake_subject": "Mistake: {title} ({id})",  // … and its subject
      "who_wrote": "Who wrote this",  // above what authors.toml says of the authors, after the text
      "conflicts": "Conflicts of interest",  // of an author
      "also_like": "You may also like",
      "advertisement": "Advertisement",  // above the one of a digest
      "to_appointment": "Take this to your appointment",  // link to the sheet for an appointment, and its label
      "questions_to_ask": "Questions to ask",  // on that sheet, above front matter’s `questions` …
      "my_notes": "My notes",  // … and above lines to write on
      "whole_article": "The whole article",  // link from that sheet
      "words_here": "Words in this article",  // above the words of glossary.toml that an article uses
      "back_to_text": "Back to the text",  // read by screen readers, before such a word
      "easy_read": "Easy-to-read version",  // link above the title, to x.easy.md

      // Footer of an email
      "rest_in_browser": "This mail was shortened; read the whole issue in your browser",
      "reason": "You get this mail because this address is subscribed to the {digest} digest of {site}:",
      "signed_up_on": "You signed up on {date} with",  // before the reader’s address …
      "signed_up": "You signed up with",  // … if no one knows when
      "unsubscribe": "Unsubscribe",  // these two form one phrase; the first is the link
      "from_these_mails": "from these mails",
      "preferences": "Change what you get",
      // May be empty: your mail server may see it.
      "no_tracking": "We cannot see whether you open this email or what you click.",
      // In its place if `utm` adds parameters to links.
      "tagged_links":
        "The links show which issue you come from, but not who you are. We cannot see whether you open this email.",
      "replies": "Replies to this email reach our editors.",  // where replies go to an address for them

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Two taps to confirm: {site}",
      "letter_confirm": "On {date}, someone entered this address at {site} and asked for these emails:",
      "letter_confirm_action": "Yes, send me these emails",
      "letter_confirm_note": """
      The link opens a page with a button. Until you press it, we send nothing. The link works for 30 days.
      """,
      "letter_following_subject": "You already get these emails from {site}",
      "letter_following": """
      On {date}, someone entered this address at {site} and asked for emails that you get already:
      """,
      "letter_following_action": "See or change what you get",
      "letter_following_note": "You need not do anything.",
      "letter_link_subject": "Your link to {site}",
      "letter_link": "Here is the page where you see and change everything that {site} holds about you:",
      "letter_link_action": "Open my page",
      "letter_link_note": """
      The link works for an hour. If you did not ask for it, ignore this email; nothing has changed.
      """,
      "letter_unknown_subject": "No emails from {site} to this address",
      "letter_unknown": """
      Someone asked {site} for the link to the subscriptions of this address. There are none: you may have used \
      another address.
      """,
      "letter_unknown_action": "Subscribe",
      "letter_new_subject": "Is this your new address? {site}",
      "letter_new": "A reader of {site} wants to get their emails at this address from now on.",
      "letter_new_action": "Yes, this is my address",
      "letter_new_note": """
      The link opens a page with a button. Until you press it, nothing changes. The link works for seven days.
      """,
      "letter_old_subject": "Your address at {site} was changed",
      "letter_old": "On {date}, your emails from {site} were moved to another address, which confirmed it.",
      "letter_old_action": "Undo this change",
      "letter_old_note": "If you made this change, you need not do anything. The link works for seven days.",
      "letter_feeds_subject": "Your private feeds from {site}",
      "letter_feeds": """
      Copy each address below and paste it into your feed reader. Addresses from earlier messages no longer \
      work.
      """,
      "letter_feeds_note": """
      Whoever knows an address can read the feed, so keep it to yourself. If others learn it, ask for a new \
      one on your page.
      """,
      "letter_refuse": "It was not me: never write to this address again",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "How to read these summaries",
      "note_research": """
      Each one tells what one study found, and one study is rarely the last word. “Evidence” says how firmly its \
      design supports what it found. After “in cells only” or “in animals only”, nobody knows yet whether it holds in \
      people.
      """,
      "note_advice_heading": "Please talk to your doctor or nurse before you change anything",
      "note_advice": """
      Do not start, stop or change a medicine, a diet or an exercise because of something you read here. Nothing here \
      is medical advice for you. If you feel suddenly worse, call your care team or the emergency number.
      """,

      // Pages
      "skip": "Skip to the text",  // for screen readers and keyboards
      "site_menu": "Site",  // label of the menu
      "about_site": "About this site",  // label of the links to the site's own pages, in the footer
      "newest": "Newest",  // in the menu
      "newest_articles": "Newest articles",
      "nothing_published": "The first articles appear here soon.",
      "past_issues": "Past issues",
      "all_past_issues": "All past issues",
      "no_issues": "No issue has been sent yet.",
      "follow": "Follow in a feed reader",
      "how_to_follow": """
      A feed reader is a program or a website that collects new articles for you. Copy the address of a feed and paste \
      it where your reader says “add a feed” or “subscribe”.
      """,
      "feed_as": "{title} as {label}",  // read by screen readers for RSS, Atom, JSON Feed
      "note_label": "Note",  // label of the site's own note
      "subscribe": "Get the news",  // in the menu, and above the ways to follow
      "all_articles": "All articles",
      "year_articles": "Articles from {year}",
      "all_topics": "All topics",
      "other_topics": "Other topics",  // the group of topics that are in no other group
      "page_number": "page {page_number}",
      "pages": "Pages",  // label of the links to newer and older articles
      "newer": "Newer articles",
      "older": "Older articles",
      "newer_issue": "Newer issue",
      "older_issue": "Older issue",
      "contents": "On this page",  // above the table of contents of a long article
      "feed_list": "All feeds in one file (OPML)",
      "other_formats": "Other formats",  // of a feed, after the first
      "copy": "Copy",  // on the button next to a URL
      "copied": "Copied",
      "by_mail": "By email",
      "sign_up": "Sign up for the newsletter",
      "sign_up_title": "Get the news by email",  // above the next two
      "sign_up_hint": "New articles come to you by email. You can unsubscribe at any time. No tracking.",
      "promise": "No tracking, no cookies, no advertising.",  // at the foot of every page; may be empty
      "withdrawn_title": "This article was withdrawn",
      "withdrawn": """
      It was published at this address, and its publisher has taken it back. It can no longer be read here.
      """,
      "same_topics": "Articles on the same topics",
      "not_found_title": "There is no such page",
      "not_found": """
      Perhaps there is a slip in the address, or the page has moved. These pages lead to everything on this site:
      """,

      // Feeds
      "topic_feed": "What is new about {topic} at {site}",  // description of the feed of one topic
      "feed_opened": """
      This is a feed, for programs that tell you what is new. Copy its address into a feed reader. To \
      read it as a page, go to
      """,  // above a feed opened in a browser, before a URL
      "feed_ended": "{title} has ended",  // title of the notice in a feed that was removed …
      "feed_ended_text": """
      Nothing new will appear in this feed. You can remove it from your reader; other feeds are \
      listed on our site.
      """,  // … and its text
    ].merging(englishWeb) { $1 })
}
