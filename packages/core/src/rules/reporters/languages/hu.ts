// What bounces say in Hungarian.

import type { ReportWording } from '../types.ts'

export const hu: ReportWording = {
  lang: 'hu',
  failed: ['nem kézbesíthető', 'nem sikerült kézbesíteni', 'nem lett kézbesítve', 'nem tudtuk kézbesíteni', 'nem tudta kézbesíteni', 'kézbesítetlen', 'kézbesítés sikertelen', 'sikertelen kézbesítés', 'a kézbesítés sikertelen', 'a kézbesítés nem sikerült', 'kézbesítési hiba', 'kézbesítési hibajelentés', 'nem sikerült elküldeni', 'nem küldhető', 'nem lett elküldve', 'nem érkezett meg', 'nem érte el', 'hiba a kézbesítés', 'elutasította', 'elutasítva', 'vissza a feladónak', 'visszaküldve', 'visszapattant', 'letiltva', 'blokkolva', 'a cím nem található', 'állandó hiba', 'végleges hiba', 'nem továbbítható', 'kézbesíthetetlen'],
  causes: ['nem létezik', 'nem található', 'ismeretlen', 'ismeretlen felhasználó', 'ismeretlen címzett', 'megtelt', 'tele van', 'érvénytelen'],
  delayed: ['egyelőre nem', 'újra próbál', 'a várakozási sorban', 'késik', 'késedelmes', 'késleltetett', 'kézbesítése késik', 'még nem sikerült', 'még nem lett kézbesítve', 'újra megpróbál', 'tovább próbálkozik', 'ismételt próbálkozás', 'csak figyelmeztetés', 'nem kell újraküldeni'],
  delivered: ['kézbesítve:', 'továbbítva:', 'sikeresen kézbesítve', 'kézbesítve lett', 'sikeres kézbesítés'],
  final: ['állandó hiba', 'végleges hiba', 'véglegesen', 'nem próbálkozik'],
  otherMail: ['házon kívül', 'automatikus válasz', 'távollét', 'szabadság', 'elolvasva:', 'olvasási visszaigazolás'],
  recipient: ['címzett', 'címzettek', 'cím', 'címzettnek', 'címzetteknek'],
  reply: ['ok', 'oka', 'hiba', 'hiba oka', 'hibaüzenet', 'hibakód', 'válasz', 'a kiszolgáló válasza', 'a szerver válasza', 'részletek', 'diagnosztikai információk rendszergazdáknak', 'állapot', 'állapotkód'],
  sender: ['feladó', 'tárgy', 'dátum', 'elküldve', 'kedves', 'tisztelt', 'létrehozó kiszolgáló'],
  contact: ['forduljon', 'lépjen kapcsolatba', 'írjon', 'rendszergazda', 'segítség', 'új cím', 'tisztelt'],
  original: ['eredeti üzenet', 'eredeti levél', 'eredeti üzenetfejléc', 'eredeti fejlécek', 'üzenetfejlécek', 'az üzenet másolata', 'a levél másolata', 'továbbított üzenet', 'üzenet szövege$', 'az eredeti üzenet'],
}
