// What bounces say in languages of which few wordings are known; a language moves to its own file
// when it grows.

import type { ReportWording } from '../types.ts'

const nothing = {
  causes: [], delayed: [], delivered: [], final: [], otherMail: [], recipient: [], reply: [], sender: [], contact: [], original: [],
} as const

export const others: readonly ReportWording[] = [
  { ...nothing, lang: 'bg', failed: ['не беше доставено', 'не може да бъде доставено', 'неуспешна доставка', 'доставката е неуспешна', 'недоставено', 'не е доставено', 'грешка при доставка'], delayed: ['забавено', 'забавяне'], original: ['оригинално съобщение', 'първоначално съобщение'], recipient: ['получател'], reply: ['причина', 'грешка'] },
  { ...nothing, lang: 'hr', failed: ['nije isporučena', 'nije isporučeno', 'ne može se isporučiti', 'nije moguće isporučiti', 'isporuka nije uspjela', 'neuspjela isporuka', 'nije dostavljena', 'nije dostavljeno', 'dostava nije uspjela', 'isporuka nije uspela', 'neuspešna isporuka'], delayed: ['odgođena', 'kašnjenje isporuke'], original: ['izvorna poruka', 'originalna poruka'], recipient: ['primatelj', 'primalac'], reply: ['razlog', 'greška', 'pogreška'] },
  { ...nothing, lang: 'sl', failed: ['ni bilo mogoče dostaviti', 'ni bilo dostavljeno', 'dostava ni uspela', 'neuspela dostava', 'ni mogoče dostaviti'], original: ['izvirno sporočilo'], recipient: ['prejemnik'], reply: ['razlog', 'napaka'] },
  { ...nothing, lang: 'sr', failed: ['није испоручена', 'не може бити испоручена', 'испорука није успела', 'неуспешна испорука'], original: ['изворна порука', 'оригинална порука'], recipient: ['прималац'], reply: ['разлог', 'грешка'] },
  { ...nothing, lang: 'lt', failed: ['nepristatytas', 'nepavyko pristatyti', 'nebuvo pristatytas', 'pristatymas nepavyko', 'negalima pristatyti'], original: ['pradinis pranešimas', 'originalus laiškas'], recipient: ['gavėjas'], reply: ['priežastis', 'klaida'] },
  { ...nothing, lang: 'lv', failed: ['netika piegādāts', 'nevar piegādāt', 'nevarēja piegādāt', 'piegāde neizdevās', 'nav piegādāts'], otherMail: ['arpus biroja', 'ārpus biroja', 'automatiska atbilde', 'automātiska atbilde', 'atvaļinājums', 'atvaļinājum'], original: ['sākotnējais ziņojums'], recipient: ['saņēmējs'], reply: ['iemesls', 'kļūda'] },
  { ...nothing, lang: 'et', failed: ['ei saanud kohale toimetada', 'kohaletoimetamine nurjus', 'ei õnnestunud kohale toimetada', 'kättetoimetamine ebaõnnestus', 'edastamine nurjus'], original: ['algne sõnum', 'algne kiri'], recipient: ['adressaat', 'saaja'], reply: ['põhjus', 'viga'] },
  { ...nothing, lang: 'vi', failed: ['không thể gửi', 'không gửi được', 'không thể chuyển', 'không được gửi', 'gửi thất bại', 'gửi thư thất bại', 'không chuyển được', 'không tìm thấy địa chỉ', 'thư bị chặn', 'đã bị từ chối'], delayed: ['bị trì hoãn', 'đang bị chậm'], otherMail: ['trả lời tự động', 'vắng mặt'], original: ['thư gốc', 'tin nhắn gốc'], recipient: ['người nhận'], reply: ['lý do', 'lỗi', 'phản hồi'] },
  { ...nothing, lang: 'th', failed: ['ไม่สามารถส่ง', 'ส่งไม่สำเร็จ', 'ไม่สามารถนำส่ง', 'การส่งล้มเหลว', 'การนำส่งล้มเหลว', 'ไม่พบที่อยู่', 'ไม่ได้ถูกส่ง', 'ส่งข้อความไม่ได้'], delayed: ['ล่าช้า'], otherMail: ['ตอบกลับอัตโนมัติ', 'ไม่อยู่ที่สำนักงาน'], original: ['ข้อความต้นฉบับ'], recipient: ['ผู้รับ'], reply: ['สาเหตุ', 'ข้อผิดพลาด', 'การตอบกลับ'] },
  { ...nothing, lang: 'id', failed: ['tidak dapat dikirim', 'tidak terkirim', 'gagal dikirim', 'pengiriman gagal', 'gagal mengirim', 'tidak dapat mengirim', 'tidak dapat disampaikan', 'tidak dapat dihantar', 'alamat tidak ditemukan', 'pesan diblokir'], delayed: ['tertunda', 'ditunda'], otherMail: ['balasan otomatis', 'di luar kantor'], original: ['pesan asli'], recipient: ['penerima'], reply: ['alasan', 'kesalahan', 'tanggapan'] },
  { ...nothing, lang: 'fa', failed: ['تحویل داده نشد', 'ارسال نشد', 'تحویل ناموفق', 'ارسال ناموفق', 'قابل تحویل نیست'], original: ['پیام اصلی'], recipient: ['گیرنده'], reply: ['دلیل', 'خطا'] },
  { ...nothing, lang: 'hi', failed: ['डिलीवर नहीं', 'वितरित नहीं', 'नहीं भेजा जा सका', 'मौजूद न हो', 'पता नहीं मिला', 'संदेश अवरोधित'], original: ['मूल संदेश'], recipient: ['प्राप्तकर्ता'], reply: ['कारण', 'त्रुटि', 'प्रतिक्रिया'] },
  { ...nothing, lang: 'ca', failed: ["no s'ha pogut lliurar", "no s'ha lliurat", 'error de lliurament', "no s'ha pogut enviar", 'lliurament fallit', 'no lliurat'], original: ['missatge original'], recipient: ['destinatari'], reply: ['motiu', 'causa', 'error'] },
]
