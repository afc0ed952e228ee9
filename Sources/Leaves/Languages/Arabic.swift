/// Formal address (plural), avoided where possible with verbal nouns. Names in a list are all joined by و, which
/// attaches to the next word. The month names are those of Egypt and the Gulf. Digits are ASCII (see ``Language``).
extension Wording {
  static let arabic = Wording(
    tag: "ar",
    words: [
      // Punctuation
      "colon": ":",
      "comma": "، ",
      "list_comma": " و",
      "list_and": " و",

      // Header of an email and of an issue's page
      "view_in_browser": "العرض في المتصفح",
      "issue_line": "العدد {number}",
      "issue_of_digest": "{digest}، العدد {number}",
      "issue_of_date": "{digest_title}، {date}",
      "in_this_issue": "في هذا العدد",
      "articles_zero": "لا مقالات",
      "articles_one": "مقال واحد",
      "articles_two": "مقالان",
      "articles_few": "{count} مقالات",
      "articles_many": "{count} مقالًا",
      "articles_other": "{count} مقال",
      "and_more_zero": "ولا مقالات أخرى",
      "and_more_one": "ومقال آخر",
      "and_more_two": "ومقالان آخران",
      "and_more_few": "و{count} مقالات أخرى",
      "and_more_many": "و{count} مقالًا آخر",
      "and_more_other": "و{count} مقال آخر",

      // A note in an article
      "note_note": "ملاحظة",
      "note_tip": "نصيحة",
      "note_important": "مهم",
      "note_warning": "تحذير",
      "note_caution": "تنبيه",
      "note_danger": "خطر",
      "note_info": "معلومة",
      "note_example": "مثال",
      "note_question": "سؤال",
      "note_summary": "ملخص",
      "note_success": "نجاح",
      "note_failure": "فشل",
      "note_quote": "اقتباس",
      "note_todo": "مهام",
      "note_details": "تفاصيل",
      "note_urgent": "اتصلوا في اليوم نفسه",

      // An article
      "key_takeaway": "الخلاصة",
      "credibility": "الموثوقية",
      "interest": "درجة الاهتمام",
      "of_five": "{value} من 5 ({words})",
      "of_five_short": "{value} من 5",
      "rating_high": "عالية",
      "rating_moderate": "متوسطة",
      "rating_low": "منخفضة",
      "evidence": "الأدلة",
      "evidence_very_early": "أولية جدًا",
      "evidence_early": "أولية",
      "evidence_fairly_sure": "مؤكدة إلى حد ما",
      "evidence_well_supported": "مدعومة جيدًا",
      "tested_in_cells": "على الخلايا فقط.",
      "tested_in_animals": "على الحيوانات فقط.",
      "tested_in_people": "أُجريت الدراسة على البشر.",
      "how_sure": "ما مدى قوة الأدلة؟",
      "how_we_rate": "كيف نقيّم الدراسات",
      "one_minute": "في دقيقة واحدة",
      "means_for_you": "ماذا يعني ذلك لكم",
      "keep_in_mind": "ما ينبغي مراعاته",
      "go_to": "الانتقال إلى «{heading}»",
      "published": "نُشر في",
      "updated": "حُدّث في",
      "by": "بقلم",
      "source": "المصدر",
      "topics": "الموضوعات",
      "first_published": "نُشر أولًا على",
      "minutes_zero": "أقل من دقيقة",
      "minutes_one": "دقيقة واحدة",
      "minutes_two": "دقيقتان",
      "minutes_few": "{count} دقائق",
      "minutes_many": "{count} دقيقة",
      "minutes_other": "{count} دقيقة",
      "read_more": "قراءة المزيد",
      "read_more_about": "قراءة المزيد: {title}",
      "read_on": "… متابعة القراءة",
      "send_on": "أرسل إلى شخص آخر بالبريد الإلكتروني",
      "page_address": "عنوان هذه الصفحة",
      "tell_mistake": "أبلغنا عن خطأ",
      "mistake_subject": "خطأ: {title} ({id})",
      "conflicts": "تضارب المصالح",
      "also_like": "قد يهمكم أيضًا",

      // Footer of an email
      "rest_in_browser": "اختُصرت هذه الرسالة؛ العدد الكامل متاح في المتصفح",
      "reason": "تصلكم هذه الرسالة لأن هذا العنوان مشترك في نشرة «{digest}» من {site}:",
      "signed_up_on": "اشتركتم في {date} بالعنوان",
      "signed_up": "اشتركتم بالعنوان",
      "unsubscribe": "إلغاء الاشتراك",
      "from_these_mails": "في هذه الرسائل",
      "preferences": "تغيير التفضيلات",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "كيف تُقرأ هذه الملخصات",
      "note_research": """
      يشرح كل ملخص بكلمات بسيطة ما توصلت إليه دراسة واحدة. ونادرًا ما تكون الدراسة الواحدة هي الكلمة الأخيرة: فكثير \
      من الدراسات صغير الحجم، وبعضها يُجرى على الحيوانات أو الخلايا فقط، وقد لا تتفق معها دراسات لاحقة. تبيّن «الأدلة» \
      مدى دعم تصميم الدراسة لنتائجها. وما دُرس على الخلايا أو الحيوانات فقط لا يُعرف بعد هل يصحّ في البشر.
      """,
      "note_advice_heading": "يُرجى استشارة الطبيب أو فريق التمريض قبل تغيير أي شيء",
      "note_advice": """
      لا تبدؤوا دواءً أو حمية أو تمرينًا، ولا توقفوا أيًّا منها أو تغيّروه، بسبب شيء قرأتموه هنا. ولا يُعدّ أي شيء هنا \
      نصيحة طبية شخصية لكم. إذا ساءت حالتكم فجأة فاتصلوا بفريق الرعاية أو برقم الطوارئ.
      """,

      // Pages
      "skip": "الانتقال إلى النص",
      "site_menu": "الموقع",
      "about_site": "عن هذا الموقع",
      "newest": "الأحدث",
      "newest_articles": "أحدث المقالات",
      "nothing_published": "ستظهر المقالات الأولى هنا قريبًا.",
      "past_issues": "الأعداد السابقة",
      "all_past_issues": "جميع الأعداد السابقة",
      "no_issues": "لم يُرسل أي عدد بعد.",
      "follow": "المتابعة في قارئ الخلاصات",
      "how_to_follow": """
      قارئ الخلاصات برنامج أو موقع يجمع لكم المقالات الجديدة. انسخوا عنوان خلاصة وألصقوه في قارئكم حيث يظهر \
      «إضافة خلاصة» أو «اشتراك».
      """,
      "feed_as": "{title} بصيغة {label}",
      "note_label": "ملاحظة",
      "subscribe": "تلقّي الأخبار",
      "all_articles": "جميع المقالات",
      "year_articles": "مقالات عام {year}",
      "all_topics": "جميع الموضوعات",
      "other_topics": "موضوعات أخرى",
      "page_number": "الصفحة {page_number}",
      "pages": "الصفحات",
      "newer": "مقالات أحدث",
      "older": "مقالات أقدم",
      "newer_issue": "العدد التالي",
      "older_issue": "العدد السابق",
      "contents": "في هذه الصفحة",
      "feed_list": "جميع الخلاصات في ملف واحد (OPML)",
      "other_formats": "صيغ أخرى",
      "copy": "نسخ",
      "copied": "تم النسخ",
      "by_mail": "بالبريد الإلكتروني",
      "sign_up": "الاشتراك في النشرة",
      "sign_up_title": "تلقّي الأخبار بالبريد الإلكتروني",
      "sign_up_hint": "تصلكم المقالات الجديدة بالبريد الإلكتروني، ويمكنكم إلغاء الاشتراك في أي وقت. بلا تتبّع.",
      "promise": "لا تتبّع، ولا ملفات تعريف ارتباط، ولا إعلانات.",
      "withdrawn_title": "سُحب هذا المقال",
      "withdrawn": "نُشر هذا المقال على هذا العنوان ثم سحبه الناشر، ولم تعد قراءته هنا ممكنة.",
      "same_topics": "مقالات في الموضوعات نفسها",
      "not_found_title": "هذه الصفحة غير موجودة",
      "not_found": "ربما كان في العنوان خطأ، أو نُقلت الصفحة. تؤدي هذه الصفحات إلى كل ما في الموقع:",

      // Feeds
      "topic_feed": "جديد {site} عن {topic}",
      "feed_opened": """
      هذه خلاصة مخصصة للبرامج التي تنبّه إلى الجديد. انسخوا عنوانها إلى قارئ الخلاصات. \
      ولقراءتها في صفحة، انتقلوا إلى
      """,
      "feed_ended": "انتهت خلاصة {title}",
      "feed_ended_text":
        "لن يظهر أي جديد في هذه الخلاصة. يمكنكم حذفها من قارئ الخلاصات؛ وستجدون الخلاصات الأخرى في موقعنا.",
    ],
    plurals: .arabic,
    months: [
      "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ],
    date: "{day} {month} {year}", decimalPoint: ".")
}
