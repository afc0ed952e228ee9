/// See ``Wording/englishWeb``.
extension Wording {
  static let polishWeb: [String: String] = [
    "web_lede": """
    Prosimy wybrać, co Państwa interesuje, a będziemy to przysyłać. Bez śledzenia. Zrezygnować można w każdej \
    chwili.
    """,
    "web_digests": "Jak często?",
    "web_feeds": "O czym chcą Państwo czytać?",
    "web_feeds_hint": "Aby otrzymywać wszystko, prosimy niczego nie zaznaczać.",
    "web_next_mail": "następny e-mail: {date} o {time}, jeśli będą nowości",
    "web_a_week": "mniej więcej {articles} tygodniowo",
    "web_rarely": "mniej niż jeden artykuł tygodniowo",
    "web_last_issue": "Zobacz ostatni e-mail",
    "web_address": "Państwa adres e-mail",
    "web_name": "Imię i nazwisko (opcjonalnie)",
    "web_leave_empty": "To pole prosimy pozostawić puste",
    "web_consent": "Chcę otrzymywać te e-maile z serwisu {site}. Mogę zrezygnować w każdej chwili.",
    "web_send": "Zapisuję się",
    "web_error": "Błąd: {heading}",
    "web_errors": "Prosimy to poprawić",
    "web_wrong_address": "Prosimy wpisać adres e-mail w postaci imie@example.org.",
    "web_wrong_name": "Prosimy wpisać imię i nazwisko: najwyżej 80 znaków, bez adresów.",
    "web_choose": "Prosimy wybrać co najmniej jedną możliwość.",
    "web_choose_single": "Prosimy wybrać tylko jedną z tych możliwości: każda przynosi te same artykuły.",
    "web_not_offered": "Tego nie można tutaj subskrybować.",
    "web_blocked": "Adresy w domenie {domain} nie są tu przyjmowane. Prosimy podać inny.",
    "web_did_you_mean": "Czy chodziło o adres {address}?",
    "web_use_this": "Tak, proszę użyć adresu {address}",
    "web_keep_this": "Nie, adres {address} jest poprawny",
    "web_keep_anyway": "Tak, adres {address} jest poprawny",
    "web_no_server": "Nie znaleziono serwera poczty dla domeny {domain}. Czy adres jest poprawny?",
    "web_too_fast": "Czy wszystko jest tak, jak Państwo chcą? Jeśli tak, prosimy wysłać.",
    "web_send_now": "Tak, wyślij",
    "web_sent_title": "Prosimy sprawdzić pocztę",
    "web_sent": """
    Na podany adres jest już w drodze e-mail. Prosimy go otworzyć i w ciągu 30 dni kliknąć link, który zawiera. Do \
    tego czasu nie będą Państwo niczego otrzymywać.
    """,
    "web_nothing_came": """
    Nic nie przyszło? Prosimy zajrzeć do folderu ze spamem lub po dziesięciu minutach spróbować ponownie.
    """,
    "web_write_us": "Jeśli to nie pomoże, prosimy do nas napisać",

    "web_confirm_title": "Jeszcze jedno kliknięcie",
    "web_confirm": "Na adres {address} będą przychodzić",
    "web_confirm_button": "Tak, proszę o te e-maile",
    "web_everything": "wszystko",
    "web_not_you": "To nie Państwo? Wystarczy zamknąć tę stronę, a nic nie zostanie wysłane.",
    "web_refuse": "Proszę nigdy więcej do mnie nie pisać",
    "web_refuse_title": "Nigdy więcej nie pisać na adres {address}?",
    "web_refuse_text": """
    Ten serwis nie będzie wysyłać na ten adres żadnych e-maili, niezależnie od tego, kto o nie poprosi.
    """,
    "web_refused": "Gotowe: na ten adres nie przyjdzie już żaden e-mail",
    "web_confirmed": "Gotowe: subskrypcja jest aktywna",
    "web_confirmed_before": """
    Ten link został już użyty, a subskrypcja jest potwierdzona. Tutaj można zmienić jej ustawienia.
    """,
    "web_moved_before": "Ten link został już użyty. Państwa e-maile przychodzą na nowy adres.",
    "web_first_mail": "{digest}: pierwszy e-mail przyjdzie {date} o {time}, jeśli będą nowości.",
    "web_read_now": "Przeczytaj teraz najnowsze wydanie",

    "web_lapsed_title": "Ten link jest zbyt stary",
    "web_unknown_title": "Ten link jest niepełny",
    "web_unknown": "Być może został ucięty. Prosimy skopiować go z e-maila w całości lub poprosić tutaj o nowy.",
    "web_over_title": "Ten link nie jest już potrzebny",
    "web_over": "To, do czego służył, już się zakończyło. Można zapisać się ponownie.",
    "web_over_access": """
    Na adres, na który go wysłano, nie przychodzą już stąd żadne e-maile. Jeśli adres się zmienił, prosimy podać \
    nowy, a przyjdzie na niego link.
    """,
    "web_over_move": """
    Tym linkiem nie można już zmienić adresu. Jeśli nadal chcą Państwo to zrobić, prosimy podać obecny adres i \
    zacząć od linku, który na niego przyjdzie.
    """,
    "web_lapsed_confirm": """
    Był ważny 30 dni. Nic nie zostało wysłane, a wpisane dane usunięto. Prosimy zapisać się ponownie.
    """,
    "web_gone_title": "Nic już tu nie przechowujemy",
    "web_gone": "To, czego dotyczył ten link, zostało usunięte i nie przyjdzie z tego powodu żaden e-mail.",

    "web_find_title": "Ustawienia subskrypcji: link e-mailem",
    "web_find": "Prosimy podać swój adres, a przyjdzie na niego link do ustawień subskrypcji.",
    "web_find_button": "Proszę o link",
    "web_link_sent": "Na ten adres jest już w drodze e-mail. Link, który zawiera, jest ważny przez godzinę.",
    "web_choices": "Co Państwo otrzymują",
    "web_mail_to": "E-maile na adres {address}",
    "web_asked_on": "Zapisali się Państwo {date}.",
    "web_pending": "czeka na Państwa potwierdzenie",
    "web_daily": "codziennie",
    "web_weekly": "co tydzień",
    "web_monthly": "co miesiąc",
    "web_none": "żadnych e-maili na te tematy",
    "web_your_next": "Państwa następny e-mail",
    "web_next_so_far": "{digest}: {date} o {time}. Na razie e-mail zawierałby",
    "web_next_empty": "{digest}: {date} o {time}, jeśli do tego czasu pojawi się coś nowego.",
    "web_show": "Pokaż mój następny e-mail",
    "web_not_saved": "Tak wyglądałby e-mail po Państwa zmianach. Nie są one jeszcze zapisane.",
    "web_welcome": "{digest}: najnowsze wydanie jest już w drodze do Państwa.",
    "web_language": "Język Państwa e-maili",
    "web_save": "Zapisz",
    "web_saved": "Zapisano",
    "web_gets": "Otrzymują teraz Państwo newsletter „{digest}”: {feeds}.",
    "web_no_longer": "Nie otrzymują już Państwo newslettera „{digest}”.",
    "web_unchanged": "Nic się nie zmieniło.",
    "web_begins": """
    Newsletter „{digest}” zacznie przychodzić, gdy go Państwo potwierdzą: e-mail w tej sprawie jest już w drodze.
    """,
    "web_undo": "Cofnij",
    "web_nothing_title": "Nic nie zaznaczono",
    "web_nothing": "Czy chcą Państwo zrobić przerwę, czy zrezygnować? Na razie nic się nie zmieniło.",
    "web_pause_title": "Przerwa w e-mailach",
    "web_pause_text": "Do tego czasu e-maile nie będą przychodzić. Potem same zostaną wznowione.",
    "web_until": "do {date}",
    "web_pause_button": "Wstrzymaj moje e-maile",
    "web_paused": "Bez e-maili do {date}",
    "web_resume": "Wznów już teraz",
    "web_resumed": "Państwa e-maile zostały wznowione",
    "web_data": "Państwa dane",
    "web_data_text": """
    Aby zmienić adres, zobaczyć wszystko, co przechowujemy na Państwa temat, lub to usunąć, potrzebny jest link, \
    który przyjdzie na Państwa adres.
    """,

    "web_stop_title": "Zrezygnować z tych e-maili?",
    "web_stop": "Rezygnuję z tych e-maili",
    "web_stop_all": "Rezygnuję ze wszystkich e-maili z tego serwisu",
    "web_or_instead": "Inne możliwości",
    "web_left": "Gotowe: te e-maile nie będą już przychodzić",
    "web_left_text": "Wszystko można nadal czytać w serwisie i w jego kanałach.",
    "web_undo_text": "To pomyłka? Przez godzinę można to tutaj cofnąć.",
    "web_why": "Dlaczego? Nie trzeba odpowiadać. Liczona jest tylko sama odpowiedź, a nie to, kto jej udzielił.",
    "web_why_often": "Za dużo e-maili",
    "web_why_content": "Treść nie spełnia oczekiwań",
    "web_why_never": "To nie moja subskrypcja",
    "web_why_another": "Inny powód",
    "web_thanks": "Dziękujemy.",
    "web_still": "Nadal otrzymują Państwo newsletter „{digest}”.",
    "web_stop_too": "Rezygnuję także z newslettera „{digest}”",
    "web_away": """
    Nie otrzymują Państwo obecnie żadnego z tych e-maili. Prosimy zaznaczyć, co ma przychodzić, i zapisać: przyjdzie \
    wtedy e-mail z prośbą o potwierdzenie.
    """,
    "web_come_back": "Przywróć moją subskrypcję",
    "web_back": "Witamy ponownie: e-maile będą nadal przychodzić",

    "web_history": "Na co i kiedy wyrazili Państwo zgodę",
    "web_event_asked": "zgłoszono",
    "web_event_confirmed": "potwierdzono",
    "web_event_changed": "zmieniono",
    "web_event_paused": "wstrzymano",
    "web_event_resumed": "wznowiono",
    "web_event_left": "zrezygnowano",
    "web_event_returned": "przywrócono",
    "web_event_moved": "nowy adres",
    "web_event_imported": "wpisał wydawca",
    "web_event_refused": "odmówiono",
    "web_event_lapsed": "nie potwierdzono",
    "web_event_forgotten": "usunięto",
    "web_quoted": "„{words}”",
    "web_export": "Pobierz wszystko jako plik (JSON)",
    "web_move": "Inny adres",
    "web_new_address": "Nowy adres e-mail",
    "web_move_button": "Zmień adres",
    "web_move_sent": """
    Na nowy adres jest już w drodze e-mail. Nic się nie zmieni, dopóki nie potwierdzą tam Państwo zmiany.
    """,
    "web_move_title": "Używać od teraz tego adresu?",
    "web_move_yes": "Tak, proszę używać tego adresu",
    "web_moved": "Państwa adres został zmieniony",
    "web_move_back_title": "Przywrócić poprzedni adres?",
    "web_move_back": "Tak, proszę przywrócić poprzedni",
    "web_erase": "Usunięcie wszystkich danych",
    "web_erase_text": """
    Imię i nazwisko, adres i historia zostaną usunięte i nie przyjdzie już żaden e-mail. Tego nie można cofnąć.
    """,
    "web_erase_button": "Usuń wszystko na mój temat",
    "web_erase_sure": "Czy na pewno usunąć wszystko?",
    "web_erased": "Gotowe: wszystko usunięto",
    "web_erased_text": "Pozostaje tylko kod, dzięki któremu ten serwis wie, że nie wolno pisać na Państwa adres.",

    "web_trouble_title": "Prosimy spróbować ponownie za minutę",
    "web_trouble": "Tej strony nie można teraz wyświetlić.",
    "web_refused_request_title": "Nie można zrealizować tego żądania",
    "web_refused_request": "Coś jest nie tak z formularzem. Prosimy wrócić i spróbować ponownie.",

    // Search
    "web_private_feeds": "Prywatne kanały",
    "web_private_feeds_text": "W czytniku kanałów, pod własnym adresem, mogą Państwo czytać także:",
    "web_private_feeds_button": "Wyślij mi adres",
    "web_private_feeds_sent": """
    E-mail z adresem jest już w drodze. Po jego wysłaniu wcześniejsze adresy przestają działać.
    """,
    "web_own_feed": "Kilka kanałów w jednym",
    "web_own_feed_text": """
    Prosimy zaznaczyć, co ma się znaleźć w jednym kanale. Nie potrzeba do tego adresu ani konta.
    """,
    "web_own_feed_button": "Pokaż kanał",
    "web_own_feed_link": "Połącz kilka z tych kanałów w jeden",
    "search": "Szukaj",
    "search_hint": "Szukane słowa",
    "search_for": "Wyniki wyszukiwania: „{words}”",
    "search_follow": "Subskrybuj te wyniki",
    "search_nothing": """
    Żaden artykuł nie zawiera wszystkich tych słów. Prosimy spróbować z mniejszą liczbą słów lub z innymi słowami.
    """,
  ]
}
