// Sending systems that are told in their own words which addresses get no more mail, each after the
// documentation of its API. What a person gives is the address that the paths are appended to, and
// what proves who asks.

import { createHash } from 'node:crypto'
import { signForAws, type Unsigned } from './aws-signature.ts'

export type Call = {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

/** What is known of an address that gets no more mail. */
export type Suppressed = {
  readonly address: string
  /** A reason of docs/reasons.md, `complaint`, `unsubscribe`, or what a person wrote. */
  readonly reason: string
}

export type Platform = {
  readonly name: string
  /** An example of the address to give. */
  readonly url: string
  /** What the credential is and where it is found. */
  readonly credential: string
  /** What becomes of an address there. */
  readonly effect: string
  readonly headers: (credential: string, request: Unsigned) => Readonly<Record<string, string>>
  /** The path that answers 2xx to GET where address and credential are right. */
  readonly probe: string
  readonly suppress: (change: Suppressed) => Call
  /** Absent where its API has no call that takes a suppression back by the address alone. */
  readonly lift?: (address: string) => Call
  /** Whether an answer of 2xx says after all that nothing was changed. */
  readonly isRefusal?: (answer: unknown) => boolean
}

export type PlatformId =
  | 'listmonk' | 'mailchimp' | 'brevo' | 'sendgrid' | 'postmark' | 'mailgun' | 'sparkpost' | 'ses'

const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` })
const basic = (user: string) => ({
  authorization: `Basic ${Buffer.from(user).toString('base64')}`,
})
const named = (header: string) => (credential: string) => ({ [header]: credential })
const inPath = encodeURIComponent

/** How a suppression is explained where there is room for words. */
const explain = (reason: string): string => `Suppressed by Carom: ${reason}`

export const PLATFORMS: Readonly<Record<PlatformId, Platform>> = {
  // https://listmonk.app/docs/bounces/
  listmonk: {
    name: 'listmonk', url: 'https://listmonk.example.com',
    credential: 'user:token of an API user that may manage bounces (Admin, Users)',
    effect: 'A hard bounce is recorded, for which listmonk blocklists the subscriber ' +
      '(Settings, Bounces: hard, 1, blocklist). Only a person can lift it there.',
    headers: basic, probe: '/api/bounces?per_page=1',
    suppress: ({ address, reason }) => ({
      method: 'POST', path: '/webhooks/bounce', body: {
        email: address, source: 'carom', type: reason === 'complaint' ? 'complaint' : 'hard',
        meta: JSON.stringify({ reason }),
      },
    }),
  },
  // https://mailchimp.com/developer/marketing/api/list-members/
  mailchimp: {
    name: 'Mailchimp', url: 'https://us1.api.mailchimp.com/3.0/lists/0123456789',
    credential: 'An API key (Account, Extras); the address names its data centre and the audience',
    effect: 'The contact becomes unsubscribed. Only a person can lift it there.',
    headers: (key) => basic(`carom:${key}`), probe: '',
    suppress: ({ address }) => ({
      method: 'PATCH', path: `/members/${md5(address.toLowerCase())}`,
      body: { status: 'unsubscribed' },
    }),
  },
  // https://developers.brevo.com/reference/updatecontact
  brevo: {
    name: 'Brevo', url: 'https://api.brevo.com/v3',
    credential: 'An API key (Settings, SMTP & API)',
    effect: 'The contact is blocklisted for emails, or no more.',
    headers: named('api-key'), probe: '/account',
    suppress: ({ address }) => blocklistAtBrevo(address, true),
    lift: (address) => blocklistAtBrevo(address, false),
  },
  // https://www.twilio.com/docs/sendgrid/api-reference/suppressions-global-suppressions
  sendgrid: {
    name: 'SendGrid', url: 'https://api.sendgrid.com/v3',
    credential: 'An API key with the permission Suppressions',
    effect: 'The address is put on the list of global unsubscribes, or taken off.',
    headers: bearer, probe: '/scopes',
    suppress: ({ address }) => ({
      method: 'POST', path: '/asm/suppressions/global', body: { recipient_emails: [address] },
    }),
    lift: (address) => ({
      method: 'DELETE', path: `/asm/suppressions/global/${inPath(address)}`,
    }),
  },
  // https://postmarkapp.com/developer/api/suppressions-api
  postmark: {
    name: 'Postmark', url: 'https://api.postmarkapp.com/message-streams/outbound',
    credential: 'The server API token; the address names the message stream',
    effect: 'The address is suppressed in the message stream, or active again.',
    headers: named('x-postmark-server-token'), probe: '',
    isRefusal: refusedByPostmark,
    suppress: ({ address }) => suppressAtPostmark('/suppressions', address),
    lift: (address) => suppressAtPostmark('/suppressions/delete', address),
  },
  // https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces
  mailgun: {
    name: 'Mailgun', url: 'https://api.mailgun.net/v3/news.example.com',
    credential: 'An API key; the address names the sending domain',
    effect: 'The address is put on the bounce list of the domain, or taken off.',
    headers: (key) => basic(`api:${key}`), probe: '/bounces?limit=1',
    suppress: ({ address, reason }) => ({
      method: 'POST', path: '/bounces', body: [{ address, code: '550', error: explain(reason) }],
    }),
    lift: (address) => ({ method: 'DELETE', path: `/bounces/${inPath(address)}` }),
  },
  // https://developers.sparkpost.com/api/suppression-list/
  sparkpost: {
    name: 'SparkPost', url: 'https://api.sparkpost.com/api/v1',
    credential: 'An API key with the permission Suppression Lists: Read/Write',
    effect: 'The address is put on the suppression list for non-transactional mail, or taken off.',
    headers: named('authorization'), probe: '/account',
    suppress: ({ address, reason }) => ({
      method: 'PUT', path: `/suppression-list/${inPath(address)}`,
      body: { type: 'non_transactional', description: explain(reason) },
    }),
    lift: (address) => ({
      method: 'DELETE', path: `/suppression-list/${inPath(address)}`,
      body: { type: 'non_transactional' },
    }),
  },
  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutSuppressedDestination.html
  ses: {
    name: 'Amazon SES', url: 'https://email.eu-west-1.amazonaws.com/v2/email',
    credential: 'ACCESSKEYID:SECRET of an IAM user with ses:GetAccount, ' +
      'ses:PutSuppressedDestination and ses:DeleteSuppressedDestination; the address names the ' +
      'region',
    effect: 'The address is put on the suppression list of the account, or taken off.',
    headers: signForAws, probe: '/account',
    suppress: ({ address, reason }) => ({
      method: 'PUT', path: '/suppression/addresses', body: {
        EmailAddress: address, Reason: reason === 'complaint' ? 'COMPLAINT' : 'BOUNCE',
      },
    }),
    lift: (address) => ({
      method: 'DELETE', path: `/suppression/addresses/${inPath(address)}`,
    }),
  },
}

export function isPlatformId(text: string): text is PlatformId {
  return Object.hasOwn(PLATFORMS, text)
}

function blocklistAtBrevo(address: string, emailBlacklisted: boolean): Call {
  return { method: 'PUT', path: `/contacts/${inPath(address)}`, body: { emailBlacklisted } }
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

function suppressAtPostmark(path: string, address: string): Call {
  return { method: 'POST', path, body: { Suppressions: [{ EmailAddress: address }] } }
}

/** It answers 200 and says of each address what became of it. */
function refusedByPostmark(answer: unknown): boolean {
  const { Suppressions: rows = [] } =
    (answer ?? {}) as { readonly Suppressions?: readonly { readonly Status?: string }[] }
  return rows.some(({ Status: status }) => status === 'Failed')
}
