// Structured logs: one JSON line per message (plain words on a terminal), without addresses unless
// asked for and never with secrets (T29, T33).

import { createHash, randomBytes } from 'node:crypto'
import { destination, pino } from 'pino'
import type { DestinationStream } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export type LogFields = Readonly<Record<string, unknown>>

export type Log = {
  readonly debug: (message: string, fields?: LogFields) => void
  readonly info: (message: string, fields?: LogFields) => void
  readonly warn: (message: string, fields?: LogFields) => void
  readonly error: (message: string, fields?: LogFields) => void
}

export type LogOptions = {
  /** The least that is written. */
  readonly level: LogLevel
  /** `json` for machines, `text` for people, `auto`: text on a terminal. */
  readonly format: 'auto' | 'json' | 'text'
  /** Write addresses as they are; else each is replaced by a short hash that stays the same. */
  readonly addresses: boolean
}

export const LOG_DEFAULTS: LogOptions = { level: 'info', format: 'auto', addresses: false }

/** A log whose level can be changed while it runs. */
export type RunningLog = Log & {
  readonly setLevel: (level: LogLevel) => void
  /** Resolves when every line is written. */
  readonly flush: () => Promise<void>
}

/** Where lines go: standard error unless a test or the service says otherwise. */
export type LogTarget = {
  readonly write: (line: string) => unknown
  readonly isTerminal?: boolean
}

/** A longer text is no log line; a peer could fill a disk with it. */
const TEXT_CHARS_MAX = 2000

/** Deeper or wider values are shortened, since logs are written in the middle of work. */
const DEPTH_MAX = 5
const ENTRIES_MAX = 50

const SECRET_NAME =
  /^(?:.*(?:authorization|password|passwd|passphrase|secret|apikey|privatekey|cookie|credential))$/
const TOKEN_NAME = /^(?:auth|pass|pwd|mac|token|accesstoken|refreshtoken|keys?)$/
const URL_CREDENTIALS = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#@]{1,300}@/gi
const SCHEME_SECRET = /\b(bearer|basic|plain|login|xoauth2)[ \t]+[\w.~+/=-]{6,2000}/gi
const CAROM_KEY = /\b(carom_[a-z0-9]{2,12})_[\w-]{8,200}/gi
const QUERY_SECRET =
  /([?&](?:token|key|secret|password|signature|sig|access_token|api_key)=)[^&\s#]{1,500}/gi
const ADDRESS = /[^\s<>()[\]",:;@]{1,64}@[\p{L}\p{N}.-]{1,255}/gu

/** Opens a log; it writes to standard error where no target is given. */
export function createLog(options: LogOptions = LOG_DEFAULTS, target?: LogTarget): RunningLog {
  const stderr = target === undefined ? destination({ dest: 2, sync: false }) : undefined
  const isTerminal = target === undefined ? process.stderr.isTTY === true : target.isTerminal
  const isText = options.format === 'text' || (options.format === 'auto' && isTerminal === true)
  const out = (target ?? stderr) as { write: (line: string) => unknown }
  const stream: DestinationStream = {
    write: (line) => { out.write(isText ? formatForPeople(line) : line) },
  }
  const clean = createCleaner(options.addresses)
  const writer = pino({
    level: options.level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) }, messageKey: 'message',
  }, stream)
  const write = (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields?: LogFields): void => {
      if (!writer.isLevelEnabled(level)) return
      writer[level](fields === undefined ? {} : cleanFields(fields, clean), clean(message))
    }
  return {
    debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error'),
    setLevel: (level) => { writer.level = level },
    flush: () => new Promise((resolve) => {
      if (stderr === undefined) resolve()
      else stderr.flush(() => resolve())
    }),
  }
}

/** A log for tests and for parts that run without one. */
export const SILENT_LOG: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** Texts without secrets, and without addresses unless they are wanted. */
function createCleaner(addresses: boolean): (text: string) => string {
  // The salt lives as long as the process: a log shows that two lines speak of one address, and
  // nobody can find the address by hashing a list of guesses.
  const salt = randomBytes(16)
  return (text) => {
    const cut = text.length > TEXT_CHARS_MAX ? `${text.slice(0, TEXT_CHARS_MAX)}…` : text
    const safe = cut.replace(URL_CREDENTIALS, '$1[hidden]@')
      .replace(SCHEME_SECRET, '$1 [hidden]').replace(CAROM_KEY, '$1_[hidden]')
      .replace(QUERY_SECRET, '$1[hidden]')
    if (!safe.includes('@')) return safe
    return safe.replace(ADDRESS, (found) => hide(found, addresses, salt))
  }
}

function hide(address: string, isWanted: boolean, salt: Buffer): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (address.startsWith('[hidden]')) return address
  if (isWanted) return `${withoutToken(address.slice(0, at))}@${domain}`
  const hash = createHash('sha256').update(salt).update(address.toLowerCase()).digest('hex')
  return `address:${hash.slice(0, 10)}@${domain}`
}

// What follows the first mark of a long return path is its token: 16 characters of base 32 or more.
function withoutToken(localPart: string): string {
  return localPart.replace(/([+=.-])[a-z0-9]{16,64}$/i, '$1[hidden]')
}

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain }

function cleanFields(fields: LogFields, clean: (text: string) => string): Record<string, Plain> {
  return cleanValue(fields, clean, 0) as Record<string, Plain>
}

function cleanValue(value: unknown, clean: (text: string) => string, depth: number): Plain {
  if (typeof value === 'string') return clean(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'boolean' || value === null || value === undefined) return value ?? null
  if (typeof value !== 'object') return clean(String(value))
  if (value instanceof Error) return cleanError(value, clean, depth)
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (depth >= DEPTH_MAX) return '…'
  if (Array.isArray(value)) {
    const shown = value.slice(0, ENTRIES_MAX).map((entry) => cleanValue(entry, clean, depth + 1))
    return value.length > ENTRIES_MAX ? [...shown, `… ${value.length} in all`] : shown
  }
  const entries = Object.entries(value).slice(0, ENTRIES_MAX)
  return Object.fromEntries(entries.map(([name, entry]) => [
    name, isSecretName(name) && typeof entry !== 'number' && entry !== undefined
      ? '[hidden]' : cleanValue(entry, clean, depth + 1),
  ]))
}

function isSecretName(name: string): boolean {
  const flat = name.toLowerCase().replaceAll(/[_-]/g, '')
  return SECRET_NAME.test(flat) || TOKEN_NAME.test(flat)
}

function cleanError(error: Error, clean: (text: string) => string, depth: number): Plain {
  const code = (error as { code?: unknown }).code
  return {
    name: error.name, message: clean(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: clean(error.stack) }),
    ...(error.cause === undefined || depth >= DEPTH_MAX
      ? {} : { cause: cleanValue(error.cause, clean, depth + 1) }),
  }
}

// The line is pino's own JSON: text of strangers in it is escaped, and stays so.
function formatForPeople(line: string): string {
  const { level, time, message, ...fields } = JSON.parse(line) as Record<string, unknown>
  const more = Object.entries(fields).map(([name, value]) =>
    ` ${name}=${typeof value === 'string' && /^[\w.:/@-]+$/.test(value)
      ? value : JSON.stringify(value)}`)
  const text = JSON.stringify(message).slice(1, -1).replaceAll('\\"', '"')
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${text}${more.join('')}\n`
}
