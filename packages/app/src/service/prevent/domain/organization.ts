// The organisational domain of a name, found by walking up the tree of DMARC records (RFC 9989), so
// that no list of public suffixes is needed; the list's usual cases stand in where no record is.

import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { isVersion, parseTags } from './tags.ts'

/** Longest walk (RFC 9989: from a long name, the walk jumps to its last seven labels). */
const LABELS_MAX = 8

export type DmarcRecord = { readonly domain: string; readonly record: string }

/** Names of the walk: the domain itself first. */
function walkOf(domain: string): string[] {
  const labels = domain.split('.')
  const names = [domain]
  const rest = labels.length > LABELS_MAX ? labels.slice(1 - LABELS_MAX) : labels.slice(1)
  for (let i = 0; i < rest.length; i++) names.push(rest.slice(i).join('.'))
  return names
}

/** Where a record is, or where nobody could tell whether there is one. */
export type DmarcStep = DmarcRecord | { readonly domain: string; readonly trouble: string }

/** Every DMARC record on the way up, the nearest first; two at one name count as none. */
export async function findDmarc(dns: Dns, domain: string): Promise<DmarcStep[]> {
  const found: DmarcStep[] = []
  for (const name of walkOf(domain)) {
    const answer = await dns.lookup(`_dmarc.${name}`, 'TXT')
    if (answer.kind === 'trouble') found.push({ domain: name, trouble: answer.code })
    const all = recordsOf(answer).filter((record) => isVersion(record, 'DMARC1'))
    const [record] = all
    if (record !== undefined && all.length === 1) found.push({ domain: name, record })
  }
  return found
}

/** Labels under which anybody may register, where no record tells: `co.uk` and its like. */
const SECOND_LEVELS: ReadonlySet<string> = new Set([
  'ac', 'co', 'com', 'edu', 'go', 'gov', 'ne', 'net', 'or', 'org',
])

/** Undefined where the DNS did not answer on the way. */
export async function organizationOf(dns: Dns, domain: string): Promise<string | undefined> {
  const steps = await findDmarc(dns, domain)
  for (const step of steps) {
    if ('trouble' in step) return undefined
    const psd = parseTags(step.record).get('psd')?.toLowerCase()
    if (psd === 'n') return step.domain
    if (psd === 'y') {
      return walkOf(domain).at(walkOf(domain).indexOf(step.domain) - 1) ?? step.domain
    }
  }
  return steps.at(-1)?.domain ?? guessOrganization(domain)
}

/** Without asking anybody: the registered domain of nearly every name. */
export function guessOrganization(domain: string): string {
  const labels = domain.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const isSecondLevel = top.length === 2 && SECOND_LEVELS.has(second)
  return labels.slice(isSecondLevel ? -3 : -2).join('.')
}
