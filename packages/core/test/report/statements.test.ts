// What became of a message, in sentences that no list of wordings has: told from neutral subjects
// and from one sentence alone, and kept apart from what else a mail system may write.

import assert from 'node:assert/strict'
import test from 'node:test'
import { report } from './messages.ts'

const FAILURES = [
  'We could not get your message across: handing it over to {A} did not work, it was not delivered.',
  'Our host was in no position to pass on what you sent to {A}; this is an error.',
  'Your mail for {A} has been discarded.',
  '{A} did not receive your message.',
  'Ihr Brief an {A} ist zurückgekommen.',
  'Ihre Nachricht konnte {A} auch nach drei Tagen nicht übergeben werden.',
  'Die Weiterleitung an {A} scheiterte, die Mail wurde nicht zugestellt.',
  "L'acheminement vers {A} s'est soldé par un échec.",
  'Votre courrier destiné à {A} nous a été retourné.',
  'No logramos transmitir a {A} lo que envió: hubo un error al remitirlo.',
  'A sua carta para {A} foi recusada.',
  'La spedizione a {A} non è andata a buon fine.',
  'Het doorsturen naar {A} is mislukt.',
  'Ditt brev till {A} nådde inte fram, det studsade.',
  'Din mail til {A} blev ikke afleveret.',
  'Viestin välitys osoitteeseen {A} epäonnistui, lähetys peruttiin.',
  'Przesłanie listu do {A} nie było możliwe.',
  'Odeslání dopisu na {A} se nezdařilo, zpráva byla odmítnuta.',
  'A levelet {A} címre nem sikerült továbbítani.',
  'Trimiterea către {A} nu a reușit.',
  'Переслать письмо на {A} не получилось.',
  'Переслати лист на {A} не вдалося.',
  'Η προώθηση στο {A} δεν έγινε.',
  '{A} に届けられず、メールは返送されました。',
  '给 {A} 的信件发送时出现错误。',
  '{A} 에게 메일 발송이 실패했습니다.',
]

const DELAYS = [
  'The message for {A} waits here until the host answers.',
  'Mail to {A} was not taken yet, for now it is held up; we go on trying.',
  'Up to now your message could not be delivered to {A}; another attempt will be made soon.',
  'Ihr Brief an {A} wartet noch, die Weiterleitung ist vorübergehend gestört.',
  "Votre courrier pour {A} est en attente, l'envoi est provisoirement impossible.",
  'Su carta para {A} está pendiente de entrega.',
  'A entrega para {A} está pendente.',
  'La consegna a {A} è in ritardo.',
  'De bezorging aan {A} is tijdelijk niet mogelijk.',
  'Leveransen till {A} är försenad.',
  'Doręczenie listu do {A} jest opóźnione.',
  'Doručení na {A} je dočasně odloženo.',
  'Отправка письма на {A} отложена, доставка ожидается позже.',
  'Παράδοση στο {A}: καθυστέρηση.',
  '{A} 宛のメール配送は保留中です。',
  '发给 {A} 的邮件正在等待发送。',
  '{A} 앞 메일 발송이 보류되었습니다.',
]

const OTHERS = [
  'Das Passwort von {A} läuft ab, danach ist kein Senden mehr möglich.',
  'What you sent to {A} arrived without errors.',
  'Postfix now keeps no mail of {A} on this host.',
  'Your letter to {A} was received; there is no need to send it again.',
  'The mailbox {A} was created. Please do not reply.',
  'You will not receive further notices. Questions go to {A}.',
  'Das Postfach {A} wurde eingerichtet. Bitte antworten Sie nicht.',
]

const read = (sentence: string) => {
  const text = sentence.replace('{A}', 'alice@customer.example')
  const recipients = report(`\
From: Mail <postmaster@customer.example>
To: news@shop.example
Subject: Info
Content-Type: text/plain; charset=utf-8

${text}
`)?.recipients
  return recipients?.map(({ kind, finalRecipient }) => `${kind} ${finalRecipient ?? ''}`) ?? []
}

for (const sentence of FAILURES) {
  test(`says that it failed: ${sentence}`, () => {
    assert.deepEqual(read(sentence), ['failed alice@customer.example'])
  })
}

for (const sentence of DELAYS) {
  test(`says that it is late: ${sentence}`, () => {
    assert.deepEqual(read(sentence), ['delayed alice@customer.example'])
  })
}

for (const sentence of OTHERS) {
  test(`says nothing of a failure: ${sentence}`, () => assert.deepEqual(read(sentence), []))
}
