// Looks a message over before it is sent, as receivers and their filters will.

import { parseMessage } from '@carom/core'
import { sortFindings, worstIn } from '../severity.ts'
import { checkAuthentication } from './authentication.ts'
import { checkBody } from './body.ts'
import { checkCampaign } from './campaign.ts'
import { checkHeaders } from './headers.ts'
import { checkLinkDomains } from './link-domains.ts'
import {
  MESSAGE_AREAS, type FilterAnswer, type MessageCheckOptions, type MessageFinding,
  type MessageReport,
} from './types.ts'
import { checkUnsubscribe, looksBulk } from './unsubscribe.ts'

const RULES_SHOWN = 8

/** Never rejects, whatever the bytes are. */
export async function checkMessage(
  bytes: Uint8Array, { dns, filter, now, refused, ...options }: MessageCheckOptions,
): Promise<MessageReport> {
  const message = parseMessage(bytes)
  const isBulk = options.isBulk ?? looksBulk(message)
  const body = checkBody(message)
  const [signatures, links, filtered, campaign] = await Promise.all([
    checkAuthentication(message, dns),
    dns === undefined ? [] : checkLinkDomains(dns, body.hosts, options.blocklists ?? []),
    filter === undefined ? [] : askFilter(filter, bytes),
    refused === undefined ? [] : checkCampaign(message, options.campaign, refused),
  ])
  const findings = sortFindings([
    ...signatures, ...checkUnsubscribe(message, isBulk), ...checkHeaders(message, now),
    ...body.findings, ...links, ...filtered, ...campaign,
  ], MESSAGE_AREAS)
  const looked = { filter: filter !== undefined, campaign: refused !== undefined }
  const areas = MESSAGE_AREAS
    .filter((area) => (area !== 'filter' && area !== 'campaign') || looked[area])
    .map((area) => ({ area, severity: worstIn(findings, area) ?? 'good' }))
  return { areas, findings }
}

async function askFilter(
  filter: NonNullable<MessageCheckOptions['filter']>, bytes: Uint8Array,
): Promise<MessageFinding[]> {
  return [toFinding(await filter(bytes))]
}

function toFinding(answer: FilterAnswer): MessageFinding {
  const base = { area: 'filter' } as const
  if (answer.kind === 'trouble') {
    return { ...base, id: 'filter/trouble', severity: 'unknown',
      text: `${answer.name} could not be asked: ${answer.about}.` }
  }
  const { name, score, threshold, rules } = answer
  const why = rules.filter((rule) => rule.score > 0).toSorted((a, b) => b.score - a.score)
    .slice(0, RULES_SHOWN).map((rule) => `${rule.name} ${rule.score}`).join(', ')
  const tail = why === '' ? '' : `: ${why}`
  const isSpam = score >= threshold
  return {
    ...base, id: isSpam ? 'filter/spam' : score > threshold / 2 ? 'filter/near' : 'filter/good',
    severity: isSpam ? 'broken' : score > threshold / 2 ? 'weak' : 'good',
    text: `${name} gives ${score} of ${threshold} points${tail}.`,
  }
}
