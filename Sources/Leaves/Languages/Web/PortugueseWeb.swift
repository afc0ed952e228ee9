/// See ``Wording/englishWeb``.
extension Wording {
  static let portugueseWeb: [String: String] = [
    // Signing up on the web
    "web_lede": """
    Escolha o que quer e receba por e-mail. Sem rastreamento. Você pode cancelar a inscrição quando quiser.
    """,
    "web_digests": "Com que frequência?",
    "web_feeds": "Sobre o que você gostaria de ler?",
    "web_feeds_hint": "Não marque nada para receber tudo.",
    "web_next_mail": "próximo e-mail em {date}, às {time}, se houver novidades",
    "web_a_week": "cerca de {articles} por semana",
    "web_rarely": "menos de um artigo por semana",
    "web_last_issue": "Ver o último e-mail",
    "web_address": "Seu endereço de e-mail",
    "web_name": "Seu nome (opcional)",
    "web_leave_empty": "Deixe este campo vazio",
    "web_consent": "Quero receber estes e-mails de {site}. Posso cancelar a inscrição quando quiser.",
    "web_send": "Fazer a inscrição",
    "web_error": "Erro: {heading}",
    "web_errors": "Corrija o seguinte",
    "web_wrong_address": "Escreva seu endereço de e-mail como nome@example.org.",
    "web_wrong_name": "Escreva um nome de até 80 caracteres, sem endereços.",
    "web_choose": "Escolha pelo menos uma opção.",
    "web_choose_single": "Escolha só uma destas opções: todas trazem os mesmos artigos.",
    "web_not_offered": "Aqui não é possível fazer esta inscrição.",
    "web_blocked": "Endereços de {domain} não são aceitos aqui. Use outro endereço.",
    "web_did_you_mean": "Você quis dizer {address}?",
    "web_use_this": "Sim, usar {address}",
    "web_keep_this": "Não, {address} está certo",
    "web_keep_anyway": "Sim, {address} está certo",
    "web_no_server": "Não foi encontrado nenhum servidor de e-mail para {domain}. O endereço está certo?",
    "web_too_fast": "Está tudo como você quer? Então envie.",
    "web_send_now": "Sim, enviar",
    "web_sent_title": "Verifique seu e-mail",
    "web_sent": """
    Uma mensagem está a caminho do endereço que você escreveu. Abra-a e clique no link no prazo de 30 dias. Até lá, \
    você não recebe nada.
    """,
    "web_nothing_came": "Não chegou nada? Procure na pasta de spam ou tente de novo depois de dez minutos.",
    "web_write_us": "Se isso não resolver, escreva para nós",

    // Confirming, and saying no
    "web_confirm_title": "Mais um clique",
    "web_confirm": "{address} vai receber",
    "web_confirm_button": "Sim, quero receber estes e-mails",
    "web_everything": "tudo",
    "web_not_you": "Não foi você? Então feche esta página, e nada será enviado.",
    "web_refuse": "Nunca mais escrevam para mim",
    "web_refuse_title": "Nunca mais escrever para {address}?",
    "web_refuse_text": "Este site não enviará e-mails a este endereço, seja quem for que os peça.",
    "web_refused": "Pronto: não haverá mais e-mails para este endereço",
    "web_confirmed": "Pronto: sua inscrição está feita",
    "web_confirmed_before": """
    Este link já foi usado, e sua inscrição está confirmada. Aqui você pode alterar o que recebe.
    """,
    "web_moved_before": "Este link já foi usado. Seus e-mails vão para o novo endereço.",
    "web_first_mail": "{digest}: seu primeiro e-mail chega em {date}, às {time}, se houver novidades.",
    "web_read_now": "Ler agora a edição mais recente",

    // Links that do not work
    "web_lapsed_title": "Este link expirou",
    "web_unknown_title": "Este link não está completo",
    "web_unknown": "Talvez tenha sido cortado. Copie o link inteiro do e-mail ou peça um novo aqui.",
    "web_over_title": "Este link já cumpriu sua função",
    "web_over": "Aquilo para que ele servia já terminou. Você pode se inscrever de novo.",
    "web_over_access": """
    O endereço para o qual ele foi enviado já não recebe e-mails daqui. Se você mudou de endereço, escreva o novo, e \
    um link chegará lá.
    """,
    "web_over_move": """
    Com este link, já não é possível alterar o endereço. Se você ainda quiser fazer isso, escreva seu endereço atual \
    e comece pelo link que chegará lá.
    """,
    "web_lapsed_confirm": """
    Ele funcionou durante 30 dias. Nada foi enviado, e o que você tinha escrito foi apagado. Faça a inscrição de \
    novo.
    """,
    "web_gone_title": "Nada mais está guardado aqui",
    "web_gone": "Aquilo para que este link servia foi apagado, e nenhum e-mail será enviado por causa dele.",

    // Lost links and choices
    "web_find_title": "Suas escolhas, por e-mail",
    "web_find": "Escreva seu endereço, e um link para suas escolhas chegará lá.",
    "web_find_button": "Quero receber o link",
    "web_link_sent": "Uma mensagem está a caminho desse endereço. O link dela funciona durante uma hora.",
    "web_choices": "O que você recebe",
    "web_mail_to": "E-mails para {address}",
    "web_asked_on": "Inscrição feita em {date}.",
    "web_pending": "à espera da sua confirmação",
    "web_daily": "todos os dias",
    "web_weekly": "todas as semanas",
    "web_monthly": "todos os meses",
    "web_none": "nenhum e-mail sobre isto",
    "web_your_next": "Seu próximo e-mail",
    "web_next_so_far": "{digest}: em {date}, às {time}. Por enquanto, esse e-mail traria",
    "web_next_empty": "{digest}: em {date}, às {time}, se aparecer algo novo até lá.",
    "web_show": "Mostrar meu próximo e-mail",
    "web_not_saved": "Isto é o que sua escolha traria. Ela ainda não foi salva.",
    "web_welcome": "{digest}: a edição mais recente está a caminho.",
    "web_language": "Idioma dos seus e-mails",
    "web_save": "Salvar",
    "web_saved": "Salvo",
    "web_gets": "Agora você recebe {digest}: {feeds}.",
    "web_no_longer": "Você já não recebe {digest}.",
    "web_unchanged": "Nada mudou.",
    "web_begins": "{digest} começa quando você confirmar: um e-mail está a caminho.",
    "web_undo": "Desfazer",
    "web_nothing_title": "Você não marcou nada",
    "web_nothing": "Você quer fazer uma pausa ou cancelar a inscrição? Nada mudou ainda.",
    "web_pause_title": "Fazer uma pausa",
    "web_pause_text": "Até lá, não chega nenhum e-mail. Depois, eles recomeçam sozinhos.",
    "web_until": "até {date}",
    "web_pause_button": "Pausar meus e-mails",
    "web_paused": "Sem e-mails até {date}",
    "web_resume": "Recomeçar agora",
    "web_resumed": "Seus e-mails recomeçam",
    "web_data": "Seus dados",
    "web_data_text": """
    Para alterar seu endereço, ver tudo o que está guardado sobre você ou apagar esses dados, você precisa de um link \
    que chega ao seu endereço.
    """,

    // Leaving
    "web_stop_title": "Deixar de receber estes e-mails?",
    "web_stop": "Deixar de receber estes e-mails",
    "web_stop_all": "Deixar de receber todos os e-mails deste site",
    "web_or_instead": "Ou, em vez disso",
    "web_left": "Pronto: você não receberá mais estes e-mails",
    "web_left_text": "Você pode continuar a ler tudo no site e nos feeds.",
    "web_undo_text": "Foi um engano? Durante uma hora, você pode desfazer isto aqui.",
    "web_why": "Por quê? Não é preciso dizer. Só a resposta é contada, não quem a deu.",
    "web_why_often": "E-mails demais",
    "web_why_content": "Não é o que eu esperava",
    "web_why_never": "Nunca me inscrevi",
    "web_why_another": "Outro motivo",
    "web_thanks": "Agradecemos.",
    "web_still": "Você continua a receber {digest}.",
    "web_stop_too": "Deixar de receber também {digest}",
    "web_away": """
    Agora você não recebe nenhum destes e-mails. Marque o que quer e salve: chegará um e-mail que pede sua \
    confirmação.
    """,
    "web_come_back": "Voltar a receber",
    "web_back": "Que bom ter você de volta: seus e-mails continuam",

    // A reader’s own data
    "web_history": "O que você aceitou e quando",
    "web_event_asked": "pedido",
    "web_event_confirmed": "confirmação",
    "web_event_changed": "alteração",
    "web_event_paused": "pausa",
    "web_event_resumed": "recomeço",
    "web_event_left": "inscrição cancelada",
    "web_event_returned": "retorno",
    "web_event_moved": "novo endereço",
    "web_event_imported": "inscrição feita por quem publica",
    "web_event_refused": "recusa",
    "web_event_lapsed": "pedido nunca confirmado",
    "web_event_forgotten": "dados apagados",
    "web_quoted": "“{words}”",
    "web_export": "Baixar tudo em um arquivo (JSON)",
    "web_move": "Outro endereço",
    "web_new_address": "Novo endereço de e-mail",
    "web_move_button": "Alterar o endereço",
    "web_move_sent": "Uma mensagem está a caminho do novo endereço. Nada muda até que você confirme lá.",
    "web_move_title": "Usar este endereço a partir de agora?",
    "web_move_yes": "Sim, usar este endereço",
    "web_moved": "Seu endereço foi alterado",
    "web_move_back_title": "Voltar ao endereço anterior?",
    "web_move_back": "Sim, voltar ao anterior",
    "web_erase": "Apagar tudo",
    "web_erase_text": """
    Seu nome, seu endereço e seu histórico são apagados, e não chega mais nenhum e-mail. Isto não pode ser desfeito.
    """,
    "web_erase_button": "Apagar tudo sobre mim",
    "web_erase_sure": "Apagar mesmo tudo?",
    "web_erased": "Pronto: tudo foi apagado",
    "web_erased_text": "Fica apenas um código pelo qual este site sabe que nunca deve escrever para seu endereço.",

    // Trouble
    "web_trouble_title": "Tente de novo daqui a um minuto",
    "web_trouble": "Não é possível mostrar esta página neste momento.",
    "web_refused_request_title": "Não é possível atender a este pedido",
    "web_refused_request": "Há algo errado com o formulário. Volte e tente de novo.",

    // Search
    "web_private_feeds": "Feeds privados",
    "web_private_feeds_text": "Em um leitor de feeds, em um endereço só seu, você também pode ler:",
    "web_private_feeds_button": "Enviar o endereço para mim",
    "web_private_feeds_sent": """
    Uma mensagem com o endereço está a caminho. Depois do envio, os endereços anteriores deixam de funcionar.
    """,
    "web_own_feed": "Vários feeds em um só",
    "web_own_feed_text": "Marque o que quer acompanhar em um só feed. Não é preciso ter endereço nem conta.",
    "web_own_feed_button": "Mostrar o feed",
    "web_own_feed_link": "Reunir vários destes feeds em um só",
    "search": "Pesquisar",
    "search_hint": "Palavras a pesquisar",
    "search_for": "Pesquisa: “{words}”",
    "search_follow": "Acompanhar estes resultados",
    "search_nothing": "Nenhum artigo contém todas estas palavras. Tente com menos palavras ou com outras.",
  ]
}
