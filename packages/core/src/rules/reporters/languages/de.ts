// What bounces say in German.

import type { ReportWording } from '../types.ts'

export const de: ReportWording = {
  lang: 'de',
  failed: [
    'konnte nicht zugestellt', 'konnten nicht zugestellt', 'nicht zugestellt', 'nicht zustellbar', 'unzustellbar', 'nicht zustellen', 'nicht ausgeliefert', 'nicht ausliefern', 'nicht übermittelt', 'nicht übermitteln', 'nicht gesendet werden', 'nicht versendet werden',
    'zustellung fehlgeschlagen', 'zustellung ist fehlgeschlagen', 'zustellung gescheitert', 'zustellung ist gescheitert', 'zustellung nicht möglich', 'zustellfehler', 'zustellungsfehler', 'fehler bei der zustellung', 'fehler beim zustellen', 'fehler beim senden', 'fehler bei der übermittlung', 'fehlgeschlagene zustellung', 'fehler in der zustellung', 'fehler bei der auslieferung',
    'nicht erreicht', 'hat die folgenden empfänger nicht', 'hat einige oder alle', 'nicht erreichbar', 'wurde abgelehnt', 'wurde abgewiesen', 'wurde zurückgewiesen', 'zurückgesendet', 'rücksendung', 'unzustellbare nachricht', 'unzustellbare mail', 'mail zurück an absender', 'zurück an absender', 'benachrichtigung über unzustellbarkeit', 'unzustellbarkeitsbericht', 'fehlermeldung vom mailsystem', 'nachricht blockiert', 'nachricht wurde blockiert', 'adresse nicht gefunden', 'konnte nicht verschickt', 'dauerhafter fehler', 'permanenter fehler', 'wurde nicht akzeptiert',
  ],
  causes: ['existiert nicht', 'nicht gefunden', 'ist unbekannt', 'unbekannter benutzer', 'unbekannter empfänger', 'empfänger unbekannt', 'benutzer unbekannt', 'postfach ist voll', 'postfach voll', 'mailbox ist voll', 'ungültige adresse', 'ungültiger empfänger', 'nicht mehr gültig', 'quota überschritten', 'speicherplatz', 'nicht bekannt', 'deaktiviert'],
  delayed: [
    'mit verzögerung zugestellt', 'verspätet zugestellt', 'später zugestellt',
    'zustellung verzögert', 'zustellung hat sich verzögert', 'zustellung ihrer nachricht verzögert', 'verzögerte zustellung', 'wird verzögert', 'wurde verzögert', 'verzögerung bei der zustellung', 'noch nicht zugestellt', 'bisher nicht zugestellt', 'wird weiterhin versuch', 'weitere zustellversuche', 'weitere versuche', 'wird erneut versucht', 'es wird weiter versucht', 'nur eine warnung', 'lediglich eine warnung', 'nicht erneut senden', 'nicht erneut zu senden', 'zustellung vorübergehend', 'warnung: nachricht',
  ],
  delivered: ['zugestellt:', 'weitergeleitet:', 'folgenden empfängern zugestellt', 'folgenden empfänger zugestellt', 'an diese empfänger oder gruppen ist abgeschlossen', 'zustellung ist abgeschlossen', 'erfolgreich zugestellt', 'wurde zugestellt', 'zustellung erfolgreich', 'erfolgreich übermittelt', 'erfolgreich weitergeleitet', 'zustellbestätigung'],
  final: ['wird nicht mehr versucht', 'keine weiteren versuche', 'keine weiteren zustellversuche', 'dauerhafter fehler', 'permanenter fehler', 'endgültig', 'aufgegeben', 'zustellversuche wurden eingestellt', 'zustellung ist fehlgeschlagen', 'zustellung fehlgeschlagen'],
  otherMail: ['abwesenheit', 'abwesend', 'automatische antwort', 'autoantwort', 'nicht im büro', 'nicht im haus', 'außer haus', 'im urlaub', 'urlaub', 'gelesen:', 'lesebestätigung', 'eingangsbestätigung'],
  recipient: ['empfänger', 'empfängeradresse', 'adresse', 'an folgende empfänger', 'fehlgeschlagene empfänger', 'betroffene empfänger', 'zustellung an', 'unbekannter benutzer', 'empfänger der nachricht'],
  reply: ['grund', 'ursache', 'fehler', 'fehlermeldung', 'fehlertext', 'fehlercode', 'fehlergrund', 'fehlerbeschreibung', 'begründung', 'antwort', 'antwort des servers', 'antwort des remoteservers', 'die antwort lautete', 'meldung', 'folgende fehlermeldung', 'die fehlermeldung lautete', 'der server antwortete', 'details', 'technische details', 'diagnoseinformationen für administratoren', 'diagnose', 'statuscode', 'der grund', 'aus folgendem grund', 'hinweis', 'servermeldung'],
  sender: ['von', 'absender', 'an', 'betreff', 'datum', 'gesendet', 'sehr geehrte', 'hallo', 'nachrichten-id', 'kopie', 'server', 'generierender server', 'generierungsserver'],
  contact: ['kontaktieren', 'wenden sie sich', 'bitte wenden', 'schreiben sie an', 'e-mail an', 'mail an', 'rückfragen', 'neue adresse', 'neue e-mail', 'ansprechpartner', 'hilfe', 'administrator', 'hallo', 'fragen', 'absender', 'gesendet von', 'melden sie sich'],
  original: ['ursprüngliche nachricht', 'ursprüngliche nachrichtenkopfzeilen', 'ursprüngliche kopfzeilen', 'ursprüngliche kopfzeile', 'originalnachricht', 'original-nachricht', 'originalmail', 'original-mail', 'kopfzeilen der ursprünglichen', 'kopfzeilen der nachricht', 'kopfzeilen ihrer nachricht', 'kopie der nachricht', 'kopie ihrer nachricht', 'eine kopie der nachricht', 'eine kopie ihrer nachricht', 'der header der ursprünglichen', 'der header der original', 'header der nachricht', 'inhalt der nachricht', 'weitergeleitete nachricht', 'unter dieser zeile', 'dies ist eine kopie'],
}
