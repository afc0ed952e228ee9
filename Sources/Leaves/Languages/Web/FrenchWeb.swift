/// See ``Wording/englishWeb``.
extension Wording {
  static let frenchWeb: [String: String] = [
    "web_lede": """
    Choisissez ce que vous voulez, et cela vient à vous. Sans pistage. Vous pouvez partir à tout moment.
    """,
    "web_digests": "À quelle fréquence\u{202F}?",
    "web_feeds": "Sur quoi voulez-vous lire\u{202F}?",
    "web_feeds_hint": "Ne cochez rien pour tout recevoir.",
    "web_next_mail": "la prochaine fois le {date} à {time}, s’il y a du nouveau",
    "web_a_week": "environ {articles} par semaine",
    "web_rarely": "moins d’un article par semaine",
    "web_last_issue": "Voir le dernier e-mail",
    "web_address": "Votre adresse e-mail",
    "web_name": "Votre nom (facultatif)",
    "web_leave_empty": "Laissez ce champ vide",
    "web_consent": "Je veux recevoir ces e-mails de {site}. Je peux partir à tout moment.",
    "web_send": "S’abonner",
    "web_error": "Erreur\u{A0}: {heading}",
    "web_errors": "Veuillez corriger ceci",
    "web_wrong_address": "Écrivez votre adresse e-mail comme nom@example.org.",
    "web_wrong_name": "Écrivez un nom de 80 caractères au plus, sans adresse.",
    "web_choose": "Choisissez-en au moins un.",
    "web_choose_single": "N’en choisissez qu’un\u{A0}: chacun apporte les mêmes articles.",
    "web_not_offered": "On ne peut pas s’y abonner ici.",
    "web_blocked": "Les adresses de {domain} ne sont pas acceptées ici. Veuillez en utiliser une autre.",
    "web_did_you_mean": "Vouliez-vous dire {address}\u{202F}?",
    "web_use_this": "Oui, utiliser {address}",
    "web_keep_this": "Non, {address} est juste",
    "web_keep_anyway": "Oui, {address} est juste",
    "web_no_server": "Aucun serveur de messagerie n’a été trouvé pour {domain}. L’adresse est-elle juste\u{202F}?",
    "web_too_fast": "Tout est-il comme vous le voulez\u{202F}? Alors envoyez.",
    "web_send_now": "Oui, envoyer",
    "web_sent_title": "Consultez vos e-mails",
    "web_sent": """
    Un message est en route vers l’adresse que vous avez écrite. Ouvrez-le et suivez son lien dans les 30 jours. \
    D’ici là, vous ne recevez rien.
    """,
    "web_nothing_came": """
    Rien n’est arrivé\u{202F}? Regardez dans les indésirables, ou réessayez après dix minutes.
    """,
    "web_write_us": "Si cela n’aide pas, écrivez-nous",

    "web_confirm_title": "Encore un clic",
    "web_confirm": "{address} recevra",
    "web_confirm_button": "Oui, envoyez-moi ces e-mails",
    "web_everything": "tout",
    "web_not_you": "Ce n’était pas vous\u{202F}? Fermez cette page, et rien ne sera envoyé.",
    "web_refuse": "Ne m’écrivez plus jamais",
    "web_refuse_title": "Ne plus jamais écrire à {address}\u{202F}?",
    "web_refuse_text": "Ce site n’enverra plus d’e-mail à cette adresse, quelle que soit la personne qui le demande.",
    "web_refused": "C’est fait\u{A0}: plus d’e-mail à cette adresse",
    "web_confirmed": "C’est fait\u{A0}: vous êtes abonné",
    "web_confirmed_before": """
    Ce lien a déjà servi, et votre abonnement est confirmé. Ce que vous recevez se change ici.
    """,
    "web_moved_before": "Ce lien a déjà servi. Vos e-mails vont à la nouvelle adresse.",
    "web_first_mail": "{digest}\u{A0}: votre premier e-mail arrive le {date} à {time}, s’il y a du nouveau.",
    "web_read_now": "Lire le dernier numéro maintenant",

    "web_lapsed_title": "Ce lien est trop ancien",
    "web_unknown_title": "Ce lien n’est pas complet",
    "web_unknown": "Il a peut-être été coupé. Copiez-le en entier depuis l’e-mail, ou demandez-en un nouveau ici.",
    "web_over_title": "Ce lien a fait son travail",
    "web_over": "Ce à quoi il servait a pris fin depuis. Vous pouvez vous abonner de nouveau.",
    "web_over_access": """
    L’adresse à laquelle il a été envoyé ne reçoit plus d’e-mails d’ici. Si vous l’avez changée, écrivez la nouvelle, \
    et un lien y arrivera.
    """,
    "web_over_move": """
    Ce lien ne permet plus de changer l’adresse. Si vous le souhaitez encore, écrivez votre adresse actuelle et \
    commencez par le lien qui y arrivera.
    """,
    "web_lapsed_confirm": """
    Il a été valable 30 jours. Rien n’a été envoyé, et ce que vous aviez écrit est effacé. Abonnez-vous de nouveau.
    """,
    "web_gone_title": "Plus rien n’est conservé ici",
    "web_gone": "Ce à quoi servait ce lien est effacé, et aucun e-mail n’en viendra plus.",

    "web_find_title": "Vos choix, par e-mail",
    "web_find": "Écrivez votre adresse, et un lien vers vos choix y sera envoyé.",
    "web_find_button": "Envoyez-moi le lien",
    "web_link_sent": "Un message est en route vers cette adresse. Son lien fonctionne pendant une heure.",
    "web_choices": "Ce que vous recevez",
    "web_mail_to": "E-mails à {address}",
    "web_asked_on": "Vous vous êtes abonné le {date}.",
    "web_pending": "attend votre confirmation",
    "web_daily": "chaque jour",
    "web_weekly": "chaque semaine",
    "web_monthly": "chaque mois",
    "web_none": "aucun e-mail à ce sujet",
    "web_your_next": "Votre prochain e-mail",
    "web_next_so_far": "{digest}\u{A0}: le {date} à {time}. Pour l’instant, il contiendrait",
    "web_next_empty": "{digest}\u{A0}: le {date} à {time}, si quelque chose paraît d’ici là.",
    "web_show": "Afficher mon prochain e-mail",
    "web_not_saved": "Voici ce que donnerait votre choix. Il n’est pas encore enregistré.",
    "web_welcome": "{digest}\u{A0}: le dernier numéro est en route vers vous.",
    "web_language": "Langue de vos e-mails",
    "web_save": "Enregistrer",
    "web_saved": "Enregistré",
    "web_gets": "Vous recevez maintenant {digest}\u{A0}: {feeds}.",
    "web_no_longer": "Vous ne recevez plus {digest}.",
    "web_unchanged": "Rien n’a changé.",
    "web_begins": "{digest} commence quand vous le confirmez\u{A0}: un e-mail est en route vers vous.",
    "web_undo": "Annuler",
    "web_nothing_title": "Vous n’avez rien coché",
    "web_nothing": "Voulez-vous une pause, ou partir\u{202F}? Rien n’a encore changé.",
    "web_pause_title": "Faire une pause",
    "web_pause_text": "Aucun e-mail n’arrive d’ici là. Ensuite ils reprennent d’eux-mêmes.",
    "web_until": "jusqu’au {date}",
    "web_pause_button": "Suspendre mes e-mails",
    "web_paused": "Pas d’e-mails jusqu’au {date}",
    "web_resume": "Reprendre maintenant",
    "web_resumed": "Vos e-mails reprennent",
    "web_data": "Vos données",
    "web_data_text": """
    Pour changer d’adresse, voir tout ce qui est conservé sur vous ou l’effacer, il faut un lien envoyé à votre \
    adresse.
    """,

    "web_stop_title": "Arrêter ces e-mails\u{202F}?",
    "web_stop": "Arrêter ces e-mails",
    "web_stop_all": "Arrêter tous les e-mails de ce site",
    "web_or_instead": "Ou plutôt",
    "web_left": "C’est fait\u{A0}: vous ne recevez plus ces e-mails",
    "web_left_text": "Vous pouvez toujours tout lire sur le site et dans ses flux.",
    "web_undo_text": "Était-ce une erreur\u{202F}? Vous pouvez l’annuler ici pendant une heure.",
    "web_why": "Pourquoi\u{202F}? Rien ne vous oblige à le dire. Seule la réponse est comptée, pas qui l’a donnée.",
    "web_why_often": "Trop d’e-mails",
    "web_why_content": "Pas ce que j’attendais",
    "web_why_never": "Je ne me suis jamais abonné",
    "web_why_another": "Une autre raison",
    "web_thanks": "Merci.",
    "web_still": "Vous recevez toujours {digest}.",
    "web_stop_too": "Arrêter aussi {digest}",
    "web_away": """
    Vous ne recevez aucun de ces e-mails pour l’instant. Cochez ce que vous voulez et enregistrez\u{A0}: un e-mail vous \
    demandera de confirmer.
    """,
    "web_come_back": "Revenir",
    "web_back": "Bon retour\u{A0}: vos e-mails continuent",

    "web_history": "Ce que vous avez accepté, et quand",
    "web_event_asked": "demandé",
    "web_event_confirmed": "confirmé",
    "web_event_changed": "modifié",
    "web_event_paused": "suspendu",
    "web_event_resumed": "repris",
    "web_event_left": "parti",
    "web_event_returned": "revenu",
    "web_event_moved": "nouvelle adresse",
    "web_event_imported": "inscrit par l’éditeur",
    "web_event_refused": "refusé",
    "web_event_lapsed": "jamais confirmé",
    "web_event_forgotten": "effacé",
    "web_quoted": "«\u{A0}{words}\u{A0}»",
    "web_export": "Tout télécharger dans un fichier (JSON)",
    "web_move": "Une autre adresse",
    "web_new_address": "Nouvelle adresse e-mail",
    "web_move_button": "Changer l’adresse",
    "web_move_sent": """
    Un message est en route vers la nouvelle adresse. Rien ne change avant que vous le confirmiez là-bas.
    """,
    "web_move_title": "Utiliser désormais cette adresse\u{202F}?",
    "web_move_yes": "Oui, utiliser cette adresse",
    "web_moved": "Votre adresse a changé",
    "web_move_back_title": "Rétablir l’ancienne adresse\u{202F}?",
    "web_move_back": "Oui, la rétablir",
    "web_erase": "Tout effacer",
    "web_erase_text": "Nom, adresse et historique sont supprimés, et plus aucun e-mail n’arrive. C’est définitif.",
    "web_erase_button": "Effacer tout ce qui me concerne",
    "web_erase_sure": "Vraiment tout effacer\u{202F}?",
    "web_erased": "C’est fait\u{A0}: tout est effacé",
    "web_erased_text": "Seul reste un code qui permet à ce site de ne plus jamais écrire à votre adresse.",

    "web_trouble_title": "Veuillez réessayer dans une minute",
    "web_trouble": "Cette page ne peut pas être affichée pour le moment.",
    "web_refused_request_title": "Cette demande ne peut pas être traitée",
    "web_refused_request": "Quelque chose ne va pas avec le formulaire. Revenez en arrière et réessayez.",

    // Search
    "web_private_feeds": "Flux privés",
    "web_private_feeds_text": "Dans un lecteur de flux, à une adresse qui n’est qu’à vous, vous pouvez aussi lire :",
    "web_private_feeds_button": "M’envoyer l’adresse",
    "web_private_feeds_sent": """
    Un message avec l’adresse est en route vers vous. Dès son envoi, les adresses précédentes ne fonctionnent \
    plus.
    """,
    "web_own_feed": "Plusieurs flux en un seul",
    "web_own_feed_text": "Cochez ce que vous voulez suivre dans un seul flux. Il ne demande ni adresse ni compte.",
    "web_own_feed_button": "Montrer le flux",
    "web_own_feed_link": "Réunir plusieurs de ces flux en un seul",
    "search": "Rechercher",
    "search_hint": "Mots recherchés",
    "search_for": "Recherche\u{A0}: «\u{A0}{words}\u{A0}»",
    "search_follow": "Suivre ces résultats",
    "search_nothing": "Aucun article ne contient tous ces mots. Essayez avec moins de mots ou d’autres mots.",
  ]
}
