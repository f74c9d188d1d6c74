// The replies of Comcast Xfinity.

import type { ProviderRules } from '../types.ts'

export const comcast: ProviderRules = {
  id: 'comcast',
  name: 'Comcast Xfinity',
  hosts: ['comcast.net', 'xfinity.com'],
  fingerprints: ['postmaster.comcast.net', 'spa.xfinity.com', 'sys.comcast.net', 'mxge.comcast.net'],
  sources: [
    'https://postmaster.comcast.net/mail-error-codes.html',
    'https://www.xfinity.com/support/articles/email-errors',
  ],
  replies: [
    { id: 'not-our-customer', match: 'not our customer', reason: 'mailbox-unknown', anywhere: true },
    { id: 'unallocated', match: 'recipient mailbox unallocated', reason: 'mailbox-unknown', anywhere: true },
    { id: 'account-closed', match: 'account closed please remove', reason: 'mailbox-disabled', anywhere: true },
    { id: 'over-quota', match: 'user over quota', reason: 'mailbox-full' },
    { id: 'extended-quota', match: 'extended quota violation', reason: 'mailbox-full', anywhere: true },
    { id: 'recipient-unavailable-now', match: 'recipient temporarily unavailable', reason: 'mailbox-busy' },
    { id: 'recipient-unavailable', match: 'recipient unavailable', reason: 'mailbox-busy' },
    { id: 'recent-messages', match: 'too many recent messages', reason: 'mailbox-busy' },
    { id: 'ptr', match: 'Comcast requires that all mail servers must have a PTR', reason: 'reverse-dns', anywhere: true },
    { id: 'reverse-dns-retry', match: 'reverse DNS failure try again later', reason: 'reverse-dns', anywhere: true },
    { id: 'dmarc', match: 'message rejected due to DMARC', reason: 'auth-failure', anywhere: true },
    { id: 'dmarc-code', match: 'smtp-error-codes.php#DM000001', reason: 'auth-failure', anywhere: true },
    { id: 'block-for-spam', match: 'Comcast block for spam', reason: 'ip-reputation', anywhere: true },
    { id: 'pattern-of-spam', match: 'smtp-error-codes.php#BL000000', reason: 'ip-reputation', anywhere: true },
    { id: 'on-lists', match: 'found on one or more DNSBLs', reason: 'ip-blocklisted', anywhere: true },
    { id: 'list-spamhaus', match: 'smtp-error-codes.php#BL000001', reason: 'ip-blocklisted', anywhere: true },
    { id: 'list-others', match: 'smtp-error-codes.php#BL0000*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'list-senderscore', match: 'smtp-error-codes.php#BL0001*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'own-dynamic', match: 'smtp-error-codes.php#ES0000*', reason: 'ip-reputation', anywhere: true },
    { id: 'rate', match: 'smtp-error-codes.php#RL0000*', reason: 'rate-limited', anywhere: true },
    { id: 'throttled', match: 'throttled try again later', reason: 'rate-limited' },
    { id: 'bare-pattern', match: 'BL000000', reason: 'ip-reputation' },
    { id: 'bare-list', match: 'BL0000*', reason: 'ip-blocklisted' },
    { id: 'bare-senderscore', match: 'BL0001*', reason: 'ip-blocklisted' },
    { id: 'bare-dynamic', match: 'ES0000*', reason: 'ip-reputation' },
    { id: 'bare-rate', match: 'RL0000*', reason: 'rate-limited' },
    { id: 'bare-dmarc', match: 'DM000001', reason: 'auth-failure' },
    { id: 'sessions', match: 'too many sessions opened', reason: 'rate-limited', anywhere: true },
  ],
}
