// What a report says of itself below the recipient (that nobody reads its mailbox, that no cause is
// known, an apology) is no word on the recipient, in any language.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createEngine } from '../../src/index.ts'

const engine = createEngine()

type Case = readonly [opening: string, ...closings: string[]]

const CASES: readonly Case[] = [
  [
    'Your message could not be delivered to the recipient.',
    'Nobody looks here: this mailbox is not monitored.', 'Please do not reply to this message.',
    'Do not hesitate to ask us.', 'No reason was given by the other side.',
    'If you did not send this message, somebody used your address.',
  ],
  [
    'Ihre Nachricht konnte dem Empfänger nicht zugestellt werden.',
    'Dieses Postfach wird nicht überwacht.', 'Mails an diese Adresse werden nicht gelesen.',
    'Bitte antworten Sie nicht hierauf.', 'Wir bitten um Entschuldigung.',
  ],
  [
    "Votre message n'a pas pu être remis au destinataire.",
    "Cette boîte n'est pas surveillée.", "Cette adresse n'est pas consultée.",
    'Merci de ne pas répondre à ce courriel.', "N'hésitez pas à nous écrire.",
    "Aucune raison n'a été donnée.", 'Veuillez nous excuser.',
  ],
  [
    'No se pudo entregar su mensaje al destinatario.',
    'Este buzón no se atiende.', 'Esta cuenta no recibe respuestas.', 'Por favor, no responda.',
    'No nos dieron ningún motivo.', 'Disculpe las molestias.',
  ],
  [
    'Impossibile consegnare il messaggio al destinatario.',
    'Questa casella non è presidiata.', 'Si prega di non rispondere.', 'Ci scusiamo.',
  ],
  [
    'Não foi possível entregar a sua mensagem ao destinatário.',
    'Esta caixa não é monitorada.', 'Por favor, não responda.', 'Não foi dado nenhum motivo.',
  ],
  [
    'Uw bericht kon niet bij de ontvanger worden afgeleverd.',
    'Deze mailbox wordt niet gelezen.', 'Beantwoord dit bericht niet.',
  ],
  ['Nie udało się dostarczyć wiadomości do odbiorcy.', 'Ta skrzynka nie jest monitorowana.'],
  ['Ваше письмо не удалось доставить получателю.', 'Этот ящик не просматривается.'],
  ['Ditt meddelande kunde inte levereras till mottagaren.', 'Denna brevlåda bevakas inte.'],
  ['Vaši zprávu se nepodařilo doručit příjemci.', 'Tato schránka není sledována.'],
  ['İletiniz alıcıya teslim edilemedi.', 'Bu posta kutusu izlenmemektedir.'],
  ['您的邮件无法投递给收件人。', '此邮箱无人值守。', '请勿回复此邮件。'],
  ['메일을 받는 사람에게 전달하지 못했습니다.', '발신 전용 메일입니다.', '이 메일에 회신하지 마십시오.'],
]

for (const [opening, ...closings] of CASES) {
  for (const closing of closings) {
    test(`closing: ${closing}`, () => {
      const [event, ...others] = read(`${opening}\n\n    kim@customer.example\n\n${closing}\n`)
      assert.equal(event?.kind, 'failed')
      assert.equal(event.recipient, 'kim@customer.example')
      assert.ok(!(event.diagnostic ?? '').includes(closing), event.diagnostic)
      assert.notEqual(event.remedy, 'suppress')
      assert.deepEqual(others, [])
    })
  }
}

test('a closing that names the cause is read', () => {
  const [event] = read(
    'Your message could not be delivered.\n\n    kim@customer.example\n\n' +
    'The postmaster says: unknown user. Please do not reply to this message.\n',
  )
  assert.equal(event?.reason, 'mailbox-unknown')
})

test('an apology in Japanese is no word on the mailbox', () => {
  const [event] = read(
    '申し訳ございませんが、メールは送信先に配信されませんでした。\n\n宛先：kim@customer.example\n',
  )
  assert.equal(event?.recipient, 'kim@customer.example')
  assert.notEqual(event?.remedy, 'suppress')
})

function read(text: string) {
  const header =
    'From: Mail Delivery System <mailer-daemon@mx.example>\nTo: news@shop.example\n' +
    'Subject: Undelivered mail\nContent-Type: text/plain; charset=utf-8\n\n'
  return engine.readMessage(new TextEncoder().encode(header + text)).events
}
