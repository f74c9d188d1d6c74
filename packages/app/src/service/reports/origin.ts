// Who sent a report: what its mail proves, held against what the report says of itself. It has to
// pass DMARC (RFC 9990); one about TLS has to be signed (RFC 8460 §3).

import { parseMessage, readReturnPath } from '@carom/core'
import { authenticate, type Proof, type Resolve } from '../bounce/authenticate.ts'
import { isAligned } from '../prevent/dns/aligned.ts'
import type { KeptReport, Origin } from './types.ts'

export type OriginDeps = {
  readonly resolve: Resolve
  /** Names under which own servers write Authentication-Results. */
  readonly authservIds: readonly string[]
  /** Names of own servers after `by` in Received. */
  readonly receivedBy: readonly string[]
}

export type ReportMail = {
  readonly bytes: Uint8Array
  readonly mailFrom?: string | undefined
  readonly client?: { readonly ip: string; readonly helo: string } | undefined
  readonly isWhole: boolean
}

/** What a mail proves; `domain` is empty where it proves nothing. */
export type ProvenSender = {
  readonly domain: string
  /** Why it is empty. */
  readonly problem: string
  /** The DNS did not answer: another time it may. */
  readonly mayHoldLater: boolean
}

/** Never rejects for what the DNS says or does not. */
export async function proveSender(mail: ReportMail, deps: OriginDeps): Promise<ProvenSender> {
  const message = parseMessage(mail.bytes)
  const froms = message.headers('from')
  const from = /@([^@<>\s]+?)>?\s*$/.exec(froms[0] ?? '')?.[1]?.toLowerCase() ?? ''
  if (froms.length !== 1 || from === '') return nobody('its mail names no single author')
  const path = readReturnPath(message, mail.mailFrom)
  const { proofs, problem } = await authenticate(message, {
    ...deps, isWhole: mail.isWhole, client: mail.client,
    sender: path.kind === 'address' ? path.address : '',
  })
  const own = proofs.filter(({ domain }) => isAligned(domain, from))
  if (own.some(({ result }) => result === 'pass')) {
    return { domain: from, problem: '', mayHoldLater: false }
  }
  const mayHoldLater = proofs.some(({ result }) => result === 'temperror')
    || problem?.startsWith('DNS') === true
  if (mayHoldLater) return { ...nobody('the DNS did not answer'), mayHoldLater }
  return nobody(problem ?? whyNot(from, proofs, message.headers('dkim-signature').length))
}

function nobody(problem: string): ProvenSender {
  return { domain: '', problem, mayHoldLater: false }
}

function whyNot(from: string, proofs: readonly Proof[], signatures: number): string {
  const other = proofs.find(({ result, method }) => result === 'pass' && method !== 'dmarc')
  if (other !== undefined) return `its mail is from ${from} and proven for ${other.domain} alone`
  return signatures === 0 ? `its mail from ${from} is not signed`
    : `no signature of its mail holds for ${from}`
}

/** The mail may prove somebody who is not the one that the report names. */
export function originOf(
  { domain, problem }: ProvenSender, report: Pick<KeptReport, 'reporter' | 'contact'>,
): Origin {
  if (domain === '') return { sender: '', problem }
  return speaksFor(domain, report) ? { sender: domain, problem: '' }
    : { sender: domain, problem: `it is sent by ${domain}, which it does not name` }
}

/** It names its sender by a domain, an address, or the first word of a name (`Yahoo`). */
function speaksFor(
  sender: string, { reporter, contact }: Pick<KeptReport, 'reporter' | 'contact'>,
): boolean {
  const named = [reporter, contact].map((text) =>
    text.slice(text.lastIndexOf('@') + 1).trim().toLowerCase())
  if (named.some((name) => name.includes('.') && isAligned(name, sender))) return true
  const [word = '', rest = ''] = reporter.toLowerCase().split(/([^\p{L}\p{N}-])/u, 2)
  return word.length > 2 && rest !== '.' && sender.split('.').slice(0, -1).includes(word)
}
