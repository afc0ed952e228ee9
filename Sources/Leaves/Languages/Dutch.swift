/// Formal address (u). Readers sign up (aanmelden) and unsubscribe (afmelden); an issue is an “editie”.
extension Wording {
  static let dutch = Wording(
    tag: "nl",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " en ",

      // Header of an email and of an issue's page
      "view_in_browser": "Bekijken in de browser",
      "issue_line": "editie {number}",
      "issue_of_digest": "{digest}, editie {number}",
      "issue_of_date": "{digest} van {date}",
      "in_this_issue": "In deze editie",
      "also": "Verder",
      "more_news": "Meer nieuws",
      "end_mark": "Dit was al het nieuws in deze editie.",
      "articles_one": "{count} artikel",
      "articles_other": "{count} artikelen",
      "and_more_one": "en nog {count}",
      "and_more_other": "en nog {count}",
      "more_articles_one": "nog {count} artikel",
      "more_articles_other": "nog {count} artikelen",
      "about_minutes_one": "ongeveer {count} minuut",
      "about_minutes_other": "ongeveer {count} minuten",

      // A note in an article
      "note_note": "Opmerking",
      "note_tip": "Tip",
      "note_important": "Belangrijk",
      "note_warning": "Waarschuwing",
      "note_caution": "Let op",
      "note_danger": "Gevaar",
      "note_info": "Informatie",
      "note_example": "Voorbeeld",
      "note_question": "Vraag",
      "note_summary": "Samenvatting",
      "note_success": "Gelukt",
      "note_failure": "Mislukt",
      "note_quote": "Citaat",
      "note_todo": "Te doen",
      "note_details": "Details",
      "note_urgent": "Bel nog dezelfde dag",

      // An article
      "key_takeaway": "Het belangrijkste",
      "credibility": "Betrouwbaarheid",
      "interest": "Nieuwswaarde",
      "of_five": "{value} van de 5 ({words})",
      "of_five_short": "{value} van de 5",
      "rating_high": "hoog",
      "rating_moderate": "gemiddeld",
      "rating_low": "laag",
      "evidence": "Bewijs",
      "evidence_very_early": "zeer voorlopig",
      "evidence_early": "voorlopig",
      "evidence_fairly_sure": "vrij zeker",
      "evidence_well_supported": "goed onderbouwd",
      "tested_in_cells": "Alleen in cellen onderzocht.",
      "tested_in_animals": "Alleen bij dieren onderzocht.",
      "tested_in_people": "Bij mensen onderzocht.",
      "how_sure": "Hoe zeker is dit?",
      "how_we_rate": "Hoe wij studies beoordelen",
      "one_minute": "In één minuut",
      "means_for_you": "Wat dit voor u betekent",
      "keep_in_mind": "Waar u rekening mee moet houden",
      "go_to": "Naar “{heading}”",
      "published": "gepubliceerd op",
      "updated": "bijgewerkt op",
      "by": "door",
      "source": "Bron",
      "topics": "Onderwerpen",
      "first_published": "Oorspronkelijk verschenen op",
      "from_origin": "overgenomen van {title}",
      "listen": "Beluisteren",
      "transcript": "Uitgeschreven tekst",
      "attachments": "Bijlagen",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "{count}\u{A0}min",
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Dit artikel lezen",
      "read_more_about": "Dit artikel lezen: {title}",
      "read_on": "… verder lezen",
      "send_on": "Per e-mail naar iemand sturen",
      "page_address": "Adres van deze pagina",
      "tell_mistake": "Een fout melden",
      "changes": "Wijzigingen in dit artikel",
      "mistake_subject": "Fout: {title} ({id})",
      "who_wrote": "Wie dit heeft geschreven",
      "conflicts": "Belangenconflicten",
      "also_like": "Misschien vindt u dit ook interessant",
      "advertisement": "Advertentie",
      "to_appointment": "Meenemen naar uw afspraak",
      "questions_to_ask": "Vragen die u kunt stellen",
      "my_notes": "Mijn aantekeningen",
      "whole_article": "Het hele artikel",
      "words_here": "Woorden in dit artikel",
      "back_to_text": "Terug naar de tekst",
      "easy_read": "Versie in eenvoudige taal",

      // Footer of an email
      "rest_in_browser": "Deze e-mail is ingekort; in de browser leest u de hele editie",
      "reason": "U ontvangt deze e-mail omdat dit adres is aangemeld voor de nieuwsbrief “{digest}” van {site}:",
      "signed_up_on": "U hebt zich op {date} aangemeld met",
      "signed_up": "U hebt zich aangemeld met",
      "unsubscribe": "Afmelden",
      "from_these_mails": "voor deze e-mails",
      "preferences": "Wijzigen wat u ontvangt",
      "no_tracking": "Wij kunnen niet zien of u deze e-mail opent of waarop u klikt.",
      "tagged_links": """
      De links laten zien uit welke editie u komt, maar niet wie u bent. Wij kunnen niet zien of u deze e-mail opent.
      """,
      "replies": "Antwoorden op deze e-mail komen bij onze redactie terecht.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Met twee klikken bevestigen: {site}",
      "letter_confirm": "Op {date} heeft iemand dit adres ingevuld bij {site} en om deze e-mails gevraagd:",
      "letter_confirm_action": "Ja, stuur mij deze e-mails",
      "letter_confirm_note": """
      De link opent een pagina met een knop. Zolang u daar niet op klikt, sturen wij niets. De link werkt 30 dagen.
      """,
      "letter_following_subject": "U ontvangt deze e-mails van {site} al",
      "letter_following": """
      Op {date} heeft iemand dit adres ingevuld bij {site} en gevraagd om e-mails die u al ontvangt:
      """,
      "letter_following_action": "Bekijken of wijzigen wat u ontvangt",
      "letter_following_note": "U hoeft niets te doen.",
      "letter_link_subject": "Uw link naar {site}",
      "letter_link": "Op deze pagina kunt u alles bekijken en wijzigen wat {site} over u bewaart:",
      "letter_link_action": "Mijn pagina openen",
      "letter_link_note": """
      De link werkt een uur. Hebt u er niet om gevraagd, dan kunt u deze e-mail negeren; er is niets veranderd.
      """,
      "letter_unknown_subject": "Geen e-mails van {site} naar dit adres",
      "letter_unknown": """
      Iemand heeft {site} gevraagd om de link naar de aanmeldingen van dit adres. Die zijn er niet: misschien hebt u \
      een ander adres gebruikt.
      """,
      "letter_unknown_action": "Aanmelden",
      "letter_new_subject": "Is dit uw nieuwe adres? {site}",
      "letter_new": "Iemand die {site} leest, wil de e-mails voortaan op dit adres ontvangen.",
      "letter_new_action": "Ja, dit is mijn adres",
      "letter_new_note": """
      De link opent een pagina met een knop. Zolang u daar niet op klikt, verandert er niets. De link werkt zeven \
      dagen.
      """,
      "letter_old_subject": "Uw adres bij {site} is gewijzigd",
      "letter_old": """
      Op {date} zijn uw e-mails van {site} overgezet naar een ander adres; vanaf dat adres is dit bevestigd.
      """,
      "letter_old_action": "Deze wijziging ongedaan maken",
      "letter_old_note": "Hebt u dit zelf gewijzigd, dan hoeft u niets te doen. De link werkt zeven dagen.",
      "letter_feeds_subject": "Uw privéfeeds van {site}",
      "letter_feeds": "Kopieer elk adres naar uw feedlezer. Adressen uit eerdere berichten werken niet meer.",
      "letter_feeds_note": """
      Wie een adres kent, kan de feed lezen; houd het dus voor uzelf. Kennen anderen het, vraag dan op uw \
      pagina een nieuw adres aan.
      """,
      "letter_refuse": "Dit was ik niet: stuur nooit meer e-mails naar dit adres",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Hoe u deze samenvattingen leest",
      "note_research": """
      Elke samenvatting vertelt wat één studie heeft gevonden, en één studie is zelden het laatste woord. Achter \
      “Bewijs” staat hoe stevig de opzet van de studie de uitkomst ondersteunt. Staat er “alleen in cellen \
      onderzocht” of “alleen bij dieren onderzocht”, dan weet nog niemand of het ook voor mensen geldt.
      """,
      "note_advice_heading": "Overleg met uw arts of verpleegkundige voordat u iets verandert",
      "note_advice": """
      Begin of stop niet met een medicijn, een dieet of een oefening, en verander er niets aan, vanwege iets wat u \
      hier hebt gelezen. Niets hier is medisch advies voor u persoonlijk. Voelt u zich plotseling slechter, bel dan \
      uw zorgteam of het alarmnummer.
      """,

      // Pages
      "skip": "Naar de tekst",
      "site_menu": "Website",
      "about_site": "Over deze website",
      "newest": "Nieuw",
      "newest_articles": "Nieuwste artikelen",
      "nothing_published": "Hier verschijnen binnenkort de eerste artikelen.",
      "past_issues": "Eerdere edities",
      "all_past_issues": "Alle eerdere edities",
      "no_issues": "Er is nog geen editie verstuurd.",
      "follow": "Volgen in een feedlezer",
      "how_to_follow": """
      Een feedlezer is een programma of een website die nieuwe artikelen voor u verzamelt. Kopieer het adres van een \
      feed en plak het in uw feedlezer waar “feed toevoegen” of “abonneren” staat.
      """,
      "feed_as": "{title} als {label}",
      "note_label": "Opmerking",
      "subscribe": "Het nieuws ontvangen",
      "all_articles": "Alle artikelen",
      "year_articles": "Artikelen uit {year}",
      "all_topics": "Alle onderwerpen",
      "other_topics": "Overige onderwerpen",
      "page_number": "pagina {page_number}",
      "pages": "Pagina’s",
      "newer": "Nieuwere artikelen",
      "older": "Oudere artikelen",
      "newer_issue": "Nieuwere editie",
      "older_issue": "Oudere editie",
      "contents": "Op deze pagina",
      "feed_list": "Alle feeds in één bestand (OPML)",
      "other_formats": "Andere formaten",
      "copy": "Kopiëren",
      "copied": "Gekopieerd",
      "by_mail": "Per e-mail",
      "sign_up": "Aanmelden voor de nieuwsbrief",
      "sign_up_title": "Het nieuws per e-mail ontvangen",
      "promise": "Geen tracking, geen cookies, geen reclame.",
      "sign_up_hint": "U ontvangt nieuwe artikelen per e-mail. U kunt zich op elk moment afmelden. Zonder tracking.",
      "withdrawn_title": "Dit artikel is ingetrokken",
      "withdrawn": """
      Het is op dit adres gepubliceerd en daarna door de uitgever ingetrokken. Het is hier niet meer te lezen.
      """,
      "same_topics": "Artikelen over dezelfde onderwerpen",
      "not_found_title": "Deze pagina bestaat niet",
      "not_found": """
      Misschien zit er een fout in het adres, of is de pagina verplaatst. Via deze pagina’s vindt u alles op deze \
      website:
      """,

      // Feeds
      "topic_feed": "Nieuws over {topic} van {site}",
      "feed_opened": """
      Dit is een feed, bedoeld voor programma’s die melden wat er nieuw is. Kopieer het adres ervan naar een \
      feedlezer. Om de feed als pagina te lezen, gaat u naar
      """,
      "feed_ended": "De feed “{title}” is gestopt",
      "feed_ended_text": """
      In deze feed verschijnt niets nieuws meer. U kunt de feed uit uw feedlezer verwijderen; andere feeds staan op \
      onze website.
      """,
    ].merging(dutchWeb) { $1 })
}
