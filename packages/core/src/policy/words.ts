// Why a step was taken, in plain words with its numbers.

import { formatMoment, formatSpan, ordinal, plural } from './duration.ts'
import type { Target } from './machine.ts'
import { countCampaigns, spanOf, thresholdOf, valueOf } from './meter.ts'
import type { MeterState } from './meter.ts'
import type { Proof } from './types.ts'

/** `3rd mailbox full in 31 days, from 3 campaigns`. */
export function describeMeter(meter: MeterState, engaged: boolean): string {
  const { of: { track }, hits, start } = meter
  const value = valueOf(meter)
  const events = hits.length - start
  const spanMs = spanOf(meter)
  const span = spanMs >= 1000 ? ` in ${formatSpan(spanMs)}` : ''
  const campaigns = events > 1 ? countCampaigns(meter) : 0
  const from = campaigns > 1 && hits.at(-1)?.incident.campaign !== undefined
    ? `, from ${plural(campaigns, 'campaign')}` : ''
  const threshold = thresholdOf(track, engaged)
  switch (track.meter) {
    case 'consecutive':
      return `${ordinal(value)} ${track.title} in a row${span}${from}`
    case 'lastN':
      return `${value} of the last ${track.lastN} messages failed: ${track.title}`
    case 'score':
    case 'regularity': {
      const shown = Math.round(value * 100) / 100
      return `${track.title}: score ${shown} of ${threshold}` +
        ` after ${plural(events, 'failure')}${span}${from}`
    }
    default:
      return `${ordinal(value)} ${track.title}${span}${from}`
  }
}

/** `paused until 2026-12-01 10:00 UTC`. */
export function describeTarget({ status, until }: Target): string {
  if (status === 'removed') return 'removed'
  if (status === 'probing') return `waiting for a probe until ${formatMoment(until)}`
  if (until === Infinity) return status === 'paused' ? 'paused' : 'suppressed until lifted'
  return `${status} until ${formatMoment(until)}`
}

const SIGNS: Readonly<Record<Proof['kind'], string>> = {
  'delivered': 'A message was delivered',
  'engaged': 'The person opened or clicked a message',
  'inbound': 'Mail came from the address',
  'self-service': 'The person asked for mail again',
}

export function describeSign(kind: Proof['kind']): string {
  return SIGNS[kind]
}
