// What receivers quote of Spamhaus.
// https://www.spamhaus.org/faqs/dnsbl-usage/

import type { PhraseRule } from '../types.ts'

export const spamhaus: readonly PhraseRule[] = [
  { id: 'spamhaus/query-ip', match: 'spamhaus.org/query/ip', reason: 'ip-blocklisted' },
  { id: 'spamhaus/query-bl', match: 'spamhaus.org/query/bl', reason: 'ip-blocklisted' },
  { id: 'spamhaus/check-ip', match: 'check.spamhaus.org/query/ip', reason: 'ip-blocklisted' },
  { id: 'spamhaus/query-domain', match: 'spamhaus.org/query/domain', reason: 'domain-reputation' },
  { id: 'spamhaus/query-dbl', match: 'spamhaus.org/query/dbl', reason: 'domain-reputation' },
  { id: 'spamhaus/open-resolver', match: 'spamhaus.org/returnc/pub', reason: 'server-error' },
  { id: 'spamhaus/open-resolver-old', match: 'spamhaus.org/query/open-resolver', reason: 'server-error' },
  { id: 'spamhaus/too-many-queries', match: 'spamhaus.org/returnc/vol', reason: 'server-error' },
]
