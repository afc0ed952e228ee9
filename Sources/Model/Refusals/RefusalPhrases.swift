/// The phrases in servers' replies and their meanings. Such words are interpreted only here.
///
/// Phrases are separated by commas and matched against ``PlainWords``: case, punctuation, addresses, host names and
/// numbers are ignored. ` * ` matches a few words.
enum RefusalPhrases {
  enum Meaning: String, Sendable {
    case noMailbox, fullMailbox, quota, messageSize, busy, ourVolume, us, content, domain, noDomain
    case sender, unavailable, closedDoor, unwanted
  }

  static func meanings(of words: String) -> Set<Meaning> {
    let plain = PlainWords(words)
    // Cisco's gateways send only these words, with 5.1.0, for a mailbox that does not exist.
    return plain == addressRejected ? [.closedDoor] : book.meanings(in: plain)
  }

  private static let addressRejected = PlainWords("address rejected")

  private static let book = PhraseBook<Meaning>(english + foreign)

  private static let english: [(Meaning, String)] = [
    (.noMailbox, noMailbox), (.noMailbox, closedMailbox), (.fullMailbox, fullMailbox), (.quota, quota), (.busy, busy),
    (.ourVolume, ourVolume), (.us, us), (.content, content), (.domain, domain), (.noDomain, noDomain),
    (.messageSize, messageSize), (.sender, sender), (.unavailable, unavailable), (.closedDoor, closedDoor),
    (.unwanted, unwanted),
  ]

  private static let noMailbox = """
    user * not known,
    user unknown, unknown user, user is unknown, user * unknown in, user not known, not a known user, no such user,
    no such recipient, no such mailbox, no such address, no such account, no such person, no such email,
    no such local user, no such mail drop, no such id, unknown id, no mailbox here by that name,
    no mailbox by that name, no mailbox found, no mail box available for this user, no account by that name,
    no one at this address, has no mailbox here, user not found, user * not found, user * was not found,
    users * not found, recipient not found, recipient * not found, recipientnotfound, mailbox not found,
    mailbox * not found, account not found, account * not found, address not found, not found by smtp address,
    unknown recipient, recipient unknown, recipient is unknown, unknown mailbox, mailbox unknown, unknown local,
    unknown account, account unknown, unknown address, address unknown, unknown email, unknown or illegal,
    unknown or invalid, invalid recipient, invalid mailbox, invalid user, invalid address, mailbox invalid,
    recipient invalid, recipient address is invalid, address is invalid, bad destination mailbox,
    not a valid mailbox, not a valid user, not a valid recipient, not a valid address, no valid recipient,
    user does not exist, user doesn't exist, user * does not exist, user * doesn't exist, user doesnt have a,
    user not exist, mailbox does not exist, mailbox doesn't exist, mailbox * does not exist,
    account does not exist, account doesn't exist, account * does not exist, account that does not exist,
    recipient does not exist, recipient doesn't exist, recipient * does not exist, recipient not exist,
    address does not exist, address doesn't exist, address you sent to does not exist,
    tried to reach does not exist, non existent user, nonexistent user, non existing user, non existent recipient,
    does not have an account, doesn't have an account, address couldn't be found, address could not be found,
    you entered couldn't be found, wasn't found at, not a local user, not listed in domino,
    not listed in public name, not present in directory, not in name directory, not our customer, not our user,
    is not a user here, no longer works here, no longer employed, no longer with the company, badrcptto,
    not in my validrcptto, recipient address rejected user unknown, unknown in virtual, unknown in local,
    unknown in relay recipient, is not a known recipient, delivery to nonexistent, address * is not known,
    is not known at this, unable to find recipient, missing or invalid mailbox, addressee unknown, invalid final delivery userid,
    addressee is unknown, unrouteable mailbox
    """

  /// The mailbox existed but is permanently closed.
  private static let closedMailbox = """
    account is disabled, account has been disabled, account disabled, account that you tried to reach is disabled,
    account you tried to reach is disabled, mailbox disabled, mailbox is disabled, mailbox has been disabled,
    user disabled, user is disabled, user has been disabled, address is disabled, recipient is disabled,
    account is inactive, account inactive, account you tried to reach is inactive, account has expired,
    account expired, account closed, account is closed, account has been closed, account deleted,
    account has been deleted, account was deleted, account is deactivated, account has been deactivated,
    deactivated mailbox, mailbox is deactivated, mailbox is closed, mailbox closed, mailbox has been deleted,
    user no longer, no longer accepts mail, no longer active, no longer available at, no longer valid,
    no longer in use, no longer exists, not an active address, user is not active, user not active,
    user is terminated, mailbox unavailable or does not exist, discontinued, account is terminated,
    account has been terminated
    """

  private static let fullMailbox = """
    exceeded mail quota, exceeded the mail quota, exceeded storage,
    mailbox full, mailbox is full, mailbox * is full, mail box full, inbox is full, inbox full, full mailbox,
    folder is full, mailfolder is full, mailbox over quota, over quota, over the quota, over its quota,
    over their quota, over disk quota, overquota, quota exceeded, exceeded * mailbox quota,
    exceeded his quota, exceeded its quota, exceeded their quota,
    exceeding * mailbox quota, mailbox quota, quota violation, quota limit, quota full, quota usage, over the allowed quota,
    over allowed quota, disk quota, disc quota, storage quota, out of storage, insufficient storage,
    not enough storage, exceeded storage allocation, storage allocation, storage limit, maximum allowed storage,
    mailbox size limit, exceeded its size limit, mailbox exceeded, mailbox has exceeded, mailbox would exceed,
    mailbox reached, out of space, not enough space, does not have enough space, no space left, disk full,
    disk space, diskspace, space has been used up, too many messages in, too many messages on, too many mails in,
    user has too many messages, mailbox is too large, no room in,
    is full., is now full, over storage, storage allotment, allotment, insufficient system storage,
    insufficient system resources, insufficient disk, insufficient space, insufficient mailbox, not enough disk,
    storage exceeded, storage is full, storage full, exceeds storage, exceed storage, exceeds * storage,
    exceeded * storage, quota has been exceeded,
    quota is exceeded, quota reached, above quota, beyond quota,
    overdrawn, maildir over, maildir full, maildir is full, maildirsize, mailbox * exceeded,
    mailbox * exceeds, mailbox size exceeded, maximum mailbox size, exceeded * mailbox, mailbox limit, account is full,
    account full, user is full, box is full, spool full, spool is full, spool * exceeded, message store, allocated space,
    allocated storage, allotted, ran out of, has run out of, too much mail in, mailbox is at its limit, at its limit,
    no space, no free space, no room, lacks space, low on space
    """

  /// The reader's quota, unless other words show that it is ours or about the size of the message.
  private static let quota = """
    quota., exceeded quota, exceeded * quota, exceeds quota, exceeds * quota, exceeding quota, exceeding * quota, reached * quota, would exceed
    """

  /// The message is larger than the server accepts from anyone.
  private static let messageSize = """
    message too large, message too big, message size, message too long, message is too long, message length, message exceeds, message exceeded,
    message * larger than, message * bigger than, message larger than, message bigger than,
    mail size, email size, size of message, size of the message, size of your message, size of this message,
    size of the email, size of mail, attachment size, too large, too big, too long a message, size exceeds, size exceeded,
    exceeds size, exceeds maximum message size, exceeds the maximum size, exceeds the maximum message, maximum message size,
    larger than the current system limit, exceeds fixed, exceeds administrative limit
    """

  private static let busy = """
    disabled recipient, user suspended, account suspended, account is suspended, account * suspended, currently suspended,
    mailbox suspended, mailbox is suspended, account is locked, mailbox is locked, mailbox is frozen, account is blocked,
    account blocked, mailbox is blocked,
    greylist, graylist, grey list, gray list, temporarily, temporary, temporary failure, try again later,
    try later, try again in, please retry, retry later, come back later, at a rate that, too quickly, too busy,
    system load, overloaded, resources, maintenance, not available at this time, is receiving mail too,
    is receiving too many, receiving mail at a rate, exceeding receiving limits
    """

  private static let ourVolume = """
    submission quota, submissionquota, messages day, messages hour, messages today, emails today, allowed today,
    sent to too many, sent too many, sending too many, sends too many, send too many, too many recipients,
    too many messages from, too many mails from, too many emails from, too many messages per, too many emails per,
    too many messages sent, too many emails sent, too many messages this, too many messages in this session,
    too many connections, too many concurrent, too many simultaneous, too many sessions, too many smtp sessions,
    too many requests, too many errors from, too many invalid recipients, too many unknown recipients,
    too much mail from, too many bad recipients, too many spams from, too many transactions, sending limit,
    sending quota, sending rate, send limit, send quota, send rate, sender quota, sender limit, sender rate,
    sender has exceeded, sender exceeded, sender is over, sender over, outgoing limit, outbound limit,
    outgoing message limit, outgoing mail limit, outgoing quota, relay quota, relay limit, relaying limit,
    smtp limit, smtp quota, daily limit, daily quota, daily message quota, daily message limit, daily sending,
    daily user sending, daily smtp, daily relay, daily email limit, daily mail limit, hourly limit, hourly quota,
    hourly message, hourly sending, monthly limit, monthly quota, monthly sending, monthly message, limit per day,
    limit per hour, per hour, per minute, per second, per day, this hour, in one hour, in the last hour,
    within an hour, in one day, max emails per, maximum number of messages, maximum number of recipients,
    maximum number of emails, maximum recipients, recipient limit exceeded, recipients limit exceeded,
    message limit exceeded, message quota exceeded, rate limit, ratelimit, rate limited, rate exceeded,
    message rate, mail rate, connection rate, throttl, unusual rate, rate of unsolicited, rate control,
    exceeded the rate, exceeds the rate, exceeded * rate, exceeding * rate, unexpected volume, excessive volume,
    suspicious volume, high volume, volume of mail, volume of email, sent in excess, you have exceeded,
    you exceeded, you have reached, you reached, you've reached, your account has exceeded, your account exceeded,
    your quota, your limit, your sending, your plan, your message limit, exceeded the maximum number,
    exceeded the number of, exceeded the limit of, connection limit, connections limit, concurrency limit,
    frequency limited, domain frequency limited, ip frequency limited, connection frequency,
    exceeds * limit of connections
    """

  private static let us = """
    bounce attack,
    recipient preferences, recipient's preferences, user refuses, recipient refuses, blocked by the recipient,
    only accepting mail from, only accepts mail from, not accepting mail from, not accept mail from,
    doesn't accept mail from,
    your ip, your network, your ehlo., your helo., your email address has been, ip address * listed, ip * blocked,
    ip * blacklisted, ip * is listed, sending ip, sender ip, source ip, client ip, bad ip, ip reputation,
    reputation, client host, client address, connecting ip, connecting host, reverse dns, rdns, ptr record, no ptr,
    ptr lookup, helo., ehlo., sender address, sender verif, sender verify, sender rejected, sender denied,
    sender blocked, sender not, sender is not, sender domain, sender id, sender email, sender is blocked,
    sender is in, sender is on, sender blacklisted, sender policy, sender was rejected, invalid sender,
    unknown sender, bad sender, envelope sender, domain of sender, listed at, is listed, are listed, been listed,
    currently listed, listed on, listed by, listed as, blocked using, blocked by * rbl., blocked at, blocked for,
    dnsbl, rbl., rbls, spamhaus, spamcop, sorbs, uceprotect, senderbase, spamrats, blacklist, black list, blocklist,
    block list, denylist, deny list, blackhole, banned, dmarc, dkim, spf check, spf fail, spf record,
    spf validation, spf softfail, fails spf., failed spf., spf., arc seal, unauthenticated, not authenticated,
    authentication required, authentication failed, authentication credentials, authentication is required,
    authenticate, authenticated, sender authentication, requires authentication, relaying denied,
    relay access denied, relay denied, relaying, unable to relay, relay not permitted, no relaying,
    not permitted to relay, not allowed to relay, not authorized to relay, not an open relay, as a relay,
    isn't in my list of allowed rcpthosts, rcpthosts, not authorized to send, not authorised to send,
    not allowed to send, not permitted to send, you are not allowed, you are not authorized, you are not permitted,
    mass mailer, bulk mail not, dynamic ip, open proxy, must issue a starttls, starttls is required, tls required,
    tls is required, encryption required, domain frequency, suspected ip, mi:spb, mi:spf, sender * rejected,
    sender * blocked, sender * denied, server ip, your mail server is * listed, mx records for * sender,
    unroutable sender, unrouteable sender
    """

  private static let content = """
    suspicion of spam, dt spm,
    looks like spam, look like spam, is spam, as spam, for spam, detected spam, spam detected, spam message,
    spam content, spam score, spam email, spam mail, spam block, spam check, spam filter, spam refused,
    spam rejected, spam not accepted, spam like, spam engine, spam classification, suspected spam, considered spam,
    be spam, probable spam, possible spam, probably spam, high probability of spam, classified as * spam,
    unsolicited, junk mail, bulk mail, bulk email, phishing, malware, virus, infected, banned content,
    content rejected, content filter, content denied, unacceptable content, illegal attachment,
    not rfc compliant, rfc compliant, rfc5322, suspicious url, uribl,
    surbl, header error, missing header, header is missing, message content rejected, message content is,
    attachment type, attachments are not, attachments not
    """

  /// The domain's DNS or hosts do not respond at the moment.
  private static let domain = """
    servfail, server failure, name server timeout, host name lookup failure, hostname lookup failure,
    dns lookup fail, dns error, dns failure, dns query failed, dns server, dns timeout, lookup failure,
    lookup failed, lookup timed out, could not resolve, couldn't resolve, cannot resolve, can't resolve,
    unable to resolve, resolve fail, name resolution, temporary failure in name resolution, nameserver,
    malformed name server, name server reply, host not found try again, no data record, mx record lookup,
    mx lookup, mx records for, dnssec, connection timed out, connection refused, connection reset, connection dropped,
    connection lost, lost connection, operation timed out, timed out, timeout, time out, no route to host,
    remote protocol error, network is unreachable, network unreachable, host is unreachable, host unreachable, not reachable,
    could not connect, couldn't connect, cannot connect, unable to connect, failed to connect,
    establish an smtp connection, mail loop, loops back, looping, forwarding loop, routing loop, too many hops,
    hop count, unrouteable, unroutable, mx host, in the queue too long, message expired,
    retry time not reached, retry timeout, delivery time expired
    """

  /// The domain does not exist or accepts no mail.
  private static let noDomain = """
    nxdomain, no such domain, no such host, unknown host, host unknown, unknown domain, domain unknown,
    domain not found, domain * not found, domain does not exist, domain doesn't exist, domain * does not exist,
    domain * doesn't exist, non existent domain, nonexistent domain, host not found, does not accept mail,
    doesn't accept mail, nullmx, null mx, indicated no smtp service, domain is not valid, invalid domain,
    illegal host domain name, bad destination system, bad destination host, no mx record, no mx found,
    couldn't find a mail exchanger, couldn't find any host named, no mail exchanger
    """

  /// With these phrases, the missing domain may be the sender's.
  private static let sender = """
    sender, mail from, mailfrom, from domain, from address, from header, header from, return path, reverse path,
    your domain, your host, your server, originat, verif, helo, ehlo
    """

  /// The text that RFC 5321 §4.2.3 suggests for 550. Hotmail and others use it for mailboxes that do not exist.
  private static let unavailable = "requested action not taken mailbox unavailable"

  /// Exchange Online uses it, with 5.4.1, for mailboxes that do not exist.
  private static let closedDoor = """
    recipient address rejected access denied, recipient addresses rejected access denied
    """

  /// These only show that something was unwanted. All other phrases outweigh them.
  private static let unwanted = """
    spam, blocked, policy, policies, not authorized, not authorised, access denied, rejected for, refused by,
    not accepted for, denied by, security policy, security reason, unauthorized, prohibited, violation, organizational settings,
    local reasons, administratively, message rejected, message was rejected, message refused, message filtered,
    message blocked, message was blocked, mail rejected
    """
}
