// Lines of a Postfix log for tests of the intake, and waiting for what they tell.

import { setTimeout as sleep } from 'node:timers/promises'
import type { LogItem } from '@carom/core'

const WAIT_MS = 20_000

/** One result a line; numbered recipients, so that each can be looked for. */
export function resultLine(number: number, text: string = '250 OK'): string {
  const id = number.toString(16).toUpperCase().padStart(10, '0')
  const isSent = text.startsWith('2')
  return `Jun 12 08:00:${String(number % 60).padStart(2, '0')} out1 postfix/smtp[7]: ${id}: ` +
    `to=<r${number}@example.org>, relay=mx.example.org[203.0.113.40]:25, delay=1, ` +
    `dsn=${isSent ? '2.0.0' : '5.1.1'}, status=${isSent ? 'sent' : 'bounced'} (${text})`
}

export function recipientsOf(items: readonly LogItem[]): string[] {
  return items.map(({ report }) => report.recipients[0]?.finalRecipient ?? '').sort()
}

export function recipients(...numbers: readonly number[]): string[] {
  return numbers.map((number) => `r${number}@example.org`).sort()
}

export async function until(isDone: () => boolean): Promise<void> {
  for (const end = Date.now() + WAIT_MS; !isDone() && Date.now() < end;) await sleep(5)
}
