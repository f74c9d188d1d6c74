// The fixed sentences of Courier, Haraka, OpenSMTPD and KumoMTA.
// https://www.courier-mta.org
// https://haraka.github.io
// https://www.opensmtpd.org
// https://docs.kumomta.com

import type { PhraseRule } from '../types.ts'

export const courier: readonly PhraseRule[] = [
  { id: 'courier/courier-dns', match: 'DNS violates RFC 1035', reason: 'dns-failure' },
  { id: 'courier/courier-mx', match: 'violate section', reason: 'sender-rejected' },
  { id: 'courier/courier-domain', match: '517 invalid domain see', reason: 'sender-rejected' },
  { id: 'courier/haraka-too-soon', match: 'you talk too soon', reason: 'protocol-error' },
  { id: 'courier/opensmtpd-network', match: 'network error on destination MXs', reason: 'network-error' },
  { id: 'courier/opensmtpd-no-mx', match: 'no MX found for domain', reason: 'domain-unknown' },
  { id: 'courier/opensmtpd-expired', match: 'envelope expired', reason: 'expired' },
  { id: 'courier/kumomta-connect', match: 'Kumo MTA internal failed to connect', reason: 'network-error' },
]
