/// Neutral address (você), in Brazilian spelling, with words that are understood in Portugal too where possible.
/// Nothing shows whether the reader is a woman or a man. The words for ratings fit both credibility (feminine) and
/// interest (masculine). The form `one` is used for 0 and 1.
extension Wording {
  static let portuguese = Wording(
    tag: "pt",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " e ",

      // Header of an email and of an issue's page
      "view_in_browser": "Ver no navegador",
      "issue_line": "edição {number}",
      "issue_of_digest": "{digest}, edição {number}",
      "issue_of_date": "{digest} de {date}",
      "in_this_issue": "Nesta edição",
      "also": "E ainda",
      "more_news": "Mais notícias",
      "end_mark": "Estas foram todas as notícias desta edição.",
      "articles_one": "{count} artigo",
      "articles_other": "{count} artigos",
      "and_more_one": "e mais {count}",
      "and_more_other": "e mais {count}",
      "more_articles_one": "mais {count} artigo",
      "more_articles_other": "mais {count} artigos",
      "about_minutes_one": "cerca de {count} minuto",
      "about_minutes_other": "cerca de {count} minutos",

      // A note in an article
      "note_note": "Nota",
      "note_tip": "Dica",
      "note_important": "Importante",
      "note_warning": "Aviso",
      "note_caution": "Atenção",
      "note_danger": "Perigo",
      "note_info": "Informação",
      "note_example": "Exemplo",
      "note_question": "Pergunta",
      "note_summary": "Resumo",
      "note_success": "Sucesso",
      "note_failure": "Falha",
      "note_quote": "Citação",
      "note_todo": "A fazer",
      "note_details": "Detalhes",
      "note_urgent": "Ligue no mesmo dia",

      // An article
      "key_takeaway": "O essencial",
      "credibility": "Credibilidade",
      "interest": "Interesse",
      "of_five": "{value} de 5 ({words})",
      "of_five_short": "{value} de 5",
      "rating_high": "nível alto",
      "rating_moderate": "nível médio",
      "rating_low": "nível baixo",
      "evidence": "Nível de evidência",
      "evidence_very_early": "muito preliminar",
      "evidence_early": "preliminar",
      "evidence_fairly_sure": "bastante sólido",
      "evidence_well_supported": "bem fundamentado",
      "tested_in_cells": "Apenas em células.",
      "tested_in_animals": "Apenas em animais.",
      "tested_in_people": "Estudado em pessoas.",
      "how_sure": "Até que ponto isto está comprovado?",
      "how_we_rate": "Como avaliamos os estudos",
      "one_minute": "Em um minuto",
      "means_for_you": "O que isto significa para você",
      "keep_in_mind": "O que levar em conta",
      "go_to": "Ir para “{heading}”",
      "published": "publicado em",
      "updated": "atualizado em",
      "by": "por",
      "source": "Fonte",
      "topics": "Temas",
      "first_published": "Publicado originalmente em",
      "from_origin": "reproduzido de {title}",
      "listen": "Ouvir",
      "transcript": "Transcrição",
      "attachments": "Anexos",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "{count}\u{A0}min",
      "minutes_other": "{count}\u{A0}min",
      "read_more": "Ler este artigo",
      "read_more_about": "Ler este artigo: {title}",
      "read_on": "… continuar lendo",
      "send_on": "Enviar a alguém por e-mail",
      "page_address": "Endereço desta página",
      "tell_mistake": "Comunicar um erro",
      "changes": "Alterações neste artigo",
      "mistake_subject": "Erro: {title} ({id})",
      "who_wrote": "Quem escreveu este texto",
      "conflicts": "Conflitos de interesse",
      "also_like": "Talvez também lhe interesse",
      "advertisement": "Publicidade",
      "to_appointment": "Para levar à sua consulta",
      "questions_to_ask": "Perguntas que você pode fazer",
      "my_notes": "Minhas anotações",
      "whole_article": "O artigo completo",
      "words_here": "Palavras deste artigo",
      "back_to_text": "Voltar ao texto",
      "easy_read": "Versão de leitura fácil",

      // Footer of an email
      "rest_in_browser": "Este e-mail foi abreviado; você pode ler a edição completa no navegador",
      "reason": "Você recebe este e-mail porque este endereço está inscrito no boletim “{digest}” de {site}:",
      "signed_up_on": "Inscrição feita em {date} com o endereço",
      "signed_up": "Inscrição feita com o endereço",
      "unsubscribe": "Cancelar a inscrição",
      "from_these_mails": "nestes e-mails",
      "preferences": "Alterar o que você recebe",
      "no_tracking": "Não podemos ver se você abre este e-mail nem onde clica.",
      "tagged_links": """
      Os links indicam de que edição você vem, mas não quem você é. Não podemos ver se você abre este e-mail.
      """,
      "replies": "As respostas a este e-mail chegam à nossa redação.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Dois cliques para confirmar: {site}",
      "letter_confirm": "Em {date}, alguém escreveu este endereço em {site} e pediu estes e-mails:",
      "letter_confirm_action": "Sim, quero receber estes e-mails",
      "letter_confirm_note": """
      O link abre uma página com um botão. Enquanto você não clicar nele, não enviaremos nada. O link funciona \
      durante 30 dias.
      """,
      "letter_following_subject": "Você já recebe estes e-mails de {site}",
      "letter_following": "Em {date}, alguém escreveu este endereço em {site} e pediu e-mails que você já recebe:",
      "letter_following_action": "Ver ou alterar o que você recebe",
      "letter_following_note": "Você não precisa fazer nada.",
      "letter_link_subject": "Seu link para {site}",
      "letter_link": "Nesta página, você pode ver e alterar tudo o que {site} guarda sobre você:",
      "letter_link_action": "Abrir minha página",
      "letter_link_note": "O link funciona durante uma hora. Se você não o pediu, ignore este e-mail; nada mudou.",
      "letter_unknown_subject": "Nenhum e-mail de {site} para este endereço",
      "letter_unknown": """
      Alguém pediu a {site} o link para as inscrições deste endereço. Não há nenhuma: talvez você tenha usado outro \
      endereço.
      """,
      "letter_unknown_action": "Inscrever-se",
      "letter_new_subject": "Este é o seu novo endereço? {site}",
      "letter_new": "Uma pessoa que lê {site} quer passar a receber os e-mails neste endereço.",
      "letter_new_action": "Sim, este é o meu endereço",
      "letter_new_note": """
      O link abre uma página com um botão. Enquanto você não clicar nele, nada muda. O link funciona durante sete \
      dias.
      """,
      "letter_old_subject": "Seu endereço em {site} foi alterado",
      "letter_old": """
      Em {date}, seus e-mails de {site} passaram para outro endereço, a partir do qual a alteração foi confirmada.
      """,
      "letter_old_action": "Desfazer esta alteração",
      "letter_old_note": """
      Se foi você quem fez esta alteração, não precisa fazer nada. O link funciona durante sete dias.
      """,
      "letter_feeds_subject": "Seus feeds privados de {site}",
      "letter_feeds": """
      Copie cada endereço para o seu leitor de feeds. Os endereços de mensagens anteriores não funcionam mais.
      """,
      "letter_feeds_note": """
      Quem conhece um endereço pode ler o feed, portanto não o compartilhe. Se outras pessoas o descobrirem, \
      peça um novo na sua página.
      """,
      "letter_refuse": "Não fui eu: nunca mais escrevam para este endereço",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Como ler estes resumos",
      "note_research": """
      Cada resumo conta o que um estudo encontrou, e um único estudo raramente tem a última palavra. O nível de \
      evidência indica com que firmeza o desenho do estudo sustenta o que ele encontrou. Quando se lê “apenas em \
      células” ou “apenas em animais”, ninguém sabe ainda se o mesmo acontece com as pessoas.
      """,
      "note_advice_heading": "Converse com sua equipe médica ou de enfermagem antes de mudar qualquer coisa",
      "note_advice": """
      Não comece, não interrompa nem altere um medicamento, uma dieta ou um exercício por causa de algo que leu aqui. \
      Nada do que está aqui é um conselho médico para você. Se de repente você se sentir pior, ligue para sua equipe \
      de saúde ou para o número de emergência.
      """,

      // Pages
      "skip": "Ir para o texto",
      "site_menu": "Site",
      "about_site": "Sobre este site",
      "newest": "Novidades",
      "newest_articles": "Artigos mais recentes",
      "nothing_published": "Os primeiros artigos aparecerão aqui em breve.",
      "past_issues": "Edições anteriores",
      "all_past_issues": "Todas as edições anteriores",
      "no_issues": "Ainda não foi enviada nenhuma edição.",
      "follow": "Acompanhar em um leitor de feeds",
      "how_to_follow": """
      Um leitor de feeds é um programa ou um site que reúne os artigos novos para você. Copie o endereço de um feed e \
      cole-o onde seu leitor diz “adicionar um feed” ou “inscrever-se”.
      """,
      "feed_as": "{title} em formato {label}",
      "note_label": "Nota",
      "subscribe": "Receber as novidades",
      "all_articles": "Todos os artigos",
      "year_articles": "Artigos de {year}",
      "all_topics": "Todos os temas",
      "other_topics": "Outros temas",
      "page_number": "página {page_number}",
      "pages": "Páginas",
      "newer": "Artigos mais novos",
      "older": "Artigos mais antigos",
      "newer_issue": "Edição seguinte",
      "older_issue": "Edição anterior",
      "contents": "Nesta página",
      "feed_list": "Todos os feeds em um arquivo (OPML)",
      "other_formats": "Outros formatos",
      "copy": "Copiar",
      "copied": "Copiado",
      "by_mail": "Por e-mail",
      "sign_up": "Inscrever-se no boletim",
      "sign_up_title": "Receber as novidades por e-mail",
      "promise": "Sem rastreamento, sem cookies, sem publicidade.",
      "sign_up_hint": """
      Os artigos novos chegam a você por e-mail. Você pode cancelar a inscrição quando quiser. Sem rastreamento.
      """,
      "withdrawn_title": "Este artigo foi retirado",
      "withdrawn": "Foi publicado neste endereço e depois retirado por quem o publicou. Já não pode ser lido aqui.",
      "same_topics": "Artigos sobre os mesmos temas",
      "not_found_title": "Esta página não existe",
      "not_found": """
      Talvez haja um erro no endereço, ou a página tenha mudado de lugar. Estas páginas levam a tudo o que há neste \
      site:
      """,

      // Feeds
      "topic_feed": "Novidades sobre o tema “{topic}” em {site}",
      "feed_opened": """
      Isto é um feed, feito para programas que avisam das novidades. Copie o endereço dele para um leitor de feeds. \
      Para ler o feed como página, vá para
      """,
      "feed_ended": "O feed “{title}” foi encerrado",
      "feed_ended_text": """
      Nada de novo aparecerá neste feed. Você pode removê-lo do seu leitor; os outros feeds estão listados em nosso \
      site.
      """,
    ].merging(portugueseWeb) { $1 })
}
