/// Phrases in languages other than English. Accents are often lost, so many phrases are listed twice here.
extension RefusalPhrases {
  static let foreign: [(Meaning, String)] = [
    (.noMailbox, noMailboxAbroad), (.noMailbox, closedMailboxAbroad), (.fullMailbox, fullMailboxAbroad),
    (.busy, busyAbroad),
    (.ourVolume, ourVolumeAbroad), (.us, usAbroad), (.content, contentAbroad), (.domain, domainAbroad),
    (.noDomain, noDomainAbroad),
    (.unwanted, unwantedAbroad),
  ]

  private static let noMailboxAbroad = """
    correo no existe, correo electrónico no existe, indirizzo * non esiste, empfänger * nicht gefunden, empfänger * unbekannt,
    endereço * não existe, adresse * inconnue, destinataire * inconnu,
    unbekannter empfänger, unbekannter empfaenger, empfänger unbekannt, empfaenger unbekannt,
    empfänger ist unbekannt, empfänger existiert nicht, empfänger nicht gefunden, empfängeradresse existiert nicht,
    postfach existiert nicht, postfach nicht gefunden, postfach unbekannt, benutzer unbekannt,
    benutzer existiert nicht, unbekannter benutzer, unbekannter nutzer, adresse existiert nicht, adresse unbekannt,
    adressat unbekannt, konto existiert nicht, utilisateur inconnu, destinataire inconnu, adresse inconnue,
    compte inconnu, destinataire invalide, adresse d au moins un destinataire invalide, boîte inexistante,
    boite inexistante, adresse inexistante, adresse n'existe pas, destinataire n'existe pas, compte n'existe pas, utilisateur n'existe pas, boite n'existe pas, boîte n'existe pas, compte inexistant, usuario desconocido,
    destinatario desconocido, usuario no existe, no existe el usuario, no existe ese usuario,
    no existe dicha persona, la cuenta no existe, buzón no existe, buzon no existe, no existe el buzon,
    dirección no existe, direccion no existe, usuário desconhecido, usuario desconhecido, usuário inexistente,
    usuario inexistente, destinatário desconhecido, destinatario desconhecido, destinatário não encontrado,
    caixa postal inexistente, caixa postal não existe, endereço não existe, utente sconosciuto,
    destinatario sconosciuto, destinatario inesistente, utente inesistente, casella inesistente,
    casella non esiste, nessun utente simile, indirizzo inesistente, onbekende gebruiker, gebruiker onbekend,
    onbekende ontvanger, ontvanger onbekend, bestaat niet, okänd mottagare, okänd användare, mottagaren finns inte,
    ukendt modtager, ukendt bruger, ukjent mottaker, ukjent bruker, tuntematon vastaanottaja, tuntematon käyttäjä,
    nieznany użytkownik, nieznany odbiorca, użytkownik nie istnieje, skrzynka nie istnieje, adres nie istnieje,
    neznámý uživatel, neznámý příjemce, uživatel neexistuje, schránka neexistuje, ismeretlen felhasználó,
    ismeretlen címzett, bilinmeyen kullanıcı, kullanıcı bulunamadı, böyle bir kullanıcı yok,
    пользователь не найден, пользователь не существует, нет такого пользователя, неизвестный пользователь,
    неизвестный получатель, получатель не найден, почтовый ящик не существует, ящик не найден, адрес не существует,
    такого пользователя нет, користувача не знайдено, невідомий користувач, άγνωστος χρήστης,
    ユーザーが見つかりません, ユーザが見つかりません, ユーザーは存在しません, 宛先が見つかりません, 宛先不明, リストにありません, 見つかりません,
    存在しないアドレス, アドレスは存在しません, メールアドレスが存在しません, 宛先ユーザーが存在しません,
    受信者が見つかりません, 利用者がいません, あて先不明, 用户不存在, 收件人不存在, 收件人地址不存在, 邮箱不存在,
    地址不存在, 帐号不存在, 账号不存在, 无此用户, 沒有此使用者, 使用者不存在, 查無此人, 信箱不存在, 收件者不存在,
    帳號不存在, 사용자가 없습니다, 존재하지 않는 사용자, 수신자를 찾을 수 없, 사용자를 찾을 수 없,
    존재하지 않는 계정, người dùng không tồn tại, المستخدم غير موجود, المستخدم غير معروف, משתמש לא קיים,
    משתמש לא ידוע, ไม่มีผู้ใช้
    """

  private static let closedMailboxAbroad = """
    konto deaktiviert, konto ist deaktiviert, konto gesperrt, postfach deaktiviert, postfach ist deaktiviert,
    compte désactivé, compte desactive, compte supprimé, cuenta desactivada, conta desativada,
    boite du destinataire archivee, boîte du destinataire archivée
    """

  private static let fullMailboxAbroad = """
    mailbox * ist voll, buzón * lleno, buzon * lleno, boîte * est pleine, caixa * cheia,
    postfach voll, postfach ist voll, postfach * voll, mailbox voll, mailbox ist voll, briefkasten voll,
    posteingang ist voll, speicherplatz * erschöpft, speicherplatz * überschritten, speicherlimit,
    kein speicherplatz, kontingent überschritten, kontingent erschöpft, quota überschritten, boîte pleine,
    boite pleine, boîte aux lettres pleine, boite aux lettres pleine, boîte * pleine, boite * pleine,
    quota dépassé, quota depasse, dépassement de quota, depassement de quota, espace insuffisant, buzón lleno,
    buzon lleno, buzón está lleno, buzon esta lleno, casilla llena, bandeja llena, cuota excedida, cuota superada,
    excedido su cuota, excede la cuota, caixa postal cheia, caixa cheia, caixa de correio cheia, cota excedida,
    quota excedida, casella piena, casella * piena, quota superata, spazio esaurito, postvak vol., postvak is vol,
    mailbox vol., mailbox is vol, brievenbus vol, brevlådan är full, postlådan är full, postkassen er fuld,
    postboksen er full, postilaatikko on täynnä, skrzynka pełna, skrzynka jest pełna, skrzynka przepełniona,
    przekroczony limit pojemności, schránka je plná, schránka plná, postafiók megtelt, kota aşıldı,
    posta kutusu dolu, почтовый ящик переполнен, ящик переполнен, ящик полон, почтовый ящик заполнен,
    превышена квота, превышен лимит почтового ящика, скринька переповнена, メールボックスがいっぱい,
    メールボックスが一杯, メールボックスの容量, 受信ボックスがいっぱい, 容量を超え, 容量オーバー, 邮箱已满, 邮箱满,
    信箱已满, 空间已满, 容量已满, 邮箱空间不足, 超过配额, 超出配额, 信箱已滿, 信箱容量, 容量已滿, 메일함이 가득,
    용량이 초과, 용량 초과, hộp thư đầy, صندوق البريد ممتلئ, תיבת הדואר מלאה
    """

  private static let busyAbroad = """
    compte du destinataire est bloque, compte bloqué, konto vorübergehend gesperrt,
    später erneut, spaeter erneut, vorübergehend, voruebergehend, réessayer plus tard, reessayer plus tard,
    essayer plus tard, temporairement, temporalmente, inténtelo más tarde, intentelo mas tarde, temporariamente,
    tente novamente mais tarde, temporaneamente, riprovare più tardi, tijdelijk, probeer het later, tymczasowo,
    spróbuj później, временно, попробуйте позже, повторите попытку позже, 一時的, 後ほど, しばらくして, 暂时,
    稍后再试, 稍后重试, 暫時, 稍後再試, 일시적, 나중에 다시
    """

  private static let ourVolumeAbroad = """
    trop de connexions, trop de messages, trop de destinataires, limite d'envoi, limite denvoi,
    zu viele verbindungen, zu viele nachrichten, zu viele mails, zu viele empfänger, versandlimit, sendelimit,
    tageslimit, stundenlimit, pro stunde, pro tag., demasiadas conexiones, demasiados mensajes,
    demasiados destinatarios, límite de envío, limite de envio, limite diario, límite diario, por hora.,
    muitas conexões, limite di invio, troppe connessioni, troppi messaggi, te veel verbindingen, te veel berichten,
    verzendlimiet, limit wysyłki, za dużo połączeń, слишком много, лимит отправки, превышен лимит отправ, 送信制限,
    送信数, 送信上限, 发送频率, 发信频率, 连接频率, 频率限制, 发信量, 发送量, 超过限制, 發送頻率, 發信頻率,
    발송 제한, 발송량
    """

  private static let usAbroad = """
    absender abgelehnt, absenderadresse, absender nicht, absender gesperrt, absender blockiert, ihre ip,
    ip adresse, sperrliste, schwarze liste, expéditeur refusé, expediteur refuse, expéditeur invalide,
    emetteur invalide, émetteur invalide, votre adresse ip, votre ip, liste noire, authentification requise,
    authentification invalide, remitente rechazado, remitente no, remitente bloqueado, su ip, su dirección ip,
    lista negra, remetente rejeitado, remetente bloqueado, seu ip, mittente rifiutato, mittente non,
    afzender geweigerd, zwarte lijst, nadawca odrzucony, czarna lista, чёрный список, черный список, черном списке,
    отправитель отклонен, отправитель не, ブラックリスト, 送信元, 送信者, 送信ドメイン認証, 黑名单, 黑名單, 发件人,
    發件人, 寄件者, 发信ip, 발신자, 블랙리스트
    """

  private static let contentAbroad = """
    nachricht abgelehnt, nachricht wurde abgelehnt, spamverdacht, als spam, nachricht zu groß,
    nachricht ist zu groß, message considéré comme spam, message refusé, message refuse, mail rejete,
    mensaje rechazado, mensagem rejeitada, messaggio rifiutato, como spam, come spam, bericht geweigerd, спам,
    письмо отклонено, сообщение отклонено, вирус, 迷惑メール, スパム, ウイルス, 垃圾邮件, 垃圾郵件, 病毒,
    内容被拒绝, 邮件内容, 스팸, 바이러스
    """

  private static let domainAbroad = """
    zeitüberschreitung, délai dépassé, tiempo de espera, таймаут
    """

  private static let noDomainAbroad = """
    domäne existiert nicht, domain existiert nicht, domaine inconnu, dominio no existe, domínio não existe,
    dominio inesistente, домен не найден, 域名不存在
    """

  private static let unwantedAbroad = """
    richtlinie, politique, política, politica, verboten, abuse, complaint
    """
}
