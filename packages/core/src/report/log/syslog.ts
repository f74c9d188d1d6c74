// What stands before a mail server's own words: the headers of syslog (RFC 3164 §4.1, RFC 5424 §6)
// as files and peers write them, and the wrappings of journald, Docker and Kubernetes.

import { unwrapJson } from './journald.ts'

/** A line taken apart; stamp, host and program are empty where the line has none. */
export type LogLine = {
  readonly stamp: string
  readonly host: string
  readonly program: string
  readonly text: string
}

const SPACE = 32
const COLON = 58
const BRACKET = 91

/** Takes the header off; undefined where the line has none. */
export function readSyslog(line: string): LogLine | undefined {
  const first = line.charCodeAt(0)
  if (first === 0x7b) return readWrapped(line)
  if (first === 0x3c) return readWithPriority(line)
  return readHeader(line, 0)
}

/** Takes the header off where there is one. */
export function unwrapLine(line: string): LogLine {
  return readSyslog(line) ?? { stamp: '', host: '', program: '', text: line }
}

/** `<22>` and then either form. */
function readWithPriority(line: string): LogLine | undefined {
  const end = line.indexOf('>')
  if (end < 2 || end > 4) return undefined
  const isNew = line.charCodeAt(end + 1) === 49 && line.charCodeAt(end + 2) === SPACE
  return isNew ? readNewHeader(line, end + 3) : readHeader(line, end + 1)
}

function readHeader(line: string, from: number): LogLine | undefined {
  const stampEnd = endOfStamp(line, from)
  if (stampEnd < 0) return undefined
  if (line.startsWith(' stdout F ', stampEnd) || line.startsWith(' stderr F ', stampEnd)) {
    const inner = line.slice(stampEnd + 10)
    return readSyslog(inner) ??
      { stamp: line.slice(from, stampEnd), host: '', program: '', text: inner }
  }
  const hostEnd = line.indexOf(' ', stampEnd + 1)
  if (hostEnd < 0) return undefined
  const programEnd = endOfProgram(line, hostEnd + 1)
  if (programEnd < 0) return undefined
  let at = programEnd
  if (line.charCodeAt(at) === BRACKET) at = line.indexOf(']', at) + 1
  if (at === 0 || line.charCodeAt(at) !== COLON) return undefined
  return {
    stamp: line.slice(from, stampEnd),
    host: line.slice(stampEnd + 1, hostEnd),
    program: line.slice(hostEnd + 1, programEnd),
    text: line.slice(line.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1),
  }
}

/** `May  4 09:15:02` or `2026-05-04T09:15:02.318476+02:00`; -1 where it is neither. */
function endOfStamp(line: string, from: number): number {
  const first = line.charCodeAt(from)
  if (first >= 48 && first <= 57) {
    if (line.charCodeAt(from + 4) !== 45 || line.charCodeAt(from + 7) !== 45) return -1
    return line.charCodeAt(from + 10) === 84 ? line.indexOf(' ', from + 19) : -1
  }
  const isBsd = line.charCodeAt(from + 3) === SPACE && line.charCodeAt(from + 6) === SPACE &&
    line.charCodeAt(from + 9) === COLON && line.charCodeAt(from + 12) === COLON &&
    line.charCodeAt(from + 15) === SPACE
  return isBsd ? from + 15 : -1
}

/** Programs are named as `postfix/smtp`, with a process id in brackets or without one. */
function endOfProgram(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    if (unit === BRACKET || unit === COLON) return at
    if (unit === SPACE) return -1
  }
  return -1
}

/** RFC 5424: stamp, host, program, process, message id, data in brackets, text. */
function readNewHeader(line: string, from: number): LogLine | undefined {
  const fields: string[] = []
  let at = from
  for (let i = 0; i < 5; i++) {
    const end = line.indexOf(' ', at)
    if (end < 0) return undefined
    fields.push(line.slice(at, end))
    at = end + 1
  }
  at = skipData(line, at)
  if (at < 0) return undefined
  const [stamp = '', host = '', program = ''] = fields
  const text = line.slice(at).replace(/^\ufeff/, '')
  return { stamp, host: host === '-' ? '' : host, program, text }
}

/** `-` or `[id name="value"]…`; a quote, a backslash and a bracket in a value are escaped. */
function skipData(line: string, from: number): number {
  let at = from
  if (line.charCodeAt(at) === 45) at += 1
  while (line.charCodeAt(at) === BRACKET) {
    let isQuoted = false
    for (at += 1; at < line.length; at++) {
      const unit = line.charCodeAt(at)
      if (unit === 92) at += 1
      else if (unit === 34) isQuoted = !isQuoted
      else if (unit === 93 && !isQuoted) break
    }
    if (at >= line.length) return -1
    at += 1
  }
  if (at === from || (at < line.length && line.charCodeAt(at) !== SPACE)) return -1
  return at + 1
}

function readWrapped(line: string): LogLine | undefined {
  const wrapped = unwrapJson(line)
  if (wrapped === undefined || wrapped.program !== '') return wrapped
  const inner = readSyslogText(wrapped.text)
  return inner ?? wrapped
}

/** One wrapping is undone, so that a text that looks like one is not taken for another. */
function readSyslogText(text: string): LogLine | undefined {
  return text.charCodeAt(0) === 0x3c ? readWithPriority(text) : readHeader(text, 0)
}
