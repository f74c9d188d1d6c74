// Lists as other systems and spreadsheets of many countries write them: which column is what, and
// what becomes of a row; in every encoding and with every separator.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDecoder } from '../../../src/csv/decode-text.ts'
import { readTime } from '../../../src/csv/read-time.ts'
import { openApi } from './fake-api.ts'

const DAY = '2026-04-01T00:00:00.000Z'

type Case = readonly [
  system: string, table: readonly [header: string, row: string],
  mapping: Readonly<Record<string, string>>, becomes?: Readonly<Record<string, string>>,
]

const CASES: readonly Case[] = [
  ['Mailchimp, cleaned', [
    'Email Address,First Name,Address,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,LEID,NOTES',
    'ann@example.org,Ann,"1 Main Road, Springfield",2026-04-01 00:00:00,Spring,1,called',
  ], { address: 'Email Address', createdAt: 'CLEAN_TIME', note: 'NOTES' },
  { createdAt: DAY, note: 'called' }],
  ['Mailchimp, unsubscribed', [
    'Email Address,UNSUB_TIME,UNSUB_REASON,UNSUB_REASON_OTHER',
    'ann@example.org,2026-04-01 00:00:00,I no longer want these,too many',
  ], {
    address: 'Email Address', createdAt: 'UNSUB_TIME', reason: 'UNSUB_REASON',
    note: 'UNSUB_REASON_OTHER',
  }, { reason: 'manual', note: 'too many' }],
  ['SendGrid', [
    'status,reason,email,created', '5.1.1,550 5.1.1 no such user,ann@example.org,1775001600',
  ], { address: 'email', reason: 'reason', createdAt: 'created' },
  { reason: 'manual', note: '550 5.1.1 no such user', createdAt: DAY }],
  ['Postmark', [
    'EmailAddress,SuppressionReason,Origin,CreatedAt',
    'ann@example.org,SpamComplaint,Recipient,2026-04-01T00:00:00Z',
  ], {
    address: 'EmailAddress', reason: 'SuppressionReason', origin: 'Origin', createdAt: 'CreatedAt',
  }, { reason: 'complaint', origin: 'Recipient', createdAt: DAY }],
  ['Amazon SES', [
    'EmailAddress,Reason,LastUpdateTime', 'ann@example.org,BOUNCE,2026-04-01T02:00:00+02:00',
  ], { address: 'EmailAddress', reason: 'Reason', createdAt: 'LastUpdateTime' },
  { reason: 'mailbox-unknown', createdAt: DAY }],
  ['Brevo', [
    'EMAIL;SENDER;REASON;BLOCKED_AT', 'ann@example.org;shop@example.com;hardBounce;01-04-2026',
  ], { address: 'EMAIL', reason: 'REASON', createdAt: 'BLOCKED_AT' },
  { reason: 'mailbox-unknown', createdAt: DAY }],
  ['Mailjet', [
    'Email,IsExcludedFromCampaigns,ExclusionFromCampaignsUpdatedAt',
    'ann@example.org,true,2026-04-01T00:00:00Z',
  ], { address: 'Email', createdAt: 'ExclusionFromCampaignsUpdatedAt' }, { createdAt: DAY }],
  ['ActiveCampaign', [
    '"Email","First Name","Date Created"', '"ann@example.org","Ann","04/01/2026 00:00"',
  ], { address: 'Email', createdAt: 'Date Created' }, { createdAt: DAY }],
  ['SparkPost', [
    'recipient,type,description,source,created,updated',
    'ann@example.org,non_transactional,told by telephone,Spam Complaint,2026-04-01,2026-04-02',
  ], { address: 'recipient', kind: 'source', note: 'description', createdAt: 'created' },
  { reason: 'complaint', note: 'told by telephone', createdAt: DAY }],
  ['Mailgun', [
    'address,code,error,created_at',
    'ann@example.org,550,No such mailbox,"Wed, 01 Apr 2026 00:00:00 UTC"',
  ], { address: 'address', note: 'error', createdAt: 'created_at' }, { createdAt: DAY }],
  ['Mandrill', [
    'email,reason,detail,created_at,expires_at',
    'ann@example.org,hard-bounce,550 no,2026-04-01 00:00:00,2026-04-01 00:00:00',
  ], {
    address: 'email', reason: 'reason', note: 'detail', createdAt: 'created_at',
    expiresAt: 'expires_at',
  }, { reason: 'mailbox-unknown', expiresAt: DAY }],
  ['German', [
    'Kunde;E-Mail-Adresse;Grund;Datum;Bemerkung', 'Jörg;ann@example.org;Abgemeldet;1.4.2026;zog um',
  ], { address: 'E-Mail-Adresse', reason: 'Grund', createdAt: 'Datum', note: 'Bemerkung' },
  { reason: 'unsubscribe', createdAt: DAY, note: 'zog um' }],
  ['French', [
    'Nom;Adresse e-mail;Motif;Date d’ajout', 'Zoé;ann@example.org;Désabonné;01/04/2026',
  ], { address: 'Adresse e-mail', reason: 'Motif', createdAt: 'Date d’ajout' },
  { reason: 'unsubscribe' }],
  ['French, straight apostrophe', ["Courriel;Date d'ajout", 'ann@example.org;31/03/2026'],
    { address: 'Courriel', createdAt: "Date d'ajout" }, { createdAt: '2026-03-31T00:00:00.000Z' }],
  ['Spanish', ['Correo electrónico;Motivo;Fecha', 'ann@example.org;Queja;01.04.2026'],
    { address: 'Correo electrónico', reason: 'Motivo', createdAt: 'Fecha' },
    { reason: 'complaint', createdAt: DAY }],
  ['Portuguese', ['Endereço de e-mail;Razão;Criado em', 'ann@example.org;Denúncia;2026-04-01'],
    { address: 'Endereço de e-mail', reason: 'Razão', createdAt: 'Criado em' },
    { reason: 'complaint', createdAt: DAY }],
  ['Italian', ['Indirizzo e-mail;Causale;Data;Note', 'ann@example.org;Disiscritto;2026-04-01;no'],
    { address: 'Indirizzo e-mail', reason: 'Causale', createdAt: 'Data', note: 'Note' },
    { reason: 'unsubscribe', createdAt: DAY }],
  ['Dutch', ['E-mailadres;Reden;Toegevoegd op', 'ann@example.org;Uitgeschreven;01-04-2026'],
    { address: 'E-mailadres', reason: 'Reden', createdAt: 'Toegevoegd op' },
    { reason: 'unsubscribe', createdAt: DAY }],
  ['Polish', ['Adres e-mail;Powód;Data dodania', 'ann@example.org;Wypisany;2026-04-01'],
    { address: 'Adres e-mail', reason: 'Powód', createdAt: 'Data dodania' },
    { reason: 'unsubscribe', createdAt: DAY }],
  ['Japanese', ['メールアドレス,理由,登録日,備考', 'ann@example.org,バウンス,2026年4月1日,転居'],
    { address: 'メールアドレス', reason: '理由', createdAt: '登録日', note: '備考' },
    { reason: 'mailbox-unknown', createdAt: DAY, note: '転居' }],
  ['Chinese', ['邮箱,原因,日期', 'ann@example.org,退订,2026/04/01'],
    { address: '邮箱', reason: '原因', createdAt: '日期' }, { reason: 'unsubscribe', createdAt: DAY }],
  ['Russian', ['Электронная почта;Причина;Дата', 'ann@example.org;Жалоба;01.04.2026 00:00'],
    { address: 'Электронная почта', reason: 'Причина', createdAt: 'Дата' },
    { reason: 'complaint', createdAt: DAY }],
  ['Swedish', ['E-postadress;Orsak;Skapad', 'ann@example.org;Avregistrerad;2026-04-01'],
    { address: 'E-postadress', reason: 'Orsak', createdAt: 'Skapad' }, { reason: 'unsubscribe' }],
  ['Excel with its own line', ['sep=|\r\nE-Mail|Liste', 'ann@example.org|Verein'],
    { address: 'E-Mail', list: 'Liste' }, { list: 'Verein' }],
  ['Tabs', ['email\treason', 'ann@example.org\told-list'],
    { address: 'email', reason: 'reason' }, { reason: 'old-list' }],
]

type Answer = {
  readonly mapping: Readonly<Record<string, string>>
  readonly preview: readonly Readonly<Record<string, unknown>>[]
}

test('columns and words of other systems and languages are understood', async (t) => {
  const api = await openApi(t)
  const ask = async (body: string | Uint8Array): Promise<Answer> =>
    (await api.ask('POST', '/v1/suppressions/import?dryRun=true', { body, type: 'text/csv' }))
      .json as unknown as Answer
  for (const [system, table, mapping, becomes = {}] of CASES) {
    const { mapping: used, preview: [row] } = await ask(`${table.join('\r\n')}\r\n`)
    assert.deepEqual(used, mapping, system)
    for (const [field, value] of Object.entries({ address: 'ann@example.org', ...becomes })) {
      assert.equal(row?.[field], value, `${system}: ${field}`)
    }
  }
})

test('answers of other systems\' APIs are read as they are', async (t) => {
  const api = await openApi(t)
  const ask = async (json: unknown): Promise<Answer> =>
    (await api.ask('POST', '/v1/suppressions/import?dryRun=true', { json })).json as unknown as Answer
  const suppressed = { EmailAddress: 'ann@example.org', SuppressionReason: 'HardBounce' }
  assert.equal((await ask({ Suppressions: [suppressed] })).preview[0]?.['reason'], 'mailbox-unknown')
  const { preview } = await ask([{ email: 'ann@example.org', created: 1_775_001_600 }])
  assert.equal(preview[0]?.['createdAt'], DAY)
  assert.equal((await api.ask('POST', '/v1/suppressions/import', { json: { a: 1 } })).status, 400)
})

const UTF16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')
const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)], ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 LE', UTF16], ['UTF-16 BE', (text) => UTF16(text).swap16()],
  ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
]

test('any encoding is read, wherever the bytes are torn', async (t) => {
  const text = 'Straße;E-Mail-Adresse\nGrün;jörg@example.org\n'
  for (const [name, encode] of ENCODINGS) {
    const bytes = encode(text)
    for (const size of [3, 4, 7, 1_000]) {
      const decode = createDecoder()
      let read = ''
      for (let at = 0; at < bytes.length; at += size) read += decode(bytes.slice(at, at + size))
      assert.equal(read + decode(), text, `${name} by ${size}`)
    }
    const api = await openApi(t)
    const { json } = await api.ask('POST', '/v1/suppressions/import?dryRun=true', {
      body: bytes, type: 'text/csv',
    })
    assert.deepEqual(json['columns'], ['Straße', 'E-Mail-Adresse'], name)
  }
  // One damaged byte makes no other encoding of a text that was read as UTF-8 until then.
  const decode = createDecoder()
  assert.equal(decode(Buffer.from('größer ')) + decode(Buffer.from([0xff, 0xc3, 0xbc])) + decode(), 'größer \ufffdü')
})

test('times are read as they are written', () => {
  const same = ['2026-04-01', '2026-04-01 00:00', '2026-04-01T00:00:00Z', '1.4.2026', '01.04.2026 00:00:00',
    '01-04-2026', '4/1/2026', '4/1/2026 12:00 AM', '2026/4/1', '2026年4月1日', '1775001600', '1775001600000',
    1_775_001_600, 1_775_001_600_000, 'Wed, 01 Apr 2026 00:00:00 GMT', '2026-04-01T02:00:00+02:00']
  for (const text of same) assert.equal(readTime(text), Date.parse(DAY), String(text))
  assert.equal(readTime('13/04/2026 1:05 pm'), Date.parse('2026-04-13T13:05:00Z'))
  for (const text of ['never', '31.02.2026', '99/99/2026', '', true, Number.NaN]) {
    assert.equal(readTime(text), undefined, String(text))
  }
})
