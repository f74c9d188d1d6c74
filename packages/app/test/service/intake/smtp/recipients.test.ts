// Who may send what to whom: relays, tokens, mailboxes, parameters.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { makeReturnPath } from '@carom/core'
import { openDialog } from './dialog.ts'
import { BOUNCES, KEY, NOW, returnPath, startListener, type Listener } from './listener.ts'

let listener: Listener
before(async () => { listener = await startListener({ errorsMax: 20_000 }) })
after(() => listener.stop())

const DAY_MS = 86_400_000
const RELAY_FORMS = readFileSync(new URL('relay-forms.txt', import.meta.url), 'utf8')
  .split('\n').filter((line) => line !== '' && !line.startsWith('#'))

async function openTransaction(): ReturnType<typeof openDialog> {
  const dialog = await openDialog(listener.port)
  assert.match(await dialog.ask('EHLO client.example.net'), /^250/)
  assert.match(await dialog.ask('MAIL FROM:<>'), /^250/)
  return dialog
}

test('nothing is relayed', async () => {
  const dialog = await openTransaction()
  const [token = ''] = returnPath().split('@')
  for (const form of RELAY_FORMS) {
    const reply = await dialog.ask(`RCPT TO:${form.replace('TOKEN', token)}`)
    assert.match(reply, /^5\d\d 5\./, `${form}: ${reply}`)
  }
  assert.ok(RELAY_FORMS.length >= 30)
  assert.match(await dialog.ask('DATA'), /^503/)
  dialog.end()
})

test('genuine tokens, named mailboxes and feedback addresses come in', async () => {
  const accepted = [
    returnPath(), returnPath().toUpperCase(), `prvs=0891a9abd5=${returnPath()}`,
    `bounce@${BOUNCES}`, `Postmaster@${BOUNCES}`, 'postmaster', 'complaints@fbl.example.com',
    'POSTMASTER@FBL.EXAMPLE.COM', '@relay.example:complaints@fbl.example.com',
  ]
  const dialog = await openTransaction()
  for (const address of accepted) {
    assert.match(await dialog.ask(`RCPT TO:<${address}>`), /^250 2\.1\.5/, address)
  }
  dialog.end()
})

test('no reply tells a token that was real from one that never was', async () => {
  const forged = returnPath().replace(/(.)@/, (_, last: string) => `${last === 'a' ? 'b' : 'a'}@`)
  const make = (change: object): string => {
    const made = makeReturnPath({
      keys: [KEY], domain: BOUNCES, recipient: 'ann@example.org', now: NOW, ...change,
    })
    return made.kind === 'made' ? made.address : ''
  }
  const refused = [
    forged, make({ now: NOW - 46 * DAY_MS }), make({ keys: [{ ...KEY, tenant: 'another' }] }),
    make({ keys: [{ ...KEY, id: 'z' }] }),
    make({ domain: 'other.example' }).replace(/@.*/, `@${BOUNCES}`),
    returnPath().slice(1), `nobody@${BOUNCES}`, 'someone@example.net',
  ]
  const dialog = await openTransaction()
  const replies = new Set<string>()
  for (const address of refused) replies.add(await dialog.ask(`RCPT TO:<${address}>`))
  assert.deepEqual([...replies], ['550 5.1.1 No such mailbox here'])
  dialog.end()
})

test('of 10,000 forged recipients none comes in', async () => {
  const dialog = await openTransaction()
  const genuine = returnPath()
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  let sent = ''
  let count = 0
  for (let i = 0; i < 10_000; i++) {
    const at = i % genuine.indexOf('@')
    const letter = alphabet.charAt((i * 7 + (i >> 5)) % 32)
    const forged = genuine.slice(0, at) + letter + genuine.slice(at + 1)
    if (forged === genuine) continue
    count++
    sent += `RCPT TO:<${forged}>\r\n`
  }
  dialog.write(sent)
  for (let i = 0; i < count; i++) assert.match(await dialog.reply(), /^550 5\.1\.1/)
  assert.match(await dialog.ask('DATA'), /^503/)
  dialog.end()
})

test('what is not offered is refused', async () => {
  const dialog = await openDialog(listener.port)
  const ehlo = await dialog.ask('EHLO client.example.net')
  assert.doesNotMatch(ehlo, /DSN|AUTH|STARTTLS|XCLIENT|REQUIRETLS|CHUNKING|VRFY/)
  assert.match(ehlo, /\n250-PIPELINING\n250-8BITMIME\n250-SMTPUTF8\n/)
  assert.match(ehlo, /250 SIZE 10485760$/)
  const table: [string, RegExp][] = [
    ['MAIL FROM:<> RET=FULL', /^555 5\.5\.4/], ['MAIL FROM:<> ENVID=x', /^555 5\.5\.4/],
    ['MAIL FROM:<> AUTH=<>', /^555 5\.5\.4/], ['MAIL FROM:<> X=\u00001', /^5/],
    ['MAIL FROM:<> BODY=BINARYMIME', /^501/], ['MAIL FROM:<> SIZE=10485761', /^552 5\.3\.4/],
    ['MAIL FROM:<> SIZE=1 SIZE=1', /^501/], ['VRFY postmaster', /^252/],
    ['EXPN all', /^502 5\.5\.1/],
    ['XCLIENT ADDR=192.0.2.1', /^5/], ['STARTTLS', /^5/], ['AUTH PLAIN AGEAYg==', /^5/],
    ['BDAT 5 LAST', /^500/], ['WIZ x', /^500/],
  ]
  for (const [command, expected] of table) {
    assert.match(await dialog.ask(command), expected, command)
  }
  dialog.end()
})

test('the sender of a bounce may be anything, and decides nothing', async () => {
  const senders = [
    '', 'MAILER-DAEMON', 'mailer-daemon@example.net', 'user.@example.net', 'a..b@example.net',
    'MAILER-DAEMON@localhost', 'root@[192.0.2.1]', '<odd', 'a b',
  ]
  const dialog = await openTransaction()
  for (const sender of senders) {
    await dialog.ask('RSET')
    const reply = await dialog.ask(`MAIL FROM:<${sender}> SIZE=100 BODY=8BITMIME`)
    assert.match(reply, sender.includes('<') ? /^501/ : /^250/, sender)
  }
  dialog.end()
})
