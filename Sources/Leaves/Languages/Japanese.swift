/// Polite style (です・ます). Readers are addressed without a pronoun; buttons and links are short verb or noun phrases.
extension Wording {
  static let japanese = Wording(
    tag: "ja",
    words: [
      // Punctuation
      "colon": "：",
      "full_stop": "。",
      "comma": "、",
      "list_comma": "、",
      "list_and": "、",

      // Header of an email and of an issue's page
      "view_in_browser": "ブラウザーで表示",
      "issue_line": "第{number}号",
      "issue_of_digest": "{digest} 第{number}号",
      "issue_of_date": "{digest}（{date}）",
      "in_this_issue": "今号の内容",
      "also": "そのほか",
      "more_news": "その他のニュース",
      "end_mark": "今号のニュースは以上です。",
      "articles_other": "{count}件の記事",
      "and_more_other": "ほか{count}件",
      "more_articles_other": "ほか{count}件の記事",
      "about_minutes_other": "約{count}分",

      // A note in an article
      "note_note": "補足",
      "note_tip": "ヒント",
      "note_important": "重要",
      "note_warning": "警告",
      "note_caution": "注意",
      "note_danger": "危険",
      "note_info": "情報",
      "note_example": "例",
      "note_question": "質問",
      "note_summary": "まとめ",
      "note_success": "成功",
      "note_failure": "失敗",
      "note_quote": "引用",
      "note_todo": "やること",
      "note_details": "詳細",
      "note_urgent": "その日のうちに電話してください",

      // An article
      "key_takeaway": "要点",
      "credibility": "信頼性",
      "interest": "注目度",
      "of_five": "5段階中{value}（{words}）",
      "of_five_short": "5段階中{value}",
      "rating_high": "高い",
      "rating_moderate": "中程度",
      "rating_low": "低い",
      "evidence": "根拠の確かさ",
      "evidence_very_early": "ごく初期の段階",
      "evidence_early": "初期の段階",
      "evidence_fairly_sure": "ある程度確か",
      "evidence_well_supported": "十分な裏づけあり",
      "tested_in_cells": "細胞での研究のみ。",
      "tested_in_animals": "動物での研究のみ。",
      "tested_in_people": "人を対象とした研究。",
      "how_sure": "どのくらい確かですか？",
      "how_we_rate": "研究の評価方法",
      "one_minute": "1分でわかるポイント",
      "means_for_you": "ご自身にとっての意味",
      "keep_in_mind": "心に留めておきたいこと",
      "go_to": "「{heading}」へ進む",
      "published": "公開日",
      "updated": "更新日",
      "by": "執筆",
      "source": "出典",
      "topics": "テーマ",
      "first_published": "初出",
      "from_origin": "{title}より",
      "listen": "音声で聴く",
      "transcript": "文字起こし",
      "attachments": "添付ファイル",
      "attached_file": "{title}（{type}、{size}\u{A0}MB）",
      "minutes_other": "{count}分",
      "read_more": "この記事を読む",
      "read_more_about": "この記事を読む：{title}",
      "read_on": "… 続きを読む",
      "send_on": "メールで誰かに送る",
      "page_address": "このページのアドレス",
      "tell_mistake": "誤りを知らせる",
      "changes": "この記事の変更点",
      "mistake_subject": "記事の誤り：{title}（{id}）",
      "who_wrote": "執筆者について",
      "conflicts": "利益相反",
      "also_like": "あわせて読みたい記事",
      "advertisement": "広告",
      "to_appointment": "診察に持っていくシート",
      "questions_to_ask": "聞いておきたいこと",
      "my_notes": "自分のメモ",
      "whole_article": "記事の全文",
      "words_here": "この記事に出てくる言葉",
      "back_to_text": "本文に戻る",
      "easy_read": "やさしい日本語版",

      // Footer of an email
      "rest_in_browser": "このメールでは内容を一部省略しています。今号の全文はブラウザーでお読みください",
      "reason": "{site}の「{digest}」に次のアドレスが登録されているため、このメールをお送りしています：",
      "signed_up_on": "{date}に次のアドレスで登録されました：",
      "signed_up": "次のアドレスで登録されました：",
      "unsubscribe": "配信停止",
      "from_these_mails": "のお手続き",
      "preferences": "受信設定の変更",
      "no_tracking": "このメールが開かれたかどうか、どこがクリックされたかは、こちらではわかりません。",
      "tagged_links": """
      リンクからは、どの号からアクセスされたかはわかりますが、どなたであるかはわかりません。\
      このメールが開かれたかどうかも、こちらではわかりません。
      """,
      "replies": "このメールへの返信は、編集部に届きます。",

      // Letters: mails that answer one reader
      "letter_confirm_subject": "タップ2回で確認が完了します：{site}",
      "letter_confirm": "{date}に、{site}でこのアドレスが入力され、次のメールの配信が申し込まれました：",
      "letter_confirm_action": "はい、これらのメールを受け取ります",
      "letter_confirm_note": """
      リンクを開くと、ボタンのあるページが表示されます。ボタンが押されるまで、何もお送りしません。\
      リンクの有効期間は30日です。
      """,
      "letter_following_subject": "{site}のこれらのメールは、すでに配信中です",
      "letter_following": "{date}に、{site}でこのアドレスが入力され、すでに配信中のメールが申し込まれました：",
      "letter_following_action": "受け取る内容を確認または変更する",
      "letter_following_note": "何もしていただく必要はありません。",
      "letter_link_subject": "{site}のページへのリンク",
      "letter_link": "{site}が保管しているご自身の情報は、次のページですべて確認し、変更できます：",
      "letter_link_action": "自分のページを開く",
      "letter_link_note": """
      リンクの有効期間は1時間です。お心当たりがない場合は、このメールを無視してください。何も変更されていません。
      """,
      "letter_unknown_subject": "{site}からこのアドレスへの配信はありません",
      "letter_unknown": """
      {site}に、このアドレスの登録内容へのリンクの請求がありましたが、このアドレスの登録はありません。\
      別のアドレスで登録された可能性があります。
      """,
      "letter_unknown_action": "登録する",
      "letter_new_subject": "新しいアドレスのご確認：{site}",
      "letter_new": "{site}の読者の方が、今後はこのアドレスでメールを受け取ることを希望されています。",
      "letter_new_action": "はい、自分のアドレスです",
      "letter_new_note": """
      リンクを開くと、ボタンのあるページが表示されます。ボタンが押されるまで、何も変わりません。\
      リンクの有効期間は7日です。
      """,
      "letter_old_subject": "{site}に登録されたアドレスが変更されました",
      "letter_old": """
      {date}に、{site}からのメールの送り先が別のアドレスに変更されました。この変更は、そのアドレスで確認されています。
      """,
      "letter_old_action": "この変更を取り消す",
      "letter_old_note": "ご自身で変更された場合は、何もしていただく必要はありません。リンクの有効期間は7日です。",
      "letter_feeds_subject": "{site}の専用フィードのアドレス",
      "letter_feeds": "次の各アドレスをフィードリーダーに貼り付けてください。以前のメールに記載されたアドレスは使えなくなりました。",
      "letter_feeds_note": "アドレスを知っている人は誰でもフィードを読めるため、他の人に教えないでください。知られてしまった場合は、ご自身のページで新しいアドレスを申し込んでください。",
      "letter_refuse": "心当たりがありません。今後このアドレスにメールを送らないでください",

      // The note on research (research-note.html, research-note.text)
      "note_heading": "要約の読み方",
      "note_research": """
      どの要約も、一つの研究でわかったことをお伝えするものです。一つの研究だけで結論が出ることは、めったにありません。\
      「根拠の確かさ」は、研究の方法が結果をどのくらいしっかり裏づけているかを示します。\
      「細胞での研究のみ」「動物での研究のみ」とある場合、人にも当てはまるかどうかは、まだ誰にもわかりません。
      """,
      "note_advice_heading": "何かを変える前に、医師や看護師にご相談ください",
      "note_advice": """
      ここで読んだことを理由に、薬、食事療法、運動を始めたり、やめたり、変えたりしないでください。\
      ここに書かれていることは、読者お一人おひとりへの医学的な助言ではありません。\
      急に具合が悪くなったと感じたら、担当の医療チームまたは救急の番号に電話してください。
      """,

      // Pages
      "skip": "本文へ移動",
      "site_menu": "サイト",
      "about_site": "このサイトについて",
      "newest": "新着",
      "newest_articles": "新着記事",
      "nothing_published": "最初の記事は、まもなくここに掲載されます。",
      "past_issues": "バックナンバー",
      "all_past_issues": "すべてのバックナンバー",
      "no_issues": "まだ配信された号はありません。",
      "follow": "フィードリーダーで購読する",
      "how_to_follow": """
      フィードリーダーは、新しい記事を集めてくれるプログラムまたはウェブサイトです。フィードのアドレスをコピーして、\
      お使いのフィードリーダーの「フィードを追加」または「購読」の欄に貼り付けてください。
      """,
      "feed_as": "{title}（{label}）",
      "note_label": "ご注意",
      "subscribe": "最新情報を受け取る",
      "all_articles": "すべての記事",
      "year_articles": "{year}年の記事",
      "all_topics": "すべてのテーマ",
      "other_topics": "その他のテーマ",
      "page_number": "{page_number}ページ",
      "pages": "ページ",
      "newer": "新しい記事",
      "older": "以前の記事",
      "newer_issue": "次の号",
      "older_issue": "前の号",
      "contents": "このページの内容",
      "feed_list": "すべてのフィードを一つにまとめたファイル（OPML）",
      "other_formats": "その他の形式",
      "copy": "コピー",
      "copied": "コピーしました",
      "by_mail": "メールで受け取る",
      "sign_up": "ニュースレターに登録する",
      "sign_up_title": "最新情報をメールで受け取る",
      "promise": "追跡なし、Cookieなし、広告なし。",
      "sign_up_hint": "新しい記事をメールでお届けします。配信はいつでも停止できます。追跡は行いません。",
      "withdrawn_title": "この記事は取り下げられました",
      "withdrawn": "このアドレスで公開されていましたが、発行者が取り下げました。ここではもうお読みいただけません。",
      "same_topics": "同じテーマの記事",
      "not_found_title": "このページは存在しません",
      "not_found": """
      アドレスに誤りがあるか、ページが移動したのかもしれません。次のページから、このサイトのすべての内容をご覧いただけます：
      """,

      // Feeds
      "topic_feed": "「{topic}」に関する{site}の新着情報",
      "feed_opened": """
      これは、新着を知らせるプログラムのためのフィードです。このアドレスをフィードリーダーにコピーしてください。\
      通常のページとして読む場合は、次のアドレスへ：
      """,
      "feed_ended": "「{title}」は終了しました",
      "feed_ended_text": """
      このフィードには、今後新しい記事は掲載されません。フィードリーダーから削除してかまいません。\
      ほかのフィードは、サイトに一覧があります。
      """,
    ].merging(japaneseWeb) { $1 })
}
