/// Formal address (вы, in lower case). The words for evidence agree with “Выводы” (plural), those for ratings with
/// “Уровень достоверности” and “Интерес” (both masculine).
extension Wording {
  static let russian = Wording(
    tag: "ru",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " и ",

      // Header of an email and of an issue's page
      "view_in_browser": "Открыть в браузере",
      "issue_line": "выпуск {number}",
      "issue_of_digest": "{digest}, выпуск {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "В этом выпуске",
      "also": "А также",
      "more_news": "Другие новости",
      "end_mark": "Это все новости этого выпуска.",
      "articles_one": "{count} статья",
      "articles_few": "{count} статьи",
      "articles_many": "{count} статей",
      "articles_other": "{count} статьи",
      "and_more_one": "и ещё {count}",
      "and_more_few": "и ещё {count}",
      "and_more_many": "и ещё {count}",
      "and_more_other": "и ещё {count}",
      "more_articles_one": "ещё {count} статья",
      "more_articles_few": "ещё {count} статьи",
      "more_articles_many": "ещё {count} статей",
      "more_articles_other": "ещё {count} статьи",
      "about_minutes_one": "около {count} минуты",
      "about_minutes_few": "около {count} минут",
      "about_minutes_many": "около {count} минут",
      "about_minutes_other": "около {count} минуты",

      // A note in an article
      "note_note": "Примечание",
      "note_tip": "Совет",
      "note_important": "Важно",
      "note_warning": "Предупреждение",
      "note_caution": "Осторожно",
      "note_danger": "Опасно",
      "note_info": "Информация",
      "note_example": "Пример",
      "note_question": "Вопрос",
      "note_summary": "Краткое содержание",
      "note_success": "Успех",
      "note_failure": "Неудача",
      "note_quote": "Цитата",
      "note_todo": "Что сделать",
      "note_details": "Подробности",
      "note_urgent": "Позвоните в тот же день",

      // An article
      "key_takeaway": "Главное",
      "credibility": "Уровень достоверности",
      "interest": "Интерес",
      "of_five": "{value} из 5 ({words})",
      "of_five_short": "{value} из 5",
      "rating_high": "высокий",
      "rating_moderate": "средний",
      "rating_low": "низкий",
      "evidence": "Выводы",
      "evidence_very_early": "самые предварительные",
      "evidence_early": "предварительные",
      "evidence_fairly_sure": "достаточно надёжные",
      "evidence_well_supported": "хорошо обоснованные",
      "tested_in_cells": "Исследование только на клетках.",
      "tested_in_animals": "Исследование только на животных.",
      "tested_in_people": "Исследование с участием людей.",
      "how_sure": "Насколько надёжны эти выводы?",
      "how_we_rate": "Как мы оцениваем исследования",
      "one_minute": "За одну минуту",
      "means_for_you": "Что это значит для вас",
      "keep_in_mind": "О чём стоит помнить",
      "go_to": "Перейти к разделу «{heading}»",
      "published": "опубликовано",
      "updated": "обновлено",
      "by": "текст:",
      "source": "Источник",
      "topics": "Темы",
      "first_published": "Впервые опубликовано на сайте",
      "from_origin": "с сайта «{title}»",
      "listen": "Прослушать",
      "transcript": "Расшифровка",
      "attachments": "Вложения",
      "attached_file": "{title} ({type}, {size}\u{A0}МБ)",
      "minutes_one": "{count}\u{A0}мин",
      "minutes_few": "{count}\u{A0}мин",
      "minutes_many": "{count}\u{A0}мин",
      "minutes_other": "{count}\u{A0}мин",
      "read_more": "Прочитать эту статью",
      "read_more_about": "Прочитать эту статью: {title}",
      "read_on": "… читать дальше",
      "send_on": "Отправить кому-нибудь по электронной почте",
      "page_address": "Адрес этой страницы",
      "tell_mistake": "Сообщить об ошибке",
      "changes": "Изменения в этой статье",
      "mistake_subject": "Ошибка: {title} ({id})",
      "who_wrote": "Кто это написал",
      "conflicts": "Конфликт интересов",
      "also_like": "Вам может быть интересно",
      "advertisement": "Реклама",
      "to_appointment": "Взять с собой на приём",
      "questions_to_ask": "Вопросы, которые можно задать",
      "my_notes": "Мои заметки",
      "whole_article": "Статья целиком",
      "words_here": "Слова из этой статьи",
      "back_to_text": "Вернуться к тексту",
      "easy_read": "Версия на ясном языке",

      // Footer of an email
      "rest_in_browser": "Это письмо сокращено; весь выпуск можно прочитать в браузере",
      "reason": """
      Вы получаете это письмо, потому что на этот адрес оформлена подписка на рассылку «{digest}» сайта «{site}»:
      """,
      "signed_up_on": "Вы подписались {date}, указав адрес",
      "signed_up": "Вы подписались, указав адрес",
      "unsubscribe": "Отписаться",
      "from_these_mails": "от этих писем",
      "preferences": "Изменить подписку",
      "no_tracking": "Мы не можем видеть, открываете ли вы это письмо и по каким ссылкам переходите.",
      "tagged_links": """
      По ссылкам видно, из какого выпуска вы пришли, но не видно, кто вы. Мы не можем видеть, открываете ли вы это \
      письмо.
      """,
      "replies": "Ответы на это письмо приходят в нашу редакцию.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Подтверждение в два нажатия: {site}",
      "letter_confirm": "{date} кто-то указал этот адрес на сайте «{site}» и попросил присылать эти письма:",
      "letter_confirm_action": "Да, присылайте мне эти письма",
      "letter_confirm_note": """
      Ссылка открывает страницу с кнопкой. Пока вы не нажмёте её, мы ничего не отправим. Ссылка действует 30 дней.
      """,
      "letter_following_subject": "Вы уже получаете эти письма с сайта «{site}»",
      "letter_following": """
      {date} кто-то указал этот адрес на сайте «{site}» и попросил присылать письма, которые вы уже получаете:
      """,
      "letter_following_action": "Посмотреть или изменить подписку",
      "letter_following_note": "Вам ничего не нужно делать.",
      "letter_link_subject": "Ваша ссылка на сайт «{site}»",
      "letter_link": "На этой странице можно посмотреть и изменить всё, что сайт «{site}» хранит о вас:",
      "letter_link_action": "Открыть мою страницу",
      "letter_link_note": """
      Ссылка действует один час. Если вы её не запрашивали, не обращайте внимания на это письмо: ничего не \
      изменилось.
      """,
      "letter_unknown_subject": "Писем с сайта «{site}» на этот адрес нет",
      "letter_unknown": """
      Кто-то запросил на сайте «{site}» ссылку на подписки этого адреса. Подписок нет: возможно, вы указывали другой \
      адрес.
      """,
      "letter_unknown_action": "Подписаться",
      "letter_new_subject": "Это ваш новый адрес? {site}",
      "letter_new": "Кто-то из читателей сайта «{site}» хочет теперь получать свои письма на этот адрес.",
      "letter_new_action": "Да, это мой адрес",
      "letter_new_note": """
      Ссылка открывает страницу с кнопкой. Пока вы не нажмёте её, ничего не изменится. Ссылка действует семь дней.
      """,
      "letter_old_subject": "Ваш адрес на сайте «{site}» изменён",
      "letter_old": "{date} ваши письма с сайта «{site}» перенесены на другой адрес; с него это подтвердили.",
      "letter_old_action": "Отменить это изменение",
      "letter_old_note": "Если это сделали вы, ничего делать не нужно. Ссылка действует семь дней.",
      "letter_refuse": "Это не я: больше никогда не пишите на этот адрес",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Как читать эти краткие изложения",
      "note_research": """
      В каждом из них рассказано, что показало одно исследование, а одно исследование редко даёт окончательный \
      ответ. Пометка «Выводы» говорит о том, насколько прочно само построение исследования подкрепляет его \
      результаты. Если исследование провели только на клетках или только на животных, никто пока не знает, верно ли \
      это для людей.
      """,
      "note_advice_heading": "Прежде чем что-либо менять, пожалуйста, поговорите с врачом или медсестрой",
      "note_advice": """
      Не начинайте, не прекращайте и не меняйте приём лекарств, диету или упражнения из-за того, что прочитали \
      здесь. Ничто здесь не является медицинским советом лично для вас. Если вам внезапно стало хуже, позвоните \
      своим врачам или по номеру экстренной помощи.
      """,

      // Pages
      "skip": "Перейти к тексту",
      "site_menu": "Сайт",
      "about_site": "О сайте",
      "newest": "Новое",
      "newest_articles": "Новые статьи",
      "nothing_published": "Скоро здесь появятся первые статьи.",
      "past_issues": "Прошлые выпуски",
      "all_past_issues": "Все прошлые выпуски",
      "no_issues": "Пока не отправлено ни одного выпуска.",
      "follow": "Подписаться на ленту",
      "how_to_follow": """
      Программа или сайт для чтения лент собирает для вас новые статьи. Скопируйте адрес ленты и вставьте его там, \
      где ваша программа предлагает «добавить ленту» или «подписаться».
      """,
      "feed_as": "{title} в формате {label}",
      "note_label": "Примечание",
      "subscribe": "Получать новости",
      "all_articles": "Все статьи",
      "year_articles": "Статьи за {year} год",
      "all_topics": "Все темы",
      "other_topics": "Другие темы",
      "page_number": "страница {page_number}",
      "pages": "Страницы",
      "newer": "Более новые статьи",
      "older": "Более старые статьи",
      "newer_issue": "Более новый выпуск",
      "older_issue": "Более старый выпуск",
      "contents": "На этой странице",
      "feed_list": "Все ленты в одном файле (OPML)",
      "other_formats": "Другие форматы",
      "copy": "Копировать",
      "copied": "Скопировано",
      "by_mail": "По электронной почте",
      "sign_up": "Подписаться на рассылку",
      "sign_up_title": "Новости по электронной почте",
      "promise": "Без отслеживания, без файлов cookie, без рекламы.",
      "sign_up_hint": """
      Новые статьи приходят вам по электронной почте. Отписаться можно в любое время. Без отслеживания.
      """,
      "withdrawn_title": "Эта статья снята с публикации",
      "withdrawn": "Она была опубликована по этому адресу, но издатель её отозвал. Прочитать её здесь больше нельзя.",
      "same_topics": "Статьи на те же темы",
      "not_found_title": "Такой страницы нет",
      "not_found": """
      Возможно, в адресе опечатка или страница переехала. Эти страницы ведут ко всему, что есть на сайте:
      """,

      // Feeds
      "topic_feed": "Новое по теме «{topic}» на сайте «{site}»",
      "feed_opened": """
      Это лента для программ, которые сообщают о новом. Скопируйте её адрес в программу для чтения лент. Чтобы \
      прочитать её как страницу, перейдите по адресу
      """,
      "feed_ended": "Лента «{title}» закрыта",
      "feed_ended_text": """
      В этой ленте больше не появится ничего нового. Её можно убрать из вашей программы; другие ленты перечислены на \
      нашем сайте.
      """,
    ].merging(russianWeb) { $1 })
}
