/// Formal address (Państwo); buttons that state a wish are in the first person. The words for evidence agree with
/// “Wnioski” (plural), those for ratings with “Wiarygodność” and “Wartość poznawcza” (both feminine).
extension Wording {
  static let polish = Wording(
    tag: "pl",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " i ",

      // Header of an email and of an issue's page
      "view_in_browser": "Wyświetl w przeglądarce",
      "issue_line": "wydanie {number}",
      "issue_of_digest": "{digest}, wydanie {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "W tym wydaniu",
      "also": "A także",
      "more_news": "Inne wiadomości",
      "end_mark": "To wszystkie wiadomości w tym wydaniu.",
      "articles_one": "{count} artykuł",
      "articles_few": "{count} artykuły",
      "articles_many": "{count} artykułów",
      "articles_other": "{count} artykułu",
      "and_more_one": "i jeszcze {count}",
      "and_more_few": "i jeszcze {count}",
      "and_more_many": "i jeszcze {count}",
      "and_more_other": "i jeszcze {count}",
      "more_articles_one": "jeszcze {count} artykuł",
      "more_articles_few": "jeszcze {count} artykuły",
      "more_articles_many": "jeszcze {count} artykułów",
      "more_articles_other": "jeszcze {count} artykułu",
      "about_minutes_one": "około {count} minuty",
      "about_minutes_few": "około {count} minut",
      "about_minutes_many": "około {count} minut",
      "about_minutes_other": "około {count} minuty",

      // A note in an article
      "note_note": "Uwaga",
      "note_tip": "Wskazówka",
      "note_important": "Ważne",
      "note_warning": "Ostrzeżenie",
      "note_caution": "Przestroga",
      "note_danger": "Niebezpieczeństwo",
      "note_info": "Informacja",
      "note_example": "Przykład",
      "note_question": "Pytanie",
      "note_summary": "Podsumowanie",
      "note_success": "Powodzenie",
      "note_failure": "Niepowodzenie",
      "note_quote": "Cytat",
      "note_todo": "Do zrobienia",
      "note_details": "Szczegóły",
      "note_urgent": "Proszę zadzwonić jeszcze tego samego dnia",

      // An article
      "key_takeaway": "Najważniejsze",
      "credibility": "Wiarygodność",
      "interest": "Wartość poznawcza",
      "of_five": "{value} z 5 ({words})",
      "of_five_short": "{value} z 5",
      "rating_high": "wysoka",
      "rating_moderate": "średnia",
      "rating_low": "niska",
      "evidence": "Wnioski",
      "evidence_very_early": "bardzo wstępne",
      "evidence_early": "wstępne",
      "evidence_fairly_sure": "dość pewne",
      "evidence_well_supported": "dobrze uzasadnione",
      "tested_in_cells": "Badanie tylko na komórkach.",
      "tested_in_animals": "Badanie tylko na zwierzętach.",
      "tested_in_people": "Badanie z udziałem ludzi.",
      "how_sure": "Jak pewne są te wnioski?",
      "how_we_rate": "Jak oceniamy badania",
      "one_minute": "W jedną minutę",
      "means_for_you": "Co to oznacza dla Państwa",
      "keep_in_mind": "O czym warto pamiętać",
      "go_to": "Przejdź do części „{heading}”",
      "published": "opublikowano",
      "updated": "zaktualizowano",
      "by": "tekst:",
      "source": "Źródło",
      "topics": "Tematy",
      "first_published": "Pierwotnie opublikowano na stronie",
      "from_origin": "ze strony „{title}”",
      "listen": "Posłuchaj",
      "transcript": "Transkrypcja",
      "attachments": "Załączniki",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "{count}\u{A0}min",
      "minutes_few": "{count}\u{A0}min",
      "minutes_many": "{count}\u{A0}min",
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Przeczytaj ten artykuł",
      "read_more_about": "Przeczytaj ten artykuł: {title}",
      "read_on": "… czytaj dalej",
      "send_on": "Wyślij komuś e-mailem",
      "page_address": "Adres tej strony",
      "tell_mistake": "Zgłoś błąd",
      "changes": "Zmiany w tym artykule",
      "mistake_subject": "Błąd: {title} ({id})",
      "who_wrote": "Kto to napisał",
      "conflicts": "Konflikt interesów",
      "also_like": "Może Państwa zainteresować",
      "advertisement": "Reklama",
      "to_appointment": "Do zabrania na wizytę",
      "questions_to_ask": "Pytania, które warto zadać",
      "my_notes": "Moje notatki",
      "whole_article": "Cały artykuł",
      "words_here": "Słowa z tego artykułu",
      "back_to_text": "Powrót do tekstu",
      "easy_read": "Wersja łatwa do czytania",

      // Footer of an email
      "rest_in_browser": "Ten e-mail został skrócony; całe wydanie można przeczytać w przeglądarce",
      "reason": """
      Otrzymują Państwo ten e-mail, ponieważ ten adres jest zapisany na newsletter „{digest}” serwisu „{site}”:
      """,
      "signed_up_on": "Zapisali się Państwo {date}, podając adres",
      "signed_up": "Zapisali się Państwo, podając adres",
      "unsubscribe": "Rezygnacja",
      "from_these_mails": "z tych e-maili",
      "preferences": "Zmiana ustawień subskrypcji",
      "no_tracking": "Nie możemy zobaczyć, czy otwierają Państwo ten e-mail ani w co Państwo klikają.",
      "tagged_links": """
      Linki wskazują, z którego wydania Państwo przychodzą, ale nie to, kim Państwo są. Nie możemy zobaczyć, czy \
      otwierają Państwo ten e-mail.
      """,
      "replies": "Odpowiedzi na ten e-mail trafiają do naszej redakcji.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Potwierdzenie w dwóch kliknięciach: {site}",
      "letter_confirm": "{date} ktoś podał ten adres w serwisie „{site}” i poprosił o te e-maile:",
      "letter_confirm_action": "Tak, proszę o te e-maile",
      "letter_confirm_note": """
      Link otwiera stronę z przyciskiem. Dopóki go Państwo nie nacisną, niczego nie wyślemy. Link jest ważny 30 dni.
      """,
      "letter_following_subject": "Otrzymują już Państwo te e-maile z serwisu „{site}”",
      "letter_following": """
      {date} ktoś podał ten adres w serwisie „{site}” i poprosił o e-maile, które już Państwo otrzymują:
      """,
      "letter_following_action": "Sprawdź lub zmień ustawienia subskrypcji",
      "letter_following_note": "Nie trzeba nic robić.",
      "letter_link_subject": "Państwa link do serwisu „{site}”",
      "letter_link": """
      Oto strona, na której można zobaczyć i zmienić wszystko, co serwis „{site}” przechowuje na Państwa temat:
      """,
      "letter_link_action": "Otwórz moją stronę",
      "letter_link_note": """
      Link jest ważny przez godzinę. Jeśli nie prosili Państwo o niego, prosimy zignorować ten e-mail; nic się nie \
      zmieniło.
      """,
      "letter_unknown_subject": "Brak e-maili z serwisu „{site}” na ten adres",
      "letter_unknown": """
      Ktoś poprosił serwis „{site}” o link do subskrypcji tego adresu. Nie ma żadnych: być może użyli Państwo innego \
      adresu.
      """,
      "letter_unknown_action": "Zapisuję się",
      "letter_new_subject": "Czy to Państwa nowy adres? {site}",
      "letter_new": "Ktoś, kto czyta serwis „{site}”, chce od teraz otrzymywać swoje e-maile na ten adres.",
      "letter_new_action": "Tak, to mój adres",
      "letter_new_note": """
      Link otwiera stronę z przyciskiem. Dopóki go Państwo nie nacisną, nic się nie zmieni. Link jest ważny siedem \
      dni.
      """,
      "letter_old_subject": "Państwa adres w serwisie „{site}” został zmieniony",
      "letter_old": """
      {date} Państwa e-maile z serwisu „{site}” przeniesiono na inny adres, z którego tę zmianę potwierdzono.
      """,
      "letter_old_action": "Cofnij tę zmianę",
      "letter_old_note": "Jeśli to Państwo wprowadzili tę zmianę, nie trzeba nic robić. Link jest ważny siedem dni.",
      "letter_feeds_subject": "Państwa prywatne kanały z serwisu „{site}”",
      "letter_feeds": """
      Prosimy skopiować każdy adres do czytnika kanałów. Adresy z wcześniejszych e-maili już nie działają.
      """,
      "letter_feeds_note": """
      Kto zna adres, może czytać kanał, dlatego prosimy go nie udostępniać. Jeśli poznają go inni, na swojej \
      stronie można poprosić o nowy.
      """,
      "letter_refuse": "To nie ja: proszę nigdy więcej nie pisać na ten adres",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Jak czytać te streszczenia",
      "note_research": """
      Każde z nich mówi, co wykazało jedno badanie, a jedno badanie rzadko rozstrzyga sprawę. Określenie po słowie \
      „Wnioski” mówi, jak mocno sposób zaplanowania badania wspiera jego wyniki. Jeśli badanie prowadzono tylko na \
      komórkach lub tylko na zwierzętach, nikt jeszcze nie wie, czy u ludzi jest tak samo.
      """,
      "note_advice_heading": "Zanim cokolwiek Państwo zmienią, prosimy porozmawiać z lekarzem lub pielęgniarką",
      "note_advice": """
      Prosimy nie zaczynać, nie przerywać ani nie zmieniać przyjmowania leków, diety ani ćwiczeń z powodu tego, co \
      tu Państwo przeczytali. Żadna z tych treści nie jest poradą lekarską dla Państwa. W razie nagłego pogorszenia \
      samopoczucia prosimy zadzwonić do zespołu, który Państwa leczy, lub pod numer alarmowy.
      """,

      // Pages
      "skip": "Przejdź do tekstu",
      "site_menu": "Serwis",
      "about_site": "O serwisie",
      "newest": "Najnowsze",
      "newest_articles": "Najnowsze artykuły",
      "nothing_published": "Pierwsze artykuły pojawią się tu wkrótce.",
      "past_issues": "Poprzednie wydania",
      "all_past_issues": "Wszystkie poprzednie wydania",
      "no_issues": "Nie wysłano jeszcze żadnego wydania.",
      "follow": "Subskrypcja w czytniku kanałów",
      "how_to_follow": """
      Czytnik kanałów to program lub strona internetowa, która zbiera dla Państwa nowe artykuły. Wystarczy skopiować \
      adres kanału i wkleić go w czytniku w miejscu „dodaj kanał” lub „subskrybuj”.
      """,
      "feed_as": "{title} w formacie {label}",
      "note_label": "Uwaga",
      "subscribe": "Subskrypcja nowości",
      "all_articles": "Wszystkie artykuły",
      "year_articles": "Artykuły z roku {year}",
      "all_topics": "Wszystkie tematy",
      "other_topics": "Inne tematy",
      "page_number": "strona {page_number}",
      "pages": "Strony",
      "newer": "Nowsze artykuły",
      "older": "Starsze artykuły",
      "newer_issue": "Nowsze wydanie",
      "older_issue": "Starsze wydanie",
      "contents": "Na tej stronie",
      "feed_list": "Wszystkie kanały w jednym pliku (OPML)",
      "other_formats": "Inne formaty",
      "copy": "Kopiuj",
      "copied": "Skopiowano",
      "by_mail": "E-mailem",
      "sign_up": "Zapisz się na newsletter",
      "sign_up_title": "Nowości e-mailem",
      "promise": "Bez śledzenia, bez plików cookie, bez reklam.",
      "sign_up_hint": "Nowe artykuły przychodzą e-mailem. Zrezygnować można w każdej chwili. Bez śledzenia.",
      "withdrawn_title": "Ten artykuł został wycofany",
      "withdrawn": "Był opublikowany pod tym adresem, ale wydawca go wycofał. Nie można go już tutaj przeczytać.",
      "same_topics": "Artykuły na te same tematy",
      "not_found_title": "Nie ma takiej strony",
      "not_found": """
      Być może w adresie jest literówka albo strona została przeniesiona. Te strony prowadzą do wszystkiego, co jest \
      w tym serwisie:
      """,

      // Feeds
      "topic_feed": "Nowości na temat „{topic}” w serwisie „{site}”",
      "feed_opened": """
      To jest kanał przeznaczony dla programów, które informują o nowościach. Jego adres należy skopiować do \
      czytnika kanałów. Można go też przeczytać jako stronę pod adresem
      """,
      "feed_ended": "Kanał „{title}” został zamknięty",
      "feed_ended_text": """
      W tym kanale nie pojawi się już nic nowego. Można go usunąć z czytnika; lista innych kanałów jest w naszym \
      serwisie.
      """,
    ].merging(polishWeb) { $1 })
}
