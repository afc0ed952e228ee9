/// Phrases in languages other than English. Servers often lose accents, so many phrases are
/// listed with and without them.
extension RefusalPhrases {
  static let foreign: [(Meaning, String)] = [
    (.noMailbox, noMailboxAbroad), (.noMailbox, closedMailboxAbroad), (.fullMailbox, fullMailboxAbroad),
    (.quota, quotaAbroad), (.messageSize, messageSizeAbroad), (.busy, busyAbroad),
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
    משתמש לא ידוע, ไม่มีผู้ใช้,
    kein solcher benutzer, kein benutzer, keine solche adresse, empfaenger existiert nicht, empfaenger nicht gefunden,
    mailbox existiert nicht, mailbox nicht gefunden, konto nicht gefunden, konto nicht vorhanden, adresse nicht gefunden,
    empfänger nicht vorhanden, empfaenger nicht vorhanden, postfach nicht vorhanden, benutzer nicht gefunden,
    benutzer nicht bekannt, empfänger nicht bekannt, empfaenger nicht bekannt, ungültiger empfänger,
    ungueltiger empfaenger, ungültige empfängeradresse, ungueltige empfaengeradresse,
    utilisateur introuvable, destinataire introuvable, adresse introuvable, boîte introuvable, boite introuvable,
    utilisateur inexistant, destinataire inexistant, compte n'existe plus, adresse n'existe plus, boîte n'existe plus,
    boite n'existe plus, utilisateur n'existe plus, destinataire n'existe plus, aucun utilisateur,
    usuario inexistente, destinatario inexistente, destinatario no existe, cuenta inexistente, cuenta no existe,
    buzón inexistente, buzon inexistente, usuario no encontrado, destinatario no encontrado, dirección inexistente,
    direccion inexistente, usuario no válido, destinatario no válido, destinatario no valido,
    usuário não existe, usuario nao existe, usuário não encontrado, usuario nao encontrado, destinatário inexistente,
    destinatário não existe, destinatario nao existe, destinatario nao encontrado, endereço inexistente,
    endereco inexistente, endereco nao existe, endereço não encontrado, conta inexistente, conta não existe,
    conta nao existe, caixa postal nao existe, utilizador desconhecido, utilizador inexistente, utilizador não existe,
    utilizador nao existe, caixa de correio não existe, caixa de correio inexistente,
    utente non trovato, destinatario non trovato, utente non esiste, l'utente non esiste, destinatario non esiste,
    casella * non esiste, casella * inesistente, casella non trovata, indirizzo sconosciuto, indirizzo non trovato,
    account inesistente, gebruiker niet gevonden, ontvanger niet gevonden, adres onbekend, onbekend adres,
    mailbox niet gevonden, postvak niet gevonden, användaren finns inte, adressen finns inte, mottagare okänd,
    användare okänd, brevlådan finns inte, modtager ukendt, bruger ukendt, brugeren findes ikke, adressen findes ikke,
    modtageren findes ikke, mottaker ukjent, brukeren finnes ikke, mottakeren finnes ikke, adressen finnes ikke,
    vastaanottajaa ei löydy, käyttäjää ei löydy, vastaanottaja tuntematon, käyttäjä tuntematon,
    odbiorca nieznany, użytkownik nieznany, uzytkownik nieznany, nieznany uzytkownik, uzytkownik nie istnieje,
    brak takiego użytkownika, brak takiego uzytkownika, nie ma takiego użytkownika, nie ma takiego uzytkownika,
    konto nie istnieje, odbiorca nie istnieje, nie znaleziono użytkownika, nie znaleziono odbiorcy,
    uživatel nenalezen, příjemce neexistuje, adresa neexistuje, felhasználó nem található, címzett ismeretlen,
    kullanıcı mevcut değil, alıcı bulunamadı, geçersiz alıcı,
    пользователь неизвестен, получатель неизвестен, получатель не существует, адресат не найден, адресат неизвестен,
    ящик не существует, нет такого адреса, нет такого ящика, нет такого почтового, учетная запись не найдена,
    учётная запись не найдена, користувач не існує, скринька не існує, адресат не знайден,
    ユーザー不明, ユーザ不明, 受信者不明, 宛先が存在し, 宛先は存在しません, ユーザーが存在しま, ユーザが存在しま, アカウントが存在しま,
    メールボックスが存在しま, 该用户不存在, 用户未找到, 找不到用户, 找不到收件人, 收件人未找到, 无此收件人, 无效收件人, 无效的收件人,
    无此邮箱, 无此帐号, 无此账号, 找不到收件者, 無此使用者, 無此帳號, 無此收件人, 없는 사용자, 존재하지 않는 수신,
    존재하지 않는 이메일, 존재하지 않는 메일, 수신인을 찾을 수 없, 없는 계정
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
    kein speicherplatz, boîte pleine,
    boite pleine, boîte aux lettres pleine, boite aux lettres pleine, boîte * pleine, boite * pleine,
    espace insuffisant, buzón lleno,
    buzon lleno, buzón está lleno, buzon esta lleno, casilla llena, bandeja llena,
    caixa postal cheia, caixa cheia, caixa de correio cheia,
    casella piena, casella * piena, spazio esaurito, postvak vol., postvak is vol,
    mailbox vol., mailbox is vol, brievenbus vol, brevlådan är full, postlådan är full, postkassen er fuld,
    postboksen er full, postilaatikko on täynnä, skrzynka pełna, skrzynka jest pełna, skrzynka przepełniona,
    przekroczony limit pojemności, schránka je plná, schránka plná, postafiók megtelt,
    posta kutusu dolu, почтовый ящик переполнен, ящик переполнен, ящик полон, почтовый ящик заполнен,
    превышен лимит почтового ящика, скринька переповнена, メールボックスがいっぱい,
    メールボックスが一杯, メールボックスの容量, 受信ボックスがいっぱい, 邮箱已满, 邮箱满,
    信箱已满, 空间已满, 容量已满, 邮箱空间不足, 信箱已滿, 信箱容量, 容量已滿, 메일함이 가득,
    hộp thư đầy, صندوق البريد ممتلئ, תיבת הדואר מלאה,
    postfach überfüllt, postfach * überfüllt, postfach * ueberfuellt, postfach * uebervoll,
    speicher voll, speicher ist voll, speicher erschöpft, speicher erschoepft, speicherplatz * erschoepft,
    speicherkapazität, speicherkapazitaet, speicherkontingent, kein platz, zu wenig platz,
    zu wenig speicher, nicht genug speicher, nicht genügend speicher, nicht genuegend speicher, keinen speicherplatz,
    briefkasten ist voll, posteingang voll, konto ist voll,
    messagerie pleine, messagerie est pleine, messagerie saturée, messagerie saturee, boîte * saturée, boite * saturee,
    est saturée, est saturee, est pleine,
    espace * insuffisant, espace disque, plus d'espace, pas assez d'espace,
    espace de stockage, capacité * dépassée, capacite * depassee, capacité * atteinte,
    buzón * llena, está lleno, esta lleno, está llena, esta llena, casilla * llena, bandeja * llena, correo lleno,
    sin espacio, no hay espacio, no tiene espacio, espacio insuficiente, espacio * agotado, espacio en disco,
    capacidad * excedida, capacidad * superada, excedido * capacidad, superado * capacidad, almacenamiento,
    caixa * lotada, está cheia, esta cheia, está lotada,
    espaço insuficiente, espaco insuficiente,
    sem espaço, sem espaco, espaço em disco, espaco em disco, armazenamento, sua cota,
    cassetta * piena, mailbox piena, è piena, e piena, è pieno,
    spazio * esaurito, spazio insufficiente, spazio su disco, spazio disco, superato * spazio,
    limite di spazio, capacità * superata,
    mailbox * vol., postvak * vol., postbus * vol., brievenbus * vol., zit vol., inbox * vol.,
    opslaglimiet, opslagruimte, schijfruimte, onvoldoende ruimte, te weinig ruimte, geen ruimte,
    brevlåda full, är full., er full., er fuld., er fyldt, lagringsutrymme, lagerplads, lagringsplass,
    on täynnä, tallennustila,
    skrzynka * pełna, skrzynka * pelna, skrzynka * przepełniona, skrzynka * przepelniona, skrzynka zapełniona,
    przekroczon * pojemno, przekroczon * skrzynki, brak miejsca,
    za mało miejsca, za malo miejsca, limit miejsca, pojemność skrzynki, pojemnosc skrzynki, limit pojemno,
    schránka * plná, schranka * plna, nedostatek místa, megtelt, kota dolu,
    kutusu * dolu, gelen kutusu dolu, переполнен, ящик * заполнен, ящик * полон, ящик * полный,
    нет места, нет свободного места, недостаточно места, недостаточно свободного, закончилось место,
    превышен * хранени, переповнен, немає місця,
    γεμάτο, γεματο, スプール容量, 容量不足, 容量が不足, 空き容量, 容量が一杯,
    容量がいっぱい, いっぱいです, 満杯, ディスク容量, 受信容量, 保存容量, 磁盘空间, 空间不足, 容量不足, 已满,
    邮箱容量, 信箱空間, 空間不足, 已滿, 용량 부족, 용량이 부족, 공간이 부족, 가득 찼
    """

  private static let quotaAbroad = """
    überschritten, ueberschritten, quota überschritten, kontingent überschritten, kontingent erschöpft,
    kontingent erschoepft, quota erreicht, quota erschöpft, quota dépassé, quota depasse, dépassement de quota,
    depassement de quota, quota * dépassé, quota * depasse, quota atteint, dépasse * quota, depasse * quota,
    dépassé * quota, cuota excedida, cuota superada, excedido su cuota, excede la cuota, cuota, cota excedida,
    quota excedida, cota de, cota * excedida, cota * ultrapassada, quota * excedida, quota * ultrapassada,
    excedeu * cota, excedeu * quota, quota superata, quota * superata, superato * quota, superata * quota,
    quota esaurita, quotum, overschreden, kvoten, kiintiö, przekroczona quota, przekroczono quot, kota aşıldı,
    překročena kvóta, kvóta, kotası, превышена квота, квота, квоты, квоту, превышен * размер, превышен * объем,
    превышен * объём, 容量を超え, 容量オーバー, 容量超過, 容量が超過, 容量制限, 容量の上限, 容量上限, クォータ, クオータ, 超过配额, 超出配额, 容量超, 配额, 配額, 용량이 초과,
    용량 초과, 용량을 초과, 할당량, 쿼터
    """

  private static let messageSizeAbroad = """
    nachrichtengröße, nachrichtengroesse, größe der nachricht, groesse der nachricht, taille du message,
    tamaño del mensaje, tamanho da mensagem, dimensione del messaggio, berichtgrootte, rozmiar wiadomości,
    размер сообщения, размер письма, メールサイズ, 邮件大小, 郵件大小, nachricht zu groß, nachricht ist zu groß, nachrichtengrösse,
    größe * nachricht, groesse * nachricht, grösse der nachricht, größe der email, größe der mail, mailgröße,
    mailgroesse, emailgröße, nachricht * zu groß, nachricht * zu gross, nachricht zu gross, mail ist zu groß,
    mail zu groß, email zu groß, email ist zu groß, nachricht überschreitet, nachricht ueberschreitet,
    nachricht * größer als, nachricht * groesser als, taille de votre message, taille de ce message,
    taille maximale du message, taille maximale des messages, taille du mail, taille du courriel, taille de l'email,
    message trop volumineux, message est trop volumineux, message trop grand, message est trop grand,
    message trop gros, message dépasse, message depasse, tamano del mensaje, tamaño de su mensaje,
    tamaño máximo * mensaje, tamano maximo * mensaje, tamaño del correo, tamano del correo, mensaje demasiado grande,
    mensaje es demasiado grande, mensaje excede, mensaje supera, tamanho de sua mensagem, tamanho máximo * mensagem,
    tamanho maximo * mensagem, tamanho do email, mensagem muito grande, mensagem é muito grande, mensagem excede,
    dimensioni del messaggio, dimensione massima * messaggio, dimensione della mail, messaggio troppo grande,
    messaggio è troppo grande, messaggio supera, grootte van het bericht, grootte van uw bericht, bericht te groot,
    bericht is te groot, meddelandets storlek, meddelandestorlek, meddelandet är för stort, meddelelsens størrelse,
    meddelelsesstørrelse, meldingens størrelse, meldingsstørrelse, viestin koko, rozmiar wiadomosci, rozmiar maila,
    wiadomość jest za duża, wiadomosc jest za duza, velikost zprávy, velikost zpravy, zpráva je příliš velká,
    üzenet mérete, levél mérete, ileti boyutu, mesaj boyutu, posta boyutu, размер * сообщения, размер * письма,
    сообщение слишком большое, письмо слишком большое, розмір повідомлення, розмір листа, μέγεθος του μηνύματος,
    μέγεθος μηνύματος, メールのサイズ, メッセージサイズ, メッセージのサイズ, サイズが大きすぎ, サイズ制限, 邮件太大, 邮件过大, 信件大小, 信件过大, 郵件太大, 郵件過大, 信件過大, 메일 크기,
    메일의 크기, 메시지 크기, 메일 용량, 메시지의 크기, kích thước thư, حجم الرسالة, גודל ההודעה
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
    발송 제한, 발송량,
    versandkontingent, sendekontingent, versandquota, limite d'expédition, quota d'envoi, límite de mensajes,
    limite de mensajes, cuota de envío, cuota de envio, cota de envio, quota de envio, limite de envios, quota di invio,
    verzendquotum, limit wiadomości, limit wiadomosci, квота на отправку, квоту на отправку, 送信容量, 发送配额, 發送配額
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
    nachricht abgelehnt, nachricht wurde abgelehnt, spamverdacht, als spam,
    message considéré comme spam, message refusé, message refuse, mail rejete,
    mensaje rechazado, mensagem rejeitada, messaggio rifiutato, como spam, come spam, bericht geweigerd, спам,
    письмо отклонено, сообщение отклонено, вирус, 迷惑メール, スパム, ウイルス, 垃圾邮件, 垃圾郵件, 病毒,
    内容被拒绝, 邮件内容, 스팸, 바이러스,
    添付ファイル
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
