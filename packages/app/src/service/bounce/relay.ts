// The one way out: a message handed to the configured relay once, with the null sender and one
// recipient, and never again, whatever becomes of it.

import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { SHOWN_CHARS_MAX } from './limits.ts'
import type { RelayOptions } from './options.ts'
import { isLoopback } from '../intake/mailbox/server.ts'
import { safeLine } from '../safe-text.ts'

export type RelayMessage = {
  /** Empty for `<>`: nobody is told of what becomes of a bounce (RFC 5321 §4.5.5). */
  readonly envelopeSender: string
  readonly to: string
  readonly bytes: Uint8Array
  readonly needsSmtpUtf8: boolean
}

/** `unknown`: the connection was lost while the relay had it, so that it may have taken it. */
export type RelayOutcome = {
  readonly state: 'sent' | 'failed' | 'unknown'
  readonly answer: string
}

export type Relay = {
  /** Never rejects. */
  readonly send: (message: RelayMessage) => Promise<RelayOutcome>
  /** Greets, logs in and leaves. */
  readonly test: () => Promise<{ readonly ok: boolean; readonly answer: string }>
}

const knowsSmtpUtf8 = new WeakSet<SMTPConnection>()

type SmtpError = Error & {
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
}

/** Throws a TypeError where the way would be open to listeners. */
export function createRelay(options: RelayOptions, host: string): Relay {
  const { security, user, password } = options
  if (security === 'plain' && !isLoopback(options.host)) {
    throw new TypeError('bounce.relay: plain is for this machine only; use starttls or tls')
  }
  const connect = (): Promise<SMTPConnection> => open(options, host, { user, password })
  return {
    async send(message) {
      let client: SMTPConnection
      try {
        client = await connect()
      } catch (error) {
        return { state: 'failed', answer: answerOf(error) }
      }
      if (message.needsSmtpUtf8 && !knowsSmtpUtf8.has(client)) {
        client.quit()
        return { state: 'failed', answer: 'The relay does not know SMTPUTF8 (RFC 6531).' }
      }
      const outcome = await transmit(client, message)
      if (outcome.state === 'sent') client.quit()
      else client.close()
      return outcome
    },
    async test() {
      try {
        const client = await connect()
        const answer = String(client.lastServerResponse || 'The relay answers.')
        client.quit()
        return { ok: true, answer: safeLine(answer, SHOWN_CHARS_MAX) }
      } catch (error) {
        return { ok: false, answer: answerOf(error) }
      }
    },
  }
}

async function open(
  { host, port, security, serverName, timeoutMs }: RelayOptions, name: string,
  { user, password }: Pick<RelayOptions, 'user' | 'password'>,
): Promise<SMTPConnection> {
  const servername = serverName ?? (isIP(host) === 0 ? host : undefined)
  const client = new SMTPConnection({
    host, port: port ?? (security === 'tls' ? 465 : 587), name,
    secure: security === 'tls', requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    tls: { minVersion: 'TLSv1.2', ...(servername === undefined ? {} : { servername }) },
    connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs,
  })
  await new Promise<void>((resolve, reject) => {
    client.once('error', reject)
    client.once('end', () => reject(new Error('the relay closed the connection')))
    client.connect((error) => {
      // What the relay said last is its answer to EHLO.
      if (/^250[ -]SMTPUTF8\s*$/im.test(String(client.lastServerResponse))) {
        knowsSmtpUtf8.add(client)
      }
      if (error) reject(error)
      else if (user === undefined) resolve()
      else {
        client.login({ user, pass: password ?? '' }, (refused) => {
          if (refused) reject(refused)
          else resolve()
        })
      }
    })
  }).catch((error: unknown) => {
    client.close()
    throw error
  })
  return client
}

function transmit(client: SMTPConnection, message: RelayMessage): Promise<RelayOutcome> {
  // Once the relay asks for the message, only its last word tells whether it has it.
  let isBegun = false
  const content = Readable.from((function* read() {
    isBegun = true
    yield Buffer.from(message.bytes)
  })())
  return new Promise((resolve) => {
    const fail = (error: SmtpError): void => resolve({
      state: isBegun && error.responseCode === undefined ? 'unknown' : 'failed',
      answer: answerOf(error),
    })
    client.removeAllListeners('error').removeAllListeners('end')
    client.on('error', fail)
    client.once('end', () => fail(new Error('the relay closed the connection')))
    const { envelopeSender, to } = message
    client.send({ from: envelopeSender, to: [to] }, content, (error, info) => {
      const refusal = error ?? info?.rejectedErrors?.[0]
      if (refusal) fail(refusal)
      else resolve({ state: 'sent', answer: safeLine(info?.response ?? '', SHOWN_CHARS_MAX) })
    })
  })
}

function answerOf(error: unknown): string {
  const { response, message } = error as SmtpError
  return safeLine(response ?? message, SHOWN_CHARS_MAX)
}
