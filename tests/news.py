"""One invented piece of news in many languages, for tests of encodings."""

from __future__ import annotations

NEWS = {
    "ru": (
        "Мост через реку откроют в субботу"
        "\n\n"
        "Городские власти сообщили, что новый мост через реку откроют в субботу утром. Строительство "
        "продолжалось почти три года и стоило дороже, чем ожидалось."
        "\n\n"
        "По словам мэра, движение транспорта в центре станет свободнее, а жители двух районов смогут быстрее "
        "добираться до работы. «Мы ждали этого дня очень долго», — сказала учительница местной школы."
    ),
    "uk": (
        "Міст через річку відкриють у суботу"
        "\n\n"
        "Міська влада повідомила, що новий міст через річку відкриють у суботу вранці. Будівництво тривало "
        "майже три роки й коштувало дорожче, ніж очікувалося."
        "\n\n"
        "За словами мера, рух транспорту в центрі стане вільнішим, а мешканці двох районів зможуть швидше "
        "діставатися до роботи. «Ми чекали на цей день дуже довго», — сказала вчителька місцевої школи."
    ),
    "bg": (
        "Мостът над реката отваря в събота"
        "\n\n"
        "Общината съобщи, че новият мост над реката ще бъде открит в събота сутринта. Строежът продължи "
        "почти три години и струваше повече от очакваното."
        "\n\n"
        "Според кмета движението в центъра ще стане по-леко, а жителите на двата квартала ще стигат по-бързо "
        "до работа. „Чакахме този ден много дълго“, каза учителка от местното училище."
    ),
    "pl": (
        "Most na rzece zostanie otwarty w sobotę"
        "\n\n"
        "Władze miasta poinformowały, że nowy most na rzece zostanie otwarty w sobotę rano. Budowa trwała "
        "prawie trzy lata i kosztowała więcej, niż się spodziewano."
        "\n\n"
        "Zdaniem burmistrza ruch w śródmieściu będzie mniejszy, a mieszkańcy obu dzielnic szybciej dojadą do "
        "pracy. – Czekaliśmy na ten dzień bardzo długo – powiedziała nauczycielka z miejscowej szkoły."
    ),
    "cs": (
        "Most přes řeku se otevře v sobotu"
        "\n\n"
        "Městský úřad oznámil, že nový most přes řeku bude otevřen v sobotu ráno. Stavba trvala téměř tři "
        "roky a stála více, než se čekalo."
        "\n\n"
        "Podle starosty se doprava ve středu města zklidní a obyvatelé obou čtvrtí se dostanou rychleji do "
        "práce. „Na tento den jsme čekali velmi dlouho,“ řekla učitelka z místní školy."
    ),
    "hu": (
        "Szombaton nyitják meg a folyó hídját"
        "\n\n"
        "A városvezetés közölte, hogy a folyó új hídját szombaton reggel nyitják meg. Az építkezés csaknem "
        "három évig tartott, és többe került a vártnál."
        "\n\n"
        "A polgármester szerint a belváros forgalma csökkenni fog, a két városrész lakói pedig gyorsabban "
        "érnek be a munkahelyükre. „Nagyon régóta vártunk erre a napra” – mondta a helyi iskola tanítónője."
    ),
    "fr": (
        "Le pont sur la rivière ouvrira samedi"
        "\n\n"
        "La municipalité a annoncé que le nouveau pont sur la rivière sera ouvert samedi matin. Le chantier "
        "a duré près de trois années et a coûté plus cher que prévu."
        "\n\n"
        "Selon la maire, la circulation sera plus fluide au centre et les habitants des deux quartiers iront "
        "plus vite à leur travail. « Nous attendions ce jour depuis très longtemps », a déclaré une "
        "institutrice de l’école voisine."
    ),
    "es": (
        "El puente sobre el río abrirá el sábado"
        "\n\n"
        "El ayuntamiento anunció que el nuevo puente sobre el río abrirá el sábado por la mañana. La "
        "construcción duró casi tres años y costó más de lo previsto."
        "\n\n"
        "Según la alcaldesa, la circulación en el centro será más fluida y los vecinos de los dos barrios "
        "llegarán antes al trabajo. «Esperábamos este día desde hacía mucho tiempo», dijo una maestra de la "
        "escuela del barrio."
    ),
    "el": (
        "Το Σάββατο ανοίγει η γέφυρα στο ποτάμι"
        "\n\n"
        "Ο δήμος ανακοίνωσε ότι η νέα γέφυρα στο ποτάμι θα ανοίξει το Σάββατο το πρωί. Τα έργα κράτησαν "
        "σχεδόν τρία χρόνια και κόστισαν περισσότερο από ό,τι αναμενόταν."
        "\n\n"
        "Σύμφωνα με τη δήμαρχο, η κίνηση στο κέντρο θα μειωθεί και οι κάτοικοι των δύο συνοικιών θα φτάνουν "
        "πιο γρήγορα στη δουλειά τους. «Περιμέναμε αυτή τη μέρα πολύ καιρό», είπε μια δασκάλα του σχολείου."
    ),
    "tr": (
        "Nehir üzerindeki köprü cumartesi açılıyor"
        "\n\n"
        "Belediye, nehir üzerindeki yeni köprünün cumartesi sabahı açılacağını duyurdu. İnşaat neredeyse üç "
        "yıl sürdü ve beklenenden pahalıya mal oldu."
        "\n\n"
        "Başkana göre şehir merkezindeki trafik azalacak, iki mahallenin sakinleri işlerine daha hızlı "
        "gidecek. “Bu günü çok uzun zamandır bekliyorduk” dedi ilçedeki okulun öğretmeni."
    ),
    "he": (
        "הגשר מעל הנהר ייפתח בשבת"
        "\n\n"
        "העירייה הודיעה כי הגשר החדש מעל הנהר ייפתח בשבת בבוקר. הבנייה נמשכה כמעט שלוש שנים ועלתה יותר "
        "מהצפוי."
        "\n\n"
        'לדברי ראשת העירייה, התנועה במרכז העיר תפחת ותושבי שתי השכונות יגיעו מהר יותר לעבודה. "חיכינו ליום '
        'הזה זמן רב מאוד", אמרה מורה בבית הספר המקומי.'
    ),
    "ar": (
        "افتتاح الجسر فوق النهر يوم السبت"
        "\n\n"
        "أعلنت البلدية أن الجسر الجديد فوق النهر سيفتتح صباح يوم السبت. واستمرت أعمال البناء نحو ثلاث سنوات "
        "وكانت كلفتها أعلى من المتوقع."
        "\n\n"
        "وقالت رئيسة البلدية إن حركة المرور في وسط المدينة ستصبح أسهل، وإن سكان الحيين سيصلون إلى أعمالهم "
        "بسرعة أكبر. وقالت معلمة في المدرسة القريبة: «انتظرنا هذا اليوم طويلا»."
    ),
    "lv": (
        "Tilts pār upi tiks atvērts sestdien"
        "\n\n"
        "Pilsētas dome paziņoja, ka jaunais tilts pār upi tiks atvērts sestdienas rītā. Būvdarbi ilga "
        "gandrīz trīs gadus un izmaksāja vairāk, nekā bija paredzēts."
        "\n\n"
        "Pēc mēra teiktā, satiksme centrā kļūs brīvāka, un abu rajonu iedzīvotāji ātrāk nokļūs darbā. “Mēs "
        "šo dienu gaidījām ļoti ilgi,” sacīja vietējās skolas skolotāja."
    ),
    "th": (
        "สะพานข้ามแม่น้ำจะเปิดวันเสาร์"
        "\n\n"
        "เทศบาลแจ้งว่าสะพานใหม่ข้ามแม่น้ำจะเปิดใช้ในเช้าวันเสาร์ "
        "การก่อสร้างใช้เวลาเกือบสามปีและมีค่าใช้จ่ายมากกว่าที่คาดไว้"
        "\n\n"
        "นายกเทศมนตรีกล่าวว่าการจราจรในใจกลางเมืองจะดีขึ้น และประชาชนทั้งสองเขตจะเดินทางไปทำงานได้เร็วขึ้น"
    ),
    "ja": (
        "川にかかる新しい橋、土曜日に開通"
        "\n\n"
        "市は、川にかかる新しい橋が土曜日の朝に開通すると発表した。工事はおよそ三年続き、費用は予想を上回った。"
        "\n\n"
        "市長によると、中心部の交通量は減り、二つの地区の住民はこれまでより早く職場に着けるようになるという。地元の小学校の教師は「この日を長い間待っていました」と話した。"
    ),
    "zh": (
        "跨河新桥将于周六通车"
        "\n\n"
        "市政府宣布，跨越河流的新桥将在周六上午正式通车。工程历时近三年，费用超出了原先的预计。"
        "\n\n"
        "市长表示，市中心的交通将更加顺畅，两个城区的居民上班时间也会缩短。当地小学的一位老师说：“这一天我们等了很久。”"
    ),
    "zh-Hant": (
        "跨河新橋將於週六通車"
        "\n\n"
        "市政府宣布，跨越河流的新橋將在週六上午正式通車。工程歷時近三年，費用超出了原先的預計。"
        "\n\n"
        "市長表示，市中心的交通將更加順暢，兩個城區的居民上班時間也會縮短。當地小學的一位老師說：「這一天我們等了很久。」"
    ),
    "ko": (
        "강을 건너는 새 다리 토요일 개통"
        "\n\n"
        "시는 강을 건너는 새 다리를 토요일 아침에 개통한다고 발표했다. 공사는 거의 삼 년 동안 이어졌고 "
        "비용은 예상보다 많이 들었다."
        "\n\n"
        "시장은 도심의 교통이 한결 나아지고 두 지역 주민이 더 빨리 "
        "출근할 수 있을 것이라고 말했다. "
        "동네 초등학교 교사는 “이날을 아주 오래 기다렸다”고 말했다."
    ),
}
