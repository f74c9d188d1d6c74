// The sources of mail in a domain's name: who they are, how they fared, and why.

import { BlockList, isIP } from 'node:net'
import { causesOf } from './causes.ts'
import type { DmarcLine, SourceSummary, Standing } from './types.ts'

const FORWARDING: ReadonlySet<string> =
  new Set(['forwarded', 'trusted_forwarder', 'mailing_list'])
const CAUSES_MAX = 4

export type IsKnownSender = (ip: string) => boolean

/** Addresses and networks that mail is sent from; what is neither is nobody's. */
export function createSenderMatch(senders: readonly string[]): IsKnownSender {
  const list = new BlockList()
  for (const sender of senders) {
    const [ip = '', bits] = sender.split('/')
    const family = familyOf(ip)
    if (family === undefined) continue
    if (bits === undefined) list.addAddress(ip, family)
    else if (Number(bits) <= (family === 'ipv4' ? 32 : 128)) {
      list.addSubnet(ip, Number(bits), family)
    }
  }
  return (ip) => {
    const family = familyOf(ip)
    return family !== undefined && list.check(ip, family)
  }
}

function familyOf(ip: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(ip)
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6'
}

/** Those with most messages first. */
export function summarizeSources(
  lines: readonly DmarcLine[], isKnown: IsKnownSender,
): SourceSummary[] {
  return [...Map.groupBy(lines.filter(({ ip }) => ip !== ''), ({ ip }) => ip)]
    .map(([ip, own]) => summarizeSource(ip, own, isKnown))
    .sort((a, b) => b.messages - a.messages)
}

function summarizeSource(
  ip: string, lines: readonly DmarcLine[], isKnown: IsKnownSender,
): SourceSummary {
  const count = (isMeant: (line: DmarcLine) => boolean): number =>
    lines.filter(isMeant).reduce((sum, { messages }) => sum + messages, 0)
  const [byDkim, bySpf] = [count(({ dkim }) => dkim), count(({ spf }) => spf)]
  return {
    ip, standing: standingOf(lines, { isKnown: isKnown(ip) || bySpf > 0, isSigned: byDkim > 0 }),
    messages: count(() => true), aligned: count(({ dkim, spf }) => dkim || spf), byDkim, bySpf,
    refused: count(({ disposition }) => disposition !== 'none'), causes: frequentCauses(lines),
  }
}

function standingOf(
  lines: readonly DmarcLine[],
  { isKnown, isSigned }: { readonly isKnown: boolean; readonly isSigned: boolean },
): Standing {
  if (isKnown) return 'known'
  if (lines.some(({ override }) => FORWARDING.has(override))) return 'forwarder'
  return isSigned ? 'signed' : 'unknown'
}

function frequentCauses(lines: readonly DmarcLine[]): string[] {
  const sums = new Map<string, number>()
  for (const line of lines) {
    for (const cause of causesOf(line)) sums.set(cause, (sums.get(cause) ?? 0) + line.messages)
  }
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, CAUSES_MAX).map(([cause]) => cause)
}
