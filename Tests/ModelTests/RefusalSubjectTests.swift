import Model
import Testing

@Suite struct RefusalSubjectTests {
  @Test(arguments: spoken)
  func theSubjectOfARefusalIsReadFromItsWordsFirst(_ case: Spoken) {
    let subject = RefusalSubject(code: `case`.code, status: `case`.status, words: `case`.words)
    #expect(subject == `case`.subject, "\(`case`.words)")
  }

  /// `Daily user sending limit exceeded` at the seventh reader of twelve must not end the issue for the rest.
  @Test(arguments: [
    (5, "5.4.5", "Daily user sending limit exceeded.", true), (5, "5.1.1", "User unknown", false),
    (5, "5.7.1", "Service unavailable; client host blocked using zen.example.net", true),
    (5, "5.2.2", "Mailbox full", false), (5, nil, "message looks like spam", true),
  ])
  func wordsAboutTheSenderProveNothingAboutTheMailbox(_: Int, _ status: String?, _ words: String, _ isAboutUs: Bool) {
    #expect(RefusalSubject(status: status, words: words).isAboutUs == isAboutUs)
  }

  /// GoDaddy's words of 2017, which suppressed whole lists.
  @Test func tooManyRecipientsThisHourSuppressesNoReaderAtRCPT() {
    let reply = Reply(
      stage: .recipient, code: 550, status: "5.1.1",
      text: "<ann@example.org> - 198.51.100.7 has sent to too many recipients this hour. IB607")
    #expect(!DeliveryPolicy.provesNoMailbox(reply))
    #expect(reply.subject == .ourVolume)
  }

  @Test(arguments: ["User unknown", "no such user here", "Recipient address rejected: User unknown in local table"])
  func unmistakableWordsAtRCPTProveItWithoutAStatus(_ words: String) {
    #expect(DeliveryPolicy.provesNoMailbox(Reply(stage: .recipient, code: 550, text: words)))
    #expect(!DeliveryPolicy.provesNoMailbox(Reply(stage: .recipient, code: 450, text: words)))
    #expect(!DeliveryPolicy.provesNoMailbox(Reply(stage: .finalDot, code: 550, text: words)))
  }

  @Test func aPhraseIsFoundInATextOfAnyLength() {
    let filler = String(repeating: "lorem ipsum ", count: 500)
    #expect(RefusalSubject(status: "5.1.1", words: filler + "mailbox full") == .fullMailbox)
    #expect(RefusalSubject(status: "5.1.1", words: "user " + filler) == .noMailbox)
    #expect(RefusalSubject(status: nil, words: String(repeating: "user ", count: 1500)) == .unclear)
  }
}

/// Next to 5.1.1 and 550, in the words of servers in other countries.
@Suite struct RefusalsAbroadTests {
  @Test(arguments: [
    "Mailbox exceeded", "over storage allotment", "Insufficient system storage", "The recipient's account is full",
    "Quota", "Delivery would exceed the limit", "user has reached their quota", "Maildir over capacity, no space",
    "Speicherplatz überschritten", "Postfachgroesse ueberschritten", "Das Postfach ist überfüllt", "Quota erreicht",
    "Speicher erschöpft", "Zu wenig Platz im Postfach", "La boîte de réception est saturée", "Quota du compte dépassé",
    "quota de la boite depasse", "Plus d’espace disponible", "El buzón del usuario está lleno", "Cuota excedida",
    "buzon sin espacio", "límite de almacenamiento superado", "A caixa de entrada está cheia", "Cota de disco excedida",
    "O usuário excedeu a quota", "Sem espaço na caixa", "La casella è piena", "Quota disco superata",
    "L'utente ha superato la quota", "Spazio su disco insufficiente", "De mailbox van de ontvanger is vol",
    "Quotum overschreden", "Onvoldoende ruimte in het postvak", "Mottagarens brevlåda är full", "Postkassen er fuld",
    "Skrzynka odbiorcy jest pełna", "Przekroczono pojemność skrzynki", "brak miejsca w skrzynce",
    "Schránka příjemce je plná", "Почтовый ящик получателя переполнен", "Превышен размер почтового ящика",
    "Недостаточно места в ящике", "Скринька переповнена", "スプール容量超過", "メールボックスの空き容量がありません", "ディスク容量が不足しています",
    "收件人邮箱空间不足", "信箱空間不足", "메일함 용량을 초과하였습니다", "Alıcının kotası dolu",
  ])
  func aFullMailboxIsNotAMissingOne(_ words: String) {
    for status in ["5.1.1", nil, "5.0.0"] {
      #expect(RefusalSubject(code: 550, status: status, words: words) == .fullMailbox)
    }
  }

  @Test(arguments: [
    "Kein solcher Benutzer", "Empfaenger nicht gefunden", "Ungültiger Empfänger", "Destinataire introuvable",
    "Ce compte n’existe plus", "Utilisateur inexistant", "Cuenta inexistente", "Destinatario no encontrado",
    "Usuário não encontrado", "caixa postal nao existe", "Utente non trovato", "Casella di posta inesistente",
    "Gebruiker niet gevonden", "Adres onbekend", "Användaren finns inte", "Modtageren findes ikke",
    "Brukeren finnes ikke", "Käyttäjää ei löydy", "Nie ma takiego użytkownika", "Odbiorca nieznany",
    "Příjemce neexistuje", "Felhasználó nem található", "Alıcı bulunamadı", "Адресат не найден",
    "Нет такого почтового ящика", "Скринька не існує", "ユーザー不明", "宛先が存在しません", "找不到收件人", "無此使用者",
    "존재하지 않는 메일 주소입니다",
  ])
  func anUnknownReaderIsOneInEachLanguage(_ words: String) {
    #expect(RefusalSubject(code: 550, status: nil, words: words) == .noMailbox)
  }

  @Test(arguments: [
    ("Versandkontingent überschritten", RefusalSubject.ourVolume), ("cuota de envío excedida", .ourVolume),
    ("Verzendlimiet overschreden", .ourVolume), ("发送配额已满", .ourVolume),
    ("Nachrichtengröße überschritten", .content), ("user unknown, ask the fullest of our staff", .noMailbox),
    ("Benutzer unbekannt", .noMailbox),
    ("onbekende gebruiker, volledig verwijderd", .noMailbox),
  ])
  func wordsAboutOtherSubjectsKeepTheirMeaning(_ words: String, _ subject: RefusalSubject) {
    #expect(RefusalSubject(code: 550, status: "5.1.1", words: words) == subject)
  }
}

struct Spoken: Sendable {
  let code: Int?
  let status: String?
  let words: String
  let subject: RefusalSubject

  init(_ code: Int?, _ status: String?, _ words: String, _ subject: RefusalSubject) {
    self.code = code
    self.status = status
    self.words = words
    self.subject = subject
  }
}

private let spoken: [Spoken] = [
  // 5.1.1 next to words with another meaning.
  Spoken(550, "5.1.1", "<ann@example.org> - 198.51.100.7 has sent to too many recipients this hour. IB607", .ourVolume),
  Spoken(550, "5.1.1", "ann@example.org over quota", .fullMailbox),
  Spoken(550, "5.1.1", "550 5.1.1 Mailbox full", .fullMailbox),
  Spoken(550, "5.1.1", "198.51.100.7 is listed at bl.example.net", .us),
  Spoken(550, "5.1.1", "Blocked - see https://www.spamhaus.org/query/ip/198.51.100.7", .us),
  Spoken(553, "5.1.3", "553 http://www.spamhaus.org/query/bl?ip=198.51.100.7", .us),
  Spoken(550, "5.1.2", "SERVFAIL while looking up example.org", .domain),
  Spoken(550, "5.1.2", "Host unknown (Name server: mx.example.org: host not found)", .noDomain),
  Spoken(550, "5.1.1", "User unknown; temporarily rejected, try again later", .busy),
  Spoken(550, "5.1.1", "Sender address rejected: User unknown in local recipient table", .us),
  Spoken(550, "5.1.1", "message looks like spam", .content),
  Spoken(550, "5.2.1", "The user you are trying to contact is receiving mail at a rate that prevents more", .busy),
  Spoken(550, "5.1.1", "mailbox unavailable", .noMailbox),
  // A host with the name of a block list, where the text points there.
  Spoken(550, "5.1.1", "rejected, see bl.example.net", .us),
  Spoken(550, "5.1.1", "198.51.100.7 found in ix.dnsbl.example.org", .us),
  Spoken(554, nil, "Mail refused: listed, check RBL.example.com.", .us),
  Spoken(550, "5.1.1", "rejected by (zen.spamhaus.org)", .us),
  Spoken(550, nil, "denied at dnsbl-1.uceprotect.example:", .us),
  Spoken(550, "5.1.1", "rejected, see help.example.net", .noMailbox),
  Spoken(550, "5.1.1", "rejected, see blue.example.net", .noMailbox),
  Spoken(550, "5.1.1", "user unknown at bl.example.net", .noMailbox),
  Spoken(550, "5.1.1", "mailbox full, see bl.example.net", .fullMailbox),
  Spoken(550, "5.1.1", "bl.example.net: gone", .noMailbox),
  Spoken(550, "5.1.1", "gone, see <ann@bl.example.net>", .noMailbox),
  // Addresses, hosts, links and numbers are not words.
  Spoken(550, "5.1.1", "<quota-exceeded@example.org> User unknown", .noMailbox),
  Spoken(550, "5.1.1", "user spam@example.org unknown", .noMailbox),
  Spoken(550, "5.1.1", "No such user. See https://help.example.org/mailbox-full?q=over+quota", .noMailbox),
  Spoken(550, "5.1.1", "mx.blacklist.example.org: user unknown", .noMailbox),
  Spoken(550, "5.1.1", "host greylist.example.org[192.0.2.1]: 550 5.1.1 <a@b.example>: gone", .noMailbox),
  // Lines and capitals.
  Spoken(550, "5.1.1", "550-5.1.1 The email account that you tried\n550-5.1.1 to reach does not exist.", .noMailbox),
  Spoken(552, "5.2.2", "552-5.2.2 The recipient's inbox is\n552 5.2.2 out of storage space.", .fullMailbox),
  Spoken(550, nil, "MAILBOX_FULL", .fullMailbox),
  Spoken(550, "5.1.10", "RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", .noMailbox),
  Spoken(550, nil, "unknown.Please check the address", .unclear),
  Spoken(550, nil, "This user doesn’t have a yahoo.example account", .noMailbox),
  // Limits of ours.
  Spoken(550, "5.4.5", "Daily user sending limit exceeded.", .ourVolume),
  Spoken(552, "5.2.2", "You have exceeded your sending quota for today", .ourVolume),
  Spoken(550, "5.7.1", "Too many messages from 198.51.100.7 in the last hour", .ourVolume),
  Spoken(454, nil, "Throttling failure: Daily message quota exceeded.", .ourVolume),
  Spoken(421, "4.7.28", "Our system has detected an unusual rate of unsolicited mail", .ourVolume),
  Spoken(550, nil, "Domain frequency limited", .ourVolume),
  Spoken(550, nil, "Versandlimit erreicht", .ourVolume),
  // Ourselves.
  Spoken(550, "5.7.1", "Service unavailable; Client host [198.51.100.7] blocked using zen.example.net", .us),
  Spoken(550, "5.7.26", "This mail is unauthenticated, which poses a security risk", .us),
  Spoken(554, nil, "Relay access denied", .us),
  Spoken(550, "5.7.1", "", .us),
  // Full, in other words and languages.
  Spoken(552, nil, "Benutzer hat zu wenig Platz: Postfach voll", .fullMailbox),
  Spoken(552, nil, "Boîte du destinataire pleine", .fullMailbox),
  Spoken(552, nil, "boite aux lettres pleine", .fullMailbox),
  Spoken(552, nil, "Buzón lleno", .fullMailbox),
  Spoken(552, nil, "почтовый ящик переполнен", .fullMailbox),
  Spoken(552, nil, "メールボックスがいっぱいです", .fullMailbox),
  Spoken(552, nil, "邮箱已满", .fullMailbox),
  Spoken(552, "5.1.1", "postvak vol", .fullMailbox),
  Spoken(550, "5.1.1", "postvak volledig weg", .noMailbox),
  // Gone, in other words and languages.
  Spoken(550, nil, "Unbekannter Empfänger", .noMailbox),
  Spoken(550, nil, "Utilisateur inconnu !", .noMailbox),
  Spoken(550, nil, "El usuario no existe: usuario desconocido", .noMailbox),
  Spoken(550, nil, "Нет такого пользователя", .noMailbox),
  Spoken(550, nil, "ユーザーが見つかりません", .noMailbox),
  Spoken(550, nil, "收件人不存在", .noMailbox),
  Spoken(550, "5.4.1", "Recipient address rejected: Access denied. AS(201806281)", .noMailbox),
  Spoken(554, "5.7.1", "Recipient address rejected: Access denied", .us),
  // Temporary, regardless of the rest.
  Spoken(450, "4.1.1", "User unknown in virtual alias table", .busy),
  Spoken(450, "4.2.0", "Greylisted, come back in 5 minutes", .busy),
  Spoken(452, "4.2.2", "over quota", .fullMailbox),
  Spoken(450, "4.1.2", "Domain not found", .domain),
  // In the wording of providers.
  Spoken(550, "5.2.2", "SubmissionQuotaExceededException; sender's submission quota was exceeded", .ourVolume),
  Spoken(550, "5.7.1", "Mail quota exceeded for account news@example.org (100 messages/day)", .ourVolume),
  Spoken(550, nil, "Domain example.org has exceeded the max emails per hour (172/150 (114%)) allowed.", .ourVolume),
  Spoken(554, "5.7.1", "Message rejected under suspicion of SPAM", .content),
  Spoken(
    550, nil, "Message was not accepted -- invalid mailbox. Local mailbox is unavailable: user not found", .noMailbox),
  Spoken(550, "5.1.0", "#5.1.0 Address rejected.", .noMailbox),
  Spoken(550, "5.2.0", "Unknown user", .unclear),
  Spoken(550, nil, "Die Mailbox des Empfängers ist voll", .fullMailbox),
  Spoken(550, nil, "L'indirizzo email non esiste", .noMailbox),
  // A domain that does not exist, or accepts no mail, unless it may be the sender's.
  Spoken(
    550, "5.4.4", "Host or domain name not found. Name service error for name=gone.example type=A: Host not found",
    .noDomain),
  Spoken(nil, nil, "Domain does not exist", .noDomain),
  Spoken(550, "5.4.4", "Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)", .noDomain),
  Spoken(556, "5.1.10", "Recipient address has null MX", .noDomain),
  Spoken(nil, nil, "an MX or SRV record indicated no SMTP service", .noDomain),
  Spoken(nil, nil, "Host unknown (Authoritative answer from name server)", .noDomain),
  Spoken(550, "5.1.2", "", .noDomain),
  Spoken(550, "5.1.2", "No such user in that domain", .noMailbox),
  Spoken(
    550, "5.4.4", "Name service error for name=example.org type=MX: Malformed or unexpected name server reply", .domain),
  Spoken(nil, "5.4.4", "Name service error for name=example.org type=A: Host not found, try again", .domain),
  Spoken(nil, "5.4.4", "Host found but no data record of requested type", .domain),
  Spoken(550, nil, "Domain not found: SERVFAIL", .domain),
  Spoken(554, nil, "Remote protocol error 550 Host unknown", .domain),
  Spoken(550, nil, "Domain of MAIL FROM <news@example.org> does not exist", .domain),
  Spoken(550, nil, "Your domain was not found", .domain),
  Spoken(550, nil, "Domain of the From header does not exist", .domain),
  Spoken(550, nil, "Unable to verify domain news.example.org: domain not found", .domain),
  Spoken(550, "5.7.27", "Host does not accept mail", .domain),
  Spoken(550, nil, "This host does not accept mail from 198.51.100.7", .us),
  // RFC 5321's own words for 550.
  Spoken(550, "5.5.0", "Requested action not taken: mailbox unavailable (S2017062302)", .noMailbox),
  Spoken(550, nil, "Requested action not taken: mailbox unavailable", .noMailbox),
  Spoken(450, nil, "Requested action not taken: mailbox unavailable", .busy),
  Spoken(550, "5.7.1", "Requested action not taken: mailbox unavailable", .us),
  Spoken(550, nil, "Requested action not taken: mailbox unavailable; message blocked", .us),
  // The size of the message is not the reader's mailbox.
  Spoken(552, "5.2.3", "Nachrichtengröße überschritten", .content),
  Spoken(552, nil, "Maximale Nachrichtengroesse ueberschritten", .content),
  Spoken(552, nil, "Die maximale Größe der Nachricht wurde überschritten", .content),
  Spoken(552, "5.3.4", "Le tamaño del mensaje excede la cuota", .content),
  Spoken(552, nil, "el tamano del mensaje excede el limite permitido", .content),
  Spoken(552, nil, "La taille du message dépasse le quota autorisé", .content),
  Spoken(552, nil, "taille maximale du message dépassée", .content),
  Spoken(552, nil, "O tamanho da mensagem excede a cota permitida", .content),
  Spoken(552, nil, "La dimensione del messaggio supera la quota", .content),
  Spoken(552, nil, "De grootte van het bericht is overschreden", .content),
  Spoken(552, nil, "Превышен максимальный размер сообщения", .content),
  Spoken(552, nil, "превышен допустимый размер письма", .content),
  Spoken(552, nil, "メールサイズの容量制限を超えています", .content),
  Spoken(552, nil, "邮件大小超过配额", .content),
  Spoken(552, nil, "메시지 크기 초과: 용량을 초과했습니다", .content),
  Spoken(552, "5.3.4", "Message size exceeds fixed limit", .content),
  Spoken(552, "5.3.4", "Message size exceeds quota", .content),
  Spoken(552, nil, "message size would exceed the limit", .content),
  Spoken(552, "5.2.2", "Message size exceeds fixed maximum message size", .content),
  // Next to it, a full mailbox and its status still concern the mailbox.
  Spoken(552, "5.2.2", "Message size exceeds remaining quota", .fullMailbox),
  Spoken(552, nil, "Message size exceeds mailbox quota", .fullMailbox),
  Spoken(
    552, "5.2.3", "This message is larger than the current system limit or the recipient's mailbox is full",
    .fullMailbox),
  Spoken(552, nil, "Maximale Größe des Postfachs überschritten", .fullMailbox),
  Spoken(552, nil, "Превышен размер почтового ящика", .fullMailbox),
  Spoken(552, nil, "Quota überschritten", .fullMailbox),
  Spoken(552, nil, "Cuota excedida", .fullMailbox),
  Spoken(552, nil, "メールボックスの容量を超えています", .fullMailbox),
  Spoken(552, nil, "this message would exceed the user's quota", .fullMailbox),
  // Nothing.
  Spoken(550, "5.5.0", "mailbox unavailable", .unclear),
  Spoken(550, nil, "", .unclear),
]
