// Which proof a source wants: networks, basic authentication and the signature of its vendor, all
// of those that are configured.

import type { KeyObject } from 'node:crypto'
import type { WebhookVendor } from '@carom/core'
import type { WebhookOptions, WebhookSourceOptions } from '../types.ts'
import { BODY_SCHEMES, verifyHmacBody } from './hmac-body.ts'
import { TIMESTAMP_SCHEMES, verifyHmacTimestamp } from './hmac-timestamp.ts'
import { verifyMailgun } from './mailgun.ts'
import { verifyMandrill } from './mandrill.ts'
import { verifyPostal } from './postal.ts'
import { readPublicKey } from './public-key.ts'
import { verifySendGrid } from './sendgrid.ts'
import { checkBasic, checkSecret, readNetworks } from './shared.ts'
import type { CertificateCache } from './sns-certificate.ts'
import { snsHost } from './sns-url.ts'
import { verifySns } from './sns.ts'
import { verifyStandardWebhooks } from './standard-webhooks.ts'
import { refused, type Proof, type Verify, type Window } from './types.ts'
import { verifyUnisenderGo } from './unisender-go.ts'
import { verifyZeptoMail } from './zeptomail.ts'

/** What a vendor signs with: `none` signs nothing, and a secret can only be sent along. */
export type SigningKey = 'topics' | 'publicKey' | 'secret' | 'none'

const KEYS: Readonly<Record<WebhookVendor, SigningKey>> = {
  ses: 'topics', sendgrid: 'publicKey', postal: 'publicKey',
  mailgun: 'secret', mandrill: 'secret', resend: 'secret', mailersend: 'secret',
  zeptomail: 'secret', 'hyvor-relay': 'secret', 'forward-email': 'secret', emailengine: 'secret',
  mailtrap: 'secret', lettermint: 'secret', usesend: 'secret', emailit: 'secret',
  'unisender-go': 'secret',
  azure: 'none', brevo: 'none', 'elastic-email': 'none', generic: 'none', kumomta: 'none',
  mailchimp: 'none', mailjet: 'none', mox: 'none', postmark: 'none', smtp2go: 'none',
  sparkpost: 'none', 'zoho-campaigns': 'none', 'zone-mta': 'none',
}

export function signingKeyOf(vendor: WebhookVendor): SigningKey {
  return KEYS[vendor]
}

export type VerifyContext = {
  readonly options: WebhookOptions
  readonly certificates: CertificateCache
  readonly now: () => number
}

/**
 * The check of all requests to one source.
 * @throws Error that says which setting is wrong and what belongs there
 */
export function createVerify(source: WebhookSourceOptions, context: VerifyContext): Verify {
  const { allowFrom = [], allowUnsigned = false } = source
  const isNear = allowFrom.length === 0 ? undefined : readNetworks(allowFrom)
  const secrets = secretsOf(source)
  const signature = signatureCheck(source, secrets, context)
  const isShared = signature === undefined && secrets.length > 0 && KEYS[source.vendor] !== 'topics'
  return async (request) => {
    if (isNear?.(request.ip) === false) return refused('address-not-allowed')
    const basic = checkBasic(request, source)
    if (basic?.kind === 'refused') return basic
    if (signature !== undefined) return signature(request)
    if (isShared) return checkSecret(request, secrets)
    if (basic !== undefined) return basic
    if (isNear !== undefined) return { kind: 'proven', by: 'address' }
    return allowUnsigned ? { kind: 'unproven' } : refused('nothing-configured')
  }
}

function secretsOf({ secret, secrets = [] }: WebhookSourceOptions): string[] {
  return [secret, ...secrets].filter((one): one is string => one !== undefined && one !== '')
}

function signatureCheck(
  source: WebhookSourceOptions, secrets: readonly string[], context: VerifyContext,
): Verify | undefined {
  const { vendor } = source
  const key = KEYS[vendor]
  if (key === 'topics') return topicCheck(source, context)
  if (key === 'publicKey') return publicKeyCheck(source, context)
  if (key === 'secret') {
    return secrets.length === 0 ? undefined : hmacCheck(source, secrets, context)
  }
  // Whoever writes the hook himself may sign it after Standard Webhooks.
  const isStandard = secrets.length > 0 && secrets.every((one) => one.startsWith('whsec_'))
  if (!isStandard) return undefined
  return verifyStandardWebhooks(secrets, windowOf(context, context.options.replaySeconds))
}

function windowOf({ options, now }: VerifyContext, pastSeconds: number): Window {
  return { pastSeconds, futureSeconds: options.futureSeconds, now }
}

function topicCheck(
  { name, topics = [], allowUnsigned = false }: WebhookSourceOptions, context: VerifyContext,
): Verify | undefined {
  for (const topic of topics) {
    if (snsHost(topic) !== undefined) continue
    throw new Error(`${name}: ${topic} is no ARN of an SNS topic; it looks like ` +
      'arn:aws:sns:eu-west-1:123456789012:bounces')
  }
  // Whoever holds a secret of ours could still make us confirm topics of his own.
  if (topics.length === 0) {
    return allowUnsigned ? undefined : () => refused('nothing-configured')
  }
  const window = windowOf(context, context.options.snsReplaySeconds)
  return verifySns({ topics, certificates: context.certificates, window })
}

function publicKeyCheck(
  { name, vendor, publicKey }: WebhookSourceOptions, context: VerifyContext,
): Verify | undefined {
  if (publicKey === undefined) return undefined
  const type = vendor === 'postal' ? 'rsa' : 'ec'
  const key: KeyObject | undefined = readPublicKey(publicKey, type)
  if (key === undefined) {
    throw new Error(`${name}: publicKey is no ${type === 'rsa' ? 'RSA' : 'elliptic curve'} key; ` +
      `paste it as ${vendor} shows it`)
  }
  return vendor === 'postal' ? verifyPostal(key)
    : verifySendGrid(key, windowOf(context, context.options.sendgridReplaySeconds))
}

function hmacCheck(
  { vendor, user, password }: WebhookSourceOptions, keys: readonly string[],
  context: VerifyContext,
): Verify {
  const { options } = context
  const window = windowOf(context, options.replaySeconds)
  if (vendor === 'mailgun') {
    return verifyMailgun(keys, windowOf(context, options.mailgunReplaySeconds))
  }
  if (vendor === 'mandrill') {
    return verifyMandrill({ keys, publicUrl: options.publicUrl, user, password })
  }
  if (vendor === 'unisender-go') return verifyUnisenderGo(keys)
  if (vendor === 'zeptomail') return verifyZeptoMail(keys, window)
  const body = BODY_SCHEMES[vendor]
  if (body !== undefined) return verifyHmacBody(body, keys)
  const timed = TIMESTAMP_SCHEMES[vendor]
  return timed === undefined
    ? verifyStandardWebhooks(keys, window) : verifyHmacTimestamp(timed, keys, window)
}

/** How sure one can be of a source, for its health page. */
export type Authenticity = 'signature' | 'secret' | 'address' | 'none'

/** What a source proves as it is configured; `none` cannot be authenticated. */
export function authenticityOf(source: WebhookSourceOptions): Authenticity {
  const { vendor, topics = [], publicKey, user, password, allowFrom = [] } = source
  const secrets = secretsOf(source)
  const key = KEYS[vendor]
  if (key === 'topics') return topics.length > 0 ? 'signature' : 'none'
  if (key === 'publicKey' && publicKey !== undefined) return 'signature'
  if (key === 'secret' && secrets.length > 0) return 'signature'
  if (secrets.length > 0) return 'secret'
  if (user !== undefined || password !== undefined) return 'secret'
  return allowFrom.length > 0 ? 'address' : 'none'
}

/**
 * What a proof is worth: an authenticated source proves 1 by itself (V1), all else 0 (V0). What is
 * only sent along never proves more than 1, whatever the source claims.
 */
export function trustOf(proof: Proof, { trust = 1 }: WebhookSourceOptions): 0 | 1 | 2 {
  if (proof.kind !== 'proven') return 0
  return proof.by === 'signature' || trust === 0 ? trust : 1
}
