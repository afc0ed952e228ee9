/// See ``Wording/englishWeb``.
extension Wording {
  static let italianWeb: [String: String] = [
    // Signing up on the web
    "web_lede": """
    Scelga che cosa desidera ricevere e Le arriverà. Nessun tracciamento. Può annullare l’iscrizione in qualsiasi \
    momento.
    """,
    "web_digests": "Con quale frequenza?",
    "web_feeds": "Di che cosa desidera leggere?",
    "web_feeds_hint": "Per ricevere tutto, non selezioni nulla.",
    "web_next_mail": "prossima email il giorno {date} alle ore {time}, se ci sono novità",
    "web_a_week": "circa {articles} a settimana",
    "web_rarely": "meno di un articolo a settimana",
    "web_last_issue": "Mostra l’ultima email",
    "web_address": "Il Suo indirizzo email",
    "web_name": "Il Suo nome (facoltativo)",
    "web_leave_empty": "Lasci vuoto questo campo",
    "web_consent": "Desidero ricevere queste email da {site}. Posso annullare l’iscrizione in qualsiasi momento.",
    "web_send": "Invia l’iscrizione",
    "web_error": "Errore: {heading}",
    "web_errors": "Corregga quanto segue",
    "web_wrong_address": "Scriva il Suo indirizzo email come nome@example.org.",
    "web_wrong_name": "Scriva un nome di non più di 80 caratteri, senza indirizzi.",
    "web_choose": "Scelga almeno un’opzione.",
    "web_choose_single": "Scelga solo una di queste opzioni: contengono tutte gli stessi articoli.",
    "web_not_offered": "Qui non è possibile iscriversi a questo.",
    "web_blocked": "Qui non si accettano indirizzi di {domain}. Usi un altro indirizzo.",
    "web_did_you_mean": "Intendeva {address}?",
    "web_use_this": "Sì, usa {address}",
    "web_keep_this": "No, {address} è corretto",
    "web_keep_anyway": "Sì, {address} è corretto",
    "web_no_server": "Non è stato trovato nessun server di posta per {domain}. L’indirizzo è corretto?",
    "web_too_fast": "È tutto come desidera? Allora può inviare.",
    "web_send_now": "Sì, invia",
    "web_sent_title": "Controlli la posta",
    "web_sent": """
    Un messaggio è in arrivo all’indirizzo che ha scritto. Lo apra e prema il link entro 30 giorni. Fino ad allora \
    non riceverà nulla.
    """,
    "web_nothing_came": "Non è arrivato nulla? Guardi nella cartella dello spam, oppure riprovi dopo dieci minuti.",
    "web_write_us": "Se non basta, ci scriva",

    // Confirming, and saying no
    "web_confirm_title": "Ancora un clic",
    "web_confirm": "{address} riceverà",
    "web_confirm_button": "Sì, inviatemi queste email",
    "web_everything": "tutto",
    "web_not_you": "Non l’ha chiesto Lei? Allora chiuda questa pagina e non verrà inviato nulla.",
    "web_refuse": "Non scrivetemi mai più",
    "web_refuse_title": "Non scrivere mai più a {address}?",
    "web_refuse_text": "Questo sito non invierà email a questo indirizzo, chiunque le chieda.",
    "web_refused": "Fatto: nessun’altra email a questo indirizzo",
    "web_confirmed": "Fatto: l’iscrizione è attiva",
    "web_confirmed_before": """
    Questo link è già stato usato e l’iscrizione è confermata. Qui può modificare ciò che riceve.
    """,
    "web_moved_before": "Questo link è già stato usato. Le Sue email vanno al nuovo indirizzo.",
    "web_first_mail": "{digest}: la prima email arriva il giorno {date} alle ore {time}, se ci sono novità.",
    "web_read_now": "Leggere subito l’ultimo numero",

    // Links that do not work
    "web_lapsed_title": "Questo link è scaduto",
    "web_unknown_title": "Questo link non è completo",
    "web_unknown": "Forse è stato troncato. Lo copi per intero dall’email, oppure ne chieda qui uno nuovo.",
    "web_over_title": "Questo link ha esaurito la sua funzione",
    "web_over": "Ciò a cui serviva nel frattempo è terminato. Può iscriversi di nuovo.",
    "web_over_access": """
    L’indirizzo a cui è stato inviato non riceve più email da qui. Se l’ha cambiato, scriva quello nuovo: lì arriverà \
    un link.
    """,
    "web_over_move": """
    Con questo link non è più possibile modificare l’indirizzo. Se lo desidera ancora, scriva il Suo indirizzo \
    attuale e cominci dal link che arriverà lì.
    """,
    "web_lapsed_confirm": """
    Ha funzionato per 30 giorni. Non è stato inviato nulla e ciò che aveva scritto è stato cancellato. Si iscriva di \
    nuovo.
    """,
    "web_gone_title": "Qui non è conservato più nulla",
    "web_gone": "Quello a cui serviva questo link è stato cancellato: non ne seguirà nessuna email.",

    // Lost links and choices
    "web_find_title": "Le Sue scelte, per email",
    "web_find": "Scriva il Suo indirizzo: lì arriverà un link alle Sue scelte.",
    "web_find_button": "Inviatemi il link",
    "web_link_sent": "Un messaggio è in arrivo a quell’indirizzo. Il link che contiene funziona per un’ora.",
    "web_choices": "Che cosa riceve",
    "web_mail_to": "Email a {address}",
    "web_asked_on": "Iscrizione effettuata il giorno {date}.",
    "web_pending": "in attesa della Sua conferma",
    "web_daily": "ogni giorno",
    "web_weekly": "ogni settimana",
    "web_monthly": "ogni mese",
    "web_none": "nessuna email su questi temi",
    "web_your_next": "La Sua prossima email",
    "web_next_so_far": "{digest}: il giorno {date} alle ore {time}. Per ora conterrebbe",
    "web_next_empty": "{digest}: il giorno {date} alle ore {time}, se entro allora ci sarà qualcosa di nuovo.",
    "web_show": "Mostra la mia prossima email",
    "web_not_saved": "Ecco che cosa riceverebbe con questa scelta. Non è ancora salvata.",
    "web_welcome": "{digest}: l’ultimo numero è in arrivo.",
    "web_language": "Lingua delle email",
    "web_save": "Salva",
    "web_saved": "Salvato",
    "web_gets": "Ora riceve {digest}: {feeds}.",
    "web_no_longer": "Non riceve più {digest}.",
    "web_unchanged": "Non è cambiato nulla.",
    "web_begins": "{digest}: l’invio comincia dopo la Sua conferma. Un’email è in arrivo.",
    "web_undo": "Annulla",
    "web_nothing_title": "Non ha selezionato nulla",
    "web_nothing": "Desidera una pausa o vuole annullare l’iscrizione? Non è ancora cambiato nulla.",
    "web_pause_title": "Fare una pausa",
    "web_pause_text": "Fino ad allora non arriva nessuna email. Poi ricominciano da sole.",
    "web_until": "fino al giorno {date}",
    "web_pause_button": "Sospendi le mie email",
    "web_paused": "Nessuna email fino al giorno {date}",
    "web_resume": "Ricomincia subito",
    "web_resumed": "Le Sue email ricominciano",
    "web_data": "I Suoi dati",
    "web_data_text": """
    Per modificare il Suo indirizzo, vedere tutto ciò che è conservato su di Lei o cancellarlo, serve un link che \
    arriva al Suo indirizzo.
    """,

    // Leaving
    "web_stop_title": "Non ricevere più queste email?",
    "web_stop": "Non ricevere più queste email",
    "web_stop_all": "Non ricevere più nessuna email da questo sito",
    "web_or_instead": "Oppure",
    "web_left": "Fatto: non riceverà più queste email",
    "web_left_text": "Può continuare a leggere tutto sul sito e nei feed.",
    "web_undo_text": "È stato un errore? Entro un’ora può annullare qui questa scelta.",
    "web_why": "Perché? Non occorre dirlo. Si conta solo la risposta, non chi l’ha data.",
    "web_why_often": "Troppe email",
    "web_why_content": "Non è ciò che mi aspettavo",
    "web_why_never": "Non ho mai chiesto l’iscrizione",
    "web_why_another": "Un altro motivo",
    "web_thanks": "Grazie.",
    "web_still": "Riceve ancora {digest}.",
    "web_stop_too": "Annulla anche l’iscrizione a {digest}",
    "web_away": """
    Ora non riceve nessuna di queste email. Selezioni ciò che desidera e salvi: arriverà un’email che Le chiederà di \
    confermare.
    """,
    "web_come_back": "Ricevere di nuovo",
    "web_back": "Siamo lieti di ritrovarLa: le Sue email continuano",

    // A reader’s own data
    "web_history": "A che cosa ha acconsentito, e quando",
    "web_event_asked": "richiesta",
    "web_event_confirmed": "conferma",
    "web_event_changed": "modifica",
    "web_event_paused": "pausa",
    "web_event_resumed": "ripresa",
    "web_event_left": "iscrizione annullata",
    "web_event_returned": "ritorno",
    "web_event_moved": "nuovo indirizzo",
    "web_event_imported": "iscrizione inserita dall’editore",
    "web_event_refused": "rifiuto",
    "web_event_lapsed": "richiesta mai confermata",
    "web_event_forgotten": "dati cancellati",
    "web_quoted": "«{words}»",
    "web_export": "Scarica tutto in un file (JSON)",
    "web_move": "Un altro indirizzo",
    "web_new_address": "Nuovo indirizzo email",
    "web_move_button": "Modifica l’indirizzo",
    "web_move_sent": "Un messaggio è in arrivo al nuovo indirizzo. Non cambia nulla finché Lei non conferma da lì.",
    "web_move_title": "Usare questo indirizzo d’ora in poi?",
    "web_move_yes": "Sì, usa questo indirizzo",
    "web_moved": "Il Suo indirizzo è stato modificato",
    "web_move_back_title": "Tornare all’indirizzo precedente?",
    "web_move_back": "Sì, torna all’indirizzo precedente",
    "web_erase": "Cancella tutto",
    "web_erase_text": """
    Nome, indirizzo e cronologia vengono cancellati e non arriva più nessuna email. Non si può annullare.
    """,
    "web_erase_button": "Cancella tutto ciò che mi riguarda",
    "web_erase_sure": "Cancellare davvero tutto?",
    "web_erased": "Fatto: tutto è stato cancellato",
    "web_erased_text": "Resta solo un codice da cui questo sito riconosce che non deve mai scrivere al Suo indirizzo.",

    // Trouble
    "web_trouble_title": "Riprovi tra un minuto",
    "web_trouble": "Al momento non è possibile mostrare questa pagina.",
    "web_refused_request_title": "Non è possibile rispondere a questa richiesta",
    "web_refused_request": "Qualcosa non va nel modulo. Torni indietro e riprovi.",

    // Search
    "web_private_feeds": "Feed privati",
    "web_private_feeds_text": "In un lettore di feed, a un indirizzo solo Suo, può leggere anche:",
    "web_private_feeds_button": "Inviami l’indirizzo",
    "web_private_feeds_sent": """
    Un messaggio con l’indirizzo è in arrivo. Dopo l’invio gli indirizzi precedenti non funzionano più.
    """,
    "web_own_feed": "Più feed in uno solo",
    "web_own_feed_text": "Selezioni ciò che desidera seguire in un solo feed. Non servono né indirizzo né account.",
    "web_own_feed_button": "Mostra il feed",
    "web_own_feed_link": "Riunire alcuni di questi feed in uno solo",
    "search": "Cerca",
    "search_hint": "Parole da cercare",
    "search_for": "Ricerca: «{words}»",
    "search_follow": "Seguire questi risultati",
    "search_nothing": "Nessun articolo contiene tutte queste parole. Provi con meno parole o con altre.",
  ]
}
