// The topmost occurrence of a header field (RFC 5322 §2.2): the one that the last server wrote.

import { isMailAddress } from '@carom/core'
import { FIELD_LINES_MAX, HEADER_SEARCH_BYTES_MAX } from './limits.ts'

/**
 * The address in the topmost field of that name; undefined where there is none. Servers put their
 * fields on top, so one further down may be the sender's own.
 */
export function readTopAddress(bytes: Uint8Array, name: string): string | undefined {
  const value = readTopField(bytes, name)
  if (value === undefined) return undefined
  const open = value.lastIndexOf('<')
  const close = value.indexOf('>', open)
  const text = (open >= 0 && close > open ? value.slice(open + 1, close) : value).trim()
  return isMailAddress(text) ? text : undefined
}

/** The unfolded value of the topmost field of that name. */
export function readTopField(bytes: Uint8Array, name: string): string | undefined {
  const head = Buffer.from(
    bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_SEARCH_BYTES_MAX),
  ).toString('latin1')
  const prefix = name.toLowerCase() + ':'
  for (let at = 0; at < head.length;) {
    const end = lineEnd(head, at)
    const line = head.slice(at, end).replace(/\r$/, '')
    if (line === '') return undefined
    if (line.slice(0, prefix.length).toLowerCase() === prefix) {
      return unfold(head, line.slice(prefix.length), end + 1)
    }
    at = end + 1
  }
  return undefined
}

function unfold(head: string, first: string, from: number): string {
  const parts = [first]
  for (let at = from; at < head.length && parts.length < FIELD_LINES_MAX;) {
    if (head[at] !== ' ' && head[at] !== '\t') break
    const end = lineEnd(head, at)
    parts.push(head.slice(at, end).replace(/\r$/, ''))
    at = end + 1
  }
  return parts.join('').trim()
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
