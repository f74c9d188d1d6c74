// The fixed sentences of HCL (IBM, Lotus) Domino.
// https://help.hcltechsw.com/domino/

import type { PhraseRule } from '../types.ts'

export const domino: readonly PhraseRule[] = [
  { id: 'domino/not-listed', match: 'not listed in Domino Directory', reason: 'mailbox-unknown' },
  { id: 'domino/not-in-book', match: 'not listed in public Name & Address Book', reason: 'mailbox-unknown' },
  { id: 'domino/routing-loop', match: 'message probably in a routing loop', reason: 'routing-error' },
  { id: 'domino/no-route', match: 'no route found to domain', reason: 'domain-unknown' },
  { id: 'domino/mailbox-file', match: 'unable to open mailbox file', reason: 'server-error' },
  { id: 'domino/database-quota', match: 'database disk quota exceeded', reason: 'mailbox-full' },
  { id: 'domino/exceed-quota', match: 'would exceed its disk quota', reason: 'mailbox-full' },
  { id: 'domino/relay-policy', match: 'relay rejected for policy reasons', reason: 'relay-denied' },
  { id: 'domino/dns-blacklist', match: 'host found in DNS blacklist at', reason: 'ip-blocklisted' },
]
