// The replies of Cox.

import type { ProviderRules } from '../types.ts'

export const cox: ProviderRules = {
  id: 'cox',
  name: 'Cox',
  hosts: ['cox.net', 'cox.com', 'cxr.mx.a.cloudfilter.net'],
  fingerprints: ['postmaster.cox.net', 'mx.east.cox.net', 'cox.com/residential/support/email-error-codes'],
  sources: [
    'https://www.cox.com/residential/support/email-error-codes.html',
  ],
  replies: [
    { id: 'blocked', match: 'AUP#CXBL', reason: 'ip-reputation', anywhere: true },
    { id: 'blocked-for-now', match: 'AUP#CDRBL', reason: 'ip-reputation', anywhere: true },
    { id: 'reverse-dns', match: 'AUP#CXDNS', reason: 'reverse-dns', anywhere: true },
    { id: 'sender-domain', match: 'AUP#CXSNDR', reason: 'sender-rejected', anywhere: true },
    { id: 'protocol', match: 'AUP#CXSMTP', reason: 'sender-rejected', anywhere: true },
    { id: 'connections', match: 'AUP#CXCNCT', reason: 'rate-limited', anywhere: true },
    { id: 'sent-too-much', match: 'AUP#CXMXRT', reason: 'rate-limited', anywhere: true },
    { id: 'account-limited', match: 'AUP#CXTHRT', reason: 'rate-limited', anywhere: true },
    { id: 'account-blocked', match: 'AUP#CXMJ', reason: 'sender-rejected', anywhere: true },
    { id: 'ip-lists', match: 'AUP#IPBL*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'url-lists', match: 'AUP#URLBL*', reason: 'domain-reputation', anywhere: true },
    { id: 'bad-commands', match: 'cox too many bad commands from', reason: 'ip-reputation', anywhere: true },
    { id: 'invalid-recipients', match: 'too many invalid recipients', reason: 'ip-reputation' },
    { id: 'dns-check', match: 'DNS check failure try again later', reason: 'reverse-dns', anywhere: true },
    { id: 'no-rdns', match: 'rejected no r DNS', reason: 'reverse-dns', anywhere: true },
    { id: 'early-talker', match: 'ESMTP no data before greeting', reason: 'policy', anywhere: true },
    { id: 'attachment', match: 'attachment extension is forbidden', reason: 'content-rejected', anywhere: true },
    { id: 'sender', match: 'sender rejected', reason: 'sender-rejected' },
    { id: 'server-busy', match: 'ESMTP server temporarily not available', reason: 'server-busy', anywhere: true },
    { id: 'sessions', match: 'too many sessions from', reason: 'rate-limited' },
    { id: 'session-messages', match: 'requested action aborted try again later', reason: 'rate-limited' },
    { id: 'threshold', match: 'message threshold exceeded', reason: 'rate-limited' },
    { id: 'recipient', match: 'recipient rejected', reason: 'mailbox-unknown' },
  ],
}
