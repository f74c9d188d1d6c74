// Amazon SNS: RSA over chosen fields of the message, with a certificate that the message names;
// docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html. The topic is checked
// first: a valid signature only proves that somebody has a topic somewhere.

import { verify } from 'node:crypto'
import { decodeSignature } from './compare.ts'
import type { CertificateCache } from './sns-certificate.ts'
import { isCertificateUrl } from './sns-url.ts'
import { checkTime, refused, signed, type Proof, type Verify, type Window } from './types.ts'

type SnsMessage = Readonly<Record<string, string>>

type SnsOptions = {
  readonly topics: readonly string[]
  readonly certificates: CertificateCache
  readonly window: Window
}

const NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
const CONFIRMATION = [
  'Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type',
]

const FIELDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Notification: [NOTIFICATION],
  SubscriptionConfirmation: [CONFIRMATION],
  // Amazon's own checkers disagree on the token of these.
  UnsubscribeConfirmation: [CONFIRMATION, CONFIRMATION.filter((name) => name !== 'Token')],
}

const ALGORITHMS: Readonly<Record<string, string>> = { 1: 'sha1', 2: 'sha256' }

export function verifySns({ topics, certificates, window }: SnsOptions): Verify {
  const allowed = new Set(topics)
  return async ({ bytes }) => {
    const message = readSnsMessage(bytes)
    // Raw message delivery strips envelope and signature: nothing is left to be checked.
    if (message?.['Signature'] === undefined) return refused('signature-missing')
    const { TopicArn: topic = '', SigningCertURL: url = '' } = message
    if (!allowed.has(topic)) return refused('topic-not-allowed')
    if (!isCertificateUrl(url, topic)) return refused('certificate-untrusted')
    const certificate = await certificates(url)
    if (certificate.kind !== 'key') return refused(`certificate-${certificate.kind}`)
    if (!isSignedBy(message, certificate.key)) return refused('signature-wrong')
    return checkAge(message, window)
  }
}

function isSignedBy(message: SnsMessage, key: Parameters<typeof verify>[2]): boolean {
  const algorithm = own(ALGORITHMS, message['SignatureVersion'])
  const signature = decodeSignature(message['Signature'], 'base64')
  const choices = own(FIELDS, message['Type']) ?? []
  if (algorithm === undefined || signature === undefined) return false
  return choices.some((fields) =>
    verify(algorithm, Buffer.from(canonicalText(message, fields)), key, signature) === true)
}

function own<Row>(
  table: Readonly<Record<string, Row>>, name: string | undefined,
): Row | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

/** `Name\nvalue\n` of each field that is there, in the order of their names. */
function canonicalText(message: SnsMessage, fields: readonly string[]): string {
  return fields.flatMap((name) =>
    message[name] === undefined ? [] : [`${name}\n${message[name]}\n`]).join('')
}

function checkAge(message: SnsMessage, window: Window): Proof {
  const { MessageId: id, Timestamp: time = '' } = message
  const problem = checkTime(Date.parse(time), window)
  return problem === undefined ? signed(id) : refused(problem)
}

/** The texts of an SNS message; undefined where the body is none. */
function readSnsMessage(bytes: Uint8Array): SnsMessage | undefined {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString()) as unknown
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.fromEntries(Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
