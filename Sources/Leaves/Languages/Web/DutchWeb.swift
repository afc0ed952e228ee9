/// See ``Wording/englishWeb``.
extension Wording {
  static let dutchWeb: [String: String] = [
    // Signing up on the web
    "web_lede": """
    Kies wat u wilt ontvangen, dan sturen wij het u toe. Zonder tracking. U kunt zich op elk moment afmelden.
    """,
    "web_digests": "Hoe vaak?",
    "web_feeds": "Waarover wilt u lezen?",
    "web_feeds_hint": "Vink niets aan als u alles wilt ontvangen.",
    "web_next_mail": "volgende e-mail op {date} om {time}, als er nieuws is",
    "web_a_week": "ongeveer {articles} per week",
    "web_rarely": "minder dan één artikel per week",
    "web_last_issue": "De laatste e-mail bekijken",
    "web_address": "Uw e-mailadres",
    "web_name": "Uw naam (niet verplicht)",
    "web_leave_empty": "Laat dit veld leeg",
    "web_consent": "Ik wil deze e-mails van {site} ontvangen. Ik kan me op elk moment afmelden.",
    "web_send": "Aanmelden",
    "web_error": "Fout: {heading}",
    "web_errors": "Pas het volgende aan",
    "web_wrong_address": "Vul uw e-mailadres in zoals naam@example.org.",
    "web_wrong_name": "Vul een naam in van hoogstens 80 tekens, zonder adressen.",
    "web_choose": "Kies er minstens één.",
    "web_choose_single": "Kies er maar één: in alle staan dezelfde artikelen.",
    "web_not_offered": "Hiervoor kunt u zich hier niet aanmelden.",
    "web_blocked": "Adressen van {domain} worden hier niet geaccepteerd. Gebruik een ander adres.",
    "web_did_you_mean": "Bedoelde u {address}?",
    "web_use_this": "Ja, gebruik {address}",
    "web_keep_this": "Nee, {address} klopt",
    "web_keep_anyway": "Ja, {address} klopt",
    "web_no_server": "Er is geen mailserver gevonden voor {domain}. Klopt het adres?",
    "web_too_fast": "Is alles zoals u het wilt? Verstuur het dan.",
    "web_send_now": "Ja, versturen",
    "web_sent_title": "Bekijk uw e-mail",
    "web_sent": """
    Er is een bericht onderweg naar het adres dat u hebt ingevuld. Open het en klik binnen 30 dagen op de link. Tot \
    die tijd ontvangt u niets.
    """,
    "web_nothing_came": "Niets ontvangen? Kijk in de map met spam, of probeer het na tien minuten opnieuw.",
    "web_write_us": "Helpt dat niet, schrijf ons dan",

    // Confirming, and saying no
    "web_confirm_title": "Nog één klik",
    "web_confirm": "{address} ontvangt",
    "web_confirm_button": "Ja, stuur mij deze e-mails",
    "web_everything": "alles",
    "web_not_you": "Was u dit niet? Sluit dan deze pagina; er wordt niets verstuurd.",
    "web_refuse": "Stuur mij nooit meer e-mails",
    "web_refuse_title": "Nooit meer e-mails sturen naar {address}?",
    "web_refuse_text": "Deze website stuurt dan geen e-mails naar dit adres, wie er ook om vraagt.",
    "web_refused": "Klaar: geen e-mails meer naar dit adres",
    "web_confirmed": "Klaar: u bent aangemeld",
    "web_confirmed_before": """
    Deze link is al gebruikt en uw aanmelding is bevestigd. Hier kunt u wijzigen wat u ontvangt.
    """,
    "web_moved_before": "Deze link is al gebruikt. Uw e-mails gaan naar het nieuwe adres.",
    "web_first_mail": "{digest}: uw eerste e-mail komt op {date} om {time}, als er nieuws is.",
    "web_read_now": "Nu de nieuwste editie lezen",

    // Links that do not work
    "web_lapsed_title": "Deze link is verlopen",
    "web_unknown_title": "Deze link is niet volledig",
    "web_unknown": "Misschien is hij afgebroken. Kopieer de hele link uit de e-mail, of vraag hier een nieuwe aan.",
    "web_over_title": "Deze link heeft zijn werk gedaan",
    "web_over": "Waar de link voor bedoeld was, is inmiddels afgelopen. U kunt zich opnieuw aanmelden.",
    "web_over_access": """
    Het adres waar de link naartoe is gestuurd, ontvangt van hier geen e-mails meer. Hebt u het adres gewijzigd, vul \
    dan het nieuwe in; u ontvangt daar een link.
    """,
    "web_over_move": """
    Met deze link kan het adres niet meer worden gewijzigd. Wilt u dat nog steeds, vul dan uw huidige adres in en \
    begin met de link die u daar ontvangt.
    """,
    "web_lapsed_confirm": """
    De link werkte 30 dagen. Er is niets verstuurd, en wat u had ingevuld, is gewist. Meld u opnieuw aan.
    """,
    "web_gone_title": "Hier wordt niets meer bewaard",
    "web_gone": "Waar deze link voor bedoeld was, is gewist, en er volgt geen e-mail meer op.",

    // Lost links and choices
    "web_find_title": "Uw keuzes, per e-mail",
    "web_find": "Vul uw adres in; u ontvangt daar een link naar uw keuzes.",
    "web_find_button": "Stuur mij de link",
    "web_link_sent": "Er is een bericht onderweg naar dat adres. De link daarin werkt een uur.",
    "web_choices": "Wat u ontvangt",
    "web_mail_to": "E-mails naar {address}",
    "web_asked_on": "U hebt zich op {date} aangemeld.",
    "web_pending": "wacht op uw bevestiging",
    "web_daily": "elke dag",
    "web_weekly": "elke week",
    "web_monthly": "elke maand",
    "web_none": "geen e-mails hierover",
    "web_your_next": "Uw volgende e-mail",
    "web_next_so_far": "{digest}: op {date} om {time}. Op dit moment zou daarin staan",
    "web_next_empty": "{digest}: op {date} om {time}, als er voor die tijd iets nieuws verschijnt.",
    "web_show": "Mijn volgende e-mail tonen",
    "web_not_saved": "Dit zou u met uw keuze ontvangen. De keuze is nog niet opgeslagen.",
    "web_welcome": "{digest}: de nieuwste editie is naar u onderweg.",
    "web_language": "Taal van uw e-mails",
    "web_save": "Opslaan",
    "web_saved": "Opgeslagen",
    "web_gets": "U ontvangt nu {digest}: {feeds}.",
    "web_no_longer": "U ontvangt {digest} niet meer.",
    "web_unchanged": "Er is niets gewijzigd.",
    "web_begins": "{digest} begint zodra u dit bevestigt: er is een e-mail naar u onderweg.",
    "web_undo": "Ongedaan maken",
    "web_nothing_title": "U hebt niets aangevinkt",
    "web_nothing": "Wilt u een pauze, of wilt u zich afmelden? Er is nog niets gewijzigd.",
    "web_pause_title": "Een pauze nemen",
    "web_pause_text": "Tot die tijd komen er geen e-mails. Daarna beginnen ze vanzelf weer.",
    "web_until": "tot {date}",
    "web_pause_button": "Mijn e-mails pauzeren",
    "web_paused": "Geen e-mails tot {date}",
    "web_resume": "Nu weer beginnen",
    "web_resumed": "Uw e-mails beginnen weer",
    "web_data": "Uw gegevens",
    "web_data_text": """
    Om uw adres te wijzigen, alles te bekijken wat over u wordt bewaard of dat te wissen, hebt u een link nodig die \
    naar uw adres wordt gestuurd.
    """,

    // Leaving
    "web_stop_title": "Stoppen met deze e-mails?",
    "web_stop": "Stoppen met deze e-mails",
    "web_stop_all": "Stoppen met alle e-mails van deze website",
    "web_or_instead": "Of liever",
    "web_left": "Klaar: u ontvangt deze e-mails niet meer",
    "web_left_text": "U kunt alles blijven lezen op de website en in de feeds.",
    "web_undo_text": "Was het een vergissing? Binnen een uur kunt u dit hier ongedaan maken.",
    "web_why": "Waarom? U hoeft het niet te zeggen. Alleen het antwoord wordt geteld, niet wie het gaf.",
    "web_why_often": "Te veel e-mails",
    "web_why_content": "Niet wat ik verwachtte",
    "web_why_never": "Ik heb me nooit aangemeld",
    "web_why_another": "Een andere reden",
    "web_thanks": "Dank u wel.",
    "web_still": "U ontvangt {digest} nog wel.",
    "web_stop_too": "Ook stoppen met {digest}",
    "web_away": """
    U ontvangt nu geen van deze e-mails. Vink aan wat u wilt en sla het op: dan komt er een e-mail die u vraagt om \
    dit te bevestigen.
    """,
    "web_come_back": "Weer aanmelden",
    "web_back": "Welkom terug: uw e-mails gaan door",

    // A reader’s own data
    "web_history": "Waarmee u hebt ingestemd, en wanneer",
    "web_event_asked": "aangevraagd",
    "web_event_confirmed": "bevestigd",
    "web_event_changed": "gewijzigd",
    "web_event_paused": "gepauzeerd",
    "web_event_resumed": "hervat",
    "web_event_left": "afgemeld",
    "web_event_returned": "teruggekomen",
    "web_event_moved": "nieuw adres",
    "web_event_imported": "ingevoerd door de uitgever",
    "web_event_refused": "geweigerd",
    "web_event_lapsed": "nooit bevestigd",
    "web_event_forgotten": "gewist",
    "web_quoted": "“{words}”",
    "web_export": "Alles downloaden als bestand (JSON)",
    "web_move": "Een ander adres",
    "web_new_address": "Nieuw e-mailadres",
    "web_move_button": "Het adres wijzigen",
    "web_move_sent": "Er is een bericht onderweg naar het nieuwe adres. Er verandert niets tot u het daar bevestigt.",
    "web_move_title": "Dit adres voortaan gebruiken?",
    "web_move_yes": "Ja, gebruik dit adres",
    "web_moved": "Uw adres is gewijzigd",
    "web_move_back_title": "Terug naar het vorige adres?",
    "web_move_back": "Ja, terug naar het vorige adres",
    "web_erase": "Alles wissen",
    "web_erase_text": """
    Uw naam, adres en geschiedenis worden gewist, en er komen geen e-mails meer. Dit kan niet ongedaan worden \
    gemaakt.
    """,
    "web_erase_button": "Alles over mij wissen",
    "web_erase_sure": "Echt alles wissen?",
    "web_erased": "Klaar: alles is gewist",
    "web_erased_text": """
    Er blijft alleen een code bewaard waaraan deze website herkent dat er nooit naar uw adres mag worden geschreven.
    """,

    // Trouble
    "web_trouble_title": "Probeer het over een minuut opnieuw",
    "web_trouble": "Deze pagina kan nu niet worden getoond.",
    "web_refused_request_title": "Dit verzoek kan niet worden beantwoord",
    "web_refused_request": "Er klopt iets niet met het formulier. Ga terug en probeer het opnieuw.",

    // Search
    "web_private_feeds": "Privéfeeds",
    "web_private_feeds_text": "In een feedlezer kunt u op een eigen adres ook lezen:",
    "web_private_feeds_button": "Stuur mij het adres",
    "web_private_feeds_sent": """
    Er is een bericht met het adres naar u onderweg. Zodra het verzonden is, werken eerdere adressen niet \
    meer.
    """,
    "web_own_feed": "Meerdere feeds in één",
    "web_own_feed_text": "Vink aan wat u in één feed wilt volgen. U hebt geen adres en geen account nodig.",
    "web_own_feed_button": "De feed tonen",
    "web_own_feed_link": "Meerdere van deze feeds samenvoegen tot één feed",
    "search": "Zoeken",
    "search_hint": "Woorden om naar te zoeken",
    "search_for": "Zoeken naar “{words}”",
    "search_follow": "Deze resultaten volgen",
    "search_nothing": "Geen enkel artikel bevat al deze woorden. Probeer minder of andere woorden.",
  ]
}
