// The replies of KPN.

import type { ProviderRules } from '../types.ts'

export const kpn: ProviderRules = {
  id: 'kpn',
  name: 'KPN',
  hosts: ['kpnmail.nl', 'kpn.com', 'kpn.net', 'planet.nl', 'hetnet.nl'],
  fingerprints: ['kpnmail.nl'],
  sources: [
    'https://www.kpn.com/service/internet/e-mail.htm',
  ],
  replies: [
    { id: 'blacklisted', match: 'has been blacklisted please contact', replyCode: 521, reason: 'ip-reputation' },
    { id: 'blacklisted-ip', match: 'has been blacklisted', replyCode: 521, reason: 'ip-reputation' },
  ],
}
