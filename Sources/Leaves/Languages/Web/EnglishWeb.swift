/// The phrases of the pages on which readers sign up, choose and leave (`courant serve`), with notes as in ``Wording/english``.
extension Wording {
  static let englishWeb: [String: String] = [
    // Signing up on the web
    "web_lede": "Choose what you want, and it comes to you. No tracking. You can leave at any time.",
    "web_digests": "How often?",  // above the digests
    "web_feeds": "What would you like to read about?",  // above the feeds
    "web_feeds_hint": "Tick nothing to get everything.",
    "web_next_mail": "next on {date} at {time}, if there is news",  // after a digest
    "web_a_week": "about {articles} a week",  // after a feed; {articles}: `3 articles`
    "web_rarely": "less than one article a week",  // likewise
    "web_last_issue": "See the last email",  // link to an issue’s page
    "web_address": "Your email address",
    "web_name": "Your name (optional)",
    "web_leave_empty": "Leave this field empty",  // a field that people do not see
    "web_consent": "I want these emails from {site}. I can leave at any time.",  // the sentence that readers agree to
    "web_send": "Sign up",  // button
    "web_error": "Error: {heading}",  // title of a page with mistakes
    "web_errors": "Please correct this",  // above a list of mistakes
    "web_wrong_address": "Write your email address like name@example.org.",
    "web_wrong_name": "Write a name of at most 80 characters, without addresses.",
    "web_choose": "Choose at least one.",
    "web_choose_single": "Choose only one of them: each brings the same articles.",
    "web_not_offered": "This cannot be subscribed to here.",
    "web_blocked": "Addresses at {domain} are not accepted here. Please use another one.",
    "web_did_you_mean": "Did you mean {address}?",  // a hint at the address
    "web_use_this": "Yes, use {address}",  // button
    "web_keep_this": "No, {address} is right",  // button
    "web_keep_anyway": "Yes, {address} is right",  // button
    "web_no_server": "No mail server was found for {domain}. Is the address right?",  // a hint at the address
    "web_too_fast": "Is everything as you want it? Then send it.",
    "web_send_now": "Yes, send it",  // button
    "web_sent_title": "Check your email",
    "web_sent": """
    A message is on its way to the address that you wrote. Open it and press its link within 30 days. Until then \
    you get nothing.
    """,
    "web_nothing_came": """
    Nothing came? Look in the spam folder, or try again after ten minutes.
    """,
    "web_write_us": "If that does not help, write to us",  // link to an email

    // Confirming, and saying no
    "web_confirm_title": "One more press",
    "web_confirm": "{address} will get",  // before a list
    "web_confirm_button": "Yes, send me these emails",  // button
    "web_everything": "everything",  // the feeds of a reader who follows all
    "web_not_you": "It was not you? Then close this page, and nothing will be sent.",
    "web_refuse": "Never write to me again",  // button and link
    "web_refuse_title": "Never write to {address} again?",
    "web_refuse_text": "Then this site sends no email to this address, whoever asks for it.",
    "web_refused": "Done: no more email to this address",
    "web_confirmed": "Done: you are subscribed",
    "web_confirmed_before": "This link has been used, and your sign-up is confirmed. You can change what you get here.",
    "web_moved_before": "This link has been used. Your emails go to the new address.",
    "web_first_mail": "{digest}: your first email comes on {date} at {time}, if there is news.",
    "web_read_now": "Read the newest issue now",  // link

    // Links that do not work
    "web_lapsed_title": "This link is too old",
    "web_unknown_title": "This link is not complete",
    "web_unknown": "Perhaps it was cut. Copy all of it from the email, or ask for a new one here.",
    "web_over_title": "This link has done its work",
    "web_over": "What it was for has ended since. You can sign up again.",
    "web_over_access": """
    The address that it was sent to gets no emails from here any more. If you changed it, write the new one, and a link \
    comes to it.
    """,
    "web_over_move": """
    The address cannot be changed by this link any more. If you still want that, write your present address, and begin \
    with the link that comes to it.
    """,
    "web_lapsed_confirm": """
    It worked for 30 days. Nothing was sent, and what you had written is erased. Please sign up again.
    """,
    "web_gone_title": "Nothing is kept here any more",
    "web_gone": "What this link was for is erased, and no email comes because of it.",

    // Lost links and choices
    "web_find_title": "Your choices, by email",
    "web_find": "Write your address, and a link to your choices comes to it.",
    "web_find_button": "Send me the link",  // button
    "web_link_sent": "A message is on its way to that address. Its link works for one hour.",
    "web_choices": "What you get",
    "web_mail_to": "Emails to {address}",
    "web_asked_on": "You signed up on {date}.",  // where the address comes from
    "web_pending": "waits for your confirmation",  // after a digest that needs confirming
    "web_daily": "every day",  // how often a digest comes
    "web_weekly": "every week",  // likewise
    "web_monthly": "every month",  // likewise
    "web_none": "no emails about these",  // a choice beside how often
    "web_your_next": "Your next email",
    "web_next_so_far": "{digest}: on {date} at {time}. So far it would bring",  // above a list of titles
    "web_next_empty": "{digest}: on {date} at {time}, if something new appears by then.",
    "web_show": "Show my next email",  // button
    "web_not_saved": "This is what your choice would bring. It is not saved yet.",
    "web_welcome": "{digest}: the newest issue is on its way to you.",
    "web_language": "Language of your emails",
    "web_save": "Save",  // button
    "web_saved": "Saved",
    "web_gets": "You now get {digest}: {feeds}.",  // what changed
    "web_no_longer": "You no longer get {digest}.",  // what changed
    "web_unchanged": "Nothing has changed.",
    "web_begins": "{digest} begins when you confirm it: an email is on its way to you.",  // what changed
    "web_undo": "Undo",  // button
    "web_nothing_title": "You ticked nothing",
    "web_nothing": "Do you want a break, or to leave? Nothing has changed yet.",
    "web_pause_title": "Take a break",
    "web_pause_text": "No emails come until then. Afterwards they begin again by themselves.",
    "web_until": "until {date}",
    "web_pause_button": "Pause my emails",  // button
    "web_paused": "No emails until {date}",
    "web_resume": "Begin again now",  // button
    "web_resumed": "Your emails begin again",
    "web_data": "Your data",
    "web_data_text": """
    To change your address, to see everything that is kept about you, or to erase it, you need a link that comes \
    to your address.
    """,

    // Leaving
    "web_stop_title": "Stop these emails?",
    "web_stop": "Stop these emails",  // button
    "web_stop_all": "Stop all emails from this site",  // button
    "web_or_instead": "Or instead",  // above other ways
    "web_left": "Done: you get no more of these emails",
    "web_left_text": "You can still read everything on the site and in its feeds.",
    "web_undo_text": "Was it a mistake? Within an hour you can undo it here.",
    "web_why": "Why? You need not say. Only the answer is counted, not who gave it.",
    "web_why_often": "Too many emails",  // button
    "web_why_content": "Not what I expected",  // button
    "web_why_never": "I never signed up",  // button
    "web_why_another": "Another reason",  // button
    "web_thanks": "Thank you.",
    "web_still": "You still get {digest}.",
    "web_stop_too": "Stop {digest}, too",  // button
    "web_away": """
    You get none of these emails now. Tick what you want and save: then an email comes that asks you to confirm it.
    """,
    "web_come_back": "Come back",  // button: asks for what the reader had
    "web_back": "Welcome back: your emails go on",

    // A reader’s own data
    "web_history": "What you agreed to, and when",
    "web_event_asked": "asked",  // in that list, after a date
    "web_event_confirmed": "confirmed",
    "web_event_changed": "changed",
    "web_event_paused": "paused",
    "web_event_resumed": "begun again",
    "web_event_left": "left",
    "web_event_returned": "came back",
    "web_event_moved": "new address",
    "web_event_imported": "entered by the publisher",
    "web_event_refused": "refused",
    "web_event_lapsed": "never confirmed",
    "web_event_forgotten": "erased",
    "web_quoted": "“{words}”",  // a sentence that the reader agreed to
    "web_export": "Download everything as a file (JSON)",  // link
    "web_move": "Another address",
    "web_new_address": "New email address",
    "web_move_button": "Change the address",  // button
    "web_move_sent": "A message is on its way to the new address. Nothing changes until you confirm it there.",
    "web_move_title": "Use this address from now on?",
    "web_move_yes": "Yes, use this address",  // button
    "web_moved": "Your address has changed",
    "web_move_back_title": "Change the address back?",
    "web_move_back": "Yes, change it back",  // button
    "web_erase": "Erase everything",
    "web_erase_text": "Your name, address and history are deleted, and no more email comes. This cannot be undone.",
    "web_erase_button": "Erase everything about me",  // button
    "web_erase_sure": "Really erase everything?",
    "web_erased": "Done: everything is erased",
    "web_erased_text": "Only a code is kept by which this site knows never to write to your address.",

    // Trouble
    "web_trouble_title": "Please try again in a minute",
    "web_trouble": "This page cannot be shown right now.",
    "web_refused_request_title": "This request cannot be answered",
    "web_refused_request": "Something is wrong with the form. Please go back and try again.",

    // Search
    "web_private_feeds": "Private feeds",
    "web_private_feeds_text": "In a feed reader, at an address of your own, you can also read:",
    "web_private_feeds_button": "Send me the address",
    "web_private_feeds_sent": """
    A message with the address is on its way to you. Once it is sent, earlier addresses no longer work.
    """,
    "web_own_feed": "Several feeds as one",
    "web_own_feed_text": "Tick what you want to follow in one feed. It needs no address and no account.",
    "web_own_feed_button": "Show the feed",  // button
    "web_own_feed_link": "Put several of these feeds together as one",  // link on the page of all feeds
    "search": "Search",  // link and button
    "search_hint": "Words to look for",  // label of a field
    "search_for": "Search for “{words}”",  // heading; likewise the title of a feed
    "search_follow": "Follow these results",  // link to a feed
    "search_nothing": "No article has all of these words. Try fewer or other words.",
  ]
}
