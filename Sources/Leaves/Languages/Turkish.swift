/// Formal address (siz); buttons have the short imperative that programs use in Turkish (Kaydet, Kopyala). A
/// placeholder takes no suffix, since that would depend on its last vowel: a noun after it does. The words for
/// evidence begin with no i, because its capital is İ.
extension Wording {
  static let turkish = Wording(
    tag: "tr",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " ve ",

      // Header of an email and of an issue's page
      "view_in_browser": "Tarayıcıda görüntüleyin",
      "issue_line": "sayı {number}",
      "issue_of_digest": "{digest}, sayı {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "Bu sayıda",
      "also": "Ayrıca",
      "more_news": "Diğer haberler",
      "end_mark": "Bu sayıdaki haberler bu kadar.",
      "articles_one": "{count} yazı",
      "articles_other": "{count} yazı",
      "and_more_one": "ve {count} yazı daha",
      "and_more_other": "ve {count} yazı daha",
      "more_articles_one": "{count} yazı daha",
      "more_articles_other": "{count} yazı daha",
      "about_minutes_one": "yaklaşık {count} dakika",
      "about_minutes_other": "yaklaşık {count} dakika",

      // A note in an article
      "note_note": "Not",
      "note_tip": "İpucu",
      "note_important": "Önemli",
      "note_warning": "Uyarı",
      "note_caution": "Dikkat",
      "note_danger": "Tehlike",
      "note_info": "Bilgi",
      "note_example": "Örnek",
      "note_question": "Soru",
      "note_summary": "Özet",
      "note_success": "Başarılı",
      "note_failure": "Başarısız",
      "note_quote": "Alıntı",
      "note_todo": "Yapılacaklar",
      "note_details": "Ayrıntılar",
      "note_urgent": "Aynı gün arayın",

      // An article
      "key_takeaway": "En önemli nokta",
      "credibility": "Güvenilirlik",
      "interest": "İlgi çekicilik",
      "of_five": "5 üzerinden {value} ({words})",
      "of_five_short": "5 üzerinden {value}",
      "rating_high": "yüksek",
      "rating_moderate": "orta",
      "rating_low": "düşük",
      "evidence": "Kanıt durumu",
      "evidence_very_early": "çok erken aşamada",
      "evidence_early": "erken aşamada",
      "evidence_fairly_sure": "oldukça kesin",
      "evidence_well_supported": "güçlü biçimde destekleniyor",
      "tested_in_cells": "Yalnızca hücrelerde incelendi.",
      "tested_in_animals": "Yalnızca hayvanlarda incelendi.",
      "tested_in_people": "İnsanlarda incelendi.",
      "how_sure": "Bu ne kadar kesin?",
      "how_we_rate": "Çalışmaları nasıl değerlendiriyoruz",
      "one_minute": "Bir dakikada",
      "means_for_you": "Sizin için anlamı",
      "keep_in_mind": "Akılda tutulması gerekenler",
      "go_to": "“{heading}” bölümüne gidin",
      "published": "yayın tarihi:",
      "updated": "güncelleme:",
      "by": "yazan:",
      "source": "Kaynak",
      "topics": "Konular",
      "first_published": "İlk yayımlandığı yer:",
      "from_origin": "alındığı site: {title}",
      "listen": "Dinleyin",
      "transcript": "Yazılı döküm",
      "attachments": "Ekler",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "{count}\u{A0}dk.",
      "minutes_other": "{count}\u{A0}dk.",
      "read_more": "Bu yazıyı okuyun",
      "read_more_about": "Bu yazıyı okuyun: {title}",
      "read_on": "… devamını okuyun",
      "send_on": "Birine e-postayla gönderin",
      "page_address": "Bu sayfanın adresi",
      "tell_mistake": "Bize bir hata bildirin",
      "changes": "Bu yazıda yapılan değişiklikler",
      "mistake_subject": "Hata: {title} ({id})",
      "who_wrote": "Bunu kim yazdı",
      "conflicts": "Çıkar çatışmaları",
      "also_like": "Bunlar da ilginizi çekebilir",
      "advertisement": "Reklam",
      "to_appointment": "Randevunuza giderken yanınıza alın",
      "questions_to_ask": "Sorabileceğiniz sorular",
      "my_notes": "Notlarım",
      "whole_article": "Yazının tamamı",
      "words_here": "Bu yazıda geçen sözcükler",
      "back_to_text": "Metne geri dönün",
      "easy_read": "Kolay okunan metin",

      // Footer of an email
      "rest_in_browser": "Bu e-posta kısaltıldı; sayının tamamını tarayıcınızda okuyabilirsiniz",
      "reason": "Bu e-postayı, bu adres {site} sitesinin “{digest}” bültenine abone olduğu için alıyorsunuz:",
      "signed_up_on": "{date} tarihinde şu adresle abone oldunuz:",
      "signed_up": "Şu adresle abone oldunuz:",
      "unsubscribe": "Abonelikten çıkın",
      "from_these_mails": "ve bu e-postaları artık almayın",
      "preferences": "Tercihlerinizi değiştirin",
      "no_tracking": "Bu e-postayı açıp açmadığınızı veya nereye tıkladığınızı göremeyiz.",
      "tagged_links": """
      Bağlantılar hangi sayıdan geldiğinizi gösterir, ama kim olduğunuzu göstermez. Bu e-postayı açıp açmadığınızı \
      göremeyiz.
      """,
      "replies": "Bu e-postaya verdiğiniz yanıtlar editörlerimize ulaşır.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "Onaylamak için iki kez dokunun: {site}",
      "letter_confirm": "{date} tarihinde biri bu adresi {site} sitesine girdi ve şu e-postaları istedi:",
      "letter_confirm_action": "Evet, bu e-postaları almak istiyorum",
      "letter_confirm_note": """
      Bağlantı, üzerinde bir düğme bulunan bir sayfa açar. Siz düğmeye basana kadar hiçbir şey göndermeyiz. Bağlantı \
      30 gün geçerlidir.
      """,
      "letter_following_subject": "Bu e-postaları zaten alıyorsunuz: {site}",
      "letter_following": """
      {date} tarihinde biri bu adresi {site} sitesine girdi ve zaten aldığınız şu e-postaları istedi:
      """,
      "letter_following_action": "Aldığınız e-postaları görün veya değiştirin",
      "letter_following_note": "Bir şey yapmanız gerekmez.",
      "letter_link_subject": "{site} için bağlantınız",
      "letter_link": "{site} sitesinde sizinle ilgili tutulan her şeyi bu sayfada görebilir ve değiştirebilirsiniz:",
      "letter_link_action": "Sayfamı aç",
      "letter_link_note": """
      Bağlantı bir saat geçerlidir. Bağlantıyı siz istemediyseniz bu e-postayı dikkate almayın; hiçbir şey değişmedi.
      """,
      "letter_unknown_subject": "Bu adrese gönderilen e-posta yok: {site}",
      "letter_unknown": """
      Biri {site} sitesinden bu adresin aboneliklerine giden bağlantıyı istedi. Bu adresin aboneliği yok; başka bir \
      adres kullanmış olabilirsiniz.
      """,
      "letter_unknown_action": "Abone olun",
      "letter_new_subject": "Yeni adresiniz bu mu? {site}",
      "letter_new": "{site} okurlarından biri, e-postalarını bundan böyle bu adreste almak istiyor.",
      "letter_new_action": "Evet, bu benim adresim",
      "letter_new_note": """
      Bağlantı, üzerinde bir düğme bulunan bir sayfa açar. Siz düğmeye basana kadar hiçbir şey değişmez. Bağlantı \
      yedi gün geçerlidir.
      """,
      "letter_old_subject": "Adresiniz değiştirildi: {site}",
      "letter_old": "{date} tarihinde {site} e-postalarınız, bunu onaylayan başka bir adrese yönlendirildi.",
      "letter_old_action": "Bu değişikliği geri al",
      "letter_old_note": """
      Bu değişikliği siz yaptıysanız bir şey yapmanız gerekmez. Bağlantı yedi gün geçerlidir.
      """,
      "letter_feeds_subject": "Özel akışlarınız: {site}",
      "letter_feeds": "Her adresi akış okuyucunuza kopyalayın. Önceki iletilerdeki adresler artık geçerli değildir.",
      "letter_feeds_note": """
      Adresi bilen herkes akışı okuyabilir, bu yüzden kimseyle paylaşmayın. Başkaları öğrenirse sayfanızdan \
      yeni bir adres isteyin.
      """,
      "letter_refuse": "Bunu ben yapmadım: bu adrese bir daha yazmayın",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "Bu özetler nasıl okunmalı",
      "note_research": """
      Her özet, tek bir çalışmanın ne bulduğunu anlatır; tek bir çalışma ise nadiren son sözdür. “Kanıt durumu”, \
      çalışma tasarımının bulguları ne kadar sağlam desteklediğini gösterir. “Yalnızca hücrelerde” veya “yalnızca \
      hayvanlarda” incelenen bir bulgunun insanlar için de geçerli olup olmadığını henüz kimse bilmiyor.
      """,
      "note_advice_heading": "Herhangi bir şeyi değiştirmeden önce lütfen doktorunuzla veya hemşirenizle konuşun",
      "note_advice": """
      Burada okuduğunuz bir şey nedeniyle bir ilaca, diyete veya egzersize başlamayın; sürdürdüklerinizi bırakmayın \
      veya değiştirmeyin. Buradaki hiçbir şey size yönelik bir tıbbi öneri değildir. Kendinizi birdenbire daha kötü \
      hissederseniz sağlık ekibinizi veya acil çağrı numarasını arayın.
      """,

      // Pages
      "skip": "Metne geçin",
      "site_menu": "Site menüsü",
      "about_site": "Bu site hakkında",
      "newest": "En yeniler",
      "newest_articles": "En yeni yazılar",
      "nothing_published": "İlk yazılar yakında burada yayımlanacak.",
      "past_issues": "Geçmiş sayılar",
      "all_past_issues": "Tüm geçmiş sayılar",
      "no_issues": "Henüz hiçbir sayı gönderilmedi.",
      "follow": "Akış okuyucusunda takip edin",
      "how_to_follow": """
      Akış okuyucusu, yeni yazıları sizin için toplayan bir program veya web sitesidir. Bir akışın adresini \
      kopyalayın ve okuyucunuzda “akış ekle” veya “abone ol” yazan yere yapıştırın.
      """,
      "feed_as": "{title}, {label} biçiminde",
      "note_label": "Not",
      "subscribe": "Haberleri alın",
      "all_articles": "Tüm yazılar",
      "year_articles": "{year} yılının yazıları",
      "all_topics": "Tüm konular",
      "other_topics": "Diğer konular",
      "page_number": "sayfa {page_number}",
      "pages": "Sayfalar",
      "newer": "Daha yeni yazılar",
      "older": "Daha eski yazılar",
      "newer_issue": "Sonraki sayı",
      "older_issue": "Önceki sayı",
      "contents": "Bu sayfada",
      "feed_list": "Tüm akışlar tek dosyada (OPML)",
      "other_formats": "Diğer biçimler",
      "copy": "Kopyala",
      "copied": "Kopyalandı",
      "by_mail": "E-postayla",
      "sign_up": "Bültene abone olun",
      "sign_up_title": "Haberleri e-postayla alın",
      "sign_up_hint": """
      Yeni yazılar size e-postayla gelir. Dilediğiniz zaman abonelikten çıkabilirsiniz. İzleme yok.
      """,
      "promise": "İzleme yok, çerez yok, reklam yok.",
      "withdrawn_title": "Bu yazı geri çekildi",
      "withdrawn": "Bu adreste yayımlanmıştı, ancak yayıncısı geri çekti. Artık burada okunamaz.",
      "same_topics": "Aynı konulardaki yazılar",
      "not_found_title": "Böyle bir sayfa yok",
      "not_found": """
      Adreste bir yazım hatası olabilir veya sayfa taşınmış olabilir. Şu sayfalardan sitedeki her şeye \
      ulaşabilirsiniz:
      """,

      // Feeds
      "topic_feed": "{site} sitesinde “{topic}” konusundaki yenilikler",
      "feed_opened": """
      Bu bir akıştır; yenilikleri haber veren programlar içindir. Adresini bir akış okuyucusuna kopyalayın. Akışı bir \
      sayfa olarak okumak için şu adrese gidin:
      """,
      "feed_ended": "“{title}” akışı sona erdi",
      "feed_ended_text": """
      Bu akışta yeni bir şey yayımlanmayacak. Akışı okuyucunuzdan kaldırabilirsiniz; diğer akışlar sitemizde \
      listeleniyor.
      """,
    ].merging(turkishWeb) { $1 })
}
