// What bounces say in Turkish.

import type { ReportWording } from '../types.ts'

export const tr: ReportWording = {
  lang: 'tr',
  failed: ['teslim edilemedi', 'teslim edilemiyor', 'teslim edilememiştir', 'teslim edilmedi', 'teslim edilemeyen', 'iletilemedi', 'iletilemeyen', 'iletilememiştir', 'iletilmedi', 'gönderilemedi', 'gönderilememiştir', 'gönderilemeyen', 'ulaştırılamadı', 'ulaşmadı', 'ulaşamadı', 'teslim başarısız', 'teslimat başarısız', 'teslim hatası', 'teslimat hatası', 'gönderim hatası', 'gönderme hatası', 'iletim hatası', 'teslim etme başarısız', 'reddedildi', 'iletinizi reddetti', 'engellendi', 'ileti engellendi', 'geri döndü', 'göndericiye iade', 'iade edildi', 'adres bulunamadı', 'kalıcı hata', 'başarısız oldu'],
  causes: ['mevcut değil', 'bulunamadı', 'bilinmeyen kullanıcı', 'bilinmeyen alıcı', 'bilinmeyen', 'posta kutusu dolu', 'dolu', 'geçersiz', 'yok'],
  delayed: ['henüz', 'tekrar deneyeceğiz', 'kuyrukta bekliyor', 'teslimat gecikti', 'gecikti', 'gecikme', 'gecikmeli', 'henüz teslim edilmedi', 'henüz iletilmedi', 'tekrar denenecek', 'yeniden denenecek', 'denemeye devam', 'yalnızca bir uyarı', 'sadece bir uyarı', 'yeniden göndermeniz gerekmez', 'tekrar göndermenize gerek'],
  delivered: ['teslim edildi:', 'aktarıldı:', 'başarıyla teslim', 'teslim edildi', 'başarıyla iletildi'],
  final: ['kalıcı hata', 'kalıcı olarak', 'vazgeçildi', 'tekrar denenmeyecek', 'başarısız oldu'],
  otherMail: ['ofis dışında', 'otomatik yanıt', 'izinde', 'tatilde', 'okundu:', 'okundu bilgisi', 'otomatik cevap'],
  recipient: ['alıcı', 'alıcılar', 'alıcıya', 'alıcılara', 'adres', 'alıcı adresi'],
  reply: ['neden', 'nedeni', 'sebep', 'sebebi', 'hata', 'hata mesajı', 'hata iletisi', 'hata kodu', 'hata açıklaması', 'yanıt', 'sunucu yanıtı', 'sunucunun yanıtı', 'uzak sunucunun yanıtı', 'yanıt şöyleydi', 'ayrıntılar', 'detaylar', 'yöneticiler için tanılama bilgileri', 'durum', 'durum kodu'],
  sender: ['kimden', 'gönderen', 'kime', 'konu', 'tarih', 'gönderildi', 'merhaba', 'sayın', 'oluşturan sunucu'],
  contact: ['iletişime geçin', 'başvurun', 'yönetici', 'yardım', 'yeni adres', 'destek', 'merhaba', 'yanıtlamayın', 'izlenm', 'özür dile'],
  original: ['özgün ileti', 'orijinal ileti', 'orijinal mesaj', 'özgün ileti üstbilgileri', 'özgün ileti üst bilgileri', 'ileti üstbilgileri', 'iletinin kopyası', 'mesajın kopyası', 'iletilen ileti', 'mesaj içeriği$'],
}
