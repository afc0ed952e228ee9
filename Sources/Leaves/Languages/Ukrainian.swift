/// Formal address (ви, in lower case). No preposition precedes a time, since it would depend on the hour. The words
/// for evidence agree with “Висновки” (plural), those for ratings with “Рівень достовірності” and
/// “Інтерес” (both masculine).
extension Wording {
  static let ukrainian = Wording(
    tag: "uk",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " та ",

      // Header of an email and of an issue's page
      "view_in_browser": "Відкрити в браузері",
      "issue_line": "випуск {number}",
      "issue_of_digest": "{digest}, випуск {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "У цьому випуску",
      "also": "А також",
      "more_news": "Інші новини",
      "end_mark": "Це всі новини цього випуску.",
      "articles_one": "{count} стаття",
      "articles_few": "{count} статті",
      "articles_many": "{count} статей",
      "articles_other": "{count} статті",
      "and_more_one": "і ще {count}",
      "and_more_few": "і ще {count}",
      "and_more_many": "і ще {count}",
      "and_more_other": "і ще {count}",
      "more_articles_one": "ще {count} стаття",
      "more_articles_few": "ще {count} статті",
      "more_articles_many": "ще {count} статей",
      "more_articles_other": "ще {count} статті",
      "about_minutes_one": "близько {count} хвилини",
      "about_minutes_few": "близько {count} хвилин",
      "about_minutes_many": "близько {count} хвилин",
      "about_minutes_other": "близько {count} хвилини",

      // A note in an article
      "note_note": "Примітка",
      "note_tip": "Порада",
      "note_important": "Важливо",
      "note_warning": "Попередження",
      "note_caution": "Обережно",
      "note_danger": "Небезпечно",
      "note_info": "Інформація",
      "note_example": "Приклад",
      "note_question": "Запитання",
      "note_summary": "Стислий зміст",
      "note_success": "Успіх",
      "note_failure": "Невдача",
      "note_quote": "Цитата",
      "note_todo": "Що зробити",
      "note_details": "Подробиці",
      "note_urgent": "Зателефонуйте того ж дня",

      // An article
      "key_takeaway": "Головне",
      "credibility": "Рівень достовірності",
      "interest": "Інтерес",
      "of_five": "{value} з 5 ({words})",
      "of_five_short": "{value} з 5",
      "rating_high": "високий",
      "rating_moderate": "середній",
      "rating_low": "низький",
      "evidence": "Висновки",
      "evidence_very_early": "дуже попередні",
      "evidence_early": "попередні",
      "evidence_fairly_sure": "досить надійні",
      "evidence_well_supported": "добре обґрунтовані",
      "tested_in_cells": "Дослідження лише на клітинах.",
      "tested_in_animals": "Дослідження лише на тваринах.",
      "tested_in_people": "Дослідження за участю людей.",
      "how_sure": "Наскільки надійні ці висновки?",
      "how_we_rate": "Як ми оцінюємо дослідження",
      "one_minute": "За одну хвилину",
      "means_for_you": "Що це означає для вас",
      "keep_in_mind": "Про що варто пам’ятати",
      "go_to": "Перейти до розділу «{heading}»",
      "published": "опубліковано",
      "updated": "оновлено",
      "by": "текст:",
      "source": "Джерело",
      "topics": "Теми",
      "first_published": "Уперше опубліковано на сайті",
      "from_origin": "із сайту «{title}»",
      "listen": "Прослухати",
      "transcript": "Розшифровка",
      "attachments": "Вкладення",
      "attached_file": "{title} ({type}, {size}\u{A0}МБ)",
      "minutes_one": "{count}\u{A0}хв",
      "minutes_few": "{count}\u{A0}хв",
      "minutes_many": "{count}\u{A0}хв",
      "minutes_other": "{count}\u{A0}хв",
      "read_more": "Прочитати цю статтю",
      "read_more_about": "Прочитати цю статтю: {title}",
      "read_on": "… читати далі",
      "send_on": "Надіслати комусь електронною поштою",
      "page_address": "Адреса цієї сторінки",
      "tell_mistake": "Повідомити про помилку",
      "changes": "Зміни в цій статті",
      "mistake_subject": "Помилка: {title} ({id})",
      "who_wrote": "Хто це написав",
      "conflicts": "Конфлікт інтересів",
      "also_like": "Вас може зацікавити",
      "advertisement": "Реклама",
      "to_appointment": "Узяти із собою на прийом",
      "questions_to_ask": "Запитання, які можна поставити",
      "my_notes": "Мої нотатки",
      "whole_article": "Уся стаття",
      "words_here": "Слова із цієї статті",
      "back_to_text": "Повернутися до тексту",
      "easy_read": "Версія для легкого читання",

      // Footer of an email
      "rest_in_browser": "Цей лист скорочено; весь випуск можна прочитати в браузері",
      "reason": "Ви отримуєте цей лист, бо на цю адресу оформлено підписку на розсилку «{digest}» сайту «{site}»:",
      "signed_up_on": "Ви підписалися {date}, вказавши адресу",
      "signed_up": "Ви підписалися, вказавши адресу",
      "unsubscribe": "Відписатися",
      "from_these_mails": "від цих листів",
      "preferences": "Змінити підписку",
      "no_tracking": "Ми не можемо бачити, чи відкриваєте ви цей лист і за якими посиланнями переходите.",
      "tagged_links": """
      З посилань видно, з якого випуску ви прийшли, але не видно, хто ви. Ми не можемо бачити, чи відкриваєте ви цей \
      лист.
      """,
      "replies": "Відповіді на цей лист надходять до нашої редакції.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Підтвердження двома натисканнями: {site}",
      "letter_confirm": "{date} хтось указав цю адресу на сайті «{site}» і попросив надсилати ці листи:",
      "letter_confirm_action": "Так, надсилайте мені ці листи",
      "letter_confirm_note": """
      Посилання відкриває сторінку з кнопкою. Поки ви її не натиснете, ми нічого не надішлемо. Посилання діє 30 \
      днів.
      """,
      "letter_following_subject": "Ви вже отримуєте ці листи із сайту «{site}»",
      "letter_following": """
      {date} хтось указав цю адресу на сайті «{site}» і попросив надсилати листи, які ви вже отримуєте:
      """,
      "letter_following_action": "Переглянути або змінити підписку",
      "letter_following_note": "Вам не потрібно нічого робити.",
      "letter_link_subject": "Ваше посилання на сайт «{site}»",
      "letter_link": "На цій сторінці можна переглянути й змінити все, що сайт «{site}» зберігає про вас:",
      "letter_link_action": "Відкрити мою сторінку",
      "letter_link_note": """
      Посилання діє одну годину. Якщо ви його не просили, не зважайте на цей лист: нічого не змінилося.
      """,
      "letter_unknown_subject": "Листів із сайту «{site}» на цю адресу немає",
      "letter_unknown": """
      Хтось попросив на сайті «{site}» посилання на підписки цієї адреси. Підписок немає: можливо, ви вказували іншу \
      адресу.
      """,
      "letter_unknown_action": "Підписатися",
      "letter_new_subject": "Це ваша нова адреса? {site}",
      "letter_new": "Хтось із читачів сайту «{site}» хоче відтепер отримувати свої листи на цю адресу.",
      "letter_new_action": "Так, це моя адреса",
      "letter_new_note": """
      Посилання відкриває сторінку з кнопкою. Поки ви її не натиснете, нічого не зміниться. Посилання діє сім днів.
      """,
      "letter_old_subject": "Вашу адресу на сайті «{site}» змінено",
      "letter_old": "{date} ваші листи із сайту «{site}» перенесено на іншу адресу; з неї це підтвердили.",
      "letter_old_action": "Скасувати цю зміну",
      "letter_old_note": "Якщо це зробили ви, нічого робити не потрібно. Посилання діє сім днів.",
      "letter_feeds_subject": "Ваші закриті стрічки сайту «{site}»",
      "letter_feeds": """
      Скопіюйте кожну адресу в програму для читання стрічок. Адреси з попередніх листів більше не діють.
      """,
      "letter_feeds_note": """
      Той, хто знає адресу, може читати стрічку, тому нікому її не повідомляйте. Якщо її дізналися інші, \
      попросіть нову на своїй сторінці.
      """,
      "letter_refuse": "Це не я: більше ніколи не пишіть на цю адресу",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Як читати ці стислі виклади",
      "note_research": """
      У кожному з них розказано, що показало одне дослідження, а одне дослідження рідко дає остаточну відповідь. \
      Позначка «Висновки» говорить про те, наскільки міцно сама побудова дослідження підкріплює його результати. \
      Якщо дослідження провели лише на клітинах або лише на тваринах, ніхто ще не знає, чи так само це в людей.
      """,
      "note_advice_heading": "Перш ніж щось змінювати, будь ласка, поговоріть із лікарем або медсестрою",
      "note_advice": """
      Не починайте, не припиняйте й не змінюйте приймання ліків, дієту чи вправи через те, що прочитали тут. Ніщо \
      тут не є медичною порадою особисто для вас. Якщо вам раптово стало гірше, зателефонуйте своїм лікарям або за \
      номером екстреної допомоги.
      """,

      // Pages
      "skip": "Перейти до тексту",
      "site_menu": "Сайт",
      "about_site": "Про сайт",
      "newest": "Нове",
      "newest_articles": "Нові статті",
      "nothing_published": "Незабаром тут з’являться перші статті.",
      "past_issues": "Попередні випуски",
      "all_past_issues": "Усі попередні випуски",
      "no_issues": "Ще не надіслано жодного випуску.",
      "follow": "Підписатися на стрічку",
      "how_to_follow": """
      Програма або сайт для читання стрічок збирає для вас нові статті. Скопіюйте адресу стрічки та вставте її там, \
      де ваша програма пропонує «додати стрічку» або «підписатися».
      """,
      "feed_as": "{title} у форматі {label}",
      "note_label": "Примітка",
      "subscribe": "Отримувати новини",
      "all_articles": "Усі статті",
      "year_articles": "Статті за {year} рік",
      "all_topics": "Усі теми",
      "other_topics": "Інші теми",
      "page_number": "сторінка {page_number}",
      "pages": "Сторінки",
      "newer": "Новіші статті",
      "older": "Старіші статті",
      "newer_issue": "Новіший випуск",
      "older_issue": "Старіший випуск",
      "contents": "На цій сторінці",
      "feed_list": "Усі стрічки в одному файлі (OPML)",
      "other_formats": "Інші формати",
      "copy": "Копіювати",
      "copied": "Скопійовано",
      "by_mail": "Електронною поштою",
      "sign_up": "Підписатися на розсилку",
      "sign_up_title": "Новини електронною поштою",
      "promise": "Без відстеження, без файлів cookie, без реклами.",
      "sign_up_hint": "Нові статті надходять вам електронною поштою. Відписатися можна будь-коли. Без відстеження.",
      "withdrawn_title": "Цю статтю знято з публікації",
      "withdrawn": """
      Її було опубліковано за цією адресою, але видавець її відкликав. Прочитати її тут більше не можна.
      """,
      "same_topics": "Статті на ті самі теми",
      "not_found_title": "Такої сторінки немає",
      "not_found": "Можливо, в адресі є помилка або сторінку перенесено. Ці сторінки ведуть до всього, що є на сайті:",

      // Feeds
      "topic_feed": "Нове за темою «{topic}» на сайті «{site}»",
      "feed_opened": """
      Це стрічка для програм, які повідомляють про нове. Скопіюйте її адресу в програму для читання стрічок. Щоб \
      прочитати її як сторінку, перейдіть за адресою
      """,
      "feed_ended": "Стрічку «{title}» закрито",
      "feed_ended_text": """
      У цій стрічці більше не з’явиться нічого нового. Її можна прибрати з вашої програми; інші стрічки перелічено \
      на нашому сайті.
      """,
    ].merging(ukrainianWeb) { $1 })
}
