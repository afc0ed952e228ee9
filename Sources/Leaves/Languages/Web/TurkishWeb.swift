/// See ``Wording/englishWeb``.
extension Wording {
  static let turkishWeb: [String: String] = [
    "web_lede": "İstediklerinizi seçin, size gelsin. İzleme yok. Dilediğiniz zaman abonelikten çıkabilirsiniz.",
    "web_digests": "Ne sıklıkla?",
    "web_feeds": "Hangi konularda okumak istersiniz?",
    "web_feeds_hint": "Hepsini almak için hiçbirini işaretlemeyin.",
    "web_next_mail": "yeni haber varsa bir sonraki: {date}, saat {time}",
    "web_a_week": "haftada yaklaşık {articles}",
    "web_rarely": "haftada birden az yazı",
    "web_last_issue": "Son e-postayı görün",
    "web_address": "E-posta adresiniz",
    "web_name": "Adınız (isteğe bağlı)",
    "web_leave_empty": "Bu alanı boş bırakın",
    "web_consent": "{site} sitesinden bu e-postaları almak istiyorum. Dilediğim zaman abonelikten çıkabilirim.",
    "web_send": "Abone ol",
    "web_error": "Hata: {heading}",
    "web_errors": "Lütfen şunları düzeltin",
    "web_wrong_address": "E-posta adresinizi ad@example.org biçiminde yazın.",
    "web_wrong_name": "En fazla 80 karakterlik, adres içermeyen bir ad yazın.",
    "web_choose": "En az birini seçin.",
    "web_choose_single": "Bunlardan yalnızca birini seçin: hepsi aynı yazıları getirir.",
    "web_not_offered": "Buna buradan abone olunamaz.",
    "web_blocked": "{domain} uzantılı adresler burada kabul edilmiyor. Lütfen başka bir adres kullanın.",
    "web_did_you_mean": "Şunu mu demek istediniz: {address}?",
    "web_use_this": "Evet, {address} adresini kullan",
    "web_keep_this": "Hayır, {address} doğru",
    "web_keep_anyway": "Evet, {address} doğru",
    "web_no_server": "{domain} için bir e-posta sunucusu bulunamadı. Adres doğru mu?",
    "web_too_fast": "Her şey istediğiniz gibi mi? Öyleyse gönderin.",
    "web_send_now": "Evet, gönder",
    "web_sent_title": "E-postanıza bakın",
    "web_sent": """
    Yazdığınız adrese bir ileti gönderiliyor. İletiyi açın ve içindeki bağlantıya 30 gün içinde basın. O zamana \
    kadar size hiçbir şey gelmez.
    """,
    "web_nothing_came": """
    Bir şey gelmedi mi? Spam klasörüne bakın veya on dakika sonra yeniden deneyin.
    """,
    "web_write_us": "Bu da işe yaramazsa bize yazın",

    "web_confirm_title": "Bir kez daha basın",
    "web_confirm": "{address} adresine gelecek e-postalar",
    "web_confirm_button": "Evet, bu e-postaları almak istiyorum",
    "web_everything": "tümü",
    "web_not_you": "Bunu siz istemediniz mi? Öyleyse bu sayfayı kapatın; hiçbir şey gönderilmez.",
    "web_refuse": "Bana bir daha yazmayın",
    "web_refuse_title": "{address} adresine bir daha yazılmasın mı?",
    "web_refuse_text": "Bu durumda kim isterse istesin, bu site bu adrese hiçbir e-posta göndermez.",
    "web_refused": "Tamam: bu adrese artık e-posta gönderilmeyecek",
    "web_confirmed": "Tamam: abone oldunuz",
    "web_confirmed_before": """
    Bu bağlantı daha önce kullanıldı ve aboneliğiniz onaylandı. Aldığınız e-postaları burada değiştirebilirsiniz.
    """,
    "web_moved_before": "Bu bağlantı daha önce kullanıldı. E-postalarınız yeni adrese gidiyor.",
    "web_first_mail": "{digest}: yeni haber varsa ilk e-postanızın tarihi {date}, saati {time}.",
    "web_read_now": "En yeni sayıyı şimdi okuyun",

    "web_lapsed_title": "Bu bağlantının süresi dolmuş",
    "web_unknown_title": "Bu bağlantı eksik",
    "web_unknown": "Bağlantı bölünmüş olabilir. Tamamını e-postadan kopyalayın veya burada yeni bir bağlantı isteyin.",
    "web_over_title": "Bu bağlantının işi bitti",
    "web_over": "Bu bağlantıyla ilgili işlem bu arada sona erdi. Yeniden abone olabilirsiniz.",
    "web_over_access": """
    Bağlantının gönderildiği adrese artık buradan e-posta gitmiyor. Adresinizi değiştirdiyseniz yenisini yazın; o \
    adrese bir bağlantı gelir.
    """,
    "web_over_move": """
    Adres bu bağlantıyla artık değiştirilemez. Hâlâ değiştirmek istiyorsanız şimdiki adresinizi yazın ve o adrese \
    gelen bağlantıyla başlayın.
    """,
    "web_lapsed_confirm": """
    Bağlantı 30 gün geçerliydi. Hiçbir şey gönderilmedi ve yazdıklarınız silindi. Lütfen yeniden abone olun.
    """,
    "web_gone_title": "Burada artık hiçbir şey saklanmıyor",
    "web_gone": "Bu bağlantıyla ilgili kayıtlar silindi; bu bağlantı nedeniyle hiçbir e-posta gelmez.",

    "web_find_title": "Tercihleriniz, e-postayla",
    "web_find": "Adresinizi yazın; tercihlerinize giden bir bağlantı o adrese gelir.",
    "web_find_button": "Bağlantıyı bana gönder",
    "web_link_sent": "O adrese bir ileti gönderiliyor. İçindeki bağlantı bir saat geçerlidir.",
    "web_choices": "Aldığınız e-postalar",
    "web_mail_to": "E-postaların gittiği adres: {address}",
    "web_asked_on": "{date} tarihinde abone oldunuz.",
    "web_pending": "onayınızı bekliyor",
    "web_daily": "her gün",
    "web_weekly": "her hafta",
    "web_monthly": "her ay",
    "web_none": "bu konularda e-posta gelmesin",
    "web_your_next": "Sonraki e-postanız",
    "web_next_so_far": "{digest}: {date}, saat {time}. Şimdilik içinde olacaklar",
    "web_next_empty": "{digest}: o zamana kadar yeni bir şey çıkarsa {date}, saat {time}.",
    "web_show": "Sonraki e-postamı göster",
    "web_not_saved": "Seçiminizle gelecek olanlar bunlar. Seçiminiz henüz kaydedilmedi.",
    "web_welcome": "{digest}: en yeni sayı size gönderiliyor.",
    "web_language": "E-postalarınızın dili",
    "web_save": "Kaydet",
    "web_saved": "Kaydedildi",
    "web_gets": "Artık “{digest}” bültenini alıyorsunuz: {feeds}.",
    "web_no_longer": "“{digest}” bültenini artık almıyorsunuz.",
    "web_unchanged": "Hiçbir şey değişmedi.",
    "web_begins": "“{digest}” bülteni, siz onaylayınca başlar: size bir e-posta gönderiliyor.",
    "web_undo": "Geri al",
    "web_nothing_title": "Hiçbir şey işaretlemediniz",
    "web_nothing": "Ara vermek mi, abonelikten çıkmak mı istiyorsunuz? Henüz hiçbir şey değişmedi.",
    "web_pause_title": "Ara verin",
    "web_pause_text": "O zamana kadar e-posta gelmez. Sonra e-postalar kendiliğinden yeniden başlar.",
    "web_until": "{date} tarihine kadar",
    "web_pause_button": "E-postalarıma ara ver",
    "web_paused": "{date} tarihine kadar e-posta yok",
    "web_resume": "Şimdi yeniden başlat",
    "web_resumed": "E-postalarınız yeniden başlıyor",
    "web_data": "Verileriniz",
    "web_data_text": """
    Adresinizi değiştirmek, sizinle ilgili saklanan her şeyi görmek veya silmek için, adresinize gelen bir bağlantıya \
    ihtiyacınız var.
    """,

    "web_stop_title": "Bu e-postalar durdurulsun mu?",
    "web_stop": "Bu e-postaları durdur",
    "web_stop_all": "Bu sitenin tüm e-postalarını durdur",
    "web_or_instead": "Ya da bunun yerine",
    "web_left": "Tamam: bu e-postaları artık almayacaksınız",
    "web_left_text": "Her şeyi sitede ve sitenin akışlarında okumaya devam edebilirsiniz.",
    "web_undo_text": "Yanlışlıkla mı oldu? Bir saat içinde buradan geri alabilirsiniz.",
    "web_why": "Neden? Söylemek zorunda değilsiniz. Yalnızca yanıt sayılır, kimin verdiği değil.",
    "web_why_often": "Çok fazla e-posta",
    "web_why_content": "Beklediğim gibi değil",
    "web_why_never": "Hiç abone olmadım",
    "web_why_another": "Başka bir neden",
    "web_thanks": "Teşekkür ederiz.",
    "web_still": "“{digest}” bültenini almaya devam ediyorsunuz.",
    "web_stop_too": "“{digest}” bültenini de durdur",
    "web_away": """
    Şu anda bu e-postaların hiçbirini almıyorsunuz. İstediklerinizi işaretleyip kaydedin; onaylamanızı isteyen bir \
    e-posta gelir.
    """,
    "web_come_back": "Geri dön",
    "web_back": "Yeniden hoş geldiniz: e-postalarınız devam ediyor",

    "web_history": "Neyi ne zaman kabul ettiniz",
    "web_event_asked": "istendi",
    "web_event_confirmed": "onaylandı",
    "web_event_changed": "değiştirildi",
    "web_event_paused": "ara verildi",
    "web_event_resumed": "yeniden başlatıldı",
    "web_event_left": "abonelikten çıkıldı",
    "web_event_returned": "geri dönüldü",
    "web_event_moved": "yeni adres",
    "web_event_imported": "yayıncı tarafından girildi",
    "web_event_refused": "reddedildi",
    "web_event_lapsed": "hiç onaylanmadı",
    "web_event_forgotten": "silindi",
    "web_quoted": "“{words}”",
    "web_export": "Her şeyi dosya olarak indirin (JSON)",
    "web_move": "Başka bir adres",
    "web_new_address": "Yeni e-posta adresi",
    "web_move_button": "Adresi değiştir",
    "web_move_sent": "Yeni adrese bir ileti gönderiliyor. Siz orada onaylayana kadar hiçbir şey değişmez.",
    "web_move_title": "Bundan böyle bu adres kullanılsın mı?",
    "web_move_yes": "Evet, bu adresi kullan",
    "web_moved": "Adresiniz değişti",
    "web_move_back_title": "Önceki adrese dönülsün mü?",
    "web_move_back": "Evet, önceki adrese dön",
    "web_erase": "Her şeyi silin",
    "web_erase_text": "Adınız, adresiniz ve geçmişiniz silinir; artık e-posta gelmez. Bu işlem geri alınamaz.",
    "web_erase_button": "Benimle ilgili her şeyi sil",
    "web_erase_sure": "Gerçekten her şey silinsin mi?",
    "web_erased": "Tamam: her şey silindi",
    "web_erased_text": """
    Geriye yalnızca, bu sitenin adresinize bir daha yazmaması gerektiğini bilmesini sağlayan bir kod kalır.
    """,

    "web_trouble_title": "Lütfen bir dakika sonra yeniden deneyin",
    "web_trouble": "Bu sayfa şu anda gösterilemiyor.",
    "web_refused_request_title": "Bu istek yanıtlanamıyor",
    "web_refused_request": "Formda bir sorun var. Lütfen geri dönüp yeniden deneyin.",

    // Search
    "web_private_feeds": "Özel akışlar",
    "web_private_feeds_text": "Akış okuyucunuzda, yalnızca size ait bir adresten şunları da okuyabilirsiniz:",
    "web_private_feeds_button": "Adresi bana gönder",
    "web_private_feeds_sent": """
    Adresi içeren bir ileti size gönderiliyor. Gönderildikten sonra önceki adresler geçersiz olur.
    """,
    "web_own_feed": "Birden çok akış tek akışta",
    "web_own_feed_text": """
    Tek bir akışta takip etmek istediklerinizi işaretleyin. Bunun için adres veya hesap gerekmez.
    """,
    "web_own_feed_button": "Akışı göster",
    "web_own_feed_link": "Bu akışlardan birkaçını tek akışta birleştirin",
    "search": "Ara",
    "search_hint": "Aranacak sözcükler",
    "search_for": "“{words}” araması",
    "search_follow": "Bu sonuçları takip edin",
    "search_nothing": "Hiçbir yazıda bu sözcüklerin tümü geçmiyor. Daha az veya başka sözcükler deneyin.",
  ]
}
