// Lines of journald's JSON (systemd.journal-fields(7), `journalctl -o json`) and of Docker's
// json-file driver: one object a line.

import { LINE_CHARS_MAX } from './limits.ts'

type Unwrapped = {
  readonly stamp: string
  readonly host: string
  readonly program: string
  readonly text: string
}

/** JSON around a line may take several characters for each of its own. */
const JSON_CHARS_MAX = 8 * LINE_CHARS_MAX

/** The line within; undefined where the JSON is neither of the two. */
export function unwrapJson(line: string): Unwrapped | undefined {
  if (line.length > JSON_CHARS_MAX) return undefined
  const record = parseRecord(line)
  if (record === undefined) return undefined
  return readJournal(record) ?? readDocker(record)
}

/** The object that a line holds; undefined where it is no JSON object. */
export function parseRecord(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value as Record<string, unknown> : undefined
  } catch {
    // Anybody may write such a line: it tells nothing.
    return undefined
  }
}

function readJournal(record: Readonly<Record<string, unknown>>): Unwrapped | undefined {
  const text = textOf(record['MESSAGE'])
  if (text === undefined) return undefined
  const realtime = Number(record['_SOURCE_REALTIME_TIMESTAMP'] ?? record['__REALTIME_TIMESTAMP'])
  return {
    stamp: Number.isFinite(realtime) ? (realtime / 1e6).toFixed(6) : '',
    host: textOf(record['_HOSTNAME']) ?? '',
    program: textOf(record['SYSLOG_IDENTIFIER']) ?? textOf(record['_COMM']) ?? '',
    text,
  }
}

function readDocker({ log, time }: Readonly<Record<string, unknown>>): Unwrapped | undefined {
  if (typeof log !== 'string') return undefined
  return {
    stamp: typeof time === 'string' ? time : '', host: '', program: '',
    text: log.replace(/\r?\n$/, ''),
  }
}

/** A text that is not UTF-8 or holds control characters comes as a list of bytes. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (!Array.isArray(value) || value.length > LINE_CHARS_MAX) return undefined
  return new TextDecoder().decode(Uint8Array.from(value as number[]))
}
