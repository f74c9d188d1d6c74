// Which envelope recipients are taken in: bounce and feedback domains only, so that nothing is ever
// relayed (T5), and forged return paths are refused before their mail comes (T3).

import { domainToASCII } from 'node:url'
import { verifyReturnPath, type ReturnPathVerdict, type TokenKey } from '@carom/core'
import type { IntakeDomain } from './options.ts'

export type Accepted = {
  /** As the peer wrote it. */
  readonly address: string
  readonly domain: IntakeDomain
  readonly token: Extract<ReturnPathVerdict, { kind: 'valid' }> | undefined
}

export type RecipientJudge =
  (address: string, now: number) => Accepted | undefined

/** Without `%`, `!`, quotes and whatever else some servers read as a route. */
const PLAIN_LOCAL_PART = /^[A-Za-z0-9_][\w.+=-]{0,63}$/
const MAILBOXES_DEFAULT = ['postmaster']
const POSTMASTER = 'postmaster'
const TENANT_DEFAULT = 'default'

/** Says of an address why it may come in; undefined where it may not. */
export function createRecipientJudge(
  domains: readonly IntakeDomain[], tokenKeys: () => readonly TokenKey[],
): RecipientJudge {
  const byName = new Map(domains.map((domain) => [asciiName(domain.name), domain]))
  return (address, now) => {
    // RFC 5321 §4.5.1: the postmaster is reached without a domain too.
    const isBarePostmaster = address.toLowerCase() === POSTMASTER && domains[0] !== undefined
    const full = isBarePostmaster ? `${address}@${domains[0]?.name}` : address
    const at = full.lastIndexOf('@')
    const domain = byName.get(asciiName(full.slice(at + 1)))
    const local = full.slice(0, Math.max(at, 0))
    if (domain === undefined || !PLAIN_LOCAL_PART.test(local)) return undefined
    const keys = tokenKeys().filter(({ tenant = TENANT_DEFAULT }) => tenant === tenantOf(domain))
    const verdict = verifyReturnPath(full, { keys, now })
    if (verdict.kind === 'valid') return { address, domain, token: verdict }
    const { requireToken = domain.kind === 'bounces', mailboxes = MAILBOXES_DEFAULT } = domain
    const isKnown = mailboxes.some((name) => name.toLowerCase() === local.toLowerCase())
    return requireToken && !isKnown ? undefined : { address, domain, token: undefined }
  }
}

export function tenantOf({ tenant = TENANT_DEFAULT }: IntakeDomain): string {
  return tenant
}

function asciiName(name: string): string {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name
  return /^[\x21-\x7e]*$/.test(bare) ? bare.toLowerCase() : domainToASCII(bare)
}
