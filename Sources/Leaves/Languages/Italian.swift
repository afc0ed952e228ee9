/// Formal address (Lei, with a capital letter) or impersonal phrases; nothing shows whether the reader is a woman or a
/// man. Buttons and links that work a program have its usual form (Salva, Copia). Dates never follow an article, which
/// would depend on the day (il 7, l’8). The words for ratings fit both credibility (feminine) and interest
/// (masculine).
extension Wording {
  static let italian = Wording(
    tag: "it",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " e ",

      // Header of an email and of an issue's page
      "view_in_browser": "Visualizza nel browser",
      "issue_line": "numero {number}",
      "issue_of_digest": "{digest}, numero {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "In questo numero",
      "also": "Inoltre",
      "more_news": "Altre notizie",
      "end_mark": "Le notizie di questo numero finiscono qui.",
      "articles_one": "{count} articolo",
      "articles_other": "{count} articoli",
      "and_more_one": "e un altro",
      "and_more_other": "e altri {count}",
      "more_articles_one": "un altro articolo",
      "more_articles_other": "altri {count} articoli",
      "about_minutes_one": "circa {count} minuto",
      "about_minutes_other": "circa {count} minuti",

      // A note in an article
      "note_note": "Nota",
      "note_tip": "Suggerimento",
      "note_important": "Importante",
      "note_warning": "Avvertenza",
      "note_caution": "Attenzione",
      "note_danger": "Pericolo",
      "note_info": "Informazione",
      "note_example": "Esempio",
      "note_question": "Domanda",
      "note_summary": "Riassunto",
      "note_success": "Successo",
      "note_failure": "Insuccesso",
      "note_quote": "Citazione",
      "note_todo": "Da fare",
      "note_details": "Dettagli",
      "note_urgent": "Telefonare il giorno stesso",

      // An article
      "key_takeaway": "L’essenziale",
      "credibility": "Affidabilità",
      "interest": "Interesse",
      "of_five": "{value} su 5 ({words})",
      "of_five_short": "{value} su 5",
      "rating_high": "livello alto",
      "rating_moderate": "livello medio",
      "rating_low": "livello basso",
      "evidence": "Prove scientifiche",
      "evidence_very_early": "molto preliminari",
      "evidence_early": "preliminari",
      "evidence_fairly_sure": "abbastanza solide",
      "evidence_well_supported": "ben consolidate",
      "tested_in_cells": "Solo su cellule.",
      "tested_in_animals": "Solo su animali.",
      "tested_in_people": "Studio condotto su persone.",
      "how_sure": "Quanto sono solide le prove?",
      "how_we_rate": "Come valutiamo gli studi",
      "one_minute": "In un minuto",
      "means_for_you": "Che cosa significa per Lei",
      "keep_in_mind": "Che cosa tenere presente",
      "go_to": "Vai a «{heading}»",
      "published": "pubblicazione:",
      "updated": "ultimo aggiornamento:",
      "by": "di",
      "source": "Fonte",
      "topics": "Temi",
      "first_published": "Pubblicato originariamente su",
      "from_origin": "tratto da {title}",
      "listen": "Ascoltare",
      "transcript": "Trascrizione",
      "attachments": "Allegati",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "{count}\u{A0}min",
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Leggere questo articolo",
      "read_more_about": "Leggere questo articolo: {title}",
      "read_on": "… continua",
      "send_on": "Invia a qualcuno per email",
      "page_address": "Indirizzo di questa pagina",
      "tell_mistake": "Segnala un errore",
      "changes": "Modifiche a questo articolo",
      "mistake_subject": "Errore: {title} ({id})",
      "who_wrote": "Chi ha scritto questo testo",
      "conflicts": "Conflitti di interessi",
      "also_like": "Potrebbe interessarLe anche",
      "advertisement": "Pubblicità",
      "to_appointment": "Da portare alla visita",
      "questions_to_ask": "Domande da fare",
      "my_notes": "I miei appunti",
      "whole_article": "L’articolo completo",
      "words_here": "Parole di questo articolo",
      "back_to_text": "Torna al testo",
      "easy_read": "Versione facile da leggere",

      // Footer of an email
      "rest_in_browser": "Questa email è stata abbreviata; nel browser può leggere il numero completo",
      "reason": "Riceve questa email perché questo indirizzo è iscritto alla newsletter «{digest}» di {site}:",
      "signed_up_on": "Iscrizione effettuata il giorno {date} con l’indirizzo",
      "signed_up": "Iscrizione effettuata con l’indirizzo",
      "unsubscribe": "Annulla l’iscrizione",
      "from_these_mails": "a queste email",
      "preferences": "Modifica le preferenze",
      "no_tracking": "Non possiamo vedere se apre questa email né dove fa clic.",
      "tagged_links": """
      I link indicano da quale numero Lei arriva, ma non chi è. Non possiamo vedere se apre questa email.
      """,
      "replies": "Le risposte a questa email arrivano alla nostra redazione.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Due clic per confermare: {site}",
      "letter_confirm": "Il giorno {date} qualcuno ha inserito questo indirizzo su {site} e ha chiesto queste email:",
      "letter_confirm_action": "Sì, inviatemi queste email",
      "letter_confirm_note": """
      Il link apre una pagina con un pulsante. Finché Lei non lo preme, non inviamo nulla. Il link funziona per 30 \
      giorni.
      """,
      "letter_following_subject": "Riceve già queste email da {site}",
      "letter_following": """
      Il giorno {date} qualcuno ha inserito questo indirizzo su {site} e ha chiesto email che Lei riceve già:
      """,
      "letter_following_action": "Visualizza o modifica le iscrizioni",
      "letter_following_note": "Non deve fare nulla.",
      "letter_link_subject": "Il Suo link per {site}",
      "letter_link": "In questa pagina può vedere e modificare tutto ciò che {site} conserva su di Lei:",
      "letter_link_action": "Apri la mia pagina",
      "letter_link_note": """
      Il link funziona per un’ora. Se non l’ha chiesto, ignori questa email; non è cambiato nulla.
      """,
      "letter_unknown_subject": "Nessuna email da {site} a questo indirizzo",
      "letter_unknown": """
      Qualcuno ha chiesto a {site} il link alle iscrizioni di questo indirizzo. Non ce ne sono: forse Lei ha usato un \
      altro indirizzo.
      """,
      "letter_unknown_action": "Iscriversi",
      "letter_new_subject": "È questo il Suo nuovo indirizzo? {site}",
      "letter_new": "Una persona che legge {site} desidera d’ora in poi ricevere le email a questo indirizzo.",
      "letter_new_action": "Sì, è il mio indirizzo",
      "letter_new_note": """
      Il link apre una pagina con un pulsante. Finché Lei non lo preme, non cambia nulla. Il link funziona per sette \
      giorni.
      """,
      "letter_old_subject": "Il Suo indirizzo su {site} è stato modificato",
      "letter_old": """
      Il giorno {date} le Sue email da {site} sono passate a un altro indirizzo, dal quale la modifica è stata \
      confermata.
      """,
      "letter_old_action": "Annulla questa modifica",
      "letter_old_note": "Se ha fatto Lei questa modifica, non deve fare nulla. Il link funziona per sette giorni.",
      "letter_feeds_subject": "I Suoi feed privati di {site}",
      "letter_feeds": """
      Copi ogni indirizzo nel Suo lettore di feed. Gli indirizzi dei messaggi precedenti non funzionano più.
      """,
      "letter_feeds_note": """
      Chi conosce un indirizzo può leggere il feed, quindi lo tenga per sé. Se altri lo vengono a sapere, ne \
      chieda uno nuovo sulla Sua pagina.
      """,
      "letter_refuse": "Non l’ho chiesto io: non scrivete mai più a questo indirizzo",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Come leggere questi riassunti",
      "note_research": """
      Ogni riassunto spiega che cosa ha trovato uno studio, e un solo studio raramente dice l’ultima parola. La voce \
      «Prove scientifiche» indica quanto saldamente l’impostazione dello studio sostiene i risultati. Dove si legge \
      «solo su cellule» o «solo su animali», nessuno sa ancora se lo stesso vale per le persone.
      """,
      "note_advice_heading": "Prima di cambiare qualcosa, ne parli con il medico o con il personale infermieristico",
      "note_advice": """
      Non inizi, non sospenda e non modifichi un farmaco, una dieta o un esercizio per qualcosa che ha letto qui. \
      Nulla di quanto scritto qui è un consiglio medico per Lei. Se all’improvviso si sente peggio, chiami l’équipe \
      che La segue o il numero di emergenza.
      """,

      // Pages
      "skip": "Vai al testo",
      "site_menu": "Sito",
      "about_site": "Informazioni su questo sito",
      "newest": "Novità",
      "newest_articles": "Ultimi articoli",
      "nothing_published": "I primi articoli saranno pubblicati qui a breve.",
      "past_issues": "Numeri precedenti",
      "all_past_issues": "Tutti i numeri precedenti",
      "no_issues": "Non è ancora stato inviato nessun numero.",
      "follow": "Seguire in un lettore di feed",
      "how_to_follow": """
      Un lettore di feed è un programma o un sito che raccoglie per Lei i nuovi articoli. Copi l’indirizzo di un feed \
      e lo incolli dove il lettore indica «aggiungi un feed» o «iscriviti».
      """,
      "feed_as": "{title} in formato {label}",
      "note_label": "Nota",
      "subscribe": "Ricevere le novità",
      "all_articles": "Tutti gli articoli",
      "year_articles": "Articoli del {year}",
      "all_topics": "Tutti i temi",
      "other_topics": "Altri temi",
      "page_number": "pagina {page_number}",
      "pages": "Pagine",
      "newer": "Articoli più recenti",
      "older": "Articoli meno recenti",
      "newer_issue": "Numero successivo",
      "older_issue": "Numero precedente",
      "contents": "In questa pagina",
      "feed_list": "Tutti i feed in un unico file (OPML)",
      "other_formats": "Altri formati",
      "copy": "Copia",
      "copied": "Copiato",
      "by_mail": "Per email",
      "sign_up": "Iscriversi alla newsletter",
      "sign_up_title": "Ricevere le novità per email",
      "promise": "Nessun tracciamento, nessun cookie, nessuna pubblicità.",
      "sign_up_hint": """
      I nuovi articoli Le arrivano per email. Può annullare l’iscrizione in qualsiasi momento. Nessun tracciamento.
      """,
      "withdrawn_title": "Questo articolo è stato ritirato",
      "withdrawn": """
      È stato pubblicato a questo indirizzo e poi ritirato da chi lo aveva pubblicato. Qui non si può più leggere.
      """,
      "same_topics": "Articoli sugli stessi temi",
      "not_found_title": "Questa pagina non esiste",
      "not_found": """
      Forse c’è un errore nell’indirizzo, oppure la pagina è stata spostata. Queste pagine portano a tutto ciò che si \
      trova su questo sito:
      """,

      // Feeds
      "topic_feed": "Novità sul tema «{topic}» da {site}",
      "feed_opened": """
      Questo è un feed, destinato ai programmi che segnalano le novità. Ne copi l’indirizzo in un lettore di feed. \
      Per leggerlo come pagina, vada all’indirizzo
      """,
      "feed_ended": "Il feed «{title}» è stato chiuso",
      "feed_ended_text": """
      In questo feed non apparirà più nulla di nuovo. Può rimuoverlo dal lettore di feed; gli altri feed sono \
      elencati sul nostro sito.
      """,
    ].merging(italianWeb) { $1 })
}
