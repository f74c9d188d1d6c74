// The fixed sentences of Rspamd, SpamAssassin, policy servers and SPF, DKIM and DMARC milters.
// https://rspamd.com
// https://www.openspf.org
// http://www.trusteddomain.org/opendmarc/

import type { PhraseRule } from '../types.ts'

export const filters: readonly PhraseRule[] = [
  { id: 'filters/rspamd', match: 'spam message rejected', reason: 'spam-content' },
  { id: 'filters/spamassassin', match: 'blocked by Spam Assassin', reason: 'spam-content' },
  { id: 'filters/too-many-dnsbls', match: 'listed in too many DNSBLs', reason: 'ip-blocklisted' },
  { id: 'filters/openspf-org', match: 'openspf.org/Why', reason: 'auth-failure' },
  { id: 'filters/openspf-net', match: 'openspf.net/Why', reason: 'auth-failure' },
  { id: 'filters/spf-not-authorized', match: 'due to SPF fail not authorized', reason: 'auth-failure' },
  { id: 'filters/spf-receiver-policy', match: 'receiver policy for SPF', reason: 'auth-failure' },
  { id: 'filters/spf-discourages', match: 'domain owner discourages use of this host', reason: 'auth-failure' },
  { id: 'filters/opendmarc', match: 'rejected by DMARC policy for', reason: 'auth-failure' },
  { id: 'filters/opendkim', match: 'bad DKIM signature data', reason: 'auth-failure' },
  { id: 'filters/policyd-later', match: 'policy rejection please try later', reason: 'greylisted' },
  { id: 'filters/policyd-abuse', match: 'policy rejection abuse', reason: 'policy' },
  { id: 'filters/policyd-quota', match: 'policy rejection quota exceeded', reason: 'rate-limited' },
  { id: 'filters/postgrey', match: 'postgrey.schweikert.ch/help', reason: 'greylisted' },
  { id: 'filters/postgrey-ethz', match: 'ethz.ch/tools/postgrey/help', reason: 'greylisted' },
  { id: 'filters/milter-greylist', match: 'greylisting in action', reason: 'greylisted' },
  { id: 'filters/greylisted-for', match: 'recipient address rejected greylisted for', reason: 'greylisted' },
]
