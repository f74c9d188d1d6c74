// Which suppressions a list or an export shows, as query fields.

import { z } from '@hono/zod-openapi'
import { defined, flag, RANGE_FIELDS, readRange, word } from './fields.ts'
import type { SuppressionFilter } from './rows.ts'

type Optional<Type> = z.ZodOptional<z.ZodType<Type>>

export const SUPPRESSION_FIELDS: {
  readonly text: Optional<string>; readonly list: Optional<string>
  readonly reason: Optional<string>; readonly origin: Optional<string>
  readonly domain: Optional<string>; readonly expired: Optional<boolean>
  readonly from: Optional<number>; readonly until: Optional<number>
} = {
  text: word.optional(), list: z.string().max(500).optional() as Optional<string>,
  reason: word.optional(), origin: word.optional(), domain: word.optional(),
  expired: flag.optional(), ...RANGE_FIELDS,
}

export function toSuppressionFilter(query: {
  readonly [Field in keyof typeof SUPPRESSION_FIELDS]?:
    z.output<(typeof SUPPRESSION_FIELDS)[Field]>
}): SuppressionFilter {
  const { text, list, reason, origin, domain, expired } = query
  return defined({ text, list, reason, origin, domain, expired, created: readRange(query) })
}
