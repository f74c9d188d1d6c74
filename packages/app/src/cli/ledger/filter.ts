// Options that say which bounces a command is about.

import type { TimeRange } from '../../service/http/rows.ts'
import { UsageError, type Arguments, type CommandOption } from '../command.ts'

export const FILTER_OPTIONS: readonly CommandOption[] = [
  { name: 'since', value: 'TIME', summary: 'From this time on: 2026-03-01, 2026-03-01T14:00Z.' },
  { name: 'until', value: 'TIME', summary: 'Before this time.' },
  { name: 'receiver', value: 'NAME', summary: 'Operator of the receiver, such as google.' },
  { name: 'domain', value: 'DOMAIN', summary: 'Domain of the addresses.' },
  { name: 'reason', value: 'REASON', summary: 'Reason of the bounces, such as mailbox-unknown.' },
  { name: 'source', value: 'NAME', summary: 'Source that told of them.' },
  { name: 'list', value: 'NAME', summary: 'List or stream of the mail.' },
  { name: 'campaign', value: 'NAME', summary: 'Campaign of the mail.' },
  { name: 'code', value: 'CODE', summary: 'Reply code or enhanced code: 550, 5.1.1.' },
  { name: 'address', value: 'ADDRESS', summary: 'One address.' },
]

const TEXTS = ['receiver', 'domain', 'reason', 'source', 'list', 'campaign', 'code', 'address'] as const

export type BounceFilter = Partial<Record<(typeof TEXTS)[number], string>> & {
  readonly time?: TimeRange
}

/** Throws a UsageError for a time that cannot be read. */
export function readFilter(args: Arguments): BounceFilter {
  const filter: Partial<Record<(typeof TEXTS)[number], string>> = {}
  for (const name of TEXTS) {
    const value = args.value(name)
    if (value !== undefined) filter[name] = value
  }
  const time = readTimes(args)
  return time === undefined ? filter : { ...filter, time }
}

/** `--since` and `--until`; undefined where neither is given. */
export function readTimes(args: Arguments): TimeRange | undefined {
  const from = readTime(args, 'since')
  const until = readTime(args, 'until')
  if (from === undefined && until === undefined) return undefined
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}

function readTime(args: Arguments, option: string): number | undefined {
  const text = args.value(option)
  if (text === undefined) return undefined
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  throw new UsageError(`--${option} cannot be '${text}'`, 'Write 2026-03-01 or 2026-03-01T14:00Z.')
}
