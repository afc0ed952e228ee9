/// See ``Wording/englishWeb``.
extension Wording {
  static let germanWeb: [String: String] = [
    "web_lede": """
    Wählen Sie, was Sie möchten, und es kommt zu Ihnen. Ohne Tracking. Sie können sich jederzeit abmelden.
    """,
    "web_digests": "Wie oft?",
    "web_feeds": "Worüber möchten Sie lesen?",
    "web_feeds_hint": "Wählen Sie nichts, dann bekommen Sie alles.",
    "web_next_mail": "das nächste Mal am {date} um {time}, wenn es Neues gibt",
    "web_a_week": "etwa {articles} pro Woche",
    "web_rarely": "weniger als ein Artikel pro Woche",
    "web_last_issue": "Die letzte E-Mail ansehen",
    "web_address": "Ihre E-Mail-Adresse",
    "web_name": "Ihr Name (freiwillig)",
    "web_leave_empty": "Dieses Feld leer lassen",
    "web_consent": "Ich möchte diese E-Mails von {site}. Ich kann mich jederzeit abmelden.",
    "web_send": "Anmelden",
    "web_error": "Fehler: {heading}",
    "web_errors": "Bitte berichtigen Sie das",
    "web_wrong_address": "Schreiben Sie Ihre E-Mail-Adresse wie name@example.org.",
    "web_wrong_name": "Schreiben Sie einen Namen mit höchstens 80 Zeichen, ohne Adressen.",
    "web_choose": "Wählen Sie mindestens eines.",
    "web_choose_single": "Wählen Sie nur eine davon: Jede bringt dieselben Artikel.",
    "web_not_offered": "Das kann hier nicht abonniert werden.",
    "web_blocked": "Adressen bei {domain} werden hier nicht angenommen. Bitte nehmen Sie eine andere.",
    "web_did_you_mean": "Meinten Sie {address}?",
    "web_use_this": "Ja, {address} verwenden",
    "web_keep_this": "Nein, {address} stimmt",
    "web_keep_anyway": "Ja, {address} stimmt",
    "web_no_server": "Für {domain} wurde kein Mailserver gefunden. Stimmt die Adresse?",
    "web_too_fast": "Ist alles so, wie Sie es möchten? Dann senden Sie es ab.",
    "web_send_now": "Ja, absenden",
    "web_sent_title": "Sehen Sie in Ihre E-Mails",
    "web_sent": """
    Eine Nachricht ist unterwegs an die Adresse, die Sie geschrieben haben. Öffnen Sie sie und drücken Sie \
    innerhalb von 30 Tagen auf ihren Link. Bis dahin bekommen Sie nichts.
    """,
    "web_nothing_came": """
    Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder versuchen Sie es nach zehn Minuten noch einmal.
    """,
    "web_write_us": "Hilft das nicht, schreiben Sie uns",

    "web_confirm_title": "Noch ein Druck",
    "web_confirm": "{address} bekommt",
    "web_confirm_button": "Ja, senden Sie mir diese E-Mails",
    "web_everything": "alles",
    "web_not_you": "Sie waren das nicht? Dann schließen Sie diese Seite, und es wird nichts gesendet.",
    "web_refuse": "Schreiben Sie mir nie wieder",
    "web_refuse_title": "Nie wieder an {address} schreiben?",
    "web_refuse_text": "Dann sendet diese Seite keine E-Mails an diese Adresse, wer auch immer darum bittet.",
    "web_refused": "Erledigt: keine E-Mails mehr an diese Adresse",
    "web_confirmed": "Erledigt: Sie sind angemeldet",
    "web_confirmed_before": """
    Dieser Link wurde schon benutzt, und Ihre Anmeldung ist bestätigt. Was Sie bekommen, können Sie hier ändern.
    """,
    "web_moved_before": "Dieser Link wurde schon benutzt. Ihre E-Mails gehen an die neue Adresse.",
    "web_first_mail": "{digest}: Ihre erste E-Mail kommt am {date} um {time}, wenn es Neues gibt.",
    "web_read_now": "Die neueste Ausgabe jetzt lesen",

    "web_lapsed_title": "Dieser Link ist zu alt",
    "web_unknown_title": "Dieser Link ist nicht vollständig",
    "web_unknown": """
    Vielleicht wurde er abgeschnitten. Kopieren Sie ihn ganz aus der E-Mail, oder fordern Sie hier einen neuen an.
    """,
    "web_over_title": "Dieser Link hat ausgedient",
    "web_over": "Wofür er war, ist inzwischen beendet. Sie können sich neu anmelden.",
    "web_over_access": """
    Die Adresse, an die er ging, bekommt von hier keine E-Mails mehr. Wenn Sie sie geändert haben, geben Sie die neue \
    ein; ein Link kommt dorthin.
    """,
    "web_over_move": """
    Mit diesem Link lässt sich die Adresse nicht mehr ändern. Wenn Sie das noch möchten, geben Sie Ihre jetzige Adresse \
    ein und beginnen Sie mit dem Link, der dorthin kommt.
    """,
    "web_lapsed_confirm": """
    Er galt 30 Tage. Es wurde nichts geschickt, und Ihre Angaben sind gelöscht. Bitte melden Sie sich neu an.
    """,
    "web_gone_title": "Hier ist nichts mehr gespeichert",
    "web_gone": "Wofür dieser Link war, ist gelöscht, und seinetwegen kommt keine E-Mail mehr.",

    "web_find_title": "Ihre Auswahl, per E-Mail",
    "web_find": "Schreiben Sie Ihre Adresse, und ein Link zu Ihrer Auswahl kommt dorthin.",
    "web_find_button": "Link zusenden",
    "web_link_sent": "Eine Nachricht ist unterwegs an diese Adresse. Ihr Link gilt eine Stunde.",
    "web_choices": "Was Sie bekommen",
    "web_mail_to": "E-Mails an {address}",
    "web_asked_on": "Sie haben sich am {date} angemeldet.",
    "web_pending": "wartet auf Ihre Bestätigung",
    "web_daily": "jeden Tag",
    "web_weekly": "jede Woche",
    "web_monthly": "jeden Monat",
    "web_none": "keine E-Mails darüber",
    "web_your_next": "Ihre nächste E-Mail",
    "web_next_so_far": "{digest}: am {date} um {time}. Bisher enthielte sie",
    "web_next_empty": "{digest}: am {date} um {time}, wenn bis dahin etwas Neues erscheint.",
    "web_show": "Meine nächste E-Mail zeigen",
    "web_not_saved": "Das brächte Ihre Auswahl. Sie ist noch nicht gespeichert.",
    "web_welcome": "{digest}: Die neueste Ausgabe ist auf dem Weg zu Ihnen.",
    "web_language": "Sprache Ihrer E-Mails",
    "web_save": "Speichern",
    "web_saved": "Gespeichert",
    "web_gets": "Sie bekommen jetzt {digest}: {feeds}.",
    "web_no_longer": "Sie bekommen {digest} nicht mehr.",
    "web_unchanged": "Es hat sich nichts geändert.",
    "web_begins": "{digest} beginnt, wenn Sie es bestätigen: eine E-Mail ist unterwegs zu Ihnen.",
    "web_undo": "Rückgängig machen",
    "web_nothing_title": "Sie haben nichts gewählt",
    "web_nothing": "Möchten Sie eine Pause, oder sich abmelden? Noch hat sich nichts geändert.",
    "web_pause_title": "Eine Pause machen",
    "web_pause_text": "Bis dahin kommen keine E-Mails. Danach beginnen sie von selbst wieder.",
    "web_until": "bis {date}",
    "web_pause_button": "E-Mails anhalten",
    "web_paused": "Keine E-Mails bis {date}",
    "web_resume": "Jetzt wieder beginnen",
    "web_resumed": "Ihre E-Mails beginnen wieder",
    "web_data": "Ihre Daten",
    "web_data_text": """
    Um Ihre Adresse zu ändern, alles zu sehen, was über Sie gespeichert ist, oder es zu löschen, brauchen Sie \
    einen Link, der an Ihre Adresse kommt.
    """,

    "web_stop_title": "Diese E-Mails beenden?",
    "web_stop": "Diese E-Mails beenden",
    "web_stop_all": "Alle E-Mails dieser Seite beenden",
    "web_or_instead": "Oder stattdessen",
    "web_left": "Erledigt: Sie bekommen diese E-Mails nicht mehr",
    "web_left_text": "Auf der Seite und in ihren Feeds können Sie weiterhin alles lesen.",
    "web_undo_text": "War es ein Versehen? Innerhalb einer Stunde können Sie es hier rückgängig machen.",
    "web_why": "Warum? Sie müssen es nicht sagen. Nur die Antwort wird gezählt, nicht, wer sie gab.",
    "web_why_often": "Zu viele E-Mails",
    "web_why_content": "Nicht, was ich erwartet habe",
    "web_why_never": "Ich habe mich nie angemeldet",
    "web_why_another": "Ein anderer Grund",
    "web_thanks": "Danke.",
    "web_still": "Sie bekommen weiterhin {digest}.",
    "web_stop_too": "Auch {digest} beenden",
    "web_away": """
    Sie bekommen zurzeit keine dieser E-Mails. Kreuzen Sie an, was Sie möchten, und speichern Sie: Dann kommt eine \
    E-Mail, die um Ihre Bestätigung bittet.
    """,
    "web_come_back": "Zurückkommen",
    "web_back": "Willkommen zurück: Ihre E-Mails kommen weiter",

    "web_history": "Wozu Sie wann zugestimmt haben",
    "web_event_asked": "angefragt",
    "web_event_confirmed": "bestätigt",
    "web_event_changed": "geändert",
    "web_event_paused": "angehalten",
    "web_event_resumed": "wieder begonnen",
    "web_event_left": "abgemeldet",
    "web_event_returned": "zurückgekommen",
    "web_event_moved": "neue Adresse",
    "web_event_imported": "vom Herausgeber eingetragen",
    "web_event_refused": "abgelehnt",
    "web_event_lapsed": "nie bestätigt",
    "web_event_forgotten": "gelöscht",
    "web_quoted": "„{words}“",
    "web_export": "Alles als Datei herunterladen (JSON)",
    "web_move": "Eine andere Adresse",
    "web_new_address": "Neue E-Mail-Adresse",
    "web_move_button": "Adresse ändern",
    "web_move_sent": """
    Eine Nachricht ist unterwegs an die neue Adresse. Es ändert sich nichts, bis Sie sie dort bestätigen.
    """,
    "web_move_title": "Ab jetzt diese Adresse verwenden?",
    "web_move_yes": "Ja, diese Adresse verwenden",
    "web_moved": "Ihre Adresse wurde geändert",
    "web_move_back_title": "Die Adresse zurückändern?",
    "web_move_back": "Ja, zurückändern",
    "web_erase": "Alles löschen",
    "web_erase_text": """
    Name, Adresse und Verlauf werden gelöscht, und es kommen keine E-Mails mehr. Das lässt sich nicht rückgängig \
    machen.
    """,
    "web_erase_button": "Alles über mich löschen",
    "web_erase_sure": "Wirklich alles löschen?",
    "web_erased": "Erledigt: alles ist gelöscht",
    "web_erased_text": """
    Es bleibt nur ein Code, an dem diese Seite erkennt, dass sie Ihrer Adresse nie schreiben darf.
    """,

    "web_trouble_title": "Bitte versuchen Sie es in einer Minute noch einmal",
    "web_trouble": "Diese Seite lässt sich gerade nicht anzeigen.",
    "web_refused_request_title": "Diese Anfrage lässt sich nicht beantworten",
    "web_refused_request": """
    Mit dem Formular stimmt etwas nicht. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
    """,

    // Search
    "web_private_feeds": "Private Feeds",
    "web_private_feeds_text": "In einem Feedreader können Sie unter einer eigenen Adresse auch lesen:",
    "web_private_feeds_button": "Adresse zuschicken",
    "web_private_feeds_sent": """
    Eine E-Mail mit der Adresse ist unterwegs zu Ihnen. Sobald sie verschickt ist, gelten frühere Adressen \
    nicht mehr.
    """,
    "web_own_feed": "Mehrere Feeds als einer",
    "web_own_feed_text":
      "Kreuzen Sie an, was Sie in einem einzigen Feed lesen möchten. Er braucht keine Adresse und kein Konto.",
    "web_own_feed_button": "Feed zeigen",
    "web_own_feed_link": "Mehrere dieser Feeds zu einem zusammenstellen",
    "search": "Suchen",
    "search_hint": "Gesuchte Wörter",
    "search_for": "Suche nach „{words}“",
    "search_follow": "Diesen Ergebnissen folgen",
    "search_nothing": "Kein Artikel enthält alle diese Wörter. Versuchen Sie es mit weniger oder anderen Wörtern.",
  ]
}
