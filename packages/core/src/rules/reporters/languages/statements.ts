// Words of which sentences that a message did not arrive are made, in any order and whatever stands
// between: what was to be done with it and that it failed, or a message and that it came back. They
// are stems, or whole words where a space ends them; case and accents do not matter. Whole
// sentences stand in the files of languages.

/** Delivering, sending, passing on. */
export const DELIVERING_WORDS: readonly string[] = [
  'deliver', 'hand over', 'hand your', 'send', 'sent', 'reach', 'get through', 'got through',
  'arrive',
  'accepted', 'accept', 'forward', 'relay', 'transmi', 'zustell', 'zugestellt', 'auslief',
  'ausgelief', 'auszulief', 'zuzustell', 'versand', 'versend', 'verschick', 'gesendet', 'ubermitt',
  'ubermittel', 'erreich', 'erhalten', 'weitergeleit', 'remettre', 'remis', 'livr', 'distribu',
  'achemin', 'envoi', 'envoy', 'parven', 'delivr', 'entreg', 'envi', 'hacer llegar', 'llego',
  'llegado', 'reparti', 'chegou', 'chegar', 'consegn', 'recapit', 'invi', 'arrivat', 'inoltr',
  'bezorg', 'aflever', 'afgelever', 'verzend', 'verzond', 'lever', 'skicka', 'nadde fram', 'framme',
  'aflevere', 'sende', 'toimit', 'lahet', 'perill', 'dostarcz', 'dorecz', 'wysł', 'wysl', 'wysyl',
  'przesł', 'doruc', 'odesl', 'odosl', 'kezbesit', 'elkuld', 'megerkez', 'tovabbit', 'livra',
  'trimi', 'isporuc', 'dostav', 'posla', 'pristat', 'piegad', 'nosut', 'kohale', 'saata', 'достав',
  'отправ', 'дошл', 'надісл', 'відправ', 'изпра', 'παραδο', 'αποστολ', 'σταλ', 'teslim', 'gonder',
  'ilet', '届け', '配信', '送信', '配送', '配達', '送达', '投递', '发送', '送達', '投遞', '傳送', '递送', '寄送',
  '전송', '전달', '배달', '발송', 'تسليم', 'توصيل', 'إرسال', 'למסור', 'מסירה', 'נמסר', 'לשלוח', 'gửi',
  'chuyển', 'kirim', 'terkirim', 'sampai', 'ส่ง', 'تحویل', 'ارسال', 'भेज', 'डिलीवर', 'pass on',
  'passing', 'passed on', 'hand it', 'aushandig', 'auszuhandig', 'ubergeb', 'ubergab', 'zukommen',
  'abliefer', 'abgeliefert', 'handover', 'handing', 'given', 'give', 'placed in', 'placed into', 'put into',
  'put in', 'dropped into', 'stored in', 'abgelegt', 'depose', 'depositar',
  'spedi', 'verstuur', 'versturen', 'doorstur', 'doorgestuur', 'remit', 'tramit', 'encaminh',
  'przekaz', 'переда', 'пересл', 'προωθ', 'تمرير', 'meneruskan',
]

/** Receiving, getting: said of a recipient, whose address stands beside it. */
export const RECEIVING_WORDS: readonly string[] = [
  'receive', 'got ', 'get ', 'empfang', 'bekommen', 'recu ', 'recevoir', 'recoit', 'recib', 'receb',
  'ricev', 'ontvang', 'fick ', 'far inte', 'faet', 'fik ', 'fikk ', 'far ikke', 'mottat', 'mottag',
  'modtag', 'saanut', 'saa ', 'vastaanot', 'otrzym', 'odebra', 'obdrz', 'dostal', 'kapta', 'kapott',
  'primit', 'primi', 'prejel', 'gavo', 'sanem', 'saanud', 'получ', 'отрим', 'προλαβ', 'ελαβ',
  'παρελαβ', '受け取', '受信', '收到', '接收', '받지', '받을', '수신', 'يستلم', 'استلم', 'יקבל', 'קיבל',
  'nhận', 'terima', 'menerima', 'ได้รับ', 'دریافت',
]

/** Negations and failures. */
export const FAILING_WORDS: readonly string[] = [
  'not ', 'trouble', 'problem', 'error', 'could not', "couldn't", 'cannot', "can't", "wasn't",
  "didn't", 'unable', 'impossible',
  'fail', 'abort', 'unsuccessful', 'no delivery', 'never', 'nicht', 'kein', 'unmoglich',
  'fehlgeschlagen', 'gescheitert', 'fehler', 'misslungen', 'pas ', "n'a ", "n'av", "n'ont ",
  "n'est ",
  'echou', 'echec', 'erreur', 'no ', 'imposible', 'fallo', 'fallado', 'fallido', 'nao ', 'falh',
  'impossivel', 'erro ', 'non ', 'impossibile', 'fallit', 'errore', 'niet', 'mislukt', 'geen ',
  'inte ', 'misslyck', 'ikke ', 'mislyk', 'ei ', 'eivat', 'epaonnistu', 'nie ', 'niemozliw',
  'nelze',
  'nebyl', 'nepodaril', 'selhal', 'nemoz', 'zlyhal', 'nem ', 'meghiusult', 'sikertelen', 'nobody',
  'ej ', 'lukte niet', 'nu ', 'esuat', 'reusit',
  'imposibil', 'eroare', 'nije', 'nisu', 'neuspe', 'neuspje', 'ni bil', 'nepavyko', 'neizdev',
  'nav ', 'netika', 'nurjus', 'ebaonnestu', 'не ', 'невозможн', 'неудач', 'ошибк', 'неможлив',
  'помилк', 'неуспеш', 'δεν ', 'αδυνατ', 'απετυχε', 'αποτυχ', 'başarısız', 'basarisiz', 'edilemedi',
  'できません', 'ませんでした', '没有', '沒有',
  'できず', '失敗', '无法', '未能', '失败', '不能', '無法', '못했', '못하', '수 없', '실패', 'تعذر', 'لم ',
  'فشل', 'لا يمكن', 'לא ', 'נכשל', 'không', 'tidak', 'gagal', 'ไม่', 'ล้มเหลว', 'نشد', 'ناموفق',
  'नहीं',
  'विफल', 'schlug fehl', 'scheiterte', 'fehlschlug', 'lies sich nicht', 'fout', 'fel ', 'fejl',
  'feil ',
  'virhe', 'błąd', 'chyba', 'hiba', 'проблем', '错误', '錯誤', '问题', '問題', 'エラー', '오류', 'خطأ', 'lỗi',
  'kesalahan', 'σφαλμα', 'προβλημα', 'hata', 'n am ', 'nu am',
]

/** Waiting, being late, for now only. */
export const WAITING_WORDS: readonly string[] = [
  'delay', 'defer', 'pending', 'waits', 'waiting', 'held up', 'hold-up', 'queued', 'is late',
  'late.',
  'for the time being', 'for now', 'temporar', 'at the moment', 'momentarily', 'up to now',
  'go on trying',
  'try on', 'verzog', 'wartet', 'vorlaufig', 'derzeit', 'zurzeit', 'vorubergehend', 'momentan',
  'zuruckgestellt',
  'fortgesetzt', 'bleiben dran', 'en attente', 'retard', 'provisoire', 'renouvel', 'pendiente',
  'demor', 'retras',
  'temporal', 'volveremos', 'por el momento', 'de momento', 'pendente', 'atras', 'voltaremos',
  'por enquanto',
  'no momento', 'sospeso', 'ritard', 'temporane', 'ritentere', 'al momento', 'per ora', 'vertrag',
  'wacht op',
  'tijdelijk', 'voorlopig', 'momenteel', 'vantar', 'forsen', 'tillfallig', 'for narvarande',
  'forsink', 'venter',
  'midlertidig', 'viivasty', 'odottaa', 'tilapais', 'toistaiseksi', 'opóźni', 'oczekuj', 'chwilowo',
  'tymczasow',
  'zpozd', 'docasn', 'odloz', 'zdrz', 'keslelt', 'kesik', 'varakoz', 'atmeneti', 'ideiglenes',
  'intarzi',
  'asteapt', 'deocamdata', 'odgod', 'privremen', 'ceka', 'задерж', 'ожида', 'временн', 'отлож',
  'затрим', 'очіку',
  'тимчасов', 'забав', 'изчак', 'gecik', 'bekli', 'gecici', 'καθυστερ', 'αναμον', 'προσωριν', '遅れ',
  '遅延',
  '一時的', '保留', '延迟', '延遲', '暂时', '暫時', '等待', '延误', '지연', '대기', '일시적', '보류', 'تأخ', 'مؤقت',
  'انتظار', 'מתעכב', 'עיכוב', 'זמני', 'ממתין', 'tạm thời', 'trì hoãn', 'đang chờ', 'tertunda',
  'sementara',
  'menunggu', 'ล่าช้า', 'ชั่วคราว',
]

/** What need not be done, what went without errors, passwords: no sentence of a failed message. */
export const VOIDING_WORDS: readonly string[] = [
  'without error', 'without problem', 'no error', 'not failed', 'ohne fehler', 'ohne problem',
  'sans erreur',
  'sans probleme', 'sin error', 'sin problem', 'sem erro', 'senza error', 'zonder fout', 'utan fel',
  'uden fejl',
  'uten feil', 'bez błęd', 'bez chyb', 'без ошибок', 'без помилок', 'password', 'passwort',
  'kennwort', 'contrasena',
  'mot de passe', 'senha', 'wachtwoord', 'losenord', 'adgangskode', 'passord', 'salasana', 'hasło',
  'heslo', 'jelszo',
  'parola', 'парол', 'パスワード', '密码', '密碼', '비밀번호', 'كلمة المرور', 'סיסמ', 'mật khẩu', 'kata sandi',
  'subscription', 'not necessary', 'no need', 'need not', 'not need', 'not required', 'nicht notig',
  'nicht erforderlich',
  'nicht notwendig', 'pas necessaire', 'pas besoin', 'no es necesario', 'nao e necessario',
  'non e necessario', 'niet nodig', 'inte nodvandigt', 'behover inte', 'ikke nodvendig',
  'ei tarvitse',
  'nie trzeba', 'nie ma potrzeby', 'neni treba', 'neni nutne', 'nem szukseges', 'nu este necesar',
  'не нужно', 'не требуется', 'не обязательно', 'не потрібно', 'gerek yok', '不需要', '无需', '必要はありません',
  '필요가 없', 'لا حاجة', 'אין צורך', 'không cần', 'tidak perlu',
]

/** The message itself. */
export const MESSAGE_WORDS: readonly string[] = [
  'message', 'mail', 'e-mail', 'email', 'letter', 'post ', 'nachricht', 'schreiben', 'brief',
  'courriel',
  'courrier', 'carta', 'brev', 'mensaje', 'correo',
  'mensagem', 'messaggio', 'bericht', 'meddelande', 'mejl', 'besked', 'melding', 'e-post', 'viesti',
  'sahkopost', 'wiadomosc', 'zprav', 'sprav', 'uzenet', 'level', 'mesaj', 'poruk', 'sporocil',
  'laisk', 'vestul', 'kir', 'письм', 'сообщен', 'лист', 'съобщен', 'μηνυμα', 'ileti', 'メール', '邮件',
  '郵件', '信件', '메일', 'رسال', 'הודע', 'ההודע', 'thư', 'surat', 'pesan', 'อีเมล', 'ข้อความ', 'پیام',
  'संदेश',
]

/** Coming back, being refused. */
export const RETURNED_WORDS: readonly string[] = [
  'returned', 'returning', 'came back', 'come back', 'sent back', 'bounced', 'refused', 'rejected',
  'turned away', 'dropped', 'discarded', 'thrown away', 'ended up back', 'back here', 'gave up',
  'given up', 'stopped by', 'blocked',
  'unsuccessful',
  'undelivered', 'verworfen', 'geblockt', 'blockiert', 'aufgehalten', 'bloqu', 'bloccat', 'scartat',
  'geblokkeerd', 'blockera', 'blokeret', 'blokkert', 'estetty', 'zablokowan', 'zablokovan',
  'letilt',
  'blocat', 'engellendi', 'alamadı', 'edilemedi', 'gonderilemedi', 'iletilemedi', 'neobdrz',
  'nedostal', 'nedoruc', 'nedostar', 'заблокирован', 'заблоков', 'недостав', 'zuruck', 'abgewiesen',
  'abgelehnt', 'verweigert', 'revenu', 'refus', 'rejete',
  'renvoy', 'retourn', 'devuelt', 'rechaz', 'rebot', 'devolv', 'recus', 'rejeit', 'tornat',
  'respint', 'rifiutat', 'restituit', 'geweigerd', 'teruggestuurd', 'geretourneerd', 'afgewezen',
  'returner', 'avvis', 'studs', 'afvist', 'palautet', 'palautu', 'hylat', 'zwrocon', 'odrzucon',
  'vratil', 'odmitnut', 'odmietnut', 'visszautasit', 'visszakuld', 'visszajott', 'respins',
  'inapoiat', 'vracen', 'odbijen', 'вернул', 'отклон', 'отверг', 'возвращ', 'поверн', 'відхил',
  'върнат', 'отхвърл', 'επιστραφ', 'απορριφθ', 'geri dondu', 'reddedil', 'iade', '返送', '拒否',
  '退回', '拒收', '退信', '拒绝', '拒絕', '반송', '거부', 'ارتد', 'رفض', 'הוחזר', 'נדח', 'trả lại',
  'từ chối', 'dikembalikan', 'ditolak', 'ตีกลับ', 'ปฏิเสธ',
]
