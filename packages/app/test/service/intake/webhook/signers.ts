// How each vendor signs, written a second time from its documentation: what these sign must be
// accepted.

import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { WebhookVendor } from '@carom/core'
import type {
  WebhookRequest, WebhookSourceOptions,
} from '../../../../src/service/intake/webhook/types.ts'
import { rsaPair } from './certificates.ts'

/** 2026-03-02T08:00:10Z: a moment after the samples. */
export const NOW = 1_772_438_410_000

export type Signer = {
  readonly vendor: WebhookVendor
  readonly source: Partial<WebhookSourceOptions>
  /** Signs a body with the key of the source, or with another. */
  readonly sign: (body: string, seconds?: number, key?: 'own' | 'other') => WebhookRequest
  /** Headers without any of which nothing is accepted. */
  readonly headers: readonly string[]
  /** Seconds after which a signature is too old; undefined where no time is signed. */
  readonly oldAfter?: number
  /** The signature covers the body. */
  readonly coversBody: boolean
  /** A body as the vendor sends it. */
  readonly body: string
}

const SECRET = 'whsec_' + Buffer.from('a key of thirty-two bytes, truly').toString('base64')
const OTHER = 'whsec_' + Buffer.from('another key of thirty-two bytes!').toString('base64')
const POSTAL = rsaPair()
const POSTAL_OTHER = rsaPair()
const SENDGRID = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const SENDGRID_OTHER = generateKeyPairSync('ec', { namedCurve: 'P-256' })

function keyOf(which: 'own' | 'other'): string {
  return which === 'own' ? SECRET : OTHER
}

function request(
  vendor: string, body: string, headers: Record<string, string>, type = 'application/json',
): WebhookRequest {
  return {
    method: 'POST', url: `/hooks/${vendor}`, ip: '192.0.2.9', bytes: Buffer.from(body),
    headers: { 'content-type': type, host: 'bounces.example', ...headers },
  }
}

function hmac(
  key: string, text: string, encoding: 'hex' | 'base64' | 'base64url', algorithm = 'sha256',
): string {
  return createHmac(algorithm, key).update(text).digest(encoding)
}

function bodySigner(
  vendor: WebhookVendor, header: string, encoding: 'hex' | 'base64url', body: string,
): Signer {
  return {
    vendor, source: { secret: SECRET }, headers: [header], coversBody: true, body,
    sign: (text, _seconds, key = 'own') =>
      request(vendor, text, { [header]: hmac(keyOf(key), text, encoding) }),
  }
}

const seconds = NOW / 1_000

export const SIGNERS: readonly Signer[] = [
  bodySigner('mailersend', 'signature', 'hex', '{"type":"activity.sent","data":{}}'),
  bodySigner('mailtrap', 'mailtrap-signature', 'hex', '{"events":[{"event":"open"}]}'),
  bodySigner('hyvor-relay', 'x-signature', 'hex', '{"event":"send.recipient.bounced"}'),
  bodySigner('forward-email', 'x-webhook-signature', 'hex', '{"recipient":"a@left.example"}'),
  bodySigner('emailengine', 'x-ee-wh-signature', 'base64url', '{"event":"messageBounce"}'),
  {
    vendor: 'lettermint', source: { secret: SECRET }, headers: ['x-lettermint-signature'],
    oldAfter: 300, coversBody: true, body: '{"event":"message.delivered","data":{}}',
    sign: (text, at = seconds, key = 'own') => request('lettermint', text, {
      'x-lettermint-signature': `t=${at},v1=${hmac(keyOf(key), `${at}.${text}`, 'hex')}`,
    }),
  },
  {
    vendor: 'usesend', source: { secret: SECRET },
    headers: ['x-usesend-signature', 'x-usesend-timestamp'], oldAfter: 300, coversBody: true,
    body: '{"type":"email.delivered","data":{}}',
    sign: (text, at = seconds, key = 'own') => request('usesend', text, {
      'x-usesend-timestamp': `${at * 1_000}`,
      'x-usesend-signature': `v1=${hmac(keyOf(key), `${at * 1_000}.${text}`, 'hex')}`,
    }),
  },
  {
    vendor: 'emailit', source: { secret: SECRET },
    headers: ['x-emailit-signature', 'x-emailit-timestamp'], oldAfter: 300, coversBody: true,
    body: '[{"type":"email.delivered","data":{"object":{}}}]',
    sign: (text, at = seconds, key = 'own') => request('emailit', text, {
      'x-emailit-timestamp': `${at}`, 'x-emailit-signature': hmac(keyOf(key), `${at}.${text}`, 'hex'),
    }),
  },
  {
    vendor: 'zeptomail', source: { secret: SECRET }, headers: ['producer-signature'],
    oldAfter: 300, coversBody: true, body: '{"event_name":["hardbounce"],"event_message":[]}',
    sign: (text, at = seconds, key = 'own') => request('zeptomail', text, {
      'producer-signature': `ts=${at * 1_000};s=${encodeURIComponent(
        hmac(keyOf(key), text, 'base64'))};s-algorithm=HmacSHA256`,
    }),
  },
  {
    vendor: 'resend', source: { secret: SECRET },
    headers: ['svix-id', 'svix-timestamp', 'svix-signature'], oldAfter: 300, coversBody: true,
    body: '{"type":"email.delivered","created_at":"2026-03-02T08:00:00Z","data":{"to":["a@right.example"]}}',
    // The library of those who wrote the standard.
    sign: (text, at = seconds, key = 'own') => request('resend', text, {
      'svix-id': 'msg_1', 'svix-timestamp': `${at}`,
      'svix-signature': `v1a,AAAA ${new Webhook(keyOf(key)).sign('msg_1', new Date(at * 1_000), text)}`,
    }),
  },
  {
    vendor: 'mailgun', source: { secret: SECRET }, headers: [], oldAfter: 43_200,
    coversBody: false, body: '{"event-data":{"event":"delivered","recipient":"a@right.example"}}',
    sign: (text, at = seconds, key = 'own') => {
      const token = createHash('sha256').update(text + at).digest('hex').slice(0, 50)
      const signature = hmac(keyOf(key), `${at}${token}`, 'hex')
      return request('mailgun', JSON.stringify({
        signature: { timestamp: `${at}`, token, signature }, ...JSON.parse(text) as object,
      }), {})
    },
  },
  {
    vendor: 'mandrill', source: { secret: SECRET }, headers: ['x-mandrill-signature'],
    coversBody: true,
    body: 'mandrill_events=%5B%7B%22event%22%3A%22open%22%2C%22msg%22%3A%7B%22email%22%3A%22a%40right.example%22%7D%7D%5D',
    sign: (text, _seconds, key = 'own') => {
      const parameters = [...new URLSearchParams(text)].sort().flat().join('')
      const url = 'https://bounces.example/hooks/mandrill'
      return request('mandrill', text, {
        'x-mandrill-signature': hmac(keyOf(key), url + parameters, 'base64', 'sha1'),
      }, 'application/x-www-form-urlencoded')
    },
  },
  {
    vendor: 'postal', headers: ['x-postal-signature-256'], coversBody: true,
    source: {
      publicKey: `v=DKIM1; t=s; h=sha256; p=${POSTAL.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')};`,
    },
    body: '{"event":"MessageSent","payload":{}}',
    sign: (text, _seconds, key = 'own') => request('postal', text, {
      'x-postal-signature-256': sign('sha256', Buffer.from(text),
        key === 'own' ? POSTAL.privateKey : POSTAL_OTHER.privateKey).toString('base64'),
    }),
  },
  {
    vendor: 'sendgrid', oldAfter: 90_000, coversBody: true,
    headers: [
      'x-twilio-email-event-webhook-signature', 'x-twilio-email-event-webhook-timestamp',
    ],
    source: { publicKey: SENDGRID.publicKey.export({ type: 'spki', format: 'der' }).toString('base64') },
    // The vendor separates with line ends, which no writer of JSON would make again.
    body: '[{"event":"open","email":"a@right.example"},\r\n{"event":"click","email":"a@right.example"}]\r\n',
    sign: (text, at = seconds, key = 'own') => request('sendgrid', text, {
      'x-twilio-email-event-webhook-timestamp': `${at}`,
      'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(`${at}${text}`),
        key === 'own' ? SENDGRID.privateKey : SENDGRID_OTHER.privateKey).toString('base64'),
    }),
  },
  {
    vendor: 'unisender-go', source: { secret: SECRET }, headers: [], coversBody: true,
    body: '{"auth":"KEY","events_by_user":[{"events":[{"event_name":"x"}]}]}',
    sign: (text, _seconds, key = 'own') => {
      const digest = createHash('md5').update(text.replace('KEY', keyOf(key))).digest('hex')
      return request('unisender-go', text.replace('KEY', digest), {})
    },
  },
]
