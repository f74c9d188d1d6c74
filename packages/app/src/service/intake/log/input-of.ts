// What a log told, as an input of the store: its key says where it stood, so that a replay gives
// the same one.

import { createHash } from 'node:crypto'
import { writeLogItem, type LogItem, type LogMta } from '@carom/core'
import type { NewInput } from '../../store/types.ts'
import type { Place } from './checkpoint.ts'
import type { FeedOptions } from './options.ts'

export type Piece = {
  readonly items: readonly LogItem[]
  readonly mta: LogMta | undefined
  readonly generation: number
  readonly from: Place
  readonly to: Place
}

export function inputOf(
  { tenant, source, trust, name, list, registerSends }: FeedOptions,
  { items, mta, generation, from, to }: Piece, receivedAt: number,
): NewInput {
  const bytes = Buffer.from(items.map(writeLogItem).join('\n') + '\n')
  // The digest keeps apart what has the same place by chance, as where cursors were lost.
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return {
    tenant, source, trust, kind: 'log', bytes, receivedAt,
    transportKey: `log:${source}:${name}:${generation}:${from}-${to}:${digest}`,
    envelope: {
      vendor: mta ?? 'unknown', place: { log: name, generation, from, to },
      ...(list === undefined ? {} : { list }),
      ...(registerSends === true ? { registersSends: true } : {}),
    },
  }
}
