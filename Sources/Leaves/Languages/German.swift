/// Formal address (Sie).
extension Wording {
  static let german = Wording(
    tag: "de",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " und ",

      // Header of an email and of an issue's page
      "view_in_browser": "Im Browser ansehen",
      "issue_line": "Ausgabe {number}",
      "issue_of_digest": "{digest}, Ausgabe {number}",
      "issue_of_date": "{digest} vom {date}",
      "in_this_issue": "In dieser Ausgabe",
      "also": "Außerdem",
      "more_news": "Weitere Nachrichten",
      "end_mark": "Das waren alle Nachrichten dieser Ausgabe.",
      "articles_one": "{count} Artikel",
      "articles_other": "{count} Artikel",
      "and_more_one": "und {count} weiterer",
      "and_more_other": "und {count} weitere",
      "more_articles_one": "{count} weiterer Artikel",
      "more_articles_other": "{count} weitere Artikel",
      "about_minutes_one": "etwa {count} Minute",
      "about_minutes_other": "etwa {count} Minuten",

      // A note in an article
      "note_note": "Hinweis",
      "note_tip": "Tipp",
      "note_important": "Wichtig",
      "note_warning": "Warnung",
      "note_caution": "Vorsicht",
      "note_danger": "Gefahr",
      "note_info": "Info",
      "note_example": "Beispiel",
      "note_question": "Frage",
      "note_summary": "Zusammenfassung",
      "note_success": "Erfolg",
      "note_failure": "Fehlschlag",
      "note_quote": "Zitat",
      "note_todo": "Zu tun",
      "note_details": "Einzelheiten",
      "note_urgent": "Noch am selben Tag anrufen",

      // An article
      "key_takeaway": "Das Wichtigste",
      "credibility": "Verlässlichkeit",
      "interest": "Interesse",
      "of_five": "{value} von 5 ({words})",
      "of_five_short": "{value} von 5",
      "rating_high": "hoch",
      "rating_moderate": "mittel",
      "rating_low": "gering",
      "evidence": "Erkenntnisstand",
      "evidence_very_early": "ganz am Anfang",
      "evidence_early": "vorläufig",
      "evidence_fairly_sure": "ziemlich gesichert",
      "evidence_well_supported": "gut belegt",
      "tested_in_cells": "Nur an Zellen untersucht.",
      "tested_in_animals": "Nur an Tieren untersucht.",
      "tested_in_people": "An Menschen untersucht.",
      "how_sure": "Wie gut ist das belegt?",
      "how_we_rate": "So bewerten wir Studien",
      "one_minute": "In einer Minute",
      "means_for_you": "Was das für Sie bedeutet",
      "keep_in_mind": "Was Sie bedenken sollten",
      "go_to": "Weiter zu „{heading}“",
      "published": "veröffentlicht am",
      "updated": "aktualisiert am",
      "by": "von",
      "source": "Quelle",
      "topics": "Themen",
      "first_published": "Zuerst erschienen unter",
      "from_origin": "aus {title}",
      "minutes_one": "{count}\u{A0}Min.",
      "minutes_other": "{count}\u{A0}Min.",
      "read_more": "Diesen Artikel lesen",
      "read_more_about": "Diesen Artikel lesen: {title}",
      "listen": "Anhören",
      "transcript": "Transkript",
      "attachments": "Anhänge",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "read_on": "… weiterlesen",
      "send_on": "Per E-Mail weitersenden",
      "page_address": "Adresse dieser Seite",
      "tell_mistake": "Einen Fehler melden",
      "changes": "Änderungen an diesem Artikel",
      "mistake_subject": "Fehler: {title} ({id})",
      "who_wrote": "Wer das geschrieben hat",
      "conflicts": "Interessenkonflikte",
      "also_like": "Das könnte Sie auch interessieren",
      "advertisement": "Anzeige",
      "to_appointment": "Zum Termin mitnehmen",
      "questions_to_ask": "Fragen, die Sie stellen können",
      "my_notes": "Meine Notizen",
      "whole_article": "Der ganze Artikel",
      "words_here": "Wörter in diesem Artikel",
      "back_to_text": "Zurück zum Text",
      "easy_read": "In einfacher Sprache",

      // Footer of an email
      "rest_in_browser": "Diese E-Mail wurde gekürzt; die ganze Ausgabe lesen Sie im Browser",
      "reason": "Sie erhalten diese E-Mail, weil der Newsletter „{digest}“ von {site} für diese Adresse abonniert ist:",
      "signed_up_on": "Angemeldet am {date} mit",
      "signed_up": "Angemeldet mit",
      "unsubscribe": "Abmelden",
      "from_these_mails": "von diesen E-Mails",
      "preferences": "Einstellungen ändern",
      "no_tracking": "Wir können nicht sehen, ob Sie diese E-Mail öffnen oder worauf Sie klicken.",
      "tagged_links": """
      Die Links zeigen, aus welcher Ausgabe Sie kommen, aber nicht, wer Sie sind. Wir können nicht sehen, ob Sie diese \
      E-Mail öffnen.
      """,
      "replies": "Antworten auf diese E-Mail erreichen unsere Redaktion.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Zweimal tippen zum Bestätigen: {site}",
      "letter_confirm": "Am {date} hat jemand diese Adresse bei {site} eingegeben und diese E-Mails bestellt:",
      "letter_confirm_action": "Ja, schicken Sie mir diese E-Mails",
      "letter_confirm_note": """
      Der Link öffnet eine Seite mit einem Knopf. Bevor Sie ihn drücken, schicken wir nichts. Der Link gilt 30 \
      Tage.
      """,
      "letter_following_subject": "Sie bekommen diese E-Mails von {site} schon",
      "letter_following": """
      Am {date} hat jemand diese Adresse bei {site} eingegeben und E-Mails bestellt, die Sie schon bekommen:
      """,
      "letter_following_action": "Ansehen oder ändern, was Sie bekommen",
      "letter_following_note": "Sie müssen nichts tun.",
      "letter_link_subject": "Ihr Link zu {site}",
      "letter_link": "Auf dieser Seite sehen und ändern Sie alles, was {site} über Sie gespeichert hat:",
      "letter_link_action": "Meine Seite öffnen",
      "letter_link_note": """
      Der Link gilt eine Stunde. Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail; nichts hat \
      sich geändert.
      """,
      "letter_unknown_subject": "Keine E-Mails von {site} an diese Adresse",
      "letter_unknown": """
      Jemand hat bei {site} den Link zu den Abonnements dieser Adresse angefordert. Es gibt keine; vielleicht \
      haben Sie eine andere Adresse verwendet.
      """,
      "letter_unknown_action": "Abonnieren",
      "letter_new_subject": "Ist das Ihre neue Adresse? {site}",
      "letter_new": "Jemand, der {site} liest, möchte die E-Mails künftig an diese Adresse bekommen.",
      "letter_new_action": "Ja, das ist meine Adresse",
      "letter_new_note": """
      Der Link öffnet eine Seite mit einem Knopf. Bevor Sie ihn drücken, ändert sich nichts. Der Link gilt \
      sieben Tage.
      """,
      "letter_old_subject": "Ihre Adresse bei {site} wurde geändert",
      "letter_old": """
      Am {date} wurden Ihre E-Mails von {site} auf eine andere Adresse umgestellt, die das bestätigt hat.
      """,
      "letter_old_action": "Die Änderung rückgängig machen",
      "letter_old_note": "Wenn Sie das selbst waren, müssen Sie nichts tun. Der Link gilt sieben Tage.",
      "letter_feeds_subject": "Ihre privaten Feeds von {site}",
      "letter_feeds": """
      Kopieren Sie jede Adresse in Ihren Feedreader. Adressen aus früheren E-Mails gelten nicht mehr.
      """,
      "letter_feeds_note": """
      Wer eine Adresse kennt, kann den Feed lesen; behalten Sie sie daher für sich. Wenn andere sie erfahren \
      haben, fordern Sie auf Ihrer Seite eine neue an.
      """,
      "letter_refuse": "Das war ich nicht: nie wieder an diese Adresse schreiben",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "So lesen Sie diese Zusammenfassungen",
      "note_research": """
      Jede gibt wieder, was eine einzelne Studie ergeben hat, und eine Studie ist selten das letzte Wort. Der \
      Erkenntnisstand gibt an, wie gut der Aufbau der Studie ihr Ergebnis stützt. Wurde nur an Zellen oder an Tieren \
      untersucht, weiß noch niemand, ob es beim Menschen auch so ist.
      """,
      "note_advice_heading": "Bitte sprechen Sie mit Ihrer Ärztin oder Ihrem Arzt, bevor Sie etwas ändern",
      "note_advice": """
      Beginnen, beenden oder ändern Sie keine Behandlung mit Medikamenten, keine Diät und kein Training, nur weil \
      Sie hier etwas gelesen haben. Nichts hier ist ein ärztlicher Rat für Sie persönlich. Wenn es Ihnen plötzlich \
      schlechter geht, rufen Sie Ihr Behandlungsteam oder den Notruf an.
      """,

      // Pages
      "skip": "Zum Text springen",
      "site_menu": "Website",
      "about_site": "Über diese Seite",
      "newest": "Neues",
      "newest_articles": "Neueste Artikel",
      "nothing_published": "Die ersten Artikel erscheinen hier bald.",
      "past_issues": "Frühere Ausgaben",
      "all_past_issues": "Alle früheren Ausgaben",
      "no_issues": "Bisher wurde keine Ausgabe verschickt.",
      "follow": "Im Feedreader abonnieren",
      "how_to_follow": """
      Ein Feedreader ist ein Programm oder eine Website, die neue Artikel für Sie sammelt. Kopieren Sie die \
      Adresse eines Feeds und fügen Sie sie in Ihrem Feedreader dort ein, wo „Feed hinzufügen“ oder „Abonnieren“ steht.
      """,
      "feed_as": "{title} als {label}",
      "note_label": "Hinweis",
      "subscribe": "Neues erhalten",
      "all_articles": "Alle Artikel",
      "year_articles": "Artikel aus dem Jahr {year}",
      "all_topics": "Alle Themen",
      "other_topics": "Weitere Themen",
      "page_number": "Seite {page_number}",
      "pages": "Seiten",
      "newer": "Neuere Artikel",
      "older": "Ältere Artikel",
      "newer_issue": "Neuere Ausgabe",
      "older_issue": "Ältere Ausgabe",
      "contents": "Auf dieser Seite",
      "feed_list": "Alle Feeds in einer Datei (OPML)",
      "other_formats": "Weitere Formate",
      "copy": "Kopieren",
      "copied": "Kopiert",
      "by_mail": "Per E-Mail",
      "sign_up": "Newsletter abonnieren",
      "sign_up_title": "Neues per E-Mail erhalten",
      "sign_up_hint": "Neue Artikel kommen in Ihr Postfach. Sie können sich jederzeit abmelden. Ohne Tracking.",
      "promise": "Kein Tracking, keine Cookies, keine Werbung.",
      "withdrawn_title": "Dieser Artikel wurde zurückgezogen",
      "withdrawn": """
      Er ist unter dieser Adresse erschienen und wurde vom Herausgeber zurückgezogen. Er ist hier nicht mehr zu \
      lesen.
      """,
      "same_topics": "Artikel zu denselben Themen",
      "not_found_title": "Diese Seite gibt es nicht",
      "not_found": """
      Vielleicht ist in der Adresse ein Tippfehler, oder die Seite ist umgezogen. Diese Seiten führen zu allem, was \
      es hier gibt:
      """,

      // Feeds
      "topic_feed": "Neues zum Thema {topic} von {site}",
      "feed_opened": """
      Dies ist ein Feed, gedacht für Programme, die Neues melden. Kopieren Sie seine Adresse in einen Feedreader. \
      Als Webseite lesen Sie ihn unter
      """,
      "feed_ended": "{title} wurde eingestellt",
      "feed_ended_text": """
      In diesem Feed erscheint nichts Neues mehr. Sie können ihn aus Ihrem Feedreader entfernen; \
      andere Feeds finden Sie auf unserer Website.
      """,
    ].merging(germanWeb) { $1 })
}
