/// Formal address (vous). A no-break space precedes a colon and pads guillemets; a narrow one precedes a semicolon. The
/// words for ratings fit both credibility (feminine) and interest (masculine).
extension Wording {
  static let french = Wording(
    tag: "fr",
    words: [
      // Punctuation
      "colon": "\u{A0}:",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " et ",

      // Header of an email and of an issue's page
      "view_in_browser": "Voir dans le navigateur",
      "issue_line": "numéro {number}",
      "issue_of_digest": "{digest}, numéro {number}",
      "issue_of_date": "{digest} du {date}",
      "in_this_issue": "Dans ce numéro",
      "also": "À lire aussi",
      "more_news": "Autres actualités",
      "end_mark": "C’est tout pour ce numéro.",
      "articles_one": "{count} article",
      "articles_other": "{count} articles",
      "and_more_one": "et {count} autre",
      "and_more_other": "et {count} autres",
      "more_articles_one": "{count} autre article",
      "more_articles_other": "{count} autres articles",
      "about_minutes_one": "environ {count} minute",
      "about_minutes_other": "environ {count} minutes",

      // A note in an article
      "note_note": "Note",
      "note_tip": "Astuce",
      "note_important": "Important",
      "note_warning": "Avertissement",
      "note_caution": "Attention",
      "note_danger": "Danger",
      "note_info": "Info",
      "note_example": "Exemple",
      "note_question": "Question",
      "note_summary": "Résumé",
      "note_success": "Réussite",
      "note_failure": "Échec",
      "note_quote": "Citation",
      "note_todo": "À faire",
      "note_details": "Détails",
      "note_urgent": "Appelez le jour même",

      // An article
      "key_takeaway": "L’essentiel",
      "credibility": "Fiabilité",
      "interest": "Intérêt",
      "of_five": "{value} sur 5 ({words})",
      "of_five_short": "{value} sur 5",
      "rating_high": "niveau élevé",
      "rating_moderate": "niveau moyen",
      "rating_low": "niveau faible",
      "evidence": "Niveau de preuve",
      "evidence_very_early": "très préliminaire",
      "evidence_early": "préliminaire",
      "evidence_fairly_sure": "assez solide",
      "evidence_well_supported": "bien étayé",
      "tested_in_cells": "Sur des cellules uniquement.",
      "tested_in_animals": "Sur des animaux uniquement.",
      "tested_in_people": "Étudié chez des personnes.",
      "how_sure": "Est-ce bien établi\u{202F}?",
      "how_we_rate": "Comment nous évaluons les études",
      "one_minute": "En une minute",
      "means_for_you": "Ce que cela signifie pour vous",
      "keep_in_mind": "Ce qu’il faut garder à l’esprit",
      "go_to": "Aller à «\u{A0}{heading}\u{A0}»",
      "published": "publié le",
      "updated": "mis à jour le",
      "by": "par",
      "source": "Source",
      "topics": "Thèmes",
      "first_published": "Paru d’abord sur",
      "from_origin": "extrait de {title}",
      "minutes_one": "{count}\u{A0}min",
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Lire cet article",
      "read_more_about": "Lire cet article\u{A0}: {title}",
      "listen": "Écouter",
      "transcript": "Transcription",
      "attachments": "Pièces jointes",
      "attached_file": "{title} ({type}, {size}\u{A0}Mo)",
      "read_on": "… lire la suite",
      "send_on": "Envoyer à quelqu’un par e-mail",
      "page_address": "Adresse de cette page",
      "tell_mistake": "Signaler une erreur",
      "changes": "Modifications de cet article",
      "mistake_subject": "Erreur\u{A0}: {title} ({id})",
      "who_wrote": "Qui a écrit cet article",
      "conflicts": "Liens d’intérêts",
      "also_like": "Cela pourrait aussi vous intéresser",
      "advertisement": "Publicité",
      "to_appointment": "À emporter à votre rendez-vous",
      "questions_to_ask": "Questions à poser",
      "my_notes": "Mes notes",
      "whole_article": "L’article entier",
      "words_here": "Mots de cet article",
      "back_to_text": "Retour au texte",
      "easy_read": "Version facile à lire",

      // Footer of an email
      "rest_in_browser": "Ce message a été abrégé\u{202F}; lisez le numéro complet dans votre navigateur",
      "reason": """
      Vous recevez cet e-mail parce que cette adresse est abonnée à la lettre «\u{A0}{digest}\u{A0}» de \
      {site}\u{A0}:
      """,
      "signed_up_on": "Inscription le {date} avec l’adresse",
      "signed_up": "Inscription avec l’adresse",
      "unsubscribe": "Se désabonner",
      "from_these_mails": "de ces e-mails",
      "preferences": "Modifier vos préférences",
      "no_tracking": "Nous ne pouvons voir ni si vous ouvrez cet e-mail, ni sur quoi vous cliquez.",
      "tagged_links": """
      Les liens indiquent de quel numéro vous venez, mais pas qui vous êtes. Nous ne pouvons pas voir si vous ouvrez cet \
      e-mail.
      """,
      "replies": "Vos réponses à cet e-mail parviennent à notre rédaction.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Deux gestes pour confirmer : {site}",
      "letter_confirm": "Le {date}, quelqu’un a saisi cette adresse sur {site} et demandé ces e-mails :",
      "letter_confirm_action": "Oui, envoyez-moi ces e-mails",
      "letter_confirm_note": """
      Le lien ouvre une page avec un bouton. Tant que vous n’appuyez pas dessus, nous n’envoyons rien. Le lien \
      est valable 30 jours.
      """,
      "letter_following_subject": "Vous recevez déjà ces e-mails de {site}",
      "letter_following": """
      Le {date}, quelqu’un a saisi cette adresse sur {site} et demandé des e-mails que vous recevez déjà :
      """,
      "letter_following_action": "Voir ou modifier ce que vous recevez",
      "letter_following_note": "Vous n’avez rien à faire.",
      "letter_link_subject": "Votre lien vers {site}",
      "letter_link": "Voici la page où vous voyez et modifiez tout ce que {site} conserve à votre sujet :",
      "letter_link_action": "Ouvrir ma page",
      "letter_link_note": """
      Le lien est valable une heure. Si vous ne l’avez pas demandé, ignorez cet e-mail ; rien n’a changé.
      """,
      "letter_unknown_subject": "Aucun e-mail de {site} à cette adresse",
      "letter_unknown": """
      Quelqu’un a demandé à {site} le lien vers les abonnements de cette adresse. Il n’y en a pas : vous avez \
      peut-être utilisé une autre adresse.
      """,
      "letter_unknown_action": "S’abonner",
      "letter_new_subject": "Est-ce votre nouvelle adresse ? {site}",
      "letter_new": "Une personne qui lit {site} souhaite désormais recevoir ses e-mails à cette adresse.",
      "letter_new_action": "Oui, c’est mon adresse",
      "letter_new_note": """
      Le lien ouvre une page avec un bouton. Tant que vous n’appuyez pas dessus, rien ne change. Le lien est \
      valable sept jours.
      """,
      "letter_old_subject": "Votre adresse chez {site} a été modifiée",
      "letter_old": "Le {date}, vos e-mails de {site} ont été transférés vers une autre adresse, qui l’a confirmé.",
      "letter_old_action": "Annuler ce changement",
      "letter_old_note": "Si ce changement vient de vous, vous n’avez rien à faire. Le lien est valable sept jours.",
      "letter_feeds_subject": "Vos flux privés de {site}",
      "letter_feeds": """
      Copiez chaque adresse dans votre lecteur de flux. Les adresses des messages précédents ne fonctionnent \
      plus.
      """,
      "letter_feeds_note": """
      Quiconque connaît une adresse peut lire le flux, gardez-la donc pour vous. Si d’autres l’apprennent, \
      demandez-en une nouvelle sur votre page.
      """,
      "letter_refuse": "Ce n’était pas moi : ne plus jamais écrire à cette adresse",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Comment lire ces résumés",
      "note_research": """
      Chacun explique ce qu’une étude a montré, et une étude a rarement le dernier mot. Le niveau de preuve indique à \
      quel point sa conception étaye ses résultats. Si elle ne porte que sur des cellules ou des animaux, personne ne \
      sait encore ce qu’il en est chez l’humain.
      """,
      "note_advice_heading": "Parlez à votre médecin ou à votre équipe soignante avant de changer quoi que ce soit",
      "note_advice": """
      Ne commencez, n’arrêtez et ne modifiez aucun médicament, régime ou exercice à cause de ce que vous lisez ici. \
      Rien de ce qui figure ici n’est un avis médical personnel. Si votre état s’aggrave soudainement, appelez votre \
      équipe soignante ou le numéro d’urgence.
      """,

      // Pages
      "skip": "Aller au texte",
      "site_menu": "Site",
      "about_site": "À propos de ce site",
      "newest": "Nouveautés",
      "newest_articles": "Derniers articles",
      "nothing_published": "Les premiers articles paraîtront bientôt ici.",
      "past_issues": "Anciens numéros",
      "all_past_issues": "Tous les anciens numéros",
      "no_issues": "Aucun numéro n’a encore été envoyé.",
      "follow": "Suivre dans un lecteur de flux",
      "how_to_follow": """
      Un lecteur de flux est un logiciel ou un site qui rassemble pour vous les nouveaux articles. Copiez \
      l’adresse d’un flux et collez-la là où votre lecteur propose «\u{A0}ajouter un flux\u{A0}» ou \
      «\u{A0}s’abonner\u{A0}».
      """,
      "feed_as": "{title} au format {label}",
      "note_label": "À noter",
      "subscribe": "Recevoir les nouveautés",
      "all_articles": "Tous les articles",
      "year_articles": "Articles de {year}",
      "all_topics": "Tous les thèmes",
      "other_topics": "Autres thèmes",
      "page_number": "page {page_number}",
      "pages": "Pagination",
      "newer": "Articles plus récents",
      "older": "Articles plus anciens",
      "newer_issue": "Numéro suivant",
      "older_issue": "Numéro précédent",
      "contents": "Sur cette page",
      "feed_list": "Tous les flux en un fichier (OPML)",
      "other_formats": "Autres formats",
      "copy": "Copier",
      "copied": "Copié",
      "by_mail": "Par e-mail",
      "sign_up": "S’abonner à la lettre",
      "sign_up_title": "Recevoir les nouveautés par e-mail",
      "promise": "Ni pistage, ni cookies, ni publicité.",
      "sign_up_hint": """
      Les nouveaux articles vous parviennent par e-mail. Vous pouvez vous désabonner à tout moment. Sans \
      pistage.
      """,
      "withdrawn_title": "Cet article a été retiré",
      "withdrawn": """
      Il avait été publié à cette adresse, et son éditeur l’a retiré. On ne peut plus le lire ici.
      """,
      "same_topics": "Articles sur les mêmes thèmes",
      "not_found_title": "Cette page n’existe pas",
      "not_found": """
      L’adresse contient peut-être une faute de frappe, ou la page a été déplacée. Ces pages mènent à tout ce que \
      contient ce site\u{A0}:
      """,

      // Feeds
      "topic_feed": "Les nouveautés de {site} sur {topic}",
      "feed_opened": """
      Ceci est un flux, destiné aux logiciels qui signalent les nouveautés. Copiez son adresse dans un \
      lecteur de flux. Pour le lire sous forme de page, rendez-vous à l’adresse
      """,
      "feed_ended": "{title} a pris fin",
      "feed_ended_text": """
      Rien de nouveau ne paraîtra dans ce flux. Vous pouvez le retirer de votre lecteur\u{202F}; les autres \
      flux se trouvent sur notre site.
      """,
    ].merging(frenchWeb) { $1 })
}
