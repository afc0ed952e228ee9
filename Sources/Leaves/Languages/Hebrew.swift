/// Address in the plural, avoided where possible with verbal nouns, and neutral forms in the first person. The words
/// for evidence are in the feminine plural (ראיות), those for ratings in the feminine singular (מידה). The `and` of a
/// list attaches to the next word. An email is הודעה, a feed ערוץ עדכונים (not הזנה, which patients know as tube
/// feeding).
extension Wording {
  static let hebrew = Wording(
    tag: "he",
    words: [
      // Punctuation
      "colon": ":",
      "full_stop": ".",
      "comma": ", ",
      "list_comma": ", ",
      "list_and": " ו",

      // Header of an email and of an issue's page
      "view_in_browser": "צפייה בדפדפן",
      "issue_line": "גיליון {number}",
      "issue_of_digest": "{digest}, גיליון {number}",
      "issue_of_date": "{digest}, {date}",
      "in_this_issue": "בגיליון הזה",
      "also": "וגם",
      "more_news": "עוד חדשות",
      "end_mark": "אלה כל החדשות בגיליון הזה.",
      "articles_one": "כתבה אחת",
      "articles_two": "שתי כתבות",
      "articles_other": "{count} כתבות",
      "and_more_one": "ועוד כתבה אחת",
      "and_more_two": "ועוד שתי כתבות",
      "and_more_other": "ועוד {count} כתבות",
      "more_articles_one": "עוד כתבה אחת",
      "more_articles_two": "עוד שתי כתבות",
      "more_articles_other": "עוד {count} כתבות",
      "about_minutes_one": "כדקה",
      "about_minutes_two": "כשתי דקות",
      "about_minutes_other": "כ־{count} דקות",

      // A note in an article
      "note_note": "הערה",
      "note_tip": "עצה",
      "note_important": "חשוב",
      "note_warning": "אזהרה",
      "note_caution": "זהירות",
      "note_danger": "סכנה",
      "note_info": "מידע",
      "note_example": "דוגמה",
      "note_question": "שאלה",
      "note_summary": "סיכום",
      "note_success": "הצלחה",
      "note_failure": "כישלון",
      "note_quote": "ציטוט",
      "note_todo": "לביצוע",
      "note_details": "פרטים",
      "note_urgent": "התקשרו עוד באותו יום",

      // An article
      "key_takeaway": "עיקר הדברים",
      "credibility": "מידת המהימנות",
      "interest": "מידת העניין",
      "of_five": "{value} מתוך 5 ({words})",
      "of_five_short": "{value} מתוך 5",
      "rating_high": "גבוהה",
      "rating_moderate": "בינונית",
      "rating_low": "נמוכה",
      "evidence": "ראיות",
      "evidence_very_early": "ראשוניות מאוד",
      "evidence_early": "ראשוניות",
      "evidence_fairly_sure": "מבוססות למדי",
      "evidence_well_supported": "מבוססות היטב",
      "tested_in_cells": "נבדק בתאים בלבד.",
      "tested_in_animals": "נבדק בבעלי חיים בלבד.",
      "tested_in_people": "נבדק בבני אדם.",
      "how_sure": "עד כמה הראיות מבוססות?",
      "how_we_rate": "איך אנחנו מדרגים מחקרים",
      "one_minute": "בדקה אחת",
      "means_for_you": "מה המשמעות עבורכם",
      "keep_in_mind": "מה כדאי לזכור",
      "go_to": "מעבר אל ”{heading}”",
      "published": "פורסמה בתאריך",
      "updated": "עודכנה בתאריך",
      "by": "מאת",
      "source": "מקור",
      "topics": "נושאים",
      "first_published": "פורסמה לראשונה באתר",
      "from_origin": "מתוך {title}",
      "listen": "להאזנה",
      "transcript": "תמלול",
      "attachments": "קבצים מצורפים",
      "attached_file": "{title} ({type}, {size}\u{A0}MB)",
      "minutes_one": "דקה אחת",
      "minutes_two": "שתי דקות",
      "minutes_other": "{count}\u{A0}דקות",
      "read_more": "לקריאת הכתבה",
      "read_more_about": "לקריאת הכתבה: {title}",
      "read_on": "… להמשך הקריאה",
      "send_on": "שליחה בדוא״ל למישהו אחר",
      "page_address": "כתובת הדף הזה",
      "tell_mistake": "דיווח על טעות",
      "changes": "שינויים בכתבה הזאת",
      "mistake_subject": "טעות: {title} ({id})",
      "who_wrote": "מי כתב את הכתבה",
      "conflicts": "ניגודי עניינים",
      "also_like": "אולי יעניין אתכם גם",
      "advertisement": "פרסומת",
      "to_appointment": "קחו איתכם לתור",
      "questions_to_ask": "שאלות שאפשר לשאול",
      "my_notes": "ההערות שלי",
      "whole_article": "הכתבה המלאה",
      "words_here": "מילים בכתבה הזאת",
      "back_to_text": "חזרה לטקסט",
      "easy_read": "גרסה בפישוט לשוני",

      // Footer of an email
      "rest_in_browser": "ההודעה הזאת קוצרה; אפשר לקרוא את הגיליון המלא בדפדפן",
      "reason": "קיבלתם את ההודעה הזאת כי הכתובת הזאת רשומה לידיעון ”{digest}” של האתר {site}:",
      "signed_up_on": "נרשמתם ב־{date} עם הכתובת",
      "signed_up": "נרשמתם עם הכתובת",
      "unsubscribe": "ביטול ההרשמה",
      "from_these_mails": "להודעות האלה",
      "preferences": "שינוי ההעדפות",
      "no_tracking": "אין לנו אפשרות לראות אם פתחתם את ההודעה הזאת או על מה לחצתם.",
      "tagged_links": """
      הקישורים מראים מאיזה גיליון הגעתם, אבל לא מי אתם. אין לנו אפשרות לראות אם פתחתם את ההודעה הזאת.
      """,
      "replies": "תשובות להודעה הזאת מגיעות למערכת שלנו.",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "שתי לחיצות לאישור: {site}",
      "letter_confirm": "ב־{date} הוזנה הכתובת הזאת באתר {site}, עם בקשה לקבל את ההודעות האלה:",
      "letter_confirm_action": "כן, אני רוצה לקבל את ההודעות האלה",
      "letter_confirm_note": """
      הקישור פותח דף ובו כפתור. עד שתלחצו עליו לא נשלח דבר. הקישור פועל במשך 30 יום.
      """,
      "letter_following_subject": "אתם כבר מקבלים את ההודעות האלה מהאתר {site}",
      "letter_following": """
      ב־{date} הוזנה הכתובת הזאת באתר {site}, עם בקשה לקבל הודעות שאתם כבר מקבלים:
      """,
      "letter_following_action": "לצפייה בהרשמות שלכם או לשינוי שלהן",
      "letter_following_note": "אין צורך לעשות דבר.",
      "letter_link_subject": "הקישור שלכם לאתר {site}",
      "letter_link": "זה הדף שבו אפשר לראות ולשנות את כל המידע שהאתר {site} שומר לגביכם:",
      "letter_link_action": "פתיחת הדף שלי",
      "letter_link_note": """
      הקישור פועל במשך שעה. אם לא ביקשתם אותו, אפשר להתעלם מההודעה הזאת; דבר לא השתנה.
      """,
      "letter_unknown_subject": "אין הודעות מהאתר {site} לכתובת הזאת",
      "letter_unknown": """
      התקבלה באתר {site} בקשה לקישור אל ההרשמות של הכתובת הזאת, אבל אין לה הרשמות. אולי השתמשתם בכתובת אחרת.
      """,
      "letter_unknown_action": "הרשמה",
      "letter_new_subject": "האם זאת הכתובת החדשה שלכם? {site}",
      "letter_new": "מי שנרשם להודעות של האתר {site} מבקש לקבל אותן מעתה בכתובת הזאת.",
      "letter_new_action": "כן, זאת הכתובת שלי",
      "letter_new_note": """
      הקישור פותח דף ובו כפתור. עד שתלחצו עליו לא ישתנה דבר. הקישור פועל במשך שבעה ימים.
      """,
      "letter_old_subject": "הכתובת שלכם באתר {site} שונתה",
      "letter_old": "ב־{date} הועברו ההודעות שלכם מהאתר {site} לכתובת אחרת, שאישרה זאת.",
      "letter_old_action": "ביטול השינוי הזה",
      "letter_old_note": "אם אתם עשיתם את השינוי הזה, אין צורך לעשות דבר. הקישור פועל במשך שבעה ימים.",
      "letter_feeds_subject": "ערוצי העדכונים הפרטיים שלכם מהאתר {site}",
      "letter_feeds": "העתיקו כל כתובת אל קורא ה־RSS שלכם. כתובות מהודעות קודמות אינן פועלות עוד.",
      "letter_feeds_note": """
      מי שהכתובת ידועה לו יכול לקרוא את הערוץ, לכן שמרו אותה לעצמכם. אם היא נודעה לאחרים, בקשו כתובת חדשה בדף \
      שלכם.
      """,
      "letter_refuse": "הבקשה לא באה ממני: אל תכתבו יותר לכתובת הזאת",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "איך לקרוא את הסיכומים האלה",
      "note_research": """
      כל סיכום מתאר מה נמצא במחקר אחד, ומחקר אחד הוא רק לעיתים רחוקות המילה האחרונה. השורה ”ראיות” מציינת עד כמה מערך \
      המחקר תומך בממצאים שלו. כשמשהו נבדק בתאים בלבד או בבעלי חיים בלבד, עדיין לא ידוע אם הוא נכון גם בבני אדם.
      """,
      "note_advice_heading": "לפני כל שינוי, אנא דברו עם הצוות הרפואי או הסיעודי שמטפל בכם",
      "note_advice": """
      אל תתחילו, אל תפסיקו ואל תשנו טיפול תרופתי, דיאטה או פעילות גופנית בגלל משהו שקראתם כאן. שום דבר כאן אינו \
      ייעוץ רפואי עבורכם. אם אתם מרגישים פתאום רע יותר, התקשרו לצוות המטפל או למספר החירום.
      """,

      // Pages
      "skip": "מעבר לטקסט",
      "site_menu": "האתר",
      "about_site": "על האתר הזה",
      "newest": "החדשות ביותר",
      "newest_articles": "הכתבות החדשות ביותר",
      "nothing_published": "הכתבות הראשונות יופיעו כאן בקרוב.",
      "past_issues": "גיליונות קודמים",
      "all_past_issues": "כל הגיליונות הקודמים",
      "no_issues": "עדיין לא נשלח אף גיליון.",
      "follow": "קבלת עדכונים בקורא RSS",
      "how_to_follow": """
      קורא RSS הוא תוכנה או אתר שאוספים עבורכם כתבות חדשות. העתיקו את הכתובת של ערוץ עדכונים והדביקו אותה בקורא \
      ה־RSS שלכם, במקום שבו כתוב ”הוספת ערוץ” או ”הרשמה”.
      """,
      "feed_as": "{title} בפורמט {label}",
      "note_label": "הערה",
      "subscribe": "קבלת החדשות",
      "all_articles": "כל הכתבות",
      "year_articles": "כתבות משנת {year}",
      "all_topics": "כל הנושאים",
      "other_topics": "נושאים אחרים",
      "page_number": "עמוד {page_number}",
      "pages": "עמודים",
      "newer": "כתבות חדשות יותר",
      "older": "כתבות ישנות יותר",
      "newer_issue": "הגיליון הבא",
      "older_issue": "הגיליון הקודם",
      "contents": "בדף הזה",
      "feed_list": "כל ערוצי העדכונים בקובץ אחד (OPML)",
      "other_formats": "פורמטים אחרים",
      "copy": "העתקה",
      "copied": "הועתק",
      "by_mail": "בדוא״ל",
      "sign_up": "הרשמה לידיעון",
      "sign_up_title": "קבלת החדשות בדוא״ל",
      "sign_up_hint": "כתבות חדשות מגיעות אליכם בדוא״ל. אפשר לבטל את ההרשמה בכל עת. בלי מעקב.",
      "promise": "בלי מעקב, בלי עוגיות, בלי פרסומות.",
      "withdrawn_title": "הכתבה הזאת הוסרה",
      "withdrawn": "היא פורסמה בכתובת הזאת, והמוציא לאור הסיר אותה. אי אפשר עוד לקרוא אותה כאן.",
      "same_topics": "כתבות באותם נושאים",
      "not_found_title": "אין דף כזה",
      "not_found": "אולי נפלה טעות בכתובת, ואולי הדף עבר למקום אחר. הדפים האלה מובילים לכל מה שיש באתר:",

      // Feeds
      "topic_feed": "חדש באתר {site} בנושא {topic}",
      "feed_opened": """
      זה ערוץ עדכונים, שמיועד לתוכנות שמודיעות מה חדש. העתיקו את הכתובת שלו לקורא RSS. כדי לקרוא אותו כדף רגיל, עברו \
      לכתובת
      """,
      "feed_ended": "ערוץ העדכונים ”{title}” נסגר",
      "feed_ended_text": """
      לא יופיע עוד דבר חדש בערוץ העדכונים הזה. אפשר להסיר אותו מקורא ה־RSS שלכם; ערוצים אחרים מופיעים ברשימה באתר שלנו.
      """,
    ].merging(hebrewWeb) { $1 })
}
