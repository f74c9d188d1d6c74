// Amazon SNS with certificates of our own: what is signed by the certificate of an accepted topic
// is taken, nothing else, and no URL of a stranger is ever fetched.

import assert from 'node:assert/strict'
import { sign } from 'node:crypto'
import test from 'node:test'
import { readSigningKey } from '../../../../src/service/intake/webhook/verify/sns-certificate.ts'
import {
  confirmationUrl, isCertificateUrl, snsHost,
} from '../../../../src/service/intake/webhook/verify/sns-url.ts'
import type { FetchUrl } from '../../../../src/service/intake/webhook/types.ts'
import { makeCertificate, rsaPair, type CertificateFacts } from './certificates.ts'
import { HOSTILE_CERTIFICATE_URLS, HOSTILE_SUBSCRIBE_URLS } from './hostile-sns-urls.ts'
import { NOW } from './signers.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:bounces'
const HOST = 'https://sns.eu-west-1.amazonaws.com'
const CERTIFICATE_URL = `${HOST}/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem`
const TOKEN = '2336412f37fb687f5d51e6e2425f004ae0'
const SUBSCRIBE = `${HOST}/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=${TOKEN}`

const root = rsaPair()
const leaf = rsaPair()
const weak = rsaPair(1024)
const ROOT = certificate({ subject: 'Carom Test Root', issuer: 'Carom Test Root', publicKey: root.publicKey, signWith: root.privateKey, isAuthority: true })
const LEAF = certificate({})

function certificate(facts: Partial<CertificateFacts>): string {
  return makeCertificate({
    subject: 'sns.amazonaws.com', issuer: 'Carom Test Root', publicKey: leaf.publicKey,
    signWith: root.privateKey, ...facts,
  })
}

type Message = Record<string, string>

function notification(more: Message = {}): Message {
  return {
    Type: 'Notification', MessageId: '9a0f1c3e-2b4d-5e6f-8a7b-0c1d2e3f4a5b', TopicArn: TOPIC,
    Message: '{"notificationType":"Delivery","delivery":{},"mail":{}}',
    Timestamp: new Date(NOW - 1_000).toISOString(), SignatureVersion: '2',
    SigningCertURL: CERTIFICATE_URL, ...more,
  }
}

function confirmation(more: Message = {}): Message {
  return notification({
    Type: 'SubscriptionConfirmation', Token: TOKEN, SubscribeURL: SUBSCRIBE,
    Message: 'You have chosen to subscribe.', ...more,
  })
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'TopicArn', 'Type'],
}

function signed(message: Message, key = leaf.privateKey): Message {
  const text = (FIELDS[message['Type'] ?? ''] ?? []).filter((name) => message[name] !== undefined)
    .map((name) => `${name}\n${message[name]}\n`).join('')
  const algorithm = message['SignatureVersion'] === '1' ? 'sha1' : 'sha256'
  return { ...message, Signature: sign(algorithm, Buffer.from(text), key).toString('base64') }
}

function serving(pem: string): FetchUrl {
  return (url) => Promise.resolve({
    status: 200, bytes: Buffer.from(url === CERTIFICATE_URL ? pem : '<ok/>'),
  })
}

async function post({ send }: Workbench, message: unknown): Promise<number> {
  const { status } = await send({
    bytes: Buffer.from(JSON.stringify(message)), headers: { 'content-type': 'text/plain' },
  })
  return status
}

function bench(fetchUrl: FetchUrl = serving(LEAF), topics: readonly string[] = [TOPIC]): Workbench {
  return openWorkbench('ses', { topics }, { fetchUrl })
}

test('notifications signed both ways, with and without a subject', async () => {
  for (const more of [{}, { SignatureVersion: '1' }, { Subject: 'Amazon SES' }]) {
    const opened = bench()
    assert.equal(await post(opened, signed(notification(more))), 200)
    const [input] = opened.deps.inputs
    assert.equal(input?.trust, 1)
    assert.match(input.transportKey, /9a0f1c3e-2b4d-5e6f-8a7b-0c1d2e3f4a5b$/)
    assert.equal(await post(opened, signed(notification(more))), 200)
    assert.equal(opened.deps.inputs.length, 1)
    assert.deepEqual(opened.fetched, [CERTIFICATE_URL])
  }
})

test('what is not signed by the certificate is refused', async () => {
  const genuine = signed(notification())
  const cases: readonly (readonly [string, unknown, number])[] = [
    ['another key', signed(notification(), root.privateKey), 401],
    ['another message', { ...genuine, Message: '{}' }, 401],
    ['another id', { ...genuine, MessageId: 'x' }, 401],
    ['a subject put in', { ...genuine, Subject: 'x' }, 401],
    ['another type', { ...genuine, Type: 'SubscriptionConfirmation' }, 401],
    ['a type of nobody', { ...genuine, Type: 'constructor' }, 401],
    ['another version', { ...genuine, SignatureVersion: '1' }, 401],
    ['a version of nobody', { ...genuine, SignatureVersion: '3' }, 401],
    ['no version', { ...genuine, SignatureVersion: undefined }, 401],
    ['no signature', { ...genuine, Signature: undefined }, 401],
    ['an empty one', { ...genuine, Signature: '' }, 401],
    ['a signature that is true', { ...genuine, Signature: true }, 401],
    ['raw delivery', { notificationType: 'Delivery' }, 401],
    ['another topic', signed(notification({ TopicArn: TOPIC + '2' })), 403],
    ['no topic', { ...genuine, TopicArn: undefined }, 403],
    ['two hours old', signed(notification({ Timestamp: new Date(NOW - 7_200_000).toISOString() })), 401],
    ['no time', signed(notification({ Timestamp: 'now' })), 401],
    ['a list', [genuine], 401],
    ['null', null, 401],
    ['a text', 'x', 401],
  ]
  for (const [name, message, status] of cases) {
    const opened = bench()
    assert.equal(await post(opened, message), status, name)
    assert.equal(opened.deps.inputs.length, 0, name)
  }
})

test('without topics nothing is taken, whoever signed it', async () => {
  const opened = bench(serving(LEAF), [])
  assert.equal(await post(opened, signed(notification())), 401)
  assert.deepEqual(opened.fetched, [])
  const shared = openWorkbench('ses', { secret: 's3cret' })
  const bytes = Buffer.from(JSON.stringify(signed(notification())))
  assert.equal((await shared.send({ bytes, url: '/hooks/ses?token=s3cret' })).status, 401)
  const unsigned = openWorkbench('ses', { allowUnsigned: true })
  assert.equal(await post(unsigned, { notificationType: 'Delivery' }), 200)
  assert.equal(unsigned.deps.inputs[0]?.trust, 0)
  assert.equal(await post(unsigned, signed(confirmation())), 403)
  assert.deepEqual(unsigned.fetched, [])
})

test('no URL but that of the topic\'s region is fetched', async () => {
  assert.ok(HOSTILE_CERTIFICATE_URLS.length >= 60)
  for (const url of HOSTILE_CERTIFICATE_URLS) {
    assert.equal(isCertificateUrl(url, TOPIC), false, url)
    const opened = bench()
    assert.equal(await post(opened, signed(notification({ SigningCertURL: url }))), 401, url)
    assert.deepEqual(opened.fetched, [], url)
  }
  for (const url of HOSTILE_SUBSCRIBE_URLS) {
    assert.equal(confirmationUrl(url, TOPIC), undefined, url)
    const opened = bench()
    const status = await post(opened, signed(confirmation({ SubscribeURL: url })))
    assert.ok(status === 400 || status === 200, `${url} ${status}`)
    assert.deepEqual(opened.fetched, [CERTIFICATE_URL], url)
  }
})

test('topics and their hosts', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    [TOPIC, 'sns.eu-west-1.amazonaws.com'],
    ['arn:aws-cn:sns:cn-north-1:123456789012:bounces', 'sns.cn-north-1.amazonaws.com.cn'],
    ['arn:aws-us-gov:sns:us-gov-west-1:123456789012:a', 'sns.us-gov-west-1.amazonaws.com'],
    ['arn:aws:sns:eu-west-1:123456789012:bounces.fifo', 'sns.eu-west-1.amazonaws.com'],
    ['arn:aws:sns:evil.example/:123456789012:a', undefined],
    ['arn:aws:sqs:eu-west-1:123456789012:a', undefined],
    ['arn:aws:sns:eu-west-1:12345:a', undefined],
    ['arn:aws:sns:eu-west-1:123456789012:a\n', undefined],
    ['', undefined],
  ]
  for (const [topic, host] of cases) assert.equal(snsHost(topic), host, topic)
})

test('a subscription is confirmed once it is proven, at its own host', async () => {
  const opened = bench()
  assert.equal(await post(opened, signed(confirmation())), 200)
  assert.deepEqual(opened.fetched, [CERTIFICATE_URL, `${HOST}/?Action=ConfirmSubscription&TopicArn=${encodeURIComponent(TOPIC)}&Token=${TOKEN}`])
  assert.equal(opened.deps.inputs.length, 0)

  const forged = bench()
  assert.equal(await post(forged, { ...signed(confirmation()), Token: 'a'.repeat(30) }), 401)
  assert.equal(await post(forged, signed(confirmation({ TopicArn: TOPIC + 'x' }))), 403)
  assert.deepEqual(forged.fetched, [CERTIFICATE_URL])

  const failing = bench((url) => url === CERTIFICATE_URL
    ? serving(LEAF)(url) : Promise.resolve({ status: 500, bytes: new Uint8Array() }))
  assert.equal(await post(failing, signed(confirmation())), 503)

  const asking = openWorkbench('ses', { topics: [TOPIC] }, { fetchUrl: serving(LEAF), confirmTopics: false })
  assert.equal(await post(asking, signed(confirmation())), 200)
  assert.deepEqual(asking.fetched, [CERTIFICATE_URL])
  assert.match(asking.deps.warnings.join(), /ConfirmSubscription/)
})

test('the end of a subscription is kept, with its token in the signature or not', async () => {
  for (const type of ['UnsubscribeConfirmation', 'SubscriptionConfirmation']) {
    const message = { ...signed(confirmation({ Type: type })) }
    const opened = bench()
    assert.equal(await post(opened, message), 200, type)
  }
})

test('certificates: validity, chain, name, strength', () => {
  const at = new Date(NOW)
  const impostor = rsaPair()
  const FALSE_ROOT = certificate({ subject: 'Carom Test Root', publicKey: impostor.publicKey, signWith: impostor.privateKey, isAuthority: true })
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['leaf alone', LEAF, true],
    ['with its root', LEAF + ROOT, true],
    ['with text around', `subject=x\n${LEAF}\nissuer=y\n${ROOT}`, true],
    ['with a root that did not sign it', LEAF + FALSE_ROOT, false],
    ['with an issuer that is no authority', LEAF + LEAF, false],
    ['expired', certificate({ to: new Date(NOW - 1_000) }), false],
    ['not yet valid', certificate({ from: new Date(NOW + 86_400_000) }), false],
    ['an authority', certificate({ isAuthority: true }), false],
    ['of another name', certificate({ subject: 'evil.example' }), false],
    ['of a name that ends alike', certificate({ subject: 'xamazonaws.com' }), false],
    ['of a name that goes on', certificate({ subject: 'sns.amazonaws.com.evil.example' }), false],
    ['weak', certificate({ publicKey: weak.publicKey }), false],
    ['claims a public root', certificate({ issuer: 'Amazon Root CA 1' }), true],
    ['nothing', '', false],
    ['rubbish', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', false],
  ]
  for (const [name, pem, isGood] of cases) {
    assert.equal(readSigningKey(pem, at) !== undefined, isGood, name)
  }
})

test('what fails where nobody foresaw it makes the vendor come again', async () => {
  const opened = bench(() => { throw new RangeError('nobody foresaw it') })
  assert.equal(await post(opened, signed(notification())), 503)
  const odd = bench(() => Promise.reject(undefined as unknown as Error))
  assert.equal(await post(odd, signed(notification())), 503)
})

test('a certificate is fetched once, a failure soon again, and a flood of them not at all', async () => {
  let calls = 0
  let isUp = false
  const opened = bench((url) => {
    calls += 1
    return isUp ? serving(LEAF)(url) : Promise.reject(new Error('refused'))
  })
  const statuses = await Promise.all(Array.from({ length: 20 }, (_, i) =>
    post(opened, signed(notification({ MessageId: `m${i}` })))))
  assert.deepEqual(new Set(statuses), new Set([503]))
  assert.equal(calls, 1)
  isUp = true
  opened.at(NOW + 16_000)
  assert.equal(await post(opened, signed(notification())), 200)
  assert.equal(await post(opened, signed(notification({ MessageId: 'm2' }))), 200)
  assert.equal(calls, 2)

  const flooded = bench()
  for (let i = 0; i < 100; i += 1) {
    const url = `${HOST}/SimpleNotificationService-${i.toString(16).padStart(32, '0')}.pem`
    const status = await post(flooded, signed(notification({ SigningCertURL: url })))
    assert.ok([401, 503].includes(status))
  }
  assert.ok(flooded.fetched.length <= 20)
})
