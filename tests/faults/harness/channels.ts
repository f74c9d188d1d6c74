// How an input is handed over on each channel, and what was answered.

import { appendFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDialog } from '../../../packages/app/test/service/intake/smtp/dialog.ts'
import {
  returnPath, toDsn, toLogLine, toReply, toWebhook, type Channel, type Input,
} from './inputs.ts'

/**
 * `acked`: the service said that it is durable. `later`: come again. `lost`: no answer, nobody
 * knows. `refused`: never come again, which is a lie where the trouble is the service's.
 */
export type Answer = {
  readonly kind: 'acked' | 'later' | 'lost' | 'refused'
  readonly detail: string
}

export type Peer = {
  readonly api: string
  readonly smtpPort: number
  readonly key: string
  /** Where Maildir and log lie. */
  readonly folder: string
}

export const HOOK_USER = 'hook'
export const HOOK_PASSWORD = 'a password for tests'
const ANSWER_MS_MAX = 40_000

export async function hand(input: Input, peer: Peer): Promise<Answer> {
  try {
    return await CHANNELS[input.channel](input, peer)
  } catch (error) {
    const { code, message, cause } = error as Error & { code?: string; cause?: Error }
    return { kind: 'lost', detail: `${code ?? ''} ${message} ${cause?.message ?? ''}` }
  }
}

const CHANNELS: Readonly<Record<Channel, (input: Input, peer: Peer) => Promise<Answer>>> = {
  smtp: handBySmtp,
  message: (input, peer) => post(`${peer.api}/v1/messages`, toDsn(input), {
    'authorization': `Bearer ${peer.key}`, 'content-type': 'message/rfc822',
    'idempotency-key': input.key,
  }),
  events: (input, peer) => post(`${peer.api}/v1/events`, JSON.stringify(toReply(input)), {
    'authorization': `Bearer ${peer.key}`, 'content-type': 'application/json',
    'idempotency-key': input.key,
  }),
  webhook: (input, peer) => post(`${peer.api}/hooks/postmark`, JSON.stringify(toWebhook(input)), {
    'authorization': `Basic ${Buffer.from(`${HOOK_USER}:${HOOK_PASSWORD}`).toString('base64')}`,
    'content-type': 'application/json',
  }),
  // A file that is there is as good as acknowledged: it may go only when it is kept.
  maildir: async (input, { folder }) => {
    const name = `1.${input.n}.mx`
    await writeFile(join(folder, 'maildir/tmp', name), toDsn(input))
    await rename(join(folder, 'maildir/tmp', name), join(folder, 'maildir/new', name))
    return { kind: 'acked', detail: 'file' }
  },
  log: async (input, { folder }) => {
    await appendFile(join(folder, 'mail.log'), `${toLogLine(input)}\n`)
    return { kind: 'acked', detail: 'line' }
  },
}

async function handBySmtp(input: Input, { smtpPort }: Peer): Promise<Answer> {
  const to = returnPath(input.address)
  const dialog = await openDialog(smtpPort)
  const timer = setTimeout(() => dialog.socket().destroy(), ANSWER_MS_MAX)
  try {
    let answer = toAnswer(dialog.greeting)
    for (const line of ['EHLO mx.example.net', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA']) {
      if (answer.kind !== 'acked') return answer
      answer = toAnswer(await dialog.ask(line))
    }
    if (answer.kind !== 'acked') return answer
    dialog.write(`${toDsn(input, to)}.\r\n`)
    answer = toAnswer(await dialog.reply())
    dialog.write('QUIT\r\n')
    return answer
  } finally {
    clearTimeout(timer)
    dialog.end()
  }
}

function toAnswer(reply: string): Answer {
  const kind = /^[23]/.test(reply) ? 'acked' : reply.startsWith('4') ? 'later'
    : reply.startsWith('5') ? 'refused' : 'lost'
  return { kind, detail: reply }
}

async function post(
  url: string, body: string, headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST', body, headers, signal: AbortSignal.timeout(ANSWER_MS_MAX),
  })
  const detail = `${response.status} ${(await response.text()).slice(0, 300)}`
  if (response.ok) return { kind: 'acked', detail }
  if (response.status !== 503 && response.status !== 429) return { kind: 'refused', detail }
  return response.headers.has('retry-after') ? { kind: 'later', detail }
    : { kind: 'refused', detail: `${detail} without Retry-After` }
}
