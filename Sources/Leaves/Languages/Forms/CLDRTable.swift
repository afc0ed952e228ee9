// swift-format-ignore-file
// Written by Tools/cldr.py from Unicode CLDR, as Babel 2.19.0 has it. © Unicode, Inc.; Unicode License v3
// (https://www.unicode.org/license.txt).

extension LanguageForms {
  /// One line for each language, with the fields of ``LanguageForms/init(line:)``.
  static let cldr = """
    aa|{day} {month} {year}|.|, |, |“|”||Qunxa Garablu;Kudo;Ciggilta Kudo;Agda Baxis;Caxah Alsa;Qasa Dirri;Qado Dirri;Liiqen;Waysu;Diteli;Ximoli;Kaxxa Garablu||Qafar
    ab|{day} {month} {year} ш.|.|, |, |“|”||Ажьырныҳəа;Жəабран;Хəажəкыра;Мшаԥы;Лаҵара;Рашəара;Ԥхынгəы;Нанҳəа;Цəыббра;Жьҭаара;Абҵара;Ԥхынҷкәын||Аԥсшәа
    ady|{year} {month} {day}|,|, |, |“|”||щылэмазэм;мэзаем;гъэтхапэм;мэлылъфэгъум;жъоныгъуакӏэм;мэкъуогъум;бэдзэогъум;шышъхьэӏум;ӏоныгъум;чъэпыогъум;шэкӏогъум;тыгъэгъазэм|щылэмаз;мэзай;гъэтхапэ;мэлылъфэгъу;жъоныгъуакӏ;мэкъуогъу;бэдзэогъу;шышъхьэӏу;ӏоныгъу;чъэпыогъу;шэкӏогъу;тыгъэгъаз|Адыгабзэ
    af|{day} {month} {year}|,|, | en |“|”|one: n = 1|Januarie;Februarie;Maart;April;Mei;Junie;Julie;Augustus;September;Oktober;November;Desember||Afrikaans
    agq|{day} {month} {year}|,|, |, |„|”||ndzɔ̀ŋɔ̀nùm;ndzɔ̀ŋɔ̀kƗ̀zùʔ;ndzɔ̀ŋɔ̀tƗ̀dʉ̀ghà;ndzɔ̀ŋɔ̀tǎafʉ̄ghā;ndzɔ̀ŋèsèe;ndzɔ̀ŋɔ̀nzùghò;ndzɔ̀ŋɔ̀dùmlo;ndzɔ̀ŋɔ̀kwîfɔ̀e;ndzɔ̀ŋɔ̀tƗ̀fʉ̀ghàdzughù;ndzɔ̀ŋɔ̀ghǔuwelɔ̀m;ndzɔ̀ŋɔ̀chwaʔàkaa wo;ndzɔ̀ŋèfwòo||Aghem
    ak|{day}, {month}, {year}|.|, | ne |“|”|one: n = 0..1|Ɔpɛpɔn;Ɔgyefoɔ;Ɔbɛnem;Oforisuo;Kɔtɔnimma;Ayɛwohomumu;Kutawonsa;Ɔsanaa;Ɛbɔ;Ahinime;Obubuo;Ɔpɛnimma||Akan
    am|{day} {month} {year}|.|፣ | እና |«|»|one: n = 0 or n = 1|ጃንዋሪ;ፌብሩዋሪ;ማርች;ኤፕሪል;ሜይ;ጁን;ጁላይ;ኦገስት;ሴፕቴምበር;ኦክቶበር;ኖቬምበር;ዲሴምበር||አማርኛ
    an|{day} {month} de {year}|.|, | y |“|”|one: n = 1|de chinero;de febrero;de marzo;d’abril;de mayo;de chunyo;de chuliol;d’agosto;de setiembre;d’octubre;de noviembre;d’aviento|chinero;febrero;marzo;abril;mayo;chunyo;chuliol;agosto;setiembre;octubre;noviembre;aviento|Aragonés
    ann|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Obolo
    apc|{year} {month} {day}|.|, |, |“|”||كانون التاني;شباط;أذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين التاني;كانون الأول||العامية
    ar|{day} {month} {year}|.| و| و|”|“|zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99|يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر||العربية
    arn|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Mapudungun
    ary|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    as|{day} {month}, {year}|.|, | আৰু |“|”|one: n = 0 or n = 1|জানুৱাৰী;ফেব্ৰুৱাৰী;মাৰ্চ;এপ্ৰিল;মে’;জুন;জুলাই;আগষ্ট;ছেপ্তেম্বৰ;অক্টোবৰ;নৱেম্বৰ;ডিচেম্বৰ||অসমীয়া
    asa|{day} {month} {year}|.|, |, |“|”|one: n = 1|Januari;Februari;Machi;Aprili;Mei;Juni;Julai;Agosti;Septemba;Oktoba;Novemba;Desemba||Kipare
    ast|{day} {month} de {year}|,|, | y |«|»|one: n = 1|de xineru;de febreru;de marzu;d’abril;de mayu;de xunu;de xunetu;d’agostu;de setiembre;d’ochobre;de payares;d’avientu|xineru;febreru;marzu;abril;mayu;xunu;xunetu;agostu;setiembre;ochobre;payares;avientu|Asturianu
    az|{day} {month} {year}|,|, | və |“|”|one: n = 1|yanvar;fevral;mart;aprel;may;iyun;iyul;avqust;sentyabr;oktyabr;noyabr;dekabr||Azərbaycan
    az-Arab|{year} {month} {day}|.|, |, |“|”|one: n = 1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||تۆرکجه
    az-Cyrl|{day} {month} {year}|.|, |, |«|»|one: n = 1|јанвар;феврал;март;апрел;май;ијун;ијул;август;сентјабр;октјабр;нојабр;декабр|Јанвар;Феврал;Март;Апрел;Май;Ијун;Ијул;Август;Сентјабр;Октјабр;Нојабр;Декабр|Азәрбајҹан (Кирил)
    az-Latn|{day} {month} {year}|,|, | və |“|”|one: n = 1|yanvar;fevral;mart;aprel;may;iyun;iyul;avqust;sentyabr;oktyabr;noyabr;dekabr||Azərbaycan (latın)
    ba|{day} {month}, {year} й.|,|, | һәм |“|”||ғинуар;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь||Башҡорт
    bal|{day} {month}, {year}|.|, |, |“|”|one: n = 1|جنوری;پروری;مارچ;اپرێل;مئیی;جون;جۆلایی;اگست;ستمبر;اکتوبر;نئومبر;دسمبر||بلۆچی
    bal-Arab|{day} {month}, {year}|.|, |, |“|”|one: n = 1|جنوری;پروری;مارچ;اپرێل;مئیی;جون;جۆلایی;اگست;ستمبر;اکتوبر;نئومبر;دسمبر||بلۆچی (اربی)
    bal-Latn|{day} {month}, {year}|.|, |, |“|”|one: n = 1|Janwari;Parwari;Márch;Aprél;Mai;Jun;Jólái;Agast;Satambar;Aktubar;Nawambar;Dasambar||Balóchi (Látin)
    bas|{day} {month} {year}|,|, |, |«|»||Kɔndɔŋ;Màcɛ̂l;Màtùmb;Màtop;M̀puyɛ;Hìlòndɛ̀;Njèbà;Hìkaŋ;Dìpɔ̀s;Bìòôm;Màyɛsèp;Lìbuy li ńyèe||Ɓàsàa
    be|{day} {month} {year} г.|,|, | і |«|»|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14; many: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14|студзеня;лютага;сакавіка;красавіка;мая;чэрвеня;ліпеня;жніўня;верасня;кастрычніка;лістапада;снежня|студзень;люты;сакавік;красавік;май;чэрвень;ліпень;жнівень;верасень;кастрычнік;лістапад;снежань|Беларуская
    bem|{day} {month} {year}|.|, |, |“|”|one: n = 1|Januari;Februari;Machi;Epreo;Mei;Juni;Julai;Ogasti;Septemba;Oktoba;Novemba;Disemba||Ichibemba
    bew|{day} {month} {year}|.|, | èn |“|”||Januari;Pèbruari;Maret;April;Méi;Juni;Juli;Agustus;Sèptèmber;Oktober;Nopèmber;Désèmber||Betawi
    bez|{day} {month} {year}|.|, |, |“|”|one: n = 1|pa mwedzi gwa hutala;pa mwedzi gwa wuvili;pa mwedzi gwa wudatu;pa mwedzi gwa wutai;pa mwedzi gwa wuhanu;pa mwedzi gwa sita;pa mwedzi gwa saba;pa mwedzi gwa nane;pa mwedzi gwa tisa;pa mwedzi gwa kumi;pa mwedzi gwa kumi na moja;pa mwedzi gwa kumi na mbili||Hibena
    bg|{day} {month} {year} г.|,|, | и |„|“|one: n = 1|януари;февруари;март;април;май;юни;юли;август;септември;октомври;ноември;декември||Български
    bgc|{year} {month} {day}|.|, |, |“|”||जनवरी;फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितम्बर;अक्टूबर;नवम्बर;दिसंबर||हरियाणवी
    bgn|{year} {month} {day}|٫|، | و |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||بلوچی (رخشانی)
    bho|{year} {month} {day}|.|, |, |“|”|one: n = 0..1|जनवरी;फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितम्बर;अक्टूबर;नवंबर;दिसंबर||भोजपुरी
    blo|{month} {day}/{year}|,|, | na |“|”|zero: n = 0; one: n = 1|ɩjikawǝrka kaŋɔrɔ;ɩjikpaka kaŋɔrɔ;arɛ́cika kaŋɔrɔ;njɩbɔ nɖʊka kaŋɔrɔ;acafʊnɖuka kaŋɔrɔ;anɔɔɖuka kaŋɔrɔ;alàlaka kaŋɔrɔ;ɩjikǝuka kaŋɔrɔ;abofʊmka kaŋɔrɔ;ɩjicimka kaŋɔrɔ;acapomka kaŋɔrɔ;anɔɔbʊnka kaŋɔrɔ||Anii kagɩja
    blt|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||ꪼꪕꪒꪾ
    bm|{day} {month} {year}|.|, |, |«|»||zanwuye;feburuye;marisi;awirili;mɛ;zuwɛn;zuluye;uti;sɛtanburu;ɔkutɔburu;nowanburu;desanburu||Bamanakan
    bm-Nkoo|{day} {month} {year}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    bn|{day} {month}, {year}|.|, | এবং |“|”|one: n = 0 or n = 1|জানুয়ারি;ফেব্রুয়ারি;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর||বাংলা
    bo|སྤྱི་ལོ་{year} {month}འི་ཚེས་{day}|.|, |, |“|”||ཟླ་བ་དང་པོ;ཟླ་བ་གཉིས་པ;ཟླ་བ་གསུམ་པ;ཟླ་བ་བཞི་པ;ཟླ་བ་ལྔ་པ;ཟླ་བ་དྲུག་པ;ཟླ་བ་བདུན་པ;ཟླ་བ་བརྒྱད་པ;ཟླ་བ་དགུ་པ;ཟླ་བ་བཅུ་པ;ཟླ་བ་བཅུ་གཅིག་པ;ཟླ་བ་བཅུ་གཉིས་པ|ཟླ་བ་དང་པོ་;ཟླ་བ་གཉིས་པ་;ཟླ་བ་གསུམ་པ་;ཟླ་བ་བཞི་པ་;ཟླ་བ་ལྔ་པ་;ཟླ་བ་དྲུག་པ་;ཟླ་བ་བདུན་པ་;ཟླ་བ་བརྒྱད་པ་;ཟླ་བ་དགུ་པ་;ཟླ་བ་བཅུ་པ་;ཟླ་བ་བཅུ་གཅིག་པ་;ཟླ་བ་བཅུ་གཉིས་པ་|བོད་སྐད་
    bqi|{day} {month} {year}|.|،‏ | وو |“|”||ژانویه;فوریه;مارس;آوریل;مهٔ;ژوئن;ژوئیه;اوت;سپتامبر;اکتبر;نوامبر;دسامبر||لوری بختیاری
    br|{day} {month} {year}|,|, | ha |«|»|one: n % 10 = 1 and n % 100 != 11,71,91; two: n % 10 = 2 and n % 100 != 12,72,92; few: n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99|Genver;Cʼhwevrer;Meurzh;Ebrel;Mae;Mezheven;Gouere;Eost;Gwengolo;Here;Du;Kerzu||Brezhoneg
    brh|{day} {month}, {year}|.|, | و |“|”||جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر||براہوئی
    brx|{day} {month}, {year}|.|, | आरो |“|”|one: n = 1|जानुवारी;फेब्रूवारी;मार्च;एप्रिल;मे;जुन;जुलाई;आगष्ट;सेप्थेम्बर;अक्ट’बर;नवेम्बर;डिसेम्बर||बर’
    bs|{day}. {month} {year}.|,|, | i |„|”|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|januar;februar;mart;april;maj;juni;juli;august;septembar;oktobar;novembar;decembar||Bosanski
    bs-Cyrl|{day}. {month} {year}.|,|, | и |„|“|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|јануар;фебруар;март;април;мај;јуни;јули;аугуст;септембар;октобар;новембар;децембар||Босански (ћирилица)
    bs-Latn|{day}. {month} {year}.|,|, | i |„|”|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|januar;februar;mart;april;maj;juni;juli;august;septembar;oktobar;novembar;decembar||Bosanski (latinica)
    bss|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Akoose
    bua|{year} {month} {day}|,|, |, |“|”||нэгэдүгээр һара;хоёрдугаар һара;гурбадугаар һара;дүрбэдүгээр һара;табадугаар һара;зургадугаар һара;долодугаар һара;наймадугаар һара;юһэдүгээр һара;арбадугаар һара;арбан нэгэдүгээр һара;арбан хоёрдугаар һара||Буряад
    byn|{day} {month} {year}|.|, |, |“|”||ልደትሪ;ካብኽብቲ;ክብላ;ፋጅኺሪ;ክቢቅሪ;ምኪኤል ትጟኒሪ;ኰርኩ;ማርያም ትሪ;ያኸኒ መሳቅለሪ;መተሉ;ምኪኤል መሽወሪ;ተሕሳስሪ||ብሊን
    ca|{day} {month} del {year}|,|, | i |«|»|one: n = 1|de gener;de febrer;de març;d’abril;de maig;de juny;de juliol;d’agost;de setembre;d’octubre;de novembre;de desembre|gener;febrer;març;abril;maig;juny;juliol;agost;setembre;octubre;novembre;desembre|Català
    cad|{month} {day}, {year}|.|, |, |“|”||Cháykáhday Haˀimay;Tsahkápbiˀ;Wánit;Háshnihtiˀtiˀ;Háshnih Haˀimay;Háshnihtsiˀ;Násˀahˀatsus;Dahósikah nish;Híisikah nish;Nípbaatiˀtiˀ;Nípbaa Haˀimay;Cháykáhdaytiˀtiˀ||Caddo
    cch|{year} {month} {day}|.|, |, |“|”||Pen Dyon;Pen Baʼa;Pen Atat;Pen Anas;Pen Atyon;Pen Achirim;Pen Atariba;Pen Awurr;Pen Shadon;Pen Shakur;Pen Kur Naba;Pen Kur Natat||Atsam
    ccp|{day} {month}, {year}|.|, | 𑄃𑄳𑄃 |“|”||𑄎𑄚𑄪𑄠𑄢𑄨;𑄜𑄬𑄛𑄴𑄝𑄳𑄢𑄪𑄠𑄢𑄨;𑄟𑄢𑄴𑄌𑄧;𑄃𑄬𑄛𑄳𑄢𑄨𑄣𑄴;𑄟𑄬;𑄎𑄪𑄚𑄴;𑄎𑄪𑄣𑄭;𑄃𑄉𑄧𑄌𑄴𑄑𑄴;𑄥𑄬𑄛𑄴𑄑𑄬𑄟𑄴𑄝𑄧𑄢𑄴;𑄃𑄧𑄇𑄴𑄑𑄬𑄝𑄧𑄢𑄴;𑄚𑄧𑄞𑄬𑄟𑄴𑄝𑄧𑄢𑄴;𑄓𑄨𑄥𑄬𑄟𑄴𑄝𑄧𑄢𑄴|𑄎𑄚𑄪𑄠𑄢𑄨;𑄜𑄬𑄛𑄴𑄝𑄳𑄢𑄪𑄠𑄢𑄨;𑄟𑄢𑄴𑄌𑄧;𑄃𑄬𑄛𑄳𑄢𑄨𑄣𑄴;𑄟𑄬;𑄎𑄪𑄚𑄴;𑄎𑄪𑄣𑄭;𑄃𑄉𑄧𑄌𑄴𑄑𑄴;𑄥𑄬𑄛𑄴𑄑𑄬𑄟𑄴𑄝𑄧𑄢𑄴;𑄃𑄧𑄇𑄴𑄑𑄮𑄝𑄧𑄢𑄴;𑄚𑄧𑄞𑄬𑄟𑄴𑄝𑄧𑄢𑄴;𑄓𑄨𑄥𑄬𑄟𑄴𑄝𑄧𑄢𑄴|𑄌𑄋𑄴𑄟𑄳𑄦
    ce|{year} {month} {day}|.|, |, |“|”|one: n = 1|январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь||Нохчийн
    ceb|{month} {day}, {year}|.|, | ug |“|”|one: n = 1,2,3 or n % 10 != 4,6,9|Enero;Pebrero;Marso;Abril;Mayo;Hunyo;Hulyo;Agosto;Septiyembre;Oktubre;Nobyembre;Disyembre||Cebuano
    cgg|{day} {month} {year}|.|, |, |“|”|one: n = 1|Okwokubanza;Okwakabiri;Okwakashatu;Okwakana;Okwakataana;Okwamukaaga;Okwamushanju;Okwamunaana;Okwamwenda;Okwaikumi;Okwaikumi na kumwe;Okwaikumi na ibiri||Rukiga
    cho|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Chahta
    chr|{month} {day}, {year}|.|, | ᎠᎴ |“|”|one: n = 1|ᎤᏃᎸᏔᏅ;ᎧᎦᎵ;ᎠᏅᏱ;ᎧᏬᏂ;ᎠᏂᏍᎬᏘ;ᏕᎭᎷᏱ;ᎫᏰᏉᏂ;ᎦᎶᏂ;ᏚᎵᏍᏗ;ᏚᏂᏅᏗ;ᏅᏓᏕᏆ;ᎥᏍᎩᏱ||ᏣᎳᎩ
    cic|{month} {day}, {year}|.|, |, |“|”||Hashiʼ Ammoʼnaʼ;Hashiʼ Atokloʼ;Hashiʼ Atochchíʼnaʼ;Iiplal;Mih;Choon;Choola;Akaas;Siptimpaʼ;Aaktopaʼ;Nofimpaʼ;Tiisimpaʼ||Chikashshanompaʼ
    ckb|{day}ی {month}ی {year}|.|, |, |“|”|one: n = 1|کانوونی دووەم;شوبات;ئازار;نیسان;ئایار;حوزەیران;تەمووز;ئاب;ئەیلوول;تشرینی یەکەم;تشرینی دووەم;کانونی یەکەم||کوردیی ناوەندی
    co|{day} {month} di u {year}|.|, | è |“|”||di ghjennaghju;di ferraghju;di marzu;d’aprile;di maghju;di ghjugnu;di lugliu;d’aostu;di sittembre;d’ottobre;di nuvembre;di dicembre|ghjennaghju;ferraghju;marzu;aprile;maghju;ghjugnu;lugliu;aostu;sittembre;ottobre;nuvembre;dicembre|Corsu
    cop|{month} {day}, {year}|.|, |, |“|”||ⲓⲁⲛⲟⲩⲁ̀ⲣⲓⲟⲥ;ⲫⲉⲃⲣⲟⲩⲁ̀ⲣⲓⲟⲥ;ⲙⲁⲣⲧⲟⲥ;ⲁ̀ⲡⲣⲓⲗⲓⲟⲥ;ⲙⲁⲓⲟⲥ;ⲓⲟⲩⲛⲓⲟⲥ;ⲓⲟⲩⲗⲓⲟⲥ;ⲁⲩⲅⲟⲩⲥⲧⲟⲥ;ⲥⲉⲡⲧⲉⲙⲃⲣⲓⲟⲥ;ⲟ̀ⲕⲧⲟⲙⲃⲣⲓⲟⲥ;ⲛⲟⲉⲙⲃⲣⲓⲟⲥ;ⲇⲉⲕⲉⲙⲃⲣⲓⲟⲥ||Ϯⲙⲉⲧⲣⲉⲙⲛ̀ⲭⲏⲙⲓ
    cs|{day}. {month} {year}|,|, | a |„|“|one: n = 1; few: n = 2..4|ledna;února;března;dubna;května;června;července;srpna;září;října;listopadu;prosince|leden;únor;březen;duben;květen;červen;červenec;srpen;září;říjen;listopad;prosinec|Čeština
    csw|{year} {month} {day}|.|, | ᐊᐠᐘ |“|”|one: n = 0..1|ᐅᒉᒥᑮᓯᑳᐏᐲᓯᒼ;ᐸᐚᐦᒐᑭᓇᓰᐢ;ᒥᑭᓯᐏᐲᓯᒼ;ᓂᐢᑭᐲᓯᒼ;ᐊᓃᑭᐲᓯᒼ;ᐚᐏᐲᓯᒼ;ᐹᐢᑲᐦᐋᐏᐲᓯᒼ;ᐅᐸᐦᐅᐏᐲᓯᒼ;ᓄᒌᑐᐏᐲᓯᒼ;ᐱᓈᐢᑯᐏᐲᓯᒼ;ᐋᕽᐘᑎᓄᐏᐲᓯᒼ;ᒪᑯᓭᑮᓭᑳᐏᐲᓯᒼ||ᓀᐦᐃᓇᐍᐏᐣ
    cu|{year} {month} {day}|.|, | и҆ |“|”||і҆аннꙋа́рїа;феврꙋа́рїа;ма́рта;а҆прі́ллїа;ма́їа;і҆ꙋ́нїа;і҆ꙋ́лїа;а҆́ѵгꙋста;септе́мврїа;ѻ҆ктѡ́врїа;ное́мврїа;деке́мврїа|і҆аннꙋа́рїй;феврꙋа́рїй;ма́ртъ;а҆прі́ллїй;ма́їй;і҆ꙋ́нїй;і҆ꙋ́лїй;а҆́ѵгꙋстъ;септе́мврїй;ѻ҆ктѡ́врїй;ное́мврїй;деке́мврїй|Церковнослове́нскїй
    cv|{year}, {month}, {day}|,|, | тата |«|»|zero: n = 0; one: n = 1|кӑрлач;нарӑс;пуш;ака;ҫу;ҫӗртме;утӑ;ҫурла;авӑн;юпа;чӳк;раштав||Чӑваш чӗлхи
    cy|{day} {month} {year}|.|, | a(c) |“|”|zero: n = 0; one: n = 1; two: n = 2; few: n = 3; many: n = 6|Ionawr;Chwefror;Mawrth;Ebrill;Mai;Mehefin;Gorffennaf;Awst;Medi;Hydref;Tachwedd;Rhagfyr||Cymraeg
    da|{day}. {month} {year}|,|, | og |“|”|one: n = 1|januar;februar;marts;april;maj;juni;juli;august;september;oktober;november;december||Dansk
    dav|{day} {month} {year}|.|, |, |“|”||Mori ghwa imbiri;Mori ghwa kawi;Mori ghwa kadadu;Mori ghwa kana;Mori ghwa kasanu;Mori ghwa karandadu;Mori ghwa mfungade;Mori ghwa wunyanya;Mori ghwa ikenda;Mori ghwa ikumi;Mori ghwa ikumi na imweri;Mori ghwa ikumi na iwi||Kitaita
    de|{day}. {month} {year}|,|, | und |„|“|one: n = 1|Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember||Deutsch
    dje|{day} {month} {year}|.|, |, |“|”||Žanwiye;Feewiriye;Marsi;Awiril;Me;Žuweŋ;Žuyye;Ut;Sektanbur;Oktoobur;Noowanbur;Deesanbur||Zarmaciine
    doi|{day}, {month} {year}|.|, | ते |“|”|one: n = 0 or n = 1|जनवरी;फरवरी;मार्च;अप्रैल;मेई;जून;जुलाई;अगस्त;सितंबर;अक्तूबर;नवंबर;दिसंबर||डोगरी
    dsb|{day}. {month} {year}|,|, | a |„|“|one: n % 100 = 1; two: n % 100 = 2; few: n % 100 = 3..4|januara;februara;měrca;apryla;maja;junija;julija;awgusta;septembra;oktobra;nowembra;decembra|januar;februar;měrc;apryl;maj;junij;julij;awgust;september;oktober;nowember;december|Dolnoserbšćina
    dua|{day} {month} {year}|,|, |, |«|»||dimɔ́di;ŋgɔndɛ;sɔŋɛ;diɓáɓá;emiasele;esɔpɛsɔpɛ;madiɓɛ́díɓɛ́;diŋgindi;nyɛtɛki;mayésɛ́;tiníní;eláŋgɛ́||Duálá
    dv|{day} {month} {year}|.|, |, |“|”|one: n = 1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||ދިވެހިބަސް
    dyo|{day} {month} {year}|,|, |, |«|»||Sanvie;Fébirie;Mars;Aburil;Mee;Sueŋ;Súuyee;Ut;Settembar;Oktobar;Novembar;Disambar||Joola
    dz|སྤྱི་ལོ་{year} {month} ཚེས་ {day}|.| དང་ | དང་ |“|”||ཟླ་དངཔ་;ཟླ་གཉིས་པ་;ཟླ་གསུམ་པ་;ཟླ་བཞི་པ་;ཟླ་ལྔ་པ་;ཟླ་དྲུག་པ;ཟླ་བདུན་པ་;ཟླ་བརྒྱད་པ་;ཟླ་དགུ་པ་;ཟླ་བཅུ་པ་;ཟླ་བཅུ་གཅིག་པ་;ཟླ་བཅུ་གཉིས་པ་|སྤྱི་ཟླ་དངཔ་;སྤྱི་ཟླ་གཉིས་པ་;སྤྱི་ཟླ་གསུམ་པ་;སྤྱི་ཟླ་བཞི་པ;སྤྱི་ཟླ་ལྔ་པ་;སྤྱི་ཟླ་དྲུག་པ;སྤྱི་ཟླ་བདུན་པ་;སྤྱི་ཟླ་བརྒྱད་པ་;སྤྱི་ཟླ་དགུ་པ་;སྤྱི་ཟླ་བཅུ་པ་;སྤྱི་ཟླ་བཅུ་གཅིག་པ་;སྤྱི་ཟླ་བཅུ་གཉིས་པ་|རྫོང་ཁ
    ebu|{day} {month} {year}|.|, |, |“|”||Mweri wa mbere;Mweri wa kaĩri;Mweri wa kathatũ;Mweri wa kana;Mweri wa gatano;Mweri wa gatantatũ;Mweri wa mũgwanja;Mweri wa kanana;Mweri wa kenda;Mweri wa ikũmi;Mweri wa ikũmi na ũmwe;Mweri wa ikũmi na Kaĩrĩ||Kĩembu
    ee|{month} {day} lia {year}|.|, | kple |“|”|one: n = 1|dzove;dzodze;tedoxe;afɔfĩe;dame;masa;siamlɔm;deasiamime;anyɔnyɔ;kele;adeɛmekpɔxe;dzome||Eʋegbe
    el|{day} {month} {year}|,|, | και |«|»|one: n = 1|Ιανουαρίου;Φεβρουαρίου;Μαρτίου;Απριλίου;Μαΐου;Ιουνίου;Ιουλίου;Αυγούστου;Σεπτεμβρίου;Οκτωβρίου;Νοεμβρίου;Δεκεμβρίου|Ιανουάριος;Φεβρουάριος;Μάρτιος;Απρίλιος;Μάιος;Ιούνιος;Ιούλιος;Αύγουστος;Σεπτέμβριος;Οκτώβριος;Νοέμβριος;Δεκέμβριος|Ελληνικά
    en|{month} {day}, {year}|.|, | and |“|”|one: n = 1|January;February;March;April;May;June;July;August;September;October;November;December||English
    en-Dsrt|{year} {month} {day}|.|, |, |“|”|one: n = 1|𐐖𐐰𐑌𐐷𐐭𐐯𐑉𐐨;𐐙𐐯𐐺𐑉𐐭𐐯𐑉𐐨;𐐣𐐪𐑉𐐽;𐐁𐐹𐑉𐐮𐑊;𐐣𐐩;𐐖𐐭𐑌;𐐖𐐭𐑊𐐴;𐐂𐑀𐐲𐑅𐐻;𐐝𐐯𐐹𐐻𐐯𐑋𐐺𐐲𐑉;𐐉𐐿𐐻𐐬𐐺𐐲𐑉;𐐤𐐬𐑂𐐯𐑋𐐺𐐲𐑉;𐐔𐐨𐑅𐐯𐑋𐐺𐐲𐑉||𐐀𐑍𐑊𐐮𐑇 (𐐔𐐯𐑆𐐲𐑉𐐯𐐻)
    en-Shaw|{day} {month} {year}|.|, | 𐑯 |“|”|one: n = 1|·𐑡𐑨𐑙𐑘𐑭𐑢𐑺𐑰;·𐑓𐑧𐑚𐑘𐑵𐑢𐑺𐑰;·𐑥𐑸𐑗;·𐑱𐑐𐑮𐑭𐑤;·𐑥𐑱;·𐑡𐑵𐑯;·𐑡𐑫𐑤𐑲;·𐑪𐑜𐑭𐑕𐑑;·𐑕𐑧𐑐𐑑𐑧𐑥𐑚𐑸;·𐑷𐑒𐑑𐑴𐑚𐑸;·𐑯𐑴𐑝𐑧𐑥𐑚𐑸;·𐑛𐑭𐑕𐑧𐑥𐑚𐑸|·𐑡𐑨𐑯𐑿𐑼𐑦;·𐑓𐑧𐑚𐑮𐑵𐑼𐑦;·𐑥𐑸𐑗;·𐑱𐑐𐑮𐑩𐑤;·𐑥𐑱;·𐑡𐑵𐑯;·𐑡𐑩𐑤𐑲;·𐑷𐑜𐑩𐑕𐑑;·𐑕𐑧𐑐𐑑𐑧𐑥𐑚𐑼;·𐑪𐑒𐑑𐑴𐑚𐑼;·𐑯𐑴𐑝𐑧𐑥𐑚𐑼;·𐑛𐑦𐑕𐑧𐑥𐑚𐑼|𐑦𐑙𐑜𐑤𐑦𐑖
    eo|{day} {month} {year}|,|, | kaj |“|”|one: n = 1|Januaro;Februaro;Marto;Aprilo;Majo;Junio;Julio;Aŭgusto;Septembro;Oktobro;Novembro;Decembro||Esperanto
    es|{day} de {month} de {year}|,|, | y |«|»|one: n = 1|enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;diciembre||Español
    et|{day}. {month} {year}|,|, | ja |„|“|one: n = 1|jaanuar;veebruar;märts;aprill;mai;juuni;juuli;august;september;oktoober;november;detsember||Eesti
    eu|{year}(e)ko {month}ren {day}(a)|,|, | eta |«|»|one: n = 1|urtarrila;otsaila;martxoa;apirila;maiatza;ekaina;uztaila;abuztua;iraila;urria;azaroa;abendua||Euskara
    ewo|{day} {month} {year}|,|, |, |«|»||ngɔn osú;ngɔn bɛ̌;ngɔn lála;ngɔn nyina;ngɔn tána;ngɔn saməna;ngɔn zamgbála;ngɔn mwom;ngɔn ebulú;ngɔn awóm;ngɔn awóm ai dziá;ngɔn awóm ai bɛ̌||Ewondo
    fa|{day} {month} {year}|.|،‏ | و |«|»|one: n = 0 or n = 1|ژانویه;فوریه;مارس;آوریل;مه;ژوئن;ژوئیه;اوت;سپتامبر;اکتبر;نوامبر;دسامبر||فارسی
    ff|{day} {month} {year}|,|, |, |„|”|one: n = 0,1|siilo;colte;mbooy;seeɗto;duujal;korse;morso;juko;siilto;yarkomaa;jolal;bowte||Pulaar
    ff-Adlm|{day} {month}⹁ {year}|.|⹁ | 𞤫 |“|”|one: n = 0,1|𞤅𞤭𞥅𞤤𞤮;𞤕𞤮𞤤𞤼𞤮;𞤐𞤦𞤮𞥅𞤴𞤮;𞤅𞤫𞥅𞤼𞤮;𞤁𞤵𞥅𞤶𞤮;𞤑𞤮𞤪𞤧𞤮;𞤃𞤮𞤪𞤧𞤮;𞤔𞤵𞤳𞤮;𞤅𞤭𞤤𞤼𞤮;𞤒𞤢𞤪𞤳𞤮;𞤔𞤮𞤤𞤮;𞤄𞤮𞤱𞤼𞤮||𞤆𞤵𞤤𞤢𞤪 (𞤀𞤁𞤂𞤢𞤃)
    ff-Latn|{day} {month} {year}|,|, |, |„|”|one: n = 0,1|siilo;colte;mbooy;seeɗto;duujal;korse;morso;juko;siilto;yarkomaa;jolal;bowte||Pulaar
    fi|{day}. {month} {year}|,|, | ja |”|”|one: n = 1|tammikuuta;helmikuuta;maaliskuuta;huhtikuuta;toukokuuta;kesäkuuta;heinäkuuta;elokuuta;syyskuuta;lokakuuta;marraskuuta;joulukuuta|tammikuu;helmikuu;maaliskuu;huhtikuu;toukokuu;kesäkuu;heinäkuu;elokuu;syyskuu;lokakuu;marraskuu;joulukuu|Suomi
    fil|{month} {day}, {year}|.|, | at |“|”|one: n = 1,2,3 or n % 10 != 4,6,9|Enero;Pebrero;Marso;Abril;Mayo;Hunyo;Hulyo;Agosto;Setyembre;Oktubre;Nobyembre;Disyembre||Filipino
    fo|{day}. {month} {year}|,|, | og |“|”|one: n = 1|januar;februar;mars;apríl;mai;juni;juli;august;september;oktober;november;desember||Føroyskt
    fr|{day} {month} {year}|,|, | et |«|»|one: n = 0..1|janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre||Français
    frr|{day}. {month} {year}|.|, | an |“|”||Janewoore;Febrewoore;Maarts;April;Mei;Jüüne;Jüüle;August;September;Oktuuber;Nofember;Detsember||Nordfriisk
    fur|{day} di {month} dal {year}|.|, | e |‘|’|one: n = 1|Zenâr;Fevrâr;Març;Avrîl;Mai;Jugn;Lui;Avost;Setembar;Otubar;Novembar;Dicembar||Furlan
    fy|{day} {month} {year}|,|, | en |“|”|one: n = 1|Jannewaris;Febrewaris;Maart;April;Maaie;Juny;July;Augustus;Septimber;Oktober;Novimber;Desimber||Frysk
    ga|{day} {month} {year}|.|, | agus |“|”|one: n = 1; two: n = 2; few: n = 3..6; many: n = 7..10|Eanáir;Feabhra;Márta;Aibreán;Bealtaine;Meitheamh;Iúil;Lúnasa;Meán Fómhair;Deireadh Fómhair;Samhain;Nollaig||Gaeilge
    gaa|{month} {day}, {year}|.|, |, |“|”||Aharabata;Oflɔ;Otsokrikri;Abɛibe;Agbiɛnaa;Otukwajaŋ;Maawɛ;Manyawale;Gbo;Antɔŋ;Alemle;Afuabe|Aharabata;Oflɔ;Otsokrikri;Abɛibe;Agbiɛnaa;Otukwajan;Maawɛ;Manyawale;Gbo;Antɔŋ;Alemle;Afuabe|Gã
    gd|{day}mh {month} {year}|.|, | agus |“|”|one: n = 1,11; two: n = 2,12; few: n = 3..10,13..19|dhen Fhaoilleach;dhen Ghearran;dhen Mhàrt;dhen Ghiblean;dhen Chèitean;dhen Ògmhios;dhen Iuchar;dhen Lùnastal;dhen t-Sultain;dhen Dàmhair;dhen t-Samhain;dhen Dùbhlachd|Am Faoilleach;An Gearran;Am Màrt;An Giblean;An Cèitean;An t-Ògmhios;An t-Iuchar;An Lùnastal;An t-Sultain;An Dàmhair;An t-Samhain;An Dùbhlachd|Gàidhlig
    gez|{day} {month} {year}|.|, |, |“|”||ጠሐረ;ከተተ;መገበ;አኀዘ;ግንባት;ሠንየ;ሐመለ;ነሐሰ;ከረመ;ጠቀመ;ኀደረ;ኀሠሠ||ግዕዝኛ
    gl|{day} de {month} de {year}|,|, | e |“|”|one: n = 1|xaneiro;febreiro;marzo;abril;maio;xuño;xullo;agosto;setembro;outubro;novembro;decembro||Galego
    gn|{year} {month} {day}|.|, |, |“|”||Jasyteĩ;Jasykõi;Jasyapy;Jasyrundy;Jasypo;Jasypoteĩ;Jasypokõi;Jasypoapy;Jasyporundy;Jasypa;Jasypateĩ;Jasypakõi||Avañe’ẽ
    gsw|{day}. {month} {year}|.|, | und |«|»|one: n = 1|Januar;Februar;März;April;Mai;Juni;Juli;Auguscht;Septämber;Oktoober;Novämber;Dezämber||Schwiizertüütsch
    gu|{day} {month}, {year}|.|, | અને |“|”|one: n = 0 or n = 1|જાન્યુઆરી;ફેબ્રુઆરી;માર્ચ;એપ્રિલ;મે;જૂન;જુલાઈ;ઑગસ્ટ;સપ્ટેમ્બર;ઑક્ટોબર;નવેમ્બર;ડિસેમ્બર||ગુજરાતી
    guz|{day} {month} {year}|.|, |, |“|”||Chanuari;Feburari;Machi;Apiriri;Mei;Juni;Chulai;Agosti;Septemba;Okitoba;Nobemba;Disemba||Ekegusii
    gv|{day} {month} {year}|.|, |, |“|”|one: n % 10 = 1; two: n % 10 = 2; few: n % 100 = 0,20,40,60,80|Jerrey-geuree;Toshiaght-arree;Mayrnt;Averil;Boaldyn;Mean-souree;Jerrey-souree;Luanistyn;Mean-fouyir;Jerrey-fouyir;Mee Houney;Mee ny Nollick||Gaelg
    ha|{day} {month}, {year}|.|, | da |“|”|one: n = 1|Janairu;Faburairu;Maris;Afirilu;Mayu;Yuni;Yuli;Agusta;Satumba;Oktoba;Nuwamba;Disamba||Hausa
    ha-Arab|{year} {month} {day}|.|, |, |“|”|one: n = 1|جَنَيْرُ;ڢَبْرَيْرُ;مَرِسْ;أَڢْرِلُ;مَيُ;يُونِ;يُولِ;أَغُسْتَ;سَتُمْبَ;أُكْتوُبَ;نُوَمْبَ;دِسَمْبَ||
    haw|{day} {month} {year}|.|, |, |“|”|one: n = 1|Ianuali;Pepeluali;Malaki;ʻApelila;Mei;Iune;Iulai;ʻAukake;Kepakemapa;ʻOkakopa;Nowemapa;Kekemapa||ʻŌlelo Hawaiʻi
    he|{day} ב{month} {year}|.|, | ו|”|”|one: n = 1; two: n = 2|ינואר;פברואר;מרץ;אפריל;מאי;יוני;יולי;אוגוסט;ספטמבר;אוקטובר;נובמבר;דצמבר||עברית
    hi|{day} {month} {year}|.|, | और |“|”|one: n = 0 or n = 1|जनवरी;फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर;अक्टूबर;नवंबर;दिसंबर||हिन्दी
    hi-Latn|{day} {month}, {year}|.|, | aur |“|”|one: n = 0 or n = 1|January;February;March;April;May;June;July;August;September;October;November;December||Hindi (Latin)
    hnj|{year} {month} {day}|.|, |, |“|”||𞄆𞄬;𞄛𞄨𞄱𞄄𞄤𞄲𞄨;𞄒𞄫𞄰𞄒𞄪𞄱;𞄤𞄨𞄱;𞄀𞄪𞄴;𞄛𞄤𞄱𞄞𞄤𞄦;𞄔𞄩𞄴𞄆𞄨𞄰;𞄕𞄩𞄲𞄔𞄄𞄰𞄤;𞄛𞄤𞄱𞄒𞄤𞄰;𞄪𞄱𞄀𞄤𞄴;𞄚𞄦𞄲𞄤𞄚𞄄𞄰𞄫;𞄒𞄩𞄱𞄔𞄬𞄴||𞄀𞄄𞄰𞄩𞄍𞄜𞄰
    hnj-Hmnp|{year} {month} {day}|.|, |, |“|”||𞄆𞄬;𞄛𞄨𞄱𞄄𞄤𞄲𞄨;𞄒𞄫𞄰𞄒𞄪𞄱;𞄤𞄨𞄱;𞄀𞄪𞄴;𞄛𞄤𞄱𞄞𞄤𞄦;𞄔𞄩𞄴𞄆𞄨𞄰;𞄕𞄩𞄲𞄔𞄄𞄰𞄤;𞄛𞄤𞄱𞄒𞄤𞄰;𞄪𞄱𞄀𞄤𞄴;𞄚𞄦𞄲𞄤𞄚𞄄𞄰𞄫;𞄒𞄩𞄱𞄔𞄬𞄴||𞄀𞄄𞄰𞄩𞄍𞄜𞄰 (𞄐𞄦𞄲𞄤𞄎𞄫𞄰 𞄚𞄜𞄲𞄔𞄬𞄱 𞄀𞄄𞄰𞄩)
    hr|{day}. {month} {year}.|,|, | i |„|“|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|siječnja;veljače;ožujka;travnja;svibnja;lipnja;srpnja;kolovoza;rujna;listopada;studenoga;prosinca|siječanj;veljača;ožujak;travanj;svibanj;lipanj;srpanj;kolovoz;rujan;listopad;studeni;prosinac|Hrvatski
    hrx|{year} {month} {day}|.|, |, |“|”||Januer;Februer;Merz;April;Maai;Juni;Juli;Aagust;September;Oktover;November;Dezember||Hunsrückisch
    hsb|{day}. {month} {year}|,|, | a |„|“|one: n % 100 = 1; two: n % 100 = 2; few: n % 100 = 3..4|januara;februara;měrca;apryla;meje;junija;julija;awgusta;septembra;oktobra;nowembra;decembra|januar;februar;měrc;apryl;meja;junij;julij;awgust;september;oktober;nowember;december|Hornjoserbšćina
    ht|{year} {month} {day}|,|, |, |«|»||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Kreyòl Ayisyen
    hu|{year}. {month} {day}.|,|, | és |„|”|one: n = 1|január;február;március;április;május;június;július;augusztus;szeptember;október;november;december||Magyar
    hy|{year} թ. {month} {day}|,|, | և |«|»|one: n = 0,1|հունվարի;փետրվարի;մարտի;ապրիլի;մայիսի;հունիսի;հուլիսի;օգոստոսի;սեպտեմբերի;հոկտեմբերի;նոյեմբերի;դեկտեմբերի|հունվար;փետրվար;մարտ;ապրիլ;մայիս;հունիս;հուլիս;օգոստոս;սեպտեմբեր;հոկտեմբեր;նոյեմբեր;դեկտեմբեր|Հայերեն
    ia|{day} de {month} {year}|,|, | e |‘|’|one: n = 1|januario;februario;martio;april;maio;junio;julio;augusto;septembre;octobre;novembre;decembre||Interlingua
    id|{day} {month} {year}|,|, | dan |“|”||Januari;Februari;Maret;April;Mei;Juni;Juli;Agustus;September;Oktober;November;Desember||Indonesia
    ie|{day} {month} {year}|,|, | e |“|”|one: n = 1|januar;februar;marte;april;may;junio;julí;august;septembre;octobre;novembre;decembre||Interlingue
    ig|{day} {month} {year}|.|, | na |“|”||Jenụwarị;Febrụwarị;Maachị;Epreel;Mee;Jun;Julaị;Ọgọọst;Septemba;Ọktoba;Novemba;Disemba||Asụsụ Igbo
    ii|{year} {month} {day}|.|、|ꌋꆀ|“|”||ꋍꆪ;ꑍꆪ;ꌕꆪ;ꇖꆪ;ꉬꆪ;ꃘꆪ;ꏃꆪ;ꉆꆪ;ꈬꆪ;ꊰꆪ;ꊯꊪꆪ;ꊰꑋꆪ||ꆈꌠꉙ
    io|{year} {month} {day}|.|, |, |“|”|one: n = 1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Ido
    is|{day}. {month} {year}|,|, | og |„|“|one: n % 10 = 1 and n % 100 != 11|janúar;febrúar;mars;apríl;maí;júní;júlí;ágúst;september;október;nóvember;desember||Íslenska
    isv|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Medžuslovjansky
    isv-Cyrl|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Меджусловјанскы
    isv-Latn|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Medžuslovjansky
    it|{day} {month} {year}|,|, | e |«|»|one: n = 1|gennaio;febbraio;marzo;aprile;maggio;giugno;luglio;agosto;settembre;ottobre;novembre;dicembre||Italiano
    iu|{month} {day}, {year}|.|, |, |“|”|one: n = 1; two: n = 2|ᔭᓐᓄᐊᓕ;ᕕᕝᕗᐊᓕ;ᒫᑦᓯ;ᐊᐃᑉᐳᓗ;ᒪᐃ;ᔫᓂ;ᔪᓚᐃ;ᐊᐅᒡᒍᓯ;ᓯᑎᐱᕆ;ᐆᑦᑑᕝᕙ;ᓄᕕᐱᕆ;ᑎᓯᐱᕆ||ᐃᓄᒃᑎᑐᑦ
    iu-Latn|{year} {month} {day}|.|, |, |“|”|one: n = 1; two: n = 2|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    ja|{year}年{month}{day}日|.|、|、|「|」||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||日本語
    jbo|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||La .lojban.
    jgo|{year} {month} {day}|,|, ŋ́gɛ | pɔp |«|»|one: n = 1|Nduŋmbi Saŋ;Pɛsaŋ Pɛ́pá;Pɛsaŋ Pɛ́tát;Pɛsaŋ Pɛ́nɛ́kwa;Pɛsaŋ Pataa;Pɛsaŋ Pɛ́nɛ́ntúkú;Pɛsaŋ Saambá;Pɛsaŋ Pɛ́nɛ́fɔm;Pɛsaŋ Pɛ́nɛ́pfúꞋú;Pɛsaŋ Nɛgɛ́m;Pɛsaŋ Ntsɔ̌pmɔ́;Pɛsaŋ Ntsɔ̌ppá||Ndaꞌa
    jmc|{day} {month} {year}|.|, |, |“|”|one: n = 1|Januari;Februari;Machi;Aprilyi;Mei;Junyi;Julyai;Agusti;Septemba;Oktoba;Novemba;Desemba||Kimachame
    jv|{day} {month} {year}|,|, | lan |“|”||Januari;Februari;Maret;April;Mei;Juni;Juli;Agustus;September;Oktober;November;Desember||Jawa
    ka|{day} {month}, {year}|,|, | და |„|“|one: n = 1|იანვარი;თებერვალი;მარტი;აპრილი;მაისი;ივნისი;ივლისი;აგვისტო;სექტემბერი;ოქტომბერი;ნოემბერი;დეკემბერი||ქართული
    kaa|{day}-{month}, {year}|.|, | ҳәм |“|”||январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь|Январь;Февраль;Март;Апрель;Май;Июнь;Июль;Август;Сентябрь;Октябрь;Ноябрь;Декабрь|Қарақалпақша
    kaa-Cyrl|{day}-{month}, {year}|.|, | ҳәм |“|”||январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь|Январь;Февраль;Март;Апрель;Май;Июнь;Июль;Август;Сентябрь;Октябрь;Ноябрь;Декабрь|Қарақалпақша (кирилл жазыўы)
    kaa-Latn|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    kab|{day} {month} {year}|,|, | d |«|»|one: n = 0,1|Yennayer;Fuṛar;Meɣres;Yebrir;Mayyu;Yunyu;Yulyu;Ɣuct;Ctembeṛ;Tubeṛ;Nunembeṛ;Duǧembeṛ||Taqbaylit
    kaj|{year} {month} {day}|.|, |, |“|”|one: n = 1|Hywan A̱yrnig;Hywan A̱hwa;Hywan A̱tat;Hywan A̱naai;Hywan A̱pfwon;Hywan A̱kitat;Hywan A̱tyirin;Hywan A̱ninai;Hywan A̱kumviriyin;Hywan Swak;Hywan Swak B’a̱yrnig;Hywan Swak B’a̱hwa||Kaje
    kam|{day} {month} {year}|.|, |, |“|”||Mwai wa mbee;Mwai wa kelĩ;Mwai wa katatũ;Mwai wa kana;Mwai wa katano;Mwai wa thanthatũ;Mwai wa muonza;Mwai wa nyaanya;Mwai wa kenda;Mwai wa ĩkumi;Mwai wa ĩkumi na ĩmwe;Mwai wa ĩkumi na ilĩ||Kikamba
    kbd|{year} {month} {day}|,|, |, |“|”||щӏышылэм;мазаем;гъатхэпэм;мэлыжьыхьэм;накъыгъэм;мэкъуауэгъуэм;бадзэуэгъуэм;шыщхьэӏум;фокӏадэм;жэпуэгъуэм;щакӏуэгъуэм;дыгъэгъазэм|щӏышылэ;мазае;гъатхэпэ;мэлыжьыхь;накъыгъэ;мэкъуауэгъуэ;бадзэуэгъуэ;шыщхьэӏу;фокӏадэ;жэпуэгъуэ;щакӏуэгъуэ;дыгъэгъазэ|Къэбэрдеибзэ
    kcg|{year} {month} {day}|.|, |, |“|”|one: n = 1|Zwat Juwung;Zwat Swiyang;Zwat Tsat;Zwat Nyai;Zwat Tswon;Zwat Ataah;Zwat Anatat;Zwat Arinai;Zwat Akubunyung;Zwat Swag;Zwat Mangjuwang;Zwat Swag-Ma-Suyang||Katab
    kde|{day} {month} {year}|.|, |, |“|”||Mwedi Ntandi;Mwedi wa Pili;Mwedi wa Tatu;Mwedi wa Nchechi;Mwedi wa Nnyano;Mwedi wa Nnyano na Umo;Mwedi wa Nnyano na Mivili;Mwedi wa Nnyano na Mitatu;Mwedi wa Nnyano na Nchechi;Mwedi wa Nnyano na Nnyano;Mwedi wa Nnyano na Nnyano na U;Mwedi wa Nnyano na Nnyano na M||Chimakonde
    kea|{day} di {month} di {year}|,|, | i |“|”||Janeru;Febreru;Marsu;Abril;Maiu;Junhu;Julhu;Agostu;Setenbru;Otubru;Nuvenbru;Dizenbru||Kabuverdianu
    kek|{day}, {month}, {year}|.|, | ut |“|”||Xbʼeen Po;Xkabʼ Po;Rox Po;Xkaa Po;Roʼ Po;Xwaq Po;Xwuuq Po;Xwaqxaq Po;Xbʼelee Po;Xlajee Po;Xjunlaj Po;Xkabʼlaj Po||Qʼeqchiʼ
    ken|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Kɛnyaŋ
    kgp|{day} ne {month}, {year}|,|, | kar |“|”||1-Kysã;2-Kysã;3-Kysã;4-Kysã;5-Kysã;6-Kysã;7-Kysã;8-Kysã;9-Kysã;10-Kysã;11-Kysã;12-Kysã||Kanhgág
    khq|{day} {month} {year}|.|, |, |“|”||Žanwiye;Feewiriye;Marsi;Awiril;Me;Žuweŋ;Žuyye;Ut;Sektanbur;Oktoobur;Noowanbur;Deesanbur||Koyra ciini
    ki|{day} {month} {year}|.|, |, |“|”||Mũgaa;Mũgetho;Kĩhu;Mũthatũ;Mũgiranjara;Gathathanwa;Gathano;Mworia Nyoni;Mũgaa wa Kerĩ;Mwania Thenge;Kanyua Hũngũ;Gatumu|Mũgaa;Mũgetho;Kĩhu;Mũthatũ;Mũgĩranjara;Gathathanwa;Gathano;Mworia Nyoni;Mũgaa wa Kerĩ;Mwania Thenge;Kanyua Hũngũ;Gatumu|Gĩgĩkũyũ
    kk|{year} ж. {day} {month}|,|, | және |«|»|one: n = 1|қаңтар;ақпан;наурыз;сәуір;мамыр;маусым;шілде;тамыз;қыркүйек;қазан;қараша;желтоқсан|Қаңтар;Ақпан;Наурыз;Сәуір;Мамыр;Маусым;Шілде;Тамыз;Қыркүйек;Қазан;Қараша;Желтоқсан|Қазақ тілі
    kk-Arab|{year}، {day}-{month}|.|، | جانە |“|”|one: n = 1|قاڭتار;اقپان;ناۋرىز;ءساۋىر;مامىر;ماۋسىم;شىلدە;تامىز;قىركۇيەك;قازان;قاراشا;جەلتوقسان||قازاق ءتىلى (توتە)
    kk-Cyrl|{year} ж. {day} {month}|,|, | және |«|»|one: n = 1|қаңтар;ақпан;наурыз;сәуір;мамыр;маусым;шілде;тамыз;қыркүйек;қазан;қараша;желтоқсан|Қаңтар;Ақпан;Наурыз;Сәуір;Мамыр;Маусым;Шілде;Тамыз;Қыркүйек;Қазан;Қараша;Желтоқсан|Қазақ тілі (кирилл жазуы)
    kkj|{day} {month} {year}|,|, |, |«|»|one: n = 1|pamba;wanja;mbiyɔ mɛndoŋgɔ;Nyɔlɔmbɔŋgɔ;Mɔnɔ ŋgbanja;Nyaŋgwɛ ŋgbanja;kuŋgwɛ;fɛ;njapi;nyukul;M11;ɓulɓusɛ||Kakɔ
    kl|{day} {month} {year}|,|, | aamma |“|”|one: n = 1|januaarip;februaarip;marsip;apriilip;maajip;juunip;juulip;aggustip;septembarip;oktobarip;novembarip;decembarip|januaari;februaari;marsi;apriili;maaji;juuni;juuli;aggusti;septembari;oktobari;novembari;decembari|Kalaallisut
    kln|{day} {month} {year}|.|, |, |“|”||Mulgul;Ng’atyaato;Kiptaamo;Iwootkuut;Mamuut;Paagi;Ng’eiyeet;Rooptui;Bureet;Epeeso;Kipsuunde ne taai;Kipsuunde nebo aeng’||Kalenjin
    km|{day} {month} {year}|.|, | និង​|“|”||មករា;កុម្ភៈ;មីនា;មេសា;ឧសភា;មិថុនា;កក្កដា;សីហា;កញ្ញា;តុលា;វិច្ឆិកា;ធ្នូ||ខ្មែរ
    kn|{month} {day}, {year}|.|, | ಮತ್ತು |“|”|one: n = 0 or n = 1|ಜನವರಿ;ಫೆಬ್ರವರಿ;ಮಾರ್ಚ್;ಏಪ್ರಿಲ್;ಮೇ;ಜೂನ್;ಜುಲೈ;ಆಗಸ್ಟ್;ಸೆಪ್ಟೆಂಬರ್;ಅಕ್ಟೋಬರ್;ನವೆಂಬರ್;ಡಿಸೆಂಬರ್||ಕನ್ನಡ
    ko|{year}년 {month} {day}일|.|, | 및 |“|”||1월;2월;3월;4월;5월;6월;7월;8월;9월;10월;11월;12월||한국어
    kok|{day} {month} {year}|.|, |, |“|”|one: n = 0 or n = 1|जानेवारी;फेब्रुवारी;मार्च;एप्रील;मे;जून;जुलय;ऑगस्ट;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर||कोंकणी
    kok-Deva|{day} {month} {year}|.|, |, |“|”|one: n = 0 or n = 1|जानेवारी;फेब्रुवारी;मार्च;एप्रील;मे;जून;जुलय;ऑगस्ट;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर||कोंकणी (देवनागरी)
    kok-Latn|{day} {month}, {year}|.|, | ani |“|”|one: n = 0 or n = 1|Janer;Febrer;Mars;Abril;Mai;Jun;Julai;Agost;Setembr;Otubr;Novembr;Dezembr||Konknni (Romi)
    kpe|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Kpɛlɛɛ
    ks|{month} {day}, {year}|.|، | تٕہ |“|”|one: n = 1|جنوری;فروری;مارچ;اپریل;مئی;جوٗن;جُلایی;اگست;ستمبر;اکتوٗبر;نومبر;دسمبر|جنوری;فروری;مارچ;اپریل;مئی;جوٗن;جوٗلایی;اگست;ستمبر;اکتوٗبر;نومبر;دسمبر|کٲشُر
    ks-Arab|{month} {day}, {year}|.|، | تٕہ |“|”|one: n = 1|جنوری;فروری;مارچ;اپریل;مئی;جوٗن;جُلایی;اگست;ستمبر;اکتوٗبر;نومبر;دسمبر|جنوری;فروری;مارچ;اپریل;مئی;جوٗن;جوٗلایی;اگست;ستمبر;اکتوٗبر;نومبر;دسمبر|کٲشُر (عربی)
    ks-Deva|{day} {month} {year}|.|, | ति |“|”|one: n = 1|जनवरी;फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सतमबर;अक्तूबर;नवमबर;दसमबर|जनवरी;फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सतुंबर;अकतुम्बर;नवूमबर;दसूमबर|कॉशुर (देवनागरी)
    ksb|{day} {month} {year}|.|, |, |“|”|one: n = 1|Januali;Febluali;Machi;Aplili;Mei;Juni;Julai;Agosti;Septemba;Oktoba;Novemba;Desemba||Kishambaa
    ksf|{day} {month} {year}|,|, |, |«|»||ŋwíí a ntɔ́ntɔ;ŋwíí akǝ bɛ́ɛ;ŋwíí akǝ ráá;ŋwíí akǝ nin;ŋwíí akǝ táan;ŋwíí akǝ táafɔk;ŋwíí akǝ táabɛɛ;ŋwíí akǝ táaraa;ŋwíí akǝ táanin;ŋwíí akǝ ntɛk;ŋwíí akǝ ntɛk di bɔ́k;ŋwíí akǝ ntɛk di bɛ́ɛ||Rikpa
    ksh|{day}. {month} {year}|.|, | un |„|“|zero: n = 0; one: n = 1|Jannewa;Fäbrowa;Määz;Aprell;Mai;Juuni;Juuli;Oujoß;Septämber;Oktohber;Novämber;Dezämber||Kölsch
    ku|{day}ê {month}a {year}an|,|, | û |“|”|one: n = 1|rêbendan;sibat;adar;nîsan;gulan;hezîran;tîrmeh;tebax;îlon;cotmeh;mijdar;berfanbar||Kurdî (kurmancî)
    ku-Arab|{year} {month} {day}|.|, |, |“|”|one: n = 1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    ku-Latn|{day}ê {month}a {year}an|,|, | û |“|”|one: n = 1|rêbendan;sibat;adar;nîsan;gulan;hezîran;tîrmeh;tebax;îlon;cotmeh;mijdar;berfanbar||Kurdî (kurmancî) (latînî)
    kw|{day} {month} {year}|.|, |, |“|”|zero: n = 0; one: n = 1; two: n % 100 = 2,22,42,62,82 or n % 1000 = 0 and n % 100000 = 1000..20000,40000,60000,80000; few: n % 100 = 3,23,43,63,83; many: n != 1 and n % 100 = 1,21,41,61,81|mis Genver;mis Hwevrer;mis Meurth;mis Ebrel;mis Me;mis Metheven;mis Gortheren;mis Est;mis Gwynngala;mis Hedra;mis Du;mis Kevardhu||Kernewek
    kxv|{day} {month} {year}|.|, | aḍe |“|”||pusu lenju;maha lenju;pagu lenju;hire lenju;bese lenju;jaṭṭa lenju;aasaḍi lenju;srabĩ lenju;bado lenju;dasara lenju;divi lenju;pande lenju||Kuvi
    kxv-Deva|{day} {month} {year}|.|, | ऑड़े |“|”||पुसु लेञ्जु;माहाका लेञ्जु;पागुणी लेञ्जु;हिरे लेञ्जु;बेसे लेञ्जु;जाटा लेञ्जु;आसाड़ी लेञ्जु;स्राबाँ लेञ्जु;बोदो लेञ्जु;दसारा लेञ्जु;दिवी लेञ्जु;पान्डे लेञ्जु||कुवि (देवनागरी)
    kxv-Latn|{day} {month} {year}|.|, | aḍe |“|”||pusu lenju;maha lenju;pagu lenju;hire lenju;bese lenju;jaṭṭa lenju;aasaḍi lenju;srabĩ lenju;bado lenju;dasara lenju;divi lenju;pande lenju||Kuvi (laṭin)
    kxv-Orya|{day} {month} {year}|.|, | ଅଡ଼େ |“|”||ପୁସୁ ଲେଞ୍ଜୁ;ମାହାକା ଲେଞ୍ଜୁ;ପାଗୁଣି ଲେଞ୍ଜୁ;ହିରେ ଲେଞ୍ଜୁ;ବେସେ ଲେଞ୍ଜୁ;ଜାଟା ଲେଞ୍ଜୁ;ଆସାଡ଼ି ଲେଞ୍ଜୁ;ସ୍ରାବାଁ ଲେଞ୍ଜୁ;ବଦ ଲେଞ୍ଜୁ;ଦାସାରା ଲେଞ୍ଜୁ;ଦିୱିଡ଼ି ଲେଞ୍ଜୁ;ପାଣ୍ଡେ ଲେଞ୍ଜୁ||କୁୱି (ଅଡ଼ିଆ)
    kxv-Telu|{day} {month} {year}|.|, | మరియు |“|”||మాగ;గుండు;హిరెఇ;బెసెకి;లండి;రాత;బాన్దపాణా;బార్సి;అస్ర;దివెడి;పాండు;పుసు||కువి (తెలుగు)
    ky|{year}-ж., {day}-{month}|,|, | жана |«|»|one: n = 1|январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь|Январь;Февраль;Март;Апрель;Май;Июнь;Июль;Август;Сентябрь;Октябрь;Ноябрь;Декабрь|Кыргызча
    la|die {day} {month} {year}|.|, | et |“|”||Ianuarii;Februarii;Martii;Aprilis;Maii;Iunii;Iulii;Augusti;Septembris;Octobris;Novembris;Decembris|Ianuarius;Februarius;Martius;Aprilis;Maius;Iunius;Iulius;Augustus;September;October;November;December|Latina
    lag|{day} {month} {year}|.|, |, |”|”|zero: n = 0; one: n = 0,1 and n != 0|Kʉfúngatɨ;Kʉnaanɨ;Kʉkeenda;Kwiikumi;Kwiinyambála;Kwiidwaata;Kʉmʉʉnchɨ;Kʉvɨɨrɨ;Kʉsaatʉ;Kwiinyi;Kʉsaano;Kʉsasatʉ||Kɨlaangi
    lb|{day}. {month} {year}|,|, | a(n) |„|“|one: n = 1|Januar;Februar;Mäerz;Abrëll;Mee;Juni;Juli;August;September;Oktober;November;Dezember||Lëtzebuergesch
    lg|{day} {month} {year}|.|, |, |“|”|one: n = 1|Janwaliyo;Febwaliyo;Marisi;Apuli;Maayi;Juuni;Julaayi;Agusito;Sebuttemba;Okitobba;Novemba;Desemba||Luganda
    lij|{day} {month} do {year}|,|, | e |“|”|one: n = 1|de zenâ;de frevâ;de marso;d’arvî;de mazzo;de zugno;de luggio;d’agosto;de settembre;d’ottobre;de novembre;de dexembre|zenâ;frevâ;marso;arvî;mazzo;zugno;luggio;agosto;settembre;ottobre;novembre;dexembre|Ligure
    lkt|{month} {day}, {year}|.|, |, |“|”||Wiótheȟika Wí;Thiyóȟeyuŋka Wí;Ištáwičhayazaŋ Wí;Pȟežítȟo Wí;Čhaŋwápetȟo Wí;Wípazukȟa-wašté Wí;Čhaŋpȟásapa Wí;Wasútȟuŋ Wí;Čhaŋwápeǧi Wí;Čhaŋwápe-kasná Wí;Waníyetu Wí;Tȟahékapšuŋ Wí||Lakȟólʼiyapi
    lld|{day} {month} {year}|,|, | y |“|”|one: n = 1|de jená;de forá;de merz;d’aurí;de ma;de jügn;de messé;d’aost;de setëmber;d’otober;de novëmber;de dezëmber|jená;forá;merz;aurí;ma;jügn;messé;aost;setëmber;otober;novëmber;dezëmber|Ladin
    lmo|{year} {month} {day}|.|, |, |“|”||sginer;fevrer;marz;avril;masg;sgiugn;luj;avost;setember;otover;november;dicember||Lombard
    ln|{day} {month} {year}|,|, | mpé |“|”|one: n = 0..1|sánzá ya yambo;sánzá ya míbalé;sánzá ya mísáto;sánzá ya mínei;sánzá ya mítáno;sánzá ya motóbá;sánzá ya nsambo;sánzá ya mwambe;sánzá ya libwa;sánzá ya zómi;sánzá ya zómi na mɔ̌kɔ́;sánzá ya zómi na míbalé||Lingála
    lo|{day} {month} {year}|,|, | ແລະ |“|”||ມັງກອນ;ກຸມພາ;ມີນາ;ເມສາ;ພຶດສະພາ;ມິຖຸນາ;ກໍລະກົດ;ສິງຫາ;ກັນຍາ;ຕຸລາ;ພະຈິກ;ທັນວາ||ລາວ
    lrc|{year} {month} {day}|.|, |, |“|”||جانڤیە;فئڤریە;مارس;آڤریل;مئی;جوٙأن;جوٙلا;آگوست;سئپتامر;ئوکتوڤر;نوڤامر;دئسامر||لۊری شومالی
    lt|{year} m. {month} {day} d.|,|, | ir |„|“|one: n % 10 = 1 and n % 100 != 11..19; few: n % 10 = 2..9 and n % 100 != 11..19|sausio;vasario;kovo;balandžio;gegužės;birželio;liepos;rugpjūčio;rugsėjo;spalio;lapkričio;gruodžio|sausis;vasaris;kovas;balandis;gegužė;birželis;liepa;rugpjūtis;rugsėjis;spalis;lapkritis;gruodis|Lietuvių
    ltg|{year} {month} {day}|.|, |, |“|”||janvars;februars;marts;apreļs;majs;juņs;juļs;augusts;septembris;oktobris;novembris;decembris||Latgalīšu
    lu|{day} {month} {year}|,|, |, |“|”||Ciongo;Lùishi;Lusòlo;Mùuyà;Lumùngùlù;Lufuimi;Kabàlàshìpù;Lùshìkà;Lutongolo;Lungùdi;Kaswèkèsè;Ciswà||Tshiluba
    luo|{day} {month} {year}|.|, |, |“|”||Dwe mar Achiel;Dwe mar Ariyo;Dwe mar Adek;Dwe mar Ang’wen;Dwe mar Abich;Dwe mar Auchiel;Dwe mar Abiriyo;Dwe mar Aboro;Dwe mar Ochiko;Dwe mar Apar;Dwe mar gi achiel;Dwe mar Apar gi ariyo||Dholuo
    luy|{day} {month} {year}|.|, |, |„|“||Januari;Februari;Machi;Aprili;Mei;Juni;Julai;Agosti;Septemba;Oktoba;Novemba;Desemba||Luluhia
    lv|{year}. gada {day}. {month}|,|, | un |“|”|zero: n % 10 = 0 or n % 100 = 11..19; one: n % 10 = 1 and n % 100 != 11|janvāris;februāris;marts;aprīlis;maijs;jūnijs;jūlijs;augusts;septembris;oktobris;novembris;decembris||Latviešu
    lzz|{year} {month} {day}|.|, |, |“|”||Tutadidi;Tutamǩule;Mart̆i;Ap̌rili;Mayisi;Mbulora;Ktsapa;Ağustozi;Çxalva;Guma;Tzilva;Xristona||Lazuri
    mai|{day} {month} {year}|.|, | और |“|”||जनवरी;फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर;अक्तूबर;नवंबर;दिसंबर||मैथिली
    mas|{day} {month} {year}|.|, |, |“|”|one: n = 1|Oladalʉ́;Arát;Ɔɛnɨ́ɔɨŋɔk;Olodoyíóríê inkókúâ;Oloilépūnyīē inkókúâ;Kújúɔrɔk;Mórusásin;Ɔlɔ́ɨ́bɔ́rárɛ;Kúshîn;Olgísan;Pʉshʉ́ka;Ntʉ́ŋʉ́s||Maa
    mdf|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Мокшень кяль
    mer|{day} {month} {year}|.|, |, |“|”||Januarĩ;Feburuarĩ;Machi;Ĩpurũ;Mĩĩ;Njuni;Njuraĩ;Agasti;Septemba;Oktũba;Novemba;Dicemba||Kĩmĩrũ
    mfe|{day} {month} {year}|.|, |, |“|”||zanvie;fevriye;mars;avril;me;zin;zilye;out;septam;oktob;novam;desam||Kreol morisien
    mg|{day} {month} {year}|.|, |, |«|»|one: n = 0..1|Janoary;Febroary;Martsa;Aprily;Mey;Jona;Jolay;Aogositra;Septambra;Oktobra;Novambra;Desambra||Malagasy
    mgh|{day} {month} {year}|,|, |, |“|”||Mweri wo kwanza;Mweri wo unayeli;Mweri wo uneraru;Mweri wo unecheshe;Mweri wo unethanu;Mweri wo thanu na mocha;Mweri wo saba;Mweri wo nane;Mweri wo tisa;Mweri wo kumi;Mweri wo kumi na moja;Mweri wo kumi na yel’li||Makua
    mgo|{year} {month} {day}|.|, |, |“|”|one: n = 1|iməg mbegtug;imeg àbùbì;imeg mbəŋchubi;iməg ngwə̀t;iməg fog;iməg ichiibɔd;iməg àdùmbə̀ŋ;iməg ichika;iməg kud;iməg tèsiʼe;iməg zò;iməg krizmed||Metaʼ
    mhn|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    mi|{day} {month} {year}|.|, |, |“|”||Hānuere;Pēpuere;Māehe;Āperira;Mei;Hune;Hūrae;Ākuhata;Hepetema;Oketopa;Noema;Tīhema||Māori
    mic|{month} {day}, {year}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Lʼnuiʼsuti
    mk|{day} {month} {year} г.|,|, | и |„|“|one: n % 10 = 1 and n % 100 != 11|јануари;февруари;март;април;мај;јуни;јули;август;септември;октомври;ноември;декември||Македонски
    ml|{year} {month} {day}|.|, |, |“|”|one: n = 1|ജനുവരി;ഫെബ്രുവരി;മാർച്ച്;ഏപ്രിൽ;മേയ്;ജൂൺ;ജൂലൈ;ഓഗസ്റ്റ്;സെപ്റ്റംബർ;ഒക്‌ടോബർ;നവംബർ;ഡിസംബർ||മലയാളം
    mn|{year} оны {month}ын {day}|.|, |, |“|”|one: n = 1|нэгдүгээр сар;хоёрдугаар сар;гуравдугаар сар;дөрөвдүгээр сар;тавдугаар сар;зургаадугаар сар;долоодугаар сар;наймдугаар сар;есдүгээр сар;аравдугаар сар;арван нэгдүгээр сар;арван хоёрдугаар сар|Нэгдүгээр сар;Хоёрдугаар сар;Гуравдугаар сар;Дөрөвдүгээр сар;Тавдугаар сар;Зургаадугаар сар;Долоодугаар сар;Наймдугаар сар;Есдүгээр сар;Аравдугаар сар;Арван нэгдүгээр сар;Арван хоёрдугаар сар|Монгол
    mn-Mong|{year} {month} {day}|.|, |, |“|”|one: n = 1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    mni|{month} {day}, {year}|.|, | অমসুং |“|”||জনুৱারী;ফেব্রুৱারি;মার্চ;এপ্রিল;মে;জুন;জুলাই;‌ওগষ্ট;সেপ্টেম্বর;ওক্টোবর;নভেম্বর;ডিসেম্বর|জানুৱারি;ফেব্রুৱারি;মার্চ;এপ্রিল;মে;জুন;জুলাই;ওগষ্ট;সেপ্টেম্বর;ওক্টোবর;নবেম্বর;ডিসেম্বর|মৈতৈলোন্
    mni-Beng|{month} {day}, {year}|.|, | অমসুং |“|”||জনুৱারী;ফেব্রুৱারি;মার্চ;এপ্রিল;মে;জুন;জুলাই;‌ওগষ্ট;সেপ্টেম্বর;ওক্টোবর;নভেম্বর;ডিসেম্বর|জানুৱারি;ফেব্রুৱারি;মার্চ;এপ্রিল;মে;জুন;জুলাই;ওগষ্ট;সেপ্টেম্বর;ওক্টোবর;নবেম্বর;ডিসেম্বর|মৈতৈলোন্ (বাংলা)
    mni-Mtei|{day} {month}, {year}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||ꯃꯤꯇꯩꯂꯣꯟ (ꯃꯤꯇꯩ ꯃꯌꯦꯛ)
    moh|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Kanienʼkéha
    mr|{day} {month}, {year}|.|, | आणि |“|”|one: n = 1|जानेवारी;फेब्रुवारी;मार्च;एप्रिल;मे;जून;जुलै;ऑगस्ट;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर||मराठी
    mrh|{year} {month} {day}|.|, |, |“|”||Nawh;Hmypi;Pamih;Pachawh;Patô;Chhiepa;Khihpa;Thlazoh;Thlarâh;Phiata;Phiapi;Di||Mara
    ms|{day} {month} {year}|.|, | dan |“|”||Januari;Februari;Mac;April;Mei;Jun;Julai;Ogos;September;Oktober;November;Disember||Melayu
    ms-Arab|{day} {month} {year}|.|, |, |“|”||جانواري;فيبواري;مچ;اڤريل;مي;جون;جولاي;ݢوس;سيڤتيمبر;اوکتوبر;نوۏيمبر;ديسيمبر||بهاس ملايو (عرب)
    mt|{day} ta’ {month} {year}|.|, | u |“|”|one: n = 1; two: n = 2; few: n = 0 or n % 100 = 3..10; many: n % 100 = 11..19|Jannar;Frar;Marzu;April;Mejju;Ġunju;Lulju;Awwissu;Settembru;Ottubru;Novembru;Diċembru||Malti
    mua|{day} {month} {year}|,|, |, |«|»||Fĩi Loo;Cokcwaklaŋne;Cokcwaklii;Fĩi Marfoo;Madǝǝuutǝbijaŋ;Mamǝŋgwãafahbii;Mamǝŋgwãalii;Madǝmbii;Fĩi Dǝɓlii;Fĩi Mundaŋ;Fĩi Gwahlle;Fĩi Yuru||MUNDAŊ
    mus|{month} {day}, {year}|.|, |, |“|”||Rvfo Cuse;Hotvle Hvse;Tasahcuce;Tasahce Rakko;Ke Hvse;Kvco Hvse;Hiyuce;Hiyo Rakko;Otowoskuce;Otowoskv Rakko;Ehole;Rvfo Rakko||Mvskoke
    mww|{year} {month} {day}|.|, |, |“|”||𞄆𞄬;𞄛𞄨𞄱𞄄𞄤𞄲𞄨;𞄒𞄫𞄰𞄒𞄪𞄱;𞄤𞄨𞄱;𞄀𞄪𞄴;𞄛𞄤𞄱𞄞𞄤𞄦;𞄔𞄩𞄴𞄆𞄨𞄰;𞄕𞄩𞄲𞄔𞄄𞄰𞄤;𞄛𞄤𞄱𞄒𞄤𞄰;𞄪𞄱𞄀𞄤𞄴;𞄚𞄦𞄲𞄤𞄚𞄄𞄰𞄫;𞄒𞄩𞄱𞄔𞄬𞄴||
    mww-Hmnp|{year} {month} {day}|.|, |, |“|”||𞄆𞄬;𞄛𞄨𞄱𞄄𞄤𞄲𞄨;𞄒𞄫𞄰𞄒𞄪𞄱;𞄤𞄨𞄱;𞄀𞄪𞄴;𞄛𞄤𞄱𞄞𞄤𞄦;𞄔𞄩𞄴𞄆𞄨𞄰;𞄕𞄩𞄲𞄔𞄄𞄰𞄤;𞄛𞄤𞄱𞄒𞄤𞄰;𞄪𞄱𞄀𞄤𞄴;𞄚𞄦𞄲𞄤𞄚𞄄𞄰𞄫;𞄒𞄩𞄱𞄔𞄬𞄴||
    my|{year} {month} {day}|.|၊ | နှင့် |“|”||ဇန်နဝါရီ;ဖေဖော်ဝါရီ;မတ်;ဧပြီ;မေ;ဇွန်;ဇူလိုင်;ဩဂုတ်;စက်တင်ဘာ;အောက်တိုဘာ;နိုဝင်ဘာ;ဒီဇင်ဘာ||မြန်မာ
    myv|{year} {month} {day}|.|, |, |“|”||якшамков;даволков;эйзюрков;чадыков;панжиков;аштемков;медьков;умарьков;таштамков;ожоков;сундерьков;ацамков||Эрзянь кель
    mzn|{year} {month} {day}|.|, |, |«|»||ژانویه;فوریه;مارس;آوریل;مه;ژوئن;ژوئیه;اوت;سپتامبر;اکتبر;نوامبر;دسامبر||مازرونی
    naq|{day} {month} {year}|.|, |, |“|”|one: n = 1; two: n = 2|ǃKhanni;ǃKhanǀgôab;ǀKhuuǁkhâb;ǃHôaǂkhaib;ǃKhaitsâb;Gamaǀaeb;ǂKhoesaob;Aoǁkhuumûǁkhâb;Taraǀkhuumûǁkhâb;ǂNûǁnâiseb;ǀHooǂgaeb;Hôasoreǁkhâb||Khoekhoegowab
    nb|{day}. {month} {year}|,|, | og |«|»|one: n = 1|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember||Norsk bokmål
    nd|{day} {month} {year}|.|, |, |“|”|one: n = 1|Zibandlela;Nhlolanja;Mbimbitho;Mabasa;Nkwenkwezi;Nhlangula;Ntulikazi;Ncwabakazi;Mpandula;Mfumfu;Lwezi;Mpalakazi||IsiNdebele
    nds|{day}. {month} {year}|.|, | un |“|”||Januaar;Februaar;März;April;Mai;Juni;Juli;August;September;Oktover;November;Dezember||Neddersass’sch
    ne|{year} {month} {day}|.|, | र |“|”|one: n = 1|जनवरी;फेब्रुअरी;मार्च;अप्रिल;मे;जुन;जुलाई;अगस्ट;सेप्टेम्बर;अक्टोबर;नोभेम्बर;डिसेम्बर||नेपाली
    nl|{day} {month} {year}|,|, | en |‘|’|one: n = 1|januari;februari;maart;april;mei;juni;juli;augustus;september;oktober;november;december||Nederlands
    nmg|{day} {month} {year}|,|, |, |„|”||ngwɛn matáhra;ngwɛn ńmba;ngwɛn ńlal;ngwɛn ńna;ngwɛn ńtan;ngwɛn ńtuó;ngwɛn hɛmbuɛrí;ngwɛn lɔmbi;ngwɛn rɛbvuâ;ngwɛn wum;ngwɛn wum navǔr;krísimin||Kwasio
    nn|{day}. {month} {year}|,|, | og |«|»|one: n = 1|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember||Norsk nynorsk
    nnh|lyɛ̌ʼ {day} na {month}, {year}|,|, |, |«|»|one: n = 1|saŋ tsetsɛ̀ɛ lùm;saŋ kàg ngwóŋ;saŋ lepyè shúm;saŋ cÿó;saŋ tsɛ̀ɛ cÿó;saŋ njÿoláʼ;saŋ tyɛ̀b tyɛ̀b mbʉ̀ŋ;saŋ mbʉ̀ŋ;saŋ ngwɔ̀ʼ mbÿɛ;saŋ tàŋa tsetsáʼ;saŋ mejwoŋó;saŋ lùm||Shwóŋò ngiembɔɔn
    no|{day}. {month} {year}|,|, | og |«|»|one: n = 1|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember||Norsk
    nqo|{year} {month} {day}|.|, |, |“|”||ߓߌ߲ߠߊߥߎߟߋ߲;ߞߏ߲ߞߏߜߍ;ߕߙߊߓߊ;ߞߏ߲ߞߏߘߌ߬ߓߌ;ߘߓߊ߬ߕߊ;ߥߊ߬ߛߌ߬ߥߙߊ;ߞߊ߬ߙߌߝߐ߭;ߘߓߊ߬ߓߌߟߊ;ߕߎߟߊߝߌ߲;ߞߏ߲ߓߌߕߌ߮;ߣߍߣߍߓߊ;ߞߏߟߌ߲ߞߏߟߌ߲||ߒߞߏ
    nr|{year} {month} {day}|,|, |, |“|”|one: n = 1|Janabari;uFeberbari;uMatjhi;u-Apreli;Meyi;Juni;Julayi;Arhostosi;Septemba;Oktoba;Usinyikhaba;Disemba||IsiNdebele
    nso|{year} {month} {day}|.|, |, |“|”|one: n = 0..1|Janeware;Febereware;Matšhe;Aporele;Mei;June;Julae;Agosetose;Setemere;Oktobore;Nofemere;Disemere||Sesotho sa Leboa
    nus|{day} {month} {year}|.|, |, |“|”||Tiop thar pɛt;Pɛt;Duɔ̱ɔ̱ŋ;Guak;Duät;Kornyoot;Pay yie̱tni;Tho̱o̱r;Tɛɛr;Laath;Kur;Tio̱p in di̱i̱t||Thok Nath
    nv|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Diné Bizaad
    ny|{year} {month} {day}|.|, |, |“|”|one: n = 1|Januwale;Febuluwale;Malichi;Epulo;Mei;Juni;Julai;Ogasiti;Seputemba;Okutoba;Novemba;Disemba||Nyanja
    nyn|{day} {month} {year}|.|, |, |“|”|one: n = 1|Okwokubanza;Okwakabiri;Okwakashatu;Okwakana;Okwakataana;Okwamukaaga;Okwamushanju;Okwamunaana;Okwamwenda;Okwaikumi;Okwaikumi na kumwe;Okwaikumi na ibiri||Runyankore
    oc|{day} {month} de {year}|.|, | e |“|”||de genièr;de febrièr;de març;d’abril;de mai;de junh;de julhet;d’agost;de setembre;d’octòbre;de novembre;de decembre|genièr;febrièr;març;abril;mai;junh;julhet;agost;setembre;octòbre;novembre;decembre|Occitan
    oka|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||N̓səl̓xcin̓
    om|{month} {day}, {year}|.|, |, |“|”|one: n = 1|Amajjii;Guraandhala;Bitootessa;Eebila;Caamsaa;Waxabajjii;Adoolessa;Hagayya;Fulbaana;Onkoloolessa;Sadaasa;Mudde||Oromoo
    or|{month} {day}, {year}|.|, | ଓ |“|”|one: n = 1|ଜାନୁଆରୀ;ଫେବୃଆରୀ;ମାର୍ଚ୍ଚ;ଅପ୍ରେଲ;ମଇ;ଜୁନ;ଜୁଲାଇ;ଅଗଷ୍ଟ;ସେପ୍ଟେମ୍ବର;ଅକ୍ଟୋବର;ନଭେମ୍ବର;ଡିସେମ୍ବର||ଓଡ଼ିଆ
    os|{day} {month}, {year} аз|.|, | ӕмӕ |«|»|one: n = 1|январы;февралы;мартъийы;апрелы;майы;июны;июлы;августы;сентябры;октябры;ноябры;декабры|Январь;Февраль;Мартъи;Апрель;Май;Июнь;Июль;Август;Сентябрь;Октябрь;Ноябрь;Декабрь|Ирон
    osa|{month} {day}, {year}|.|, |, |“|”||𐓀𐓣͘𐓪͘𐓬𐓘 𐓄𐓘𐓡𐓛͘𐓧𐓟;𐓀𐓣͘𐓪͘𐓬𐓘 𐓏𐓟𐓵𐓪͘𐓬𐓘;𐓀𐓣͘𐓪͘𐓬𐓘 𐓏𐓟𐓵𐓘𐓜𐓣;𐓀𐓣͘𐓪͘𐓬𐓘 𐓏𐓟𐓰𐓪𐓬𐓘;𐓀𐓣͘𐓪͘𐓬𐓘 𐓏𐓟𐓮𐓘𐓰𐓘;𐓀𐓣͘𐓪͘𐓬𐓘 𐓏𐓟𐓯𐓘𐓬𐓟;𐓀𐓣͘𐓪͘𐓬𐓘 𐓄𐓟𐓵𐓪͘𐓬𐓘;𐓀𐓣͘𐓪͘𐓬𐓘 𐒼𐓣𐓟𐓰𐓪𐓬𐓘;𐓀𐓣͘𐓪͘𐓬𐓘 𐒿𐓟𐓜𐓛𐓲𐓟𐓷𐓣͘𐓤𐓟;𐓀𐓣͘𐓪͘𐓬𐓘 𐒿𐓟𐓜𐓛;𐓀𐓣͘𐓪͘𐓬𐓘 𐒰𐓧𐓣 𐓏𐓣͘𐓸𐓲𐓣;𐓀𐓣͘𐓪͘𐓬𐓘 𐒰𐓧𐓣 𐓍𐓪͘𐓬𐓘||𐓏𐓘𐓻𐓘𐓻𐓟
    pa|{day} {month} {year}|.|, | ਅਤੇ |“|”|one: n = 0..1|ਜਨਵਰੀ;ਫ਼ਰਵਰੀ;ਮਾਰਚ;ਅਪ੍ਰੈਲ;ਮਈ;ਜੂਨ;ਜੁਲਾਈ;ਅਗਸਤ;ਸਤੰਬਰ;ਅਕਤੂਬਰ;ਨਵੰਬਰ;ਦਸੰਬਰ||ਪੰਜਾਬੀ
    pa-Arab|{day} {month} {year}|.|, |, |“|”|one: n = 0..1|جنوری;فروری;مارچ;اپریل;مئ;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر||پنجابی (عربی)
    pa-Guru|{day} {month} {year}|.|, | ਅਤੇ |“|”|one: n = 0..1|ਜਨਵਰੀ;ਫ਼ਰਵਰੀ;ਮਾਰਚ;ਅਪ੍ਰੈਲ;ਮਈ;ਜੂਨ;ਜੁਲਾਈ;ਅਗਸਤ;ਸਤੰਬਰ;ਅਕਤੂਬਰ;ਨਵੰਬਰ;ਦਸੰਬਰ||ਪੰਜਾਬੀ (ਗੁਰਮੁਖੀ)
    pap|{day} {month} {year}|.|, | i |“|”|one: n = 1|Yanüari;Febrüari;Mart;Aprel;Mei;Yüni;Yüli;Ougùstùs;Sèptèmber;Òktober;Novèmber;Desèmber||Papiamentu
    pcm|{day} {month} {year}|.|, | an |“|”|one: n = 0 or n = 1|Jénúári;Fẹ́búári;Mach;Éprel;Mee;Jun;Julai;Ọgọst;Sẹptẹ́mba;Ọktóba;Nọvẹ́mba;Disẹ́mba||Naijíriá Píjin
    pi|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    pi-Latn|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    pis|{year} {month} {day}|.|, |, |“|”||Januare;Febuare;Mas;Eprel;Mei;Jun;Julae;Ogus;Septemba;Oktoba;Novemba;Disemba||Pijin
    pl|{day} {month} {year}|,|, | i |„|”|one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14; many: n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14|stycznia;lutego;marca;kwietnia;maja;czerwca;lipca;sierpnia;września;października;listopada;grudnia|styczeń;luty;marzec;kwiecień;maj;czerwiec;lipiec;sierpień;wrzesień;październik;listopad;grudzień|Polski
    pms|{year} {month} {day}|,|, |, |“|”||gené;fërvé;mars;avril;magg;giugn;lugn;agost;stèmber;utuber;novèmber;dzèmber||Piemontèis
    prg|{year} mettas {day}. {month}|.|, | be |“|”|zero: n % 10 = 0 or n % 100 = 11..19; one: n % 10 = 1 and n % 100 != 11|rags;wassarins;pūlis;sakkis;zallaws;sīmenis;līpa;daggis;sillins;spallins;lapkrūtis;sallaws||Prūsiskan
    ps|{day} {month} {year}|,|، | او |“|”|one: n = 1|جنوري;فبروري;مارچ;اپریل;مۍ;جون;جولای;اګست;سېپتمبر;اکتوبر;نومبر;دسمبر|جنوري;فېبروري;مارچ;اپریل;مۍ;جون;جولای;اګست;سپتمبر;اکتوبر;نومبر;دسمبر|پښتو
    pt|{day} de {month} de {year}|,|, | e |“|”|one: n = 0..1|janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro||Português
    pt-PT|{day} de {month} de {year}|,|, | e |«|»|one: n = 1|janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro||Português europeu
    qu|{day} {month} {year}|.|, |, |“|”||Enero;Febrero;Marzo;Abril;Mayo;Junio;Julio;Agosto;Setiembre;Octubre;Noviembre;Diciembre||Runasimi
    quc|{year} {month} {day}|.|, |, |“|”||Nabʼe ikʼ;Ukabʼ ikʼ;Urox ikʼ;Ukaj ikʼ;Uroʼ ikʼ;Uwaq ikʼ;Uwuq ikʼ;Uwajxaq ikʼ;Ubʼelej ikʼ;Ulajuj ikʼ;Rujulaʼj ikʼ;Rukabʼlaʼj ikʼ||Kʼicheʼ
    raj|{year} {month} {day}|.|, |, |“|”||जनवरी;फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितम्बर;अक्टूबर;नवंबर;दिसंबर||राजस्थानी
    rhg|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝
    rhg-Rohg|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝
    rif|{day} {month} {year}|.|, | d |“|”||yennayer;febrayer;mars;yebril;mayyu;yunyu;yulyu;ɣuccet;cutembir;kṭuber;nuwembir;dujembir||Tarifit
    rm|{day} {month} {year}|,|, | e |«|»|one: n = 1|da schaner;da favrer;da mars;d’avrigl;da matg;da zercladur;da fanadur;d’avust;da settember;d’october;da november;da december|schaner;favrer;mars;avrigl;matg;zercladur;fanadur;avust;settember;october;november;december|Rumantsch
    rn|{day} {month} {year}|,|, |, |”|”||Nzero;Ruhuhuma;Ntwarante;Ndamukiza;Rusama;Ruheshi;Mukakaro;Nyandagaro;Nyakanga;Gitugutu;Munyonyo;Kigarama||Ikirundi
    ro|{day} {month} {year}|,|, | și |„|”|one: n = 1; few: n = 0 or n != 1 and n % 100 = 1..19|ianuarie;februarie;martie;aprilie;mai;iunie;iulie;august;septembrie;octombrie;noiembrie;decembrie||Română
    rof|{day} {month} {year}|.|, |, |“|”|one: n = 1|Mweri wa kwanza;Mweri wa kaili;Mweri wa katatu;Mweri wa kaana;Mweri wa tanu;Mweri wa sita;Mweri wa saba;Mweri wa nane;Mweri wa tisa;Mweri wa ikumi;Mweri wa ikumi na moja;Mweri wa ikumi na mbili||Kihorombo
    ru|{day} {month} {year} г.|,|, | и |«|»|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14; many: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14|января;февраля;марта;апреля;мая;июня;июля;августа;сентября;октября;ноября;декабря|январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь|Русский
    rw|{year} {month} {day}|,|, |, |«|»||Mutarama;Gashyantare;Werurwe;Mata;Gicurasi;Kamena;Nyakanga;Kanama;Nzeri;Ukwakira;Ugushyingo;Ukuboza||Ikinyarwanda
    rwk|{day} {month} {year}|.|, |, |“|”|one: n = 1|Januari;Februari;Machi;Aprilyi;Mei;Junyi;Julyai;Agusti;Septemba;Oktoba;Novemba;Desemba||Kiruwa
    sa|{day} {month} {year}|.|, | तथा |“|”||जनवरीमासः;फरवरीमासः;मार्चमासः;अप्रैलमासः;मईमासः;जूनमासः;जुलाईमासः;अगस्तमासः;सितंबरमासः;अक्तूबरमासः;नवंबरमासः;दिसंबरमासः||संस्कृत भाषा
    sah|{year}, {month} {day}|,|, | уонна |«|»||Тохсунньу;Олунньу;Кулун тутар;Муус устар;Ыам ыйын;Бэс ыйын;От ыйын;Атырдьых ыйын;Балаҕан ыйын;Алтынньы;Сэтинньи;ахсынньы|тохсунньу;олунньу;кулун тутар;муус устар;ыам ыйа;бэс ыйа;от ыйа;атырдьых ыйа;балаҕан ыйа;алтынньы;сэтинньи;ахсынньы|Саха тыла
    saq|{day} {month} {year}|.|, |, |“|”|one: n = 1|Lapa le obo;Lapa le waare;Lapa le okuni;Lapa le ong’wan;Lapa le imet;Lapa le ile;Lapa le sapa;Lapa le isiet;Lapa le saal;Lapa le tomon;Lapa le tomon obo;Lapa le tomon waare||Kisampur
    sat|{day} {month} {year}|.|, |, |“|”|one: n = 1; two: n = 2|ᱡᱟᱱᱣᱟᱨᱤ;ᱯᱷᱟᱨᱣᱟᱨᱤ;ᱢᱟᱨᱪ;ᱟᱯᱨᱮᱞ;ᱢᱮ;ᱡᱩᱱ;ᱡᱩᱞᱟᱭ;ᱟᱜᱟᱥᱛ;ᱥᱮᱯᱴᱮᱢᱵᱟᱨ;ᱚᱠᱴᱚᱵᱟᱨ;ᱱᱟᱣᱟᱢᱵᱟᱨ;ᱫᱤᱥᱟᱢᱵᱟᱨ||ᱥᱟᱱᱛᱟᱲᱤ
    sat-Deva|{day} {month} {year}|.|, |, |“|”|one: n = 1; two: n = 2|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||सानताड़ी (देवानागारी)
    sat-Olck|{day} {month} {year}|.|, |, |“|”|one: n = 1; two: n = 2|ᱡᱟᱱᱣᱟᱨᱤ;ᱯᱷᱟᱨᱣᱟᱨᱤ;ᱢᱟᱨᱪ;ᱟᱯᱨᱮᱞ;ᱢᱮ;ᱡᱩᱱ;ᱡᱩᱞᱟᱭ;ᱟᱜᱟᱥᱛ;ᱥᱮᱯᱴᱮᱢᱵᱟᱨ;ᱚᱠᱴᱚᱵᱟᱨ;ᱱᱟᱣᱟᱢᱵᱟᱨ;ᱫᱤᱥᱟᱢᱵᱟᱨ||ᱥᱟᱱᱛᱟᱲᱤ (ᱚᱞ ᱪᱤᱠᱤ)
    sbp|{day} {month} {year}|.|, |, |“|”||Mupalangulwa;Mwitope;Mushende;Munyi;Mushende Magali;Mujimbi;Mushipepo;Mupuguto;Munyense;Mokhu;Musongandembwe;Muhaano||Ishisangu
    sc|{day} de {month} de su {year}|,|, | e |«|»|one: n = 1|ghennàrgiu;freàrgiu;martzu;abrile;maju;làmpadas;trìulas;austu;cabudanni;santugaine;santandria;nadale||Sardu
    scn|{day} {month} {year}|,|, | e |“|”|one: n = 1|jinnaru;frivaru;marzu;aprili;maju;giugnu;giugnettu;agustu;sittèmmiru;uttùviru;nuvèmmiru;dicèmmiru||Sicilianu
    sd|{year} {month} {day}|.|، | ۽ |“|”|one: n = 1|جنوري;فيبروري;مارچ;اپريل;مئي;جون;جولاءِ;آگسٽ;سيپٽمبر;آڪٽوبر;نومبر;ڊسمبر||سنڌي
    sd-Arab|{year} {month} {day}|.|، | ۽ |“|”|one: n = 1|جنوري;فيبروري;مارچ;اپريل;مئي;جون;جولاءِ;آگسٽ;سيپٽمبر;آڪٽوبر;نومبر;ڊسمبر||سنڌي (عربي)
    sd-Deva|{month} {day}, {year}|.|, |, |“|”|one: n = 1|जनवरी;फेबरवरी;मार्चु;अप्रेल;मई;जून;जुलाई;आगस्ट;सप्टेंबर;आक्टोबर;नवंबर;डिसंबर|जनवरी;फेबरवरी;मार्चु;अप्रेल;मई;जून;जुलाई;आगस्ट;सप्टेंबर;ऑक्टोबर;नवंबर;डिसंबर|सिन्धी (देवनागिरी)
    sdh|{year} {month} {day}|.|, |, |“|”|one: n = 1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||کوردی خوارگ
    se|{year} {month} {day}|,|, | ja |”|”|one: n = 1; two: n = 2|ođđajagemánnu;guovvamánnu;njukčamánnu;cuoŋománnu;miessemánnu;geassemánnu;suoidnemánnu;borgemánnu;čakčamánnu;golggotmánnu;skábmamánnu;juovlamánnu||Davvisámegiella
    seh|{day} de {month} de {year}|,|, |, |“|”|one: n = 1|Janeiro;Fevreiro;Marco;Abril;Maio;Junho;Julho;Augusto;Setembro;Otubro;Novembro;Decembro||Sena
    ses|{day} {month} {year}|.|, |, |“|”||Žanwiye;Feewiriye;Marsi;Awiril;Me;Žuweŋ;Žuyye;Ut;Sektanbur;Oktoobur;Noowanbur;Deesanbur||Koyraboro senni
    sg|{day} {month} {year}|,|, |, |«|»||Nyenye;Fulundïgi;Mbängü;Ngubùe;Bêläwü;Föndo;Lengua;Kükürü;Mvuka;Ngberere;Nabändüru;Kakauka||Sängö
    sgs|{year} {month} {day}|.|, |, |“|”|one: n % 10 = 1 and n % 100 != 11; two: n = 2; few: n != 2 and n % 10 = 2..9 and n % 100 != 11..19|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    shi|{day} {month} {year}|,|, |, |«|»|one: n = 0 or n = 1; few: n = 2..10|ⵉⵏⵏⴰⵢⵔ;ⴱⵕⴰⵢⵕ;ⵎⴰⵕⵚ;ⵉⴱⵔⵉⵔ;ⵎⴰⵢⵢⵓ;ⵢⵓⵏⵢⵓ;ⵢⵓⵍⵢⵓⵣ;ⵖⵓⵛⵜ;ⵛⵓⵜⴰⵏⴱⵉⵔ;ⴽⵜⵓⴱⵔ;ⵏⵓⵡⴰⵏⴱⵉⵔ;ⴷⵓⵊⴰⵏⴱⵉⵔ||ⵜⴰⵛⵍⵃⵉⵜ
    shi-Latn|{day} {month} {year}|,|, |, |«|»|one: n = 0 or n = 1; few: n = 2..10|innayr;bṛayṛ;maṛṣ;ibrir;mayyu;yunyu;yulyuz;ɣuct;cutanbir;ktubr;nuwanbir;dujanbir||Tashelḥiyt
    shi-Tfng|{day} {month} {year}|,|, |, |«|»|one: n = 0 or n = 1; few: n = 2..10|ⵉⵏⵏⴰⵢⵔ;ⴱⵕⴰⵢⵕ;ⵎⴰⵕⵚ;ⵉⴱⵔⵉⵔ;ⵎⴰⵢⵢⵓ;ⵢⵓⵏⵢⵓ;ⵢⵓⵍⵢⵓⵣ;ⵖⵓⵛⵜ;ⵛⵓⵜⴰⵏⴱⵉⵔ;ⴽⵜⵓⴱⵔ;ⵏⵓⵡⴰⵏⴱⵉⵔ;ⴷⵓⵊⴰⵏⴱⵉⵔ||ⵜⴰⵛⵍⵃⵉⵜ
    shn|{year} {month} {day}|.|၊ | လႄႈ |“|”||ၸၼ်ႇဝႃႇရီႇ;ၾႅပ်ႇဝႃႇရီႇ;မၢတ်ႉၶျ်;ဢေႇပရႄႇ;မေႇ;ၸုၼ်ႇ;ၸူႇလၢႆႇ;ဢေႃးၵၢတ်ႉ;သႅပ်ႇထႅမ်ႇပႃႇ;ဢွၵ်ႇထူဝ်ႇပႃႇ;ၼူဝ်ႇဝႅမ်ႇပႃႇ;တီႇသႅမ်ႇပႃႇ||တႆး
    si|{year} {month} {day}|.|, | සහ |“|”|one: n = 0,1|දුරුතු;නවම්;මැදින්;බක්;වෙසක්;පොසොන්;ඇසළ;නිකිණි;බිනර;වප්;ඉල්;උඳුවප්||සිංහල
    sid|{day} {month} {year}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Sidaamu Afo
    sk|{day}. {month} {year}|,|, | a |„|“|one: n = 1; few: n = 2..4|januára;februára;marca;apríla;mája;júna;júla;augusta;septembra;októbra;novembra;decembra|január;február;marec;apríl;máj;jún;júl;august;september;október;november;december|Slovenčina
    skr|{year} {month} {day}|.|, |, |“|”||جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر||سرائیکی
    sl|{day}. {month} {year}|,|, | in |„|“|one: n % 100 = 1; two: n % 100 = 2; few: n % 100 = 3..4|januar;februar;marec;april;maj;junij;julij;avgust;september;oktober;november;december||Slovenščina
    sma|{year} {month} {day}|.|, |, |“|”|one: n = 1; two: n = 2|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Åarjelsaemien gïele
    smj|{year} {month} {day}|.|, |, |“|”|one: n = 1; two: n = 2|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Julevsámegiella
    smn|{month} {day}. {year}|,|, |, |“|”|one: n = 1; two: n = 2|uđđâivemáánu;kuovâmáánu;njuhčâmáánu;cuáŋuimáánu;vyesimáánu;kesimáánu;syeinimáánu;porgemáánu;čohčâmáánu;roovvâdmáánu;skammâmáánu;juovlâmáánu||Anarâškielâ
    sms|{year} {month} {day}|.|, |, |“|”|one: n = 1; two: n = 2|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Sääʹmǩiõll
    sn|{year} {month} {day}|.|, |, |”|”|one: n = 1|Ndira;Kukadzi;Kurume;Kubvumbi;Chivabvu;Chikumi;Chikunguru;Nyamavhuvhu;Gunyana;Gumiguru;Mbudzi;Zvita||ChiShona
    so|{month} {day}, {year}|.|, | iyo |“|”|one: n = 1|Janaayo;Febraayo;Maarso;Abriil;Maayo;Juun;Luulyo;Agosto;Sebtembar;Oktoobar;Noofeembar;Diseembar|Jannaayo;Febraayo;Maarso;Abriil;Maayo;Juun;Luulyo;Ogosto;Sebteembar;Oktoobar;Noofeembar;Diseembar|Soomaali
    sq|{day} {month} {year}|,|, | dhe |«|»|one: n = 1|janar;shkurt;mars;prill;maj;qershor;korrik;gusht;shtator;tetor;nëntor;dhjetor||Shqip
    sr|{day}. {month} {year}.|,|, | и |„|“|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|јануар;фебруар;март;април;мај;јун;јул;август;септембар;октобар;новембар;децембар||Српски
    sr-Cyrl|{day}. {month} {year}.|,|, | и |„|“|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|јануар;фебруар;март;април;мај;јун;јул;август;септембар;октобар;новембар;децембар||Српски (ћирилица)
    sr-Latn|{day}. {month} {year}.|,|, | i |„|“|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|januar;februar;mart;april;maj;jun;jul;avgust;septembar;oktobar;novembar;decembar||Srpski (latinica)
    ss|{year} {month} {day}|,|, |, |“|”|one: n = 1|Bhimbidvwane;iNdlovana;iNdlovu-lenkhulu;Mabasa;iNkhwekhweti;iNhlaba;Kholwane;iNgci;iNyoni;iMphala;Lweti;iNgongoni||SiSwati
    ssy|{day} {month} {year}|.|, |, |“|”|one: n = 1|Qunxa Garablu;Kudo;Ciggilta Kudo;Agda Baxis;Caxah Alsa;Qasa Dirri;Qado Dirri;Liiqen;Waysu;Diteli;Ximoli;Kaxxa Garablu||Saho
    st|{year} {month} {day}|.|, |, |“|”|one: n = 1|Pherekgong;Hlakola;Hlakubele;Mmesa;Motsheanong;Phupjane;Phupu;Phato;Lwetse;Mphalane;Pudungwana;Tshitwe||Sesotho
    su|{day} {month} {year}|,|, | sareng |“|”||Januari;Pébruari;Maret;April;Méi;Juni;Juli;Agustus;Séptémber;Oktober;Nopémber;Désémber||Basa Sunda
    su-Latn|{day} {month} {year}|,|, | sareng |“|”||Januari;Pébruari;Maret;April;Méi;Juni;Juli;Agustus;Séptémber;Oktober;Nopémber;Désémber||Basa Sunda (Basa Latin)
    sus|{year} {month} {day}|.|, |, |“|”||Dundulenyi;Lɛbɛrɛbɛrɛ;Linlinyi;Lambɛ;Figui-figui;Sansanyi;Barakha;Falɛ;Sɔra;Khabidon;Libiti;Ferefuna||
    suz|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    suz-Deva|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    suz-Sunu|{year} {month} {day}|.|, |, |“|”||𑯏𑯈𑯍𑯈𑯅𑯄𑯃;𑯙𑯂𑯎𑯅𑯄𑯈𑯄𑯃;𑯇𑯖𑯄𑯌;𑯈𑯉𑯄𑯃𑯐;𑯇𑯂;𑯏𑯅𑯍;𑯏𑯅𑯐𑯖𑯃;𑯈𑯊𑯈𑯒𑯞;𑯒𑯂𑯉𑯞𑯃𑯇𑯎𑯈𑯄;𑯈𑯆𑯞𑯅𑯎𑯈𑯄;𑯍𑯑𑯎𑯂𑯇𑯎𑯈𑯄;𑯀𑯃𑯒𑯂𑯇𑯎𑯈𑯄||𑯒𑯅𑯍𑯅𑯓𑯖𑯄 (𑯒𑯅𑯍𑯅𑯓𑯖𑯄)
    sv|{day} {month} {year}|,|, | och |”|”|one: n = 1|januari;februari;mars;april;maj;juni;juli;augusti;september;oktober;november;december||Svenska
    sw|{day} {month} {year}|.|, | na |“|”|one: n = 1|Januari;Februari;Machi;Aprili;Mei;Juni;Julai;Agosti;Septemba;Oktoba;Novemba;Desemba||Kiswahili
    syr|{day} ܒ{month} {year}|.| ܘ| ܘ|“|”|one: n = 1|ܟܢܘܢ ܐܚܪܝܐ;ܫܒܛ;ܐܕܪ;ܢܝܣܢ;ܐܝܪ;ܚܙܝܪܢ;ܬܡܘܙ;ܐܒ;ܐܝܠܘܠ;ܬܫܪܝܢ ܩܕܡܝܐ;ܬܫܪܝܢ ܐܚܪܝܐ;ܟܢܘܢ ܩܕܡܝܐ||ܣܘܪܝܝܐ
    szl|{day} {month} {year}|.|, | i |“|”||stycznia;lutego;marca;kwietnia;moja;czyrwca;lipca;siyrpnia;września;października;listopada;grudnia|styczyń;luty;marzec;kwieciyń;moj;czyrwiec;lipiec;siyrpiyń;wrzesiyń;październik;listopad;grudziyń|Ślōnski
    ta|{day} {month}, {year}|.|, | மற்றும் |“|”|one: n = 1|ஜனவரி;பிப்ரவரி;மார்ச்;ஏப்ரல்;மே;ஜூன்;ஜூலை;ஆகஸ்ட்;செப்டம்பர்;அக்டோபர்;நவம்பர்;டிசம்பர்||தமிழ்
    te|{day} {month}, {year}|.|, | మరియు |“|”|one: n = 1|జనవరి;ఫిబ్రవరి;మార్చి;ఏప్రిల్;మే;జూన్;జులై;ఆగస్టు;సెప్టెంబర్;అక్టోబర్;నవంబర్;డిసెంబర్||తెలుగు
    teo|{day} {month} {year}|.|, |, |“|”|one: n = 1|Orara;Omuk;Okwamg’;Odung’el;Omaruk;Omodok’king’ol;Ojola;Opedel;Osokosokoma;Otibar;Olabor;Opoo||Kiteso
    tg|{day} {month} {year}|,|, | ва |“|”|one: n = 0 or n = 1|Январ;Феврал;Март;Апрел;Май;Июн;Июл;Август;Сентябр;Октябр;Ноябр;Декабр||Тоҷикӣ
    th|{day} {month} {year}|.| |และ|“|”||มกราคม;กุมภาพันธ์;มีนาคม;เมษายน;พฤษภาคม;มิถุนายน;กรกฎาคม;สิงหาคม;กันยายน;ตุลาคม;พฤศจิกายน;ธันวาคม||ไทย
    ti|{month} {day}, {year}|.|፣ |, |«|»|one: n = 0..1|ጥሪ;ለካቲት;መጋቢት;ሚያዝያ;ጉንበት;ሰነ;ሓምለ;ነሓሰ;መስከረም;ጥቅምቲ;ሕዳር;ታሕሳስ||ትግርኛ
    tig|{day} {month} {year}|.|, |, |“|”|one: n = 1|ጃንዩወሪ;ፌብሩወሪ;ማርች;ኤፕረል;ሜይ;ጁን;ጁላይ;ኦገስት;ሴፕቴምበር;ኦክተውበር;ኖቬምበር;ዲሴምበር||ትግረ
    tk|{day} {month} {year}|,|, | we |“|”|one: n = 1|ýanwar;fewral;mart;aprel;maý;iýun;iýul;awgust;sentýabr;oktýabr;noýabr;dekabr|Ýanwar;Fewral;Mart;Aprel;Maý;Iýun;Iýul;Awgust;Sentýabr;Oktýabr;Noýabr;Dekabr|Türkmen dili
    tn|{year} {month} {day}|.|, |, |“|”|one: n = 1|Ferikgong;Tlhakole;Mopitlo;Moranang;Motsheganong;Seetebosigo;Phukwi;Phatwe;Lwetse;Diphalane;Ngwanatsele;Sedimonthole||Setswana
    to|{day} {month} {year}|.| mo | mo |“|”||Sānuali;Fēpueli;Maʻasi;ʻEpeleli;Mē;Sune;Siulai;ʻAokosi;Sēpitema;ʻOkatopa;Nōvema;Tīsema||Lea fakatonga
    tok|tenpo sike #{year} la tenpo {month} la tenpo suno #{day}|,|, |, |“|”||tenpo mun #1;tenpo mun #2;tenpo mun #3;tenpo mun #4;tenpo mun #5;tenpo mun #6;tenpo mun #7;tenpo mun #8;tenpo mun #9;tenpo mun #10;tenpo mun #11;tenpo mun #12||Toki pona
    tpi|{day} {month} {year}|.|, |, |“|”||Janueri;Februeri;Mas;Epril;Me;Jun;Julai;Ogas;Septemba;Oktoba;Novemba;Desemba||Tok Pisin
    tr|{day} {month} {year}|,|, | ve |“|”|one: n = 1|Ocak;Şubat;Mart;Nisan;Mayıs;Haziran;Temmuz;Ağustos;Eylül;Ekim;Kasım;Aralık||Türkçe
    trv|{year} {month} {day}|.|, |, |“|”||Kingal idas;Dha idas;Tru idas;Spat idas;Rima idas;Mataru idas;Empitu idas;Maspat idas;Mngari idas;Maxal idas;Maxal kingal idas;Maxal dha idas||Patas Taroko
    trw|{day} {month}، {year}|.|،| آں |“|”||جنوری;فروری;مارچ;اپریل;مئ;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر||توروالی
    ts|{year} {month} {day}|,|, |, |“|”|one: n = 1|Sunguti;Nyenyenyani;Nyenyankulu;Dzivamisoko;Mudyaxihi;Khotavuxika;Mawuwani;Mhawuri;Ndzhati;Nhlangula;Hukuri;N’wendzamhala||Xitsonga
    tt|{day} {month}, {year} ел|,|, | һәм |“|”||гыйнвар;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь||Татар
    twq|{day} {month} {year}|.|, |, |“|”||Žanwiye;Feewiriye;Marsi;Awiril;Me;Žuweŋ;Žuyye;Ut;Sektanbur;Oktoobur;Noowanbur;Deesanbur||Tasawaq senni
    tyv|{year}ч {month} {day}|.|, |, |“|”||Январь;Февраль;Март;Апрель;Май;Июнь;Июль;Август;Сентябрь;Октябрь;Ноябрь;Декабрь||Тыва
    tzm|{day} {month} {year}|,|, |, |“|”|one: n = 0..1 or n = 11..99|Yennayer;Yebrayer;Mars;Ibrir;Mayyu;Yunyu;Yulyuz;Ɣuct;Cutanbir;Kṭuber;Nwanbir;Dujanbir||Tamaziɣt n laṭlaṣ
    ug|{day}-{month}، {year}|.|, | and |»|«|one: n = 1|يانۋار;فېۋرال;مارت;ئاپرېل;ماي;ئىيۇن;ئىيۇل;ئاۋغۇست;سېنتەبىر;ئۆكتەبىر;نويابىر;دېكابىر||ئۇيغۇرچە
    uk|{day} {month} {year} р.|,|, | і |«|»|one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14; many: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14|січня;лютого;березня;квітня;травня;червня;липня;серпня;вересня;жовтня;листопада;грудня|січень;лютий;березень;квітень;травень;червень;липень;серпень;вересень;жовтень;листопад;грудень|Українська
    ur|{day} {month}، {year}|.|، | اور |”|“|one: n = 1|جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر||اردو
    uz|{day}-{month}, {year}|,|, | va |“|”|one: n = 1|yanvar;fevral;mart;aprel;may;iyun;iyul;avgust;sentabr;oktabr;noyabr;dekabr|Yanvar;Fevral;Mart;Aprel;May;Iyun;Iyul;Avgust;Sentabr;Oktabr;Noyabr;Dekabr|O‘zbek
    uz-Arab|{day} نچی {month} {year}|,|, |, |“|”|one: n = 1|جنوری;فبروری;مارچ;اپریل;می;جون;جولای;اگست;سپتمبر;اکتوبر;نومبر;دسمبر||اوزبیک (عربی)
    uz-Cyrl|{day} {month}, {year}|,|, |, |“|”|one: n = 1|январ;феврал;март;апрел;май;июн;июл;август;сентябр;октябр;ноябр;декабр||Ўзбекча (Кирил)
    uz-Latn|{day}-{month}, {year}|,|, | va |“|”|one: n = 1|yanvar;fevral;mart;aprel;may;iyun;iyul;avgust;sentabr;oktabr;noyabr;dekabr|Yanvar;Fevral;Mart;Aprel;May;Iyun;Iyul;Avgust;Sentabr;Oktabr;Noyabr;Dekabr|O‘zbek (lotin)
    vai|{day} {month} {year}|.|, |, |“|”||ꖨꖕ ꕪꕴ ꔞꔀꕮꕊ;ꕒꕡꖝꖕ;ꕾꖺ;ꖢꖕ;ꖑꕱ;ꖱꘋ;ꖱꕞꔤ;ꗛꔕ;ꕢꕌ;ꕭꖃ;ꔞꘋꕔꕿ ꕸꖃꗏ;ꖨꖕ ꕪꕴ ꗏꖺꕮꕊ||ꕙꔤ
    vai-Latn|{day} {month} {year}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Vai
    vai-Vaii|{day} {month} {year}|.|, |, |“|”||ꖨꖕ ꕪꕴ ꔞꔀꕮꕊ;ꕒꕡꖝꖕ;ꕾꖺ;ꖢꖕ;ꖑꕱ;ꖱꘋ;ꖱꕞꔤ;ꗛꔕ;ꕢꕌ;ꕭꖃ;ꔞꘋꕔꕿ ꕸꖃꗏ;ꖨꖕ ꕪꕴ ꗏꖺꕮꕊ||ꕙꔤ
    ve|{year} {month} {day}|,|, |, |“|”|one: n = 1|Phando;Luhuhi;Ṱhafamuhwe;Lambamai;Shundunthule;Fulwi;Fulwana;Ṱhangule;Khubvumedzi;Tshimedzi;Ḽara;Nyendavhusiku||Tshivenḓa
    vec|{day} {month} {year}|,|, | e |“|”|one: n = 1|jenaro;febraro;marso;aprile;majo;jugno;lujo;agosto;setenbre;otobre;novenbre;dezenbre||Veneto
    vi|{day} {month}, {year}|,|, | và |“|”|one: n = 0 or n = 1|tháng 1;tháng 2;tháng 3;tháng 4;tháng 5;tháng 6;tháng 7;tháng 8;tháng 9;tháng 10;tháng 11;tháng 12|Tháng 1;Tháng 2;Tháng 3;Tháng 4;Tháng 5;Tháng 6;Tháng 7;Tháng 8;Tháng 9;Tháng 10;Tháng 11;Tháng 12|Tiếng Việt
    vmw|{year} {month} {day}|.|, |, |“|”||janeiru;fevereiru;marsu;abril;maiu;junyu;julyu;agostu;setembru;outubru;novembru;dezembru||Emakhuwa
    vo|{year} {month} {day}|.|, |, |“|”|one: n = 1|yanul;febul;mäzul;prilul;mayul;yunul;yulul;gustul;setul;tobul;novul;dekul||Volapük
    vun|{day} {month} {year}|.|, |, |“|”|one: n = 1|Januari;Februari;Machi;Aprilyi;Mei;Junyi;Julyai;Agusti;Septemba;Oktoba;Novemba;Desemba||Kyivunjo
    wa|{year} {month} {day}|.|, |, |“|”|one: n = 0..1|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Walon
    wae|{day}. {month} {year}|.|, | und |«|»|one: n = 1|Jenner;Hornig;Märze;Abrille;Meije;Bráčet;Heiwet;Öigšte;Herbštmánet;Wímánet;Wintermánet;Chrištmánet||Walser
    wal|{day} {month} {year}|.|, |, |“|”||ጃንዩወሪ;ፌብሩወሪ;ማርች;ኤፕረል;ሜይ;ጁን;ጁላይ;ኦገስት;ሴፕቴምበር;ኦክተውበር;ኖቬምበር;ዲሴምበር||ወላይታቱ
    wbp|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||Warlpiri
    wo|{day} {month}, {year}|,|, |, |“|”||Samwiyee;Fewriyee;Mars;Awril;Mee;Suwe;Sulet;Ut;Sàttumbar;Oktoobar;Nowàmbar;Desàmbar||Wolof
    xdq|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    xh|{month} {day}, {year}|.|, |, |“|”|one: n = 1|Janyuwari;Februwari;Matshi;Epreli;Meyi;Juni;Julayi;Agasti;Septemba;Okthobha;Novemba;Disemba|Janyuwari;Februwari;Matshi;Epreli;Meyi;Juni;Julayi;Agasti;Septemba;Okthoba;Novemba;Disemba|IsiXhosa
    xnr|{day} {month} {year}|.|, | कने |“|”||जनवरी;फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर;अक्तूबर;नवंबर;दिसंबर||कांगड़ी
    xog|{day} {month} {year}|.|, |, |“|”|one: n = 1|Janwaliyo;Febwaliyo;Marisi;Apuli;Maayi;Juuni;Julaayi;Agusito;Sebuttemba;Okitobba;Novemba;Desemba||Olusoga
    yav|{day} {month} {year}|,|, |, |«|»||pikítíkítie, oólí ú kutúan;siɛyɛ́, oóli ú kándíɛ;ɔnsúmbɔl, oóli ú kátátúɛ;mesiŋ, oóli ú kénie;ensil, oóli ú kátánuɛ;ɔsɔn;efute;pisuyú;imɛŋ i puɔs;imɛŋ i putúk,oóli ú kátíɛ;makandikɛ;pilɔndɔ́||Nuasue
    yi|{day}טן {month} {year}|.|, | און |”|”|one: n = 1|יאַנואַר;פֿעברואַר;מערץ;אַפּריל;מיי;יוני;יולי;אויגוסט;סעפּטעמבער;אקטאבער;נאוועמבער;דעצעמבער||ייִדיש
    yo|{day} {month} {year}|.|, | àti|“|”||1;2;3;4;5;6;7;8;9;10;11;12||Èdè Yorùbá
    yrl|{day} {month} {year}|,|, | asuí |“|”||yepé;mukũi;musapíri;irũdí;pú;pú-yepé;pú-mukũi;pú-musapíri;pú-irũdí;yepé-putimaã;yepé-yepé;yepé-mukũi||Nheẽgatu
    yue|{year}年{month}{day}日|.|、|同|「|」||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||粵語
    yue-Hans|{year}年{month}{day}日|.|、|同|“|”||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||粤语 (简体)
    yue-Hant|{year}年{month}{day}日|.|、|同|「|」||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||粵語 (繁體)
    za|{year} {month} {day}|.|, | caeuq |“|”||ndwenit;ndwenngeih;ndwensam;ndwenseiq;ndwenngux;ndwenloeg;ndwencaet;ndwenbet;ndwengouj;ndwencib;ndwencib’it;ndwencibngeih||Vahcuengh
    zgh|{day} {month} {year}|,|, |, |«|»||ⵉⵏⵏⴰⵢⵔ;ⴱⵕⴰⵢⵕ;ⵎⴰⵕⵚ;ⵉⴱⵔⵉⵔ;ⵎⴰⵢⵢⵓ;ⵢⵓⵏⵢⵓ;ⵢⵓⵍⵢⵓⵣ;ⵖⵓⵛⵜ;ⵛⵓⵜⴰⵏⴱⵉⵔ;ⴽⵜⵓⴱⵔ;ⵏⵓⵡⴰⵏⴱⵉⵔ;ⴷⵓⵊⴰⵏⴱⵉⵔ||ⵜⴰⵎⴰⵣⵉⵖⵜ
    zh|{year}年{month}{day}日|.|、|和|“|”||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||中文
    zh-Hans|{year}年{month}{day}日|.|、|和|“|”||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||简体中文
    zh-Hant|{year}年{month}{day}日|.|、|和|「|」||1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月||繁體中文
    zh-Latn|{year} {month} {day}|.|, |, |“|”||M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12||
    zu|{month} {day}, {year}|.|, | ne-|“|”|one: n = 0 or n = 1|Januwari;Februwari;Mashi;Ephreli;Meyi;Juni;Julayi;Agasti;Septhemba;Okthoba;Novemba;Disemba||IsiZulu
    """
}
