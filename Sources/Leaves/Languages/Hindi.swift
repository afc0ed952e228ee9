/// Formal address (आप), avoided where a verb would show the reader's gender (आपको … मिलते हैं). An email is
/// masculine, a feed feminine. The words for evidence are in the masculine plural (प्रमाण). A placeholder before a
/// postposition is a name or is in quotation marks, since neither is inflected.
extension Wording {
  static let hindi = Wording(
    tag: "hi",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": "।",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " और ",

      // Header of an email and of an issue's page
      "view_in_browser": "ब्राउज़र में देखें",
      "issue_line": "अंक {number}",
      "issue_of_digest": "{digest}, अंक {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "इस अंक में",
      "also": "साथ ही",
      "more_news": "अन्य समाचार",
      "end_mark": "इस अंक के समाचार यहीं समाप्त होते हैं।",
      "articles_one": "{count} लेख",
      "articles_other": "{count} लेख",
      "and_more_one": "और {count} अन्य लेख",
      "and_more_other": "और {count} अन्य लेख",
      "more_articles_one": "{count} अन्य लेख",
      "more_articles_other": "{count} अन्य लेख",
      "about_minutes_one": "लगभग {count} मिनट",
      "about_minutes_other": "लगभग {count} मिनट",

      // A note in an article
      "note_note": "टिप्पणी",
      "note_tip": "सुझाव",
      "note_important": "महत्वपूर्ण",
      "note_warning": "चेतावनी",
      "note_caution": "सावधानी",
      "note_danger": "ख़तरा",
      "note_info": "जानकारी",
      "note_example": "उदाहरण",
      "note_question": "प्रश्न",
      "note_summary": "सारांश",
      "note_success": "सफलता",
      "note_failure": "असफलता",
      "note_quote": "उद्धरण",
      "note_todo": "करने के काम",
      "note_details": "विवरण",
      "note_urgent": "उसी दिन फ़ोन करें",

      // An article
      "key_takeaway": "मुख्य बात",
      "credibility": "विश्वसनीयता",
      "interest": "रोचकता",
      "of_five": "5 में से {value} ({words})",
      "of_five_short": "5 में से {value}",
      "rating_high": "अधिक",
      "rating_moderate": "मध्यम",
      "rating_low": "कम",
      "evidence": "प्रमाण",
      "evidence_very_early": "बहुत शुरुआती",
      "evidence_early": "शुरुआती",
      "evidence_fairly_sure": "काफ़ी हद तक पक्के",
      "evidence_well_supported": "अच्छी तरह पुष्ट",
      "tested_in_cells": "केवल कोशिकाओं पर जाँचा गया।",
      "tested_in_animals": "केवल जानवरों पर जाँचा गया।",
      "tested_in_people": "मनुष्यों पर जाँचा गया।",
      "how_sure": "प्रमाण कितने पक्के हैं?",
      "how_we_rate": "हम अध्ययनों को कैसे आँकते हैं",
      "one_minute": "एक मिनट में",
      "means_for_you": "आपके लिए इसका क्या अर्थ है",
      "keep_in_mind": "किन बातों का ध्यान रखें",
      "go_to": "“{heading}” पर जाएँ",
      "published": "प्रकाशन:",
      "updated": "अपडेट:",
      "by": "लेखन:",
      "source": "स्रोत",
      "topics": "विषय",
      "first_published": "पहली बार यहाँ प्रकाशित:",
      "from_origin": "{title} से",
      "listen": "सुनें",
      "transcript": "लिखित प्रतिलिपि",
      "attachments": "संलग्न फ़ाइलें",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "{count}\u{A0}मिनट",
      "minutes_other": "{count}\u{A0}मिनट",
      "read_more": "यह लेख पढ़ें",
      "read_more_about": "यह लेख पढ़ें: {title}",
      "read_on": "… आगे पढ़ें",
      "send_on": "किसी को ईमेल से भेजें",
      "page_address": "इस पृष्ठ का पता",
      "tell_mistake": "हमें किसी ग़लती के बारे में बताएँ",
      "changes": "इस लेख में किए गए बदलाव",
      "mistake_subject": "ग़लती: {title} ({id})",
      "who_wrote": "यह किसने लिखा है",
      "conflicts": "हितों का टकराव",
      "also_like": "आप इन्हें भी पढ़ना चाहेंगे",
      "advertisement": "विज्ञापन",
      "to_appointment": "डॉक्टर से मिलने जाते समय इसे साथ ले जाएँ",
      "questions_to_ask": "पूछने के लिए प्रश्न",
      "my_notes": "मेरे नोट",
      "whole_article": "पूरा लेख",
      "words_here": "इस लेख के शब्द",
      "back_to_text": "लेख पर वापस जाएँ",
      "easy_read": "आसान भाषा में",

      // Footer of an email
      "rest_in_browser": "यह ईमेल छोटा किया गया है; पूरा अंक अपने ब्राउज़र में पढ़ें",
      "reason": "आपको यह ईमेल इसलिए मिला है कि इस पते पर {site} के “{digest}” न्यूज़लेटर की सदस्यता ली गई है:",
      "signed_up_on": "आपने {date} को इस पते से सदस्यता ली थी:",
      "signed_up": "आपने इस पते से सदस्यता ली थी:",
      "unsubscribe": "सदस्यता छोड़ें",
      "from_these_mails": "और ये ईमेल पाना बंद करें",
      "preferences": "अपनी पसंद बदलें",
      "no_tracking": "हम यह नहीं देख सकते कि आप यह ईमेल खोलते हैं या नहीं, और न यह कि आप किस लिंक पर क्लिक करते हैं।",
      "tagged_links": """
      लिंक से पता चलता है कि आप किस अंक से आए हैं, पर यह नहीं कि आप कौन हैं। हम यह नहीं देख सकते कि आप यह ईमेल \
      खोलते हैं या नहीं।
      """,
      "replies": "इस ईमेल के उत्तर हमारे संपादकों तक पहुँचते हैं।",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "पुष्टि के लिए दो बार टैप करें: {site}",
      "letter_confirm": "{date} को किसी ने {site} पर यह पता दर्ज किया और ये ईमेल माँगे:",
      "letter_confirm_action": "हाँ, मुझे ये ईमेल भेजें",
      "letter_confirm_note": """
      लिंक से एक पृष्ठ खुलता है, जिस पर एक बटन है। जब तक आप उसे नहीं दबाते, हम कुछ नहीं भेजते। लिंक 30 दिन तक काम \
      करता है।
      """,
      "letter_following_subject": "{site} के ये ईमेल आपको पहले से मिल रहे हैं",
      "letter_following": "{date} को किसी ने {site} पर यह पता दर्ज किया और वे ईमेल माँगे जो आपको पहले से मिल रहे हैं:",
      "letter_following_action": "देखें या बदलें कि आपको क्या मिलता है",
      "letter_following_note": "आपको कुछ करने की ज़रूरत नहीं है।",
      "letter_link_subject": "{site} के लिए आपका लिंक",
      "letter_link": "यह वह पृष्ठ है जहाँ आप {site} पर आपके बारे में रखी गई सारी जानकारी देख और बदल सकते हैं:",
      "letter_link_action": "मेरा पृष्ठ खोलें",
      "letter_link_note": """
      लिंक एक घंटे तक काम करता है। अगर यह लिंक आपने नहीं माँगा था, तो इस ईमेल पर ध्यान न दें; कुछ भी नहीं बदला है।
      """,
      "letter_unknown_subject": "इस पते पर {site} का कोई ईमेल नहीं जाता",
      "letter_unknown": """
      किसी ने {site} से इस पते की सदस्यताओं का लिंक माँगा। इस पते की कोई सदस्यता नहीं है: हो सकता है आपने कोई दूसरा \
      पता इस्तेमाल किया हो।
      """,
      "letter_unknown_action": "सदस्यता लें",
      "letter_new_subject": "क्या यह आपका नया पता है? {site}",
      "letter_new": "{site} के एक पाठक अब से अपने ईमेल इस पते पर पाना चाहते हैं।",
      "letter_new_action": "हाँ, यह मेरा पता है",
      "letter_new_note": """
      लिंक से एक पृष्ठ खुलता है, जिस पर एक बटन है। जब तक आप उसे नहीं दबाते, कुछ नहीं बदलता। लिंक सात दिन तक काम \
      करता है।
      """,
      "letter_old_subject": "{site} पर आपका पता बदल दिया गया",
      "letter_old": "{date} को {site} से आने वाले आपके ईमेल एक दूसरे पते पर कर दिए गए, और उस पते से इसकी पुष्टि हुई।",
      "letter_old_action": "यह बदलाव वापस लें",
      "letter_old_note": """
      अगर यह बदलाव आपने किया है, तो आपको कुछ करने की ज़रूरत नहीं है। लिंक सात दिन तक काम करता है।
      """,
      "letter_feeds_subject": "{site} के आपके निजी फ़ीड",
      "letter_feeds": "हर पता कॉपी करके अपने फ़ीड रीडर में डालें। पिछले संदेशों के पते अब काम नहीं करते।",
      "letter_feeds_note": """
      जिसे पता मालूम है, वह फ़ीड पढ़ सकता है, इसलिए इसे किसी को न बताएँ। अगर यह दूसरों को मालूम हो जाए, तो \
      अपने पृष्ठ से नया पता माँगें।
      """,
      "letter_refuse": "यह मैंने नहीं किया: इस पते पर फिर कभी न लिखें",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "इन सारांशों को कैसे पढ़ें",
      "note_research": """
      हर सारांश बताता है कि एक अध्ययन में क्या पाया गया, और एक ही अध्ययन शायद ही कभी अंतिम निष्कर्ष होता है। \
      “प्रमाण” से पता चलता है कि अध्ययन का ढाँचा उसके नतीजों को कितनी मज़बूती देता है। जो बात केवल कोशिकाओं या केवल \
      जानवरों पर जाँची गई हो, उसके बारे में अभी कोई नहीं जानता कि वह मनुष्यों में भी सही है या नहीं।
      """,
      "note_advice_heading": "कुछ भी बदलने से पहले कृपया अपने डॉक्टर या नर्स से बात करें",
      "note_advice": """
      यहाँ पढ़ी किसी बात के कारण कोई दवा, आहार या व्यायाम न शुरू करें, न बंद करें और न बदलें। यहाँ दी गई कोई भी बात \
      आपके लिए चिकित्सकीय सलाह नहीं है। अगर अचानक आपकी तबीयत ज़्यादा ख़राब लगे, तो अपनी देखभाल करने वाली टीम को या \
      आपातकालीन नंबर पर फ़ोन करें।
      """,

      // Pages
      "skip": "सीधे लेख पर जाएँ",
      "site_menu": "साइट",
      "about_site": "इस साइट के बारे में",
      "newest": "नवीनतम",
      "newest_articles": "नवीनतम लेख",
      "nothing_published": "पहले लेख यहाँ जल्द ही आएँगे।",
      "past_issues": "पिछले अंक",
      "all_past_issues": "सभी पिछले अंक",
      "no_issues": "अभी तक कोई अंक नहीं भेजा गया है।",
      "follow": "फ़ीड रीडर में फ़ॉलो करें",
      "how_to_follow": """
      फ़ीड रीडर एक प्रोग्राम या वेबसाइट है, जो आपके लिए नए लेख इकट्ठा करती है। किसी फ़ीड का पता कॉपी करें और अपने \
      रीडर में वहाँ चिपकाएँ जहाँ “फ़ीड जोड़ें” या “सदस्यता लें” लिखा हो।
      """,
      "feed_as": "{title}, {label} के रूप में",
      "note_label": "टिप्पणी",
      "subscribe": "समाचार पाएँ",
      "all_articles": "सभी लेख",
      "year_articles": "वर्ष {year} के लेख",
      "all_topics": "सभी विषय",
      "other_topics": "अन्य विषय",
      "page_number": "पृष्ठ {page_number}",
      "pages": "पृष्ठ",
      "newer": "नए लेख",
      "older": "पुराने लेख",
      "newer_issue": "अगला अंक",
      "older_issue": "पिछला अंक",
      "contents": "इस पृष्ठ पर",
      "feed_list": "सभी फ़ीड एक फ़ाइल में (OPML)",
      "other_formats": "अन्य फ़ॉर्मैट",
      "copy": "कॉपी करें",
      "copied": "कॉपी हो गया",
      "by_mail": "ईमेल से",
      "sign_up": "न्यूज़लेटर की सदस्यता लें",
      "sign_up_title": "ईमेल से समाचार पाएँ",
      "sign_up_hint": "नए लेख आपको ईमेल से मिलते हैं। आप कभी भी सदस्यता छोड़ सकते हैं। कोई ट्रैकिंग नहीं।",
      "promise": "कोई ट्रैकिंग नहीं, कोई कुकी नहीं, कोई विज्ञापन नहीं।",
      "withdrawn_title": "यह लेख वापस ले लिया गया है",
      "withdrawn": """
      यह इस पते पर प्रकाशित हुआ था, और इसके प्रकाशक ने इसे वापस ले लिया है। अब इसे यहाँ नहीं पढ़ा जा सकता।
      """,
      "same_topics": "इन्हीं विषयों पर लेख",
      "not_found_title": "ऐसा कोई पृष्ठ नहीं है",
      "not_found": """
      हो सकता है पते में कोई ग़लती हो, या पृष्ठ कहीं और चला गया हो। इन पृष्ठों से आप इस साइट की हर चीज़ तक \
      पहुँच सकते हैं:
      """,

      // Feeds
      "topic_feed": "“{topic}” विषय पर {site} की नई जानकारी",
      "feed_opened": """
      यह एक फ़ीड है, जो उन प्रोग्रामों के लिए है जो बताते हैं कि नया क्या है। इसका पता किसी फ़ीड रीडर में कॉपी करें। \
      इसे पृष्ठ के रूप में पढ़ने के लिए यहाँ जाएँ:
      """,
      "feed_ended": "“{title}” फ़ीड बंद हो गई है",
      "feed_ended_text": """
      इस फ़ीड में अब कुछ नया नहीं आएगा। आप इसे अपने रीडर से हटा सकते हैं; दूसरी फ़ीड हमारी साइट पर दी गई हैं।
      """,
    ].merging(hindiWeb) { $1 })
}
