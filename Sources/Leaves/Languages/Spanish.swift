/// Formal address (usted). The words for ratings fit both credibility (feminine) and interest (masculine).
extension Wording {
  static let spanish = Wording(
    tag: "es",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " y ",

      // Header of an email and of an issue's page
      "view_in_browser": "Ver en el navegador",
      "issue_line": "número {number}",
      "issue_of_digest": "{digest}, número {number}",
      "issue_of_date": "{digest} del {date}",
      "in_this_issue": "En este número",
      "also": "Además",
      "more_news": "Más noticias",
      "end_mark": "Eso es todo en este número.",
      "articles_one": "{count} artículo",
      "articles_other": "{count} artículos",
      "and_more_one": "y {count} más",
      "and_more_other": "y {count} más",
      "more_articles_one": "{count} artículo más",
      "more_articles_other": "{count} artículos más",
      "about_minutes_one": "alrededor de {count} minuto",
      "about_minutes_other": "alrededor de {count} minutos",

      // A note in an article
      "note_note": "Nota",
      "note_tip": "Consejo",
      "note_important": "Importante",
      "note_warning": "Advertencia",
      "note_caution": "Precaución",
      "note_danger": "Peligro",
      "note_info": "Información",
      "note_example": "Ejemplo",
      "note_question": "Pregunta",
      "note_summary": "Resumen",
      "note_success": "Éxito",
      "note_failure": "Fallo",
      "note_quote": "Cita",
      "note_todo": "Pendiente",
      "note_details": "Detalles",
      "note_urgent": "Llame el mismo día",

      // An article
      "key_takeaway": "Lo esencial",
      "credibility": "Fiabilidad",
      "interest": "Interés",
      "of_five": "{value} de 5 ({words})",
      "of_five_short": "{value} de 5",
      "rating_high": "nivel alto",
      "rating_moderate": "nivel medio",
      "rating_low": "nivel bajo",
      "evidence": "Nivel de evidencia",
      "evidence_very_early": "muy preliminar",
      "evidence_early": "preliminar",
      "evidence_fairly_sure": "bastante sólido",
      "evidence_well_supported": "bien respaldado",
      "tested_in_cells": "Solo en células.",
      "tested_in_animals": "Solo en animales.",
      "tested_in_people": "Estudiado en personas.",
      "how_sure": "¿Hasta qué punto está demostrado?",
      "how_we_rate": "Cómo valoramos los estudios",
      "one_minute": "En un minuto",
      "means_for_you": "Qué significa para usted",
      "keep_in_mind": "Qué conviene tener en cuenta",
      "go_to": "Ir a «{heading}»",
      "published": "publicado el",
      "updated": "actualizado el",
      "by": "por",
      "source": "Fuente",
      "topics": "Temas",
      "first_published": "Publicado primero en",
      "from_origin": "tomado de {title}",
      "minutes_one": "{count}\u{A0}min",
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Leer este artículo",
      "read_more_about": "Leer este artículo: {title}",
      "listen": "Escuchar",
      "transcript": "Transcripción",
      "attachments": "Archivos adjuntos",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "read_on": "… seguir leyendo",
      "send_on": "Enviar a alguien por correo electrónico",
      "page_address": "Dirección de esta página",
      "tell_mistake": "Avisar de un error",
      "changes": "Cambios en este artículo",
      "mistake_subject": "Error: {title} ({id})",
      "who_wrote": "Quién ha escrito esto",
      "conflicts": "Conflictos de intereses",
      "also_like": "También le puede interesar",
      "advertisement": "Publicidad",
      "to_appointment": "Para llevar a su cita",
      "questions_to_ask": "Preguntas que puede hacer",
      "my_notes": "Mis notas",
      "whole_article": "El artículo completo",
      "words_here": "Palabras de este artículo",
      "back_to_text": "Volver al texto",
      "easy_read": "Versión de lectura fácil",

      // Footer of an email
      "rest_in_browser": "Este correo se ha abreviado; puede leer el número completo en el navegador",
      "reason": "Recibe este correo porque esta dirección está suscrita al boletín «{digest}» de {site}:",
      "signed_up_on": "Se suscribió el {date} con",
      "signed_up": "Se suscribió con",
      "unsubscribe": "Darse de baja",
      "from_these_mails": "de estos correos",
      "preferences": "Cambiar sus preferencias",
      "no_tracking": "No podemos ver si abre este correo ni en qué hace clic.",
      "tagged_links": """
      Los enlaces indican de qué número viene usted, pero no quién es. No podemos ver si abre este correo.
      """,
      "replies": "Sus respuestas a este correo llegan a nuestra redacción.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Dos toques para confirmar: {site}",
      "letter_confirm": "El {date}, alguien escribió esta dirección en {site} y pidió estos correos:",
      "letter_confirm_action": "Sí, quiero recibir estos correos",
      "letter_confirm_note": """
      El enlace abre una página con un botón. Hasta que lo pulse, no enviamos nada. El enlace sirve durante 30 \
      días.
      """,
      "letter_following_subject": "Usted ya recibe estos correos de {site}",
      "letter_following": "El {date}, alguien escribió esta dirección en {site} y pidió correos que usted ya recibe:",
      "letter_following_action": "Ver o cambiar lo que recibe",
      "letter_following_note": "No tiene que hacer nada.",
      "letter_link_subject": "Su enlace a {site}",
      "letter_link": "En esta página puede ver y cambiar todo lo que {site} guarda sobre usted:",
      "letter_link_action": "Abrir mi página",
      "letter_link_note": "El enlace sirve durante una hora. Si no lo pidió, ignore este correo; nada ha cambiado.",
      "letter_unknown_subject": "Ningún correo de {site} a esta dirección",
      "letter_unknown": """
      Alguien pidió a {site} el enlace a las suscripciones de esta dirección. No hay ninguna: quizá usó otra \
      dirección.
      """,
      "letter_unknown_action": "Suscribirse",
      "letter_new_subject": "¿Es esta su nueva dirección? {site}",
      "letter_new": "Alguien que lee {site} quiere recibir sus correos en esta dirección a partir de ahora.",
      "letter_new_action": "Sí, es mi dirección",
      "letter_new_note": """
      El enlace abre una página con un botón. Hasta que lo pulse, nada cambia. El enlace sirve durante siete \
      días.
      """,
      "letter_old_subject": "Su dirección en {site} ha cambiado",
      "letter_old": "El {date}, sus correos de {site} pasaron a otra dirección, que lo confirmó.",
      "letter_old_action": "Deshacer este cambio",
      "letter_old_note": "Si hizo usted este cambio, no tiene que hacer nada. El enlace sirve durante siete días.",
      "letter_feeds_subject": "Sus canales privados de {site}",
      "letter_feeds": """
      Copie cada dirección en su lector de feeds. Las direcciones de mensajes anteriores ya no sirven.
      """,
      "letter_feeds_note": """
      Quien conozca una dirección puede leer el canal, así que no la comparta. Si otras personas la conocen, \
      pida una nueva en su página.
      """,
      "letter_refuse": "No fui yo: no vuelvan a escribir a esta dirección",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Cómo leer estos resúmenes",
      "note_research": """
      Cada uno explica lo que encontró un estudio, y un estudio rara vez tiene la última palabra. El nivel de evidencia \
      indica con qué firmeza su diseño respalda sus resultados. Si se hizo solo en células o en animales, nadie sabe \
      todavía si ocurre lo mismo en las personas.
      """,
      "note_advice_heading": "Hable con su médico o con el personal de enfermería antes de cambiar nada",
      "note_advice": """
      No empiece, ni suspenda, ni cambie ningún medicamento, dieta o ejercicio por algo que haya leído aquí. Nada \
      de lo que aquí se dice es un consejo médico para usted. Si de pronto se siente peor, llame a su equipo médico \
      o al número de emergencias.
      """,

      // Pages
      "skip": "Ir al texto",
      "site_menu": "Sitio",
      "about_site": "Sobre este sitio",
      "newest": "Novedades",
      "newest_articles": "Últimos artículos",
      "nothing_published": "Los primeros artículos aparecerán aquí pronto.",
      "past_issues": "Números anteriores",
      "all_past_issues": "Todos los números anteriores",
      "no_issues": "Todavía no se ha enviado ningún número.",
      "follow": "Seguir en un lector de feeds",
      "how_to_follow": """
      Un lector de feeds es un programa o un sitio web que reúne para usted los artículos nuevos. Copie la dirección \
      de un feed y péguela donde su lector diga «añadir un feed» o «suscribirse».
      """,
      "feed_as": "{title} en formato {label}",
      "note_label": "Nota",
      "subscribe": "Recibir las novedades",
      "all_articles": "Todos los artículos",
      "year_articles": "Artículos de {year}",
      "all_topics": "Todos los temas",
      "other_topics": "Otros temas",
      "page_number": "página {page_number}",
      "pages": "Páginas",
      "newer": "Artículos más recientes",
      "older": "Artículos anteriores",
      "newer_issue": "Número siguiente",
      "older_issue": "Número anterior",
      "contents": "En esta página",
      "feed_list": "Todos los feeds en un archivo (OPML)",
      "other_formats": "Otros formatos",
      "copy": "Copiar",
      "copied": "Copiado",
      "by_mail": "Por correo electrónico",
      "sign_up": "Suscribirse al boletín",
      "sign_up_title": "Recibir las novedades por correo electrónico",
      "promise": "Sin rastreo, sin cookies, sin publicidad.",
      "sign_up_hint": """
      Los artículos nuevos le llegan por correo electrónico. Puede darse de baja en cualquier momento. Sin rastreo.
      """,
      "withdrawn_title": "Este artículo ha sido retirado",
      "withdrawn": "Se publicó en esta dirección y su editor lo ha retirado. Ya no se puede leer aquí.",
      "same_topics": "Artículos sobre los mismos temas",
      "not_found_title": "Esta página no existe",
      "not_found": """
      Quizá haya un error en la dirección, o la página haya cambiado de lugar. Estas páginas llevan a todo lo que \
      hay en este sitio:
      """,

      // Feeds
      "topic_feed": "Novedades sobre {topic} en {site}",
      "feed_opened": """
      Esto es un feed, pensado para programas que avisan de las novedades. Copie su dirección en un lector de feeds. \
      Para leerlo como una página, vaya a
      """,
      "feed_ended": "{title} ha llegado a su fin",
      "feed_ended_text": """
      En este feed no aparecerá nada nuevo. Puede quitarlo de su lector; los demás feeds están en \
      nuestro sitio.
      """,
    ].merging(spanishWeb) { $1 })
}
