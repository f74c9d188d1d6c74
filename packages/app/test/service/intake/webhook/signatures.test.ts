// Signatures of all vendors that sign: what is genuine is taken, and what was touched, is old, or
// was signed with another key is not, and leaves nothing behind (T23).

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import test from 'node:test'
import { signingKeyOf } from '../../../../src/service/intake/webhook/verify/index.ts'
import { WEBHOOK_VENDORS } from '@carom/core'
import type { WebhookRequest } from '../../../../src/service/intake/webhook/types.ts'
import { NOW, SIGNERS, type Signer } from './signers.ts'
import { openWorkbench } from './workbench.ts'

test('every vendor that signs is here; SNS has a test of its own', () => {
  const signing = WEBHOOK_VENDORS.filter((vendor) => signingKeyOf(vendor) !== 'none')
  assert.deepEqual([...SIGNERS.map(({ vendor }) => vendor), 'ses'].sort(), [...signing].sort())
})

for (const signer of SIGNERS) {
  const { vendor, source } = signer
  const genuine = signer.sign(signer.body)

  test(`${vendor}: genuine, and once more`, async () => {
    const { send, deps, intake } = openWorkbench(vendor, source)
    assert.equal((await send(genuine)).status, 200)
    const [input] = deps.inputs
    assert.equal(input?.trust, 1)
    assert.equal(input.envelope.vendor, vendor)
    assert.deepEqual(Buffer.from(input.bytes), Buffer.from(genuine.bytes))
    assert.equal(deps.wakes(), 1)
    assert.equal((await send(genuine)).status, 200)
    assert.equal(deps.inputs.length, 1)
    assert.equal(deps.repeated(), 1)
    const [state] = intake.sources()
    assert.equal(state?.authenticity, 'signature')
    assert.deepEqual(state.counts, { accepted: 1, repeated: 1, refused: 0, failed: 0 })
  })

  for (const [name, request] of forgeries(signer, genuine)) {
    test(`${vendor}: ${name}`, async () => {
      const { send, deps, intake } = openWorkbench(vendor, source)
      const { status } = await send(request)
      assert.ok([401, 406].includes(status), String(status))
      assert.equal(deps.inputs.length, 0)
      assert.equal(intake.sources()[0]?.counts.refused, 1)
    })
  }

  test(`${vendor}: keys that are being changed`, async () => {
    if (source.secret === undefined) return
    const { send } = openWorkbench(vendor, { secret: 'whsec_bmV3ZXI=', secrets: [source.secret] })
    assert.equal((await send(genuine)).status, 200)
  })
}

function* forgeries(
  signer: Signer, genuine: WebhookRequest,
): Generator<readonly [string, WebhookRequest]> {
  const { body, oldAfter } = signer
  yield ['the key of another', signer.sign(body, undefined, 'other')]
  for (const header of signer.headers) {
    const { [header]: value = '', ...rest } = genuine.headers
    yield [`without ${header}`, { ...genuine, headers: rest }]
    for (const wrong of ['', 'false', 'null', '0', 'undefined', '[object Object]', 'v1=', 'A'.repeat(5_000), value.slice(0, -6), `${value.slice(0, 30)}AAAA${value.slice(34)}`]) {
      yield [`${header}: ${wrong.slice(0, 20)}`, { ...genuine, headers: { ...rest, [header]: wrong } }]
    }
  }
  if (signer.coversBody) {
    yield ['a flipped bit', { ...genuine, bytes: flipped(genuine.bytes, genuine.bytes.length >> 1) }]
    yield ['a flipped bit at the end', { ...genuine, bytes: flipped(genuine.bytes, genuine.bytes.length - 3) }]
    yield ['one byte less', { ...genuine, bytes: genuine.bytes.subarray(0, -1) }]
    yield ['one byte more', { ...genuine, bytes: Buffer.concat([genuine.bytes, Buffer.from(' ')]) }]
  }
  if (body.startsWith('{') || body.startsWith('[')) {
    const again = JSON.stringify(JSON.parse(Buffer.from(genuine.bytes).toString()), null, 1)
    if (signer.coversBody) yield ['JSON written anew', { ...genuine, bytes: Buffer.from(again) }]
  }
  if (oldAfter !== undefined) {
    yield ['too old', signer.sign(body, NOW / 1_000 - oldAfter - 1)]
    yield ['from the future', signer.sign(body, NOW / 1_000 + 301)]
  }
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] as number) ^ 1
  return copy
}

test('times within the window are taken', async () => {
  for (const signer of SIGNERS) {
    if (signer.oldAfter === undefined) continue
    for (const age of [signer.oldAfter - 1, 0, -299]) {
      const { send } = openWorkbench(signer.vendor, signer.source)
      const { status } = await send(signer.sign(signer.body, NOW / 1_000 - age))
      assert.equal(status, 200, `${signer.vendor} ${age}`)
    }
  }
})

test('mailgun: a token counts once, whatever body comes with it', async () => {
  const signer = SIGNERS.find(({ vendor }) => vendor === 'mailgun') as Signer
  const genuine = signer.sign(signer.body)
  const { signature } = JSON.parse(Buffer.from(genuine.bytes).toString()) as { signature: object }
  const forged = Buffer.from(JSON.stringify({
    signature, 'event-data': { event: 'failed', severity: 'permanent', recipient: 'victim@right.example' },
  }))
  const first = openWorkbench('mailgun', signer.source)
  assert.equal((await first.send(genuine)).status, 200)
  assert.equal((await first.send({ ...genuine, bytes: forged })).status, 406)
  assert.equal(first.deps.inputs.length, 1)
  // After a restart nothing is remembered but the inbox, whose key is the token.
  const key = first.deps.inputs[0]?.transportKey
  const second = openWorkbench('mailgun', signer.source)
  assert.equal((await second.send({ ...genuine, bytes: forged })).status, 200)
  assert.equal(second.deps.inputs[0]?.transportKey, key)
})

test('mailgun: forms of the legacy hooks, and the signature of a parent account', async () => {
  const signer = SIGNERS.find(({ vendor }) => vendor === 'mailgun') as Signer
  const { signature } = JSON.parse(Buffer.from(signer.sign(signer.body).bytes).toString()) as {
    signature: { timestamp: string; token: string; signature: string }
  }
  const fields = { event: 'bounced', recipient: 'a@left.example', ...signature }
  const form = new Response(new URLSearchParams(fields))
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  for (const body of [form, new Response(data)]) {
    const { send, deps } = openWorkbench('mailgun', signer.source)
    const headers = { 'content-type': body.headers.get('content-type') ?? '' }
    assert.equal((await send({ bytes: Buffer.from(await body.arrayBuffer()), headers })).status, 200)
    assert.equal(deps.inputs.length, 1)
  }
  const parent = { ...signature, signature: '00'.repeat(32), 'parent-signature': signature.signature }
  const { send } = openWorkbench('mailgun', signer.source)
  const bytes = Buffer.from(JSON.stringify({ signature: parent, 'event-data': { event: 'opened' } }))
  assert.equal((await send({ bytes })).status, 200)
})

test('zeptomail: the event in a form, the time before it, and the key itself in a header', async () => {
  const signer = SIGNERS.find(({ vendor }) => vendor === 'zeptomail') as Signer
  const key = signer.source.secret as string
  const { body } = signer
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const mac = (text: string): string =>
    encodeURIComponent(createHmac('sha256', key).update(text).digest('base64'))
  const cases: readonly (readonly [string, string, Record<string, string>, number])[] = [
    ['a form', `data=${encodeURIComponent(body)}`, { ...form, 'producer-signature': `ts=${NOW};s=${mac(body)};s-algorithm=HmacSHA256` }, 200],
    ['another form', `eventData=${encodeURIComponent(body)}`, { ...form, 'producer-signature': `ts=${NOW};s=${mac(body)}` }, 200],
    ['a form with another event', `data=%7B%7D`, { ...form, 'producer-signature': `ts=${NOW};s=${mac(body)}` }, 401],
    ['the time before it', body, { 'producer-signature': `ts=${NOW};s=${mac(`${NOW}${body}`)}` }, 200],
    ['another algorithm', body, { 'producer-signature': `ts=${NOW};s=${mac(body)};s-algorithm=none` }, 401],
    ['no time', body, { 'producer-signature': `s=${mac(body)}` }, 401],
    ['the key alone', body, { authorization: key }, 200],
    ['the key as a bearer', body, { authorization: `Bearer ${key}` }, 200],
    ['another key', body, { authorization: `${key}x` }, 401],
    ['a wrong signature beside the right key', body, { authorization: key, 'producer-signature': `ts=${NOW};s=AAAAAAAAAAAA` }, 401],
  ]
  for (const [name, text, headers, status] of cases) {
    const { send } = openWorkbench('zeptomail', signer.source)
    assert.equal((await send({ bytes: Buffer.from(text), headers })).status, status, name)
  }
})

test('mandrill: the URL as it was pasted, with a password, behind a proxy', async () => {
  const signer = SIGNERS.find(({ vendor }) => vendor === 'mandrill') as Signer
  const genuine = signer.sign(signer.body)
  const elsewhere = { ...genuine, headers: { ...genuine.headers, host: '127.0.0.1:8025' } }
  assert.equal((await openWorkbench('mandrill', signer.source).send(elsewhere)).status, 401)
  const named = openWorkbench('mandrill', signer.source, { publicUrl: 'https://bounces.example/' })
  assert.equal((await named.send(elsewhere)).status, 200)
})

test('a key that cannot be read is said at the start', () => {
  for (const publicKey of ['nonsense', '', 'AAAA', 'p=', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----']) {
    assert.throws(() => openWorkbench('sendgrid', { publicKey }), /sendgrid: publicKey is no/)
    assert.throws(() => openWorkbench('postal', { publicKey }), /postal: publicKey is no/)
  }
  assert.throws(() => openWorkbench('acme' as 'ses'), /acme is no vendor of webhooks; there are azure, /)
  assert.throws(() => openWorkbench('postmark', { allowFrom: ['192.0.2.0/33'] }), /is no network/)
  assert.throws(() => openWorkbench('ses', { topics: ['my-topic'] }), /is no ARN/)
})
