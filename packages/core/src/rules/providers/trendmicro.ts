// The replies of Trend Micro.

import type { ProviderRules } from '../types.ts'

export const trendmicro: ProviderRules = {
  id: 'trendmicro',
  name: 'Trend Micro',
  hosts: ['trendmicro.com', 'trendmicro.eu', 'tmes.trendmicro.com'],
  fingerprints: ['in.tmes.trendmicro.com', 'ers.trendmicro.com'],
  sources: [
    'https://docs.trendmicro.com/en-us/documentation/article/trend-micro-email-security-online-help-troubleshooting-smt',
  ],
  replies: [
    { id: 'reputation-list', match: 'blocked using Trend Micro', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reputation-service', match: 'Trend Micro Email Reputation', reason: 'ip-blocklisted', anywhere: true },
    { id: 'customized-block', match: 'recipient address rejected ERS-Customized-Block', reason: 'ip-reputation', anywhere: true },
    { id: 'reputation-block', match: 'recipient address rejected ERS-RBL', reason: 'ip-blocklisted', anywhere: true },
    { id: 'blocked-sender', match: 'recipient address rejected BLOCK-SENDER', reason: 'recipient-refused', anywhere: true },
    { id: 'blocked-sender-split', match: 'recipient address rejected BLOCK-SEND-ER', reason: 'recipient-refused', anywhere: true },
    { id: 'blocked-recipient', match: 'recipient address rejected BLOCK-RCPT', reason: 'recipient-refused', anywhere: true },
    { id: 'invalid-recipient', match: 'recipient address rejected Invalid-Recipient', reason: 'mailbox-unknown', anywhere: true },
    { id: 'no-domain', match: 'recipient address rejected NO-DOMAIN', reason: 'domain-unknown', anywhere: true },
  ],
}
