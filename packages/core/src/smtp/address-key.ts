// Under which key an address is kept and looked up: what is the same mailbox and what is not.

import { normalizeAddress } from './address.ts'

/**
 * How far two spellings are one address. Letter case of the local part is the receiver's business
 * (RFC 5321 §2.4), but no receiver is known that tells mailboxes apart by it, so it is ignored.
 * What more is ignored is a property of a provider and stands in a table, never of all domains.
 */
export type AddressEquivalence = {
  /** `lower-domain` keeps the case of the local part; `lower-all` ignores it. */
  readonly case: 'lower-domain' | 'lower-all'
  /** Whether `user+tag` is `user` at the providers that are known to deliver it there. */
  readonly plusTags: 'keep' | 'strip'
  /** Whether dots count in local parts at Gmail. */
  readonly gmailDots: 'keep' | 'strip'
}

export const ADDRESS_EQUIVALENCE_DEFAULT: AddressEquivalence = {
  case: 'lower-all', plusTags: 'keep', gmailDots: 'keep',
}

const GMAIL = new Set(['gmail.com', 'googlemail.com'])
/** Consumer domains whose operators document that they deliver `user+tag` to `user`. */
const PLUS_TAG_DOMAINS = new Set([
  ...GMAIL, 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'icloud.com', 'me.com', 'mac.com',
  'fastmail.com', 'fastmail.fm', 'proton.me', 'protonmail.com', 'pm.me', 'zoho.com',
])

/** The key of an address; what is no address is trimmed and kept as it is. */
export function addressKey(
  text: string, equivalence: AddressEquivalence = ADDRESS_EQUIVALENCE_DEFAULT,
): string {
  const address = normalizeAddress(text)
  const at = address.lastIndexOf('@')
  if (at < 1) return address
  const domain = address.slice(at + 1)
  let local = address.slice(0, at)
  if (local.startsWith('"')) return address
  if (equivalence.case === 'lower-all') local = local.toLowerCase()
  const plus = local.indexOf('+')
  if (equivalence.plusTags === 'strip' && plus > 0 && PLUS_TAG_DOMAINS.has(domain)) {
    local = local.slice(0, plus)
  }
  if (equivalence.gmailDots === 'strip' && GMAIL.has(domain)) local = local.replaceAll('.', '')
  return `${local}@${domain}`
}
