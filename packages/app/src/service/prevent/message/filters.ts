// Content filters that are asked where they run: rspamd by its HTTP interface, SpamAssassin by the
// protocol of spamd. Both read the message; neither sends anything on.

import { connect } from 'node:net'
import type { FilterAnswer } from './types.ts'

export type FilterOptions = {
  /** From connecting to the last byte of the answer, in ms. @default 20000 */
  readonly timeoutMs: number
}

const FILTER_DEFAULTS: FilterOptions = { timeoutMs: 20_000 }

const SPAMD_PORT = 783
const ANSWER_BYTES_MAX = 1_000_000

type RspamdAnswer = {
  readonly score?: number
  readonly required_score?: number
  readonly symbols?: Readonly<Record<string, { readonly score?: number }>>
}

/** Asks rspamd at an address such as http://127.0.0.1:11333. */
export function createRspamd(url: string, { timeoutMs }: FilterOptions = FILTER_DEFAULTS) {
  return async (bytes: Uint8Array): Promise<FilterAnswer> => {
    try {
      const answer = await fetch(new URL('/checkv2', url), {
        method: 'POST', body: new Uint8Array(bytes), signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      })
      if (!answer.ok) return trouble('rspamd', `it answered ${answer.status}`)
      const { score, required_score: threshold, symbols = {} } =
        await answer.json() as RspamdAnswer
      if (typeof score !== 'number' || typeof threshold !== 'number') {
        return trouble('rspamd', 'its answer holds no score')
      }
      const rules = Object.entries(symbols)
        .map(([name, { score: points = 0 }]) => ({ name, score: points }))
      return { kind: 'scored', name: 'rspamd', score, threshold, rules }
    } catch (error) {
      return trouble('rspamd', messageOf(error))
    }
  }
}

/** Host and port of a spamd: `127.0.0.1` or `127.0.0.1:783`. */
export function readSpamdPlace(place: string): { readonly host: string; readonly port: number } {
  const [, host = place, port = String(SPAMD_PORT)] = /^(.+?)(?::(\d{1,5}))?$/.exec(place) ?? []
  return { host, port: Number(port) }
}

/** Asks spamd of SpamAssassin: `127.0.0.1`, 783. */
export function createSpamd(
  host: string, port: number, { timeoutMs }: FilterOptions = FILTER_DEFAULTS,
) {
  return async (bytes: Uint8Array): Promise<FilterAnswer> => {
    try {
      return readSpamd(await askSpamd({ host, port, timeoutMs }, bytes))
    } catch (error) {
      return trouble('SpamAssassin', messageOf(error))
    }
  }
}

function askSpamd(
  { host, port, timeoutMs }: { readonly host: string; readonly port: number } & FilterOptions,
  bytes: Uint8Array,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: timeoutMs })
    let answer = ''
    const timer = setTimeout(() => socket.destroy(new Error('it took too long')), timeoutMs)
    socket.setEncoding('utf8')
    socket.on('connect', () => {
      socket.write(`SYMBOLS SPAMC/1.5\r\nContent-length: ${bytes.length}\r\n\r\n`)
      socket.end(bytes)
    })
    socket.on('data', (text: string) => {
      answer += text
      if (answer.length > ANSWER_BYTES_MAX) socket.destroy(new Error('its answer has no end'))
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}

function readSpamd(answer: string): FilterAnswer {
  const scores = /^Spam: *(?:True|False) *; *(-?[\d.]+) *\/ *(-?[\d.]+)/im.exec(answer)
  if (scores === null) return trouble('SpamAssassin', 'its answer holds no score')
  const [, body = ''] = answer.split('\r\n\r\n', 2)
  const rules = body.trim().split(',').filter((name) => name !== '')
    .map((name) => ({ name, score: 0.001 }))
  return {
    kind: 'scored', name: 'SpamAssassin', score: Number(scores[1]), threshold: Number(scores[2]),
    rules,
  }
}

function trouble(name: string, about: string): FilterAnswer {
  return { kind: 'trouble', name, about }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
