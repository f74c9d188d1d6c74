// The fixed sentences of FortiGate and FortiMail.
// https://docs.fortinet.com/document/fortigate/latest/administration-guide

import type { PhraseRule } from '../types.ts'

export const fortinet: readonly PhraseRule[] = [
  { id: 'fortinet/black-ip', match: 'Forti Guard Anti Spam black IP address', reason: 'ip-blocklisted' },
  { id: 'fortinet/blocking-url', match: 'Forti Guard Anti Spam blocking URL', reason: 'domain-reputation' },
  { id: 'fortinet/rbl', match: 'from a RBL/ORDBL IP address', reason: 'ip-blocklisted' },
  { id: 'fortinet/helo', match: 'HELO/EHLO domain is invalid', reason: 'reverse-dns' },
  { id: 'fortinet/return-domain', match: 'return email domain is invalid', reason: 'sender-rejected' },
  { id: 'fortinet/banned-word', match: 'it contains a banned word', reason: 'content-rejected' },
]
