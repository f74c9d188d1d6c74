// The replies of MailChannels.

import type { ProviderRules } from '../types.ts'

export const mailchannels: ProviderRules = {
  id: 'mailchannels',
  name: 'MailChannels',
  hosts: ['mailchannels.net', 'mailchannels.com'],
  fingerprints: ['mailchannels.net', 'mailchannels.com'],
  sources: [
    'https://docs.mailchannels.com/inbound/smtp-errors',
    'https://docs.mailchannels.com/outbound/smtp-errors',
  ],
  replies: [
    { id: 'greylisted', match: 'S09 try again later', reason: 'greylisted', anywhere: true },
    { id: 'blocked', match: 'S10 Blocked', reason: 'ip-reputation' },
    { id: 'attachment', match: 'contained an attachment type that is not allowed', reason: 'content-rejected', anywhere: true },
    { id: 'message-blocked', match: 'message blocked', replyCode: 550, reason: 'spam-content' },
    { id: 'no-reason', match: 'NR message rejected', replyCode: 550, enhancedCode: '5.7.1', reason: 'spam-content' },
    { id: 'spf', match: 'email has been rejected due to the domain\'s SPF policy', reason: 'auth-failure', anywhere: true },
    { id: 'recipient-policy', match: 'recipient policy mismatch', reason: 'too-many-recipients', anywhere: true },
    { id: 'spam-signature', match: 'SS message blocked', reason: 'spam-content' },
    { id: 'sender-listed', match: 'RBL sender blocked', reason: 'ip-blocklisted' },
    { id: 'sender-prohibited-spf', match: 'sender prohibited by SPF', reason: 'auth-failure', anywhere: true },
    { id: 'sender-not-authorized', match: 'this sender is not authorized to send from', reason: 'sender-rejected' },
    { id: 'sender-account', match: 'ESA sender blocked', reason: 'sender-rejected' },
    { id: 'invalid-recipients', match: 'excessively high number of invalid recipients', reason: 'rate-limited', anywhere: true },
    { id: 'unsubscribed', match: 'recipient has unsubscribed from your list', reason: 'list-suppressed', anywhere: true },
    { id: 'bounced-before', match: 'RB this recipient email address has been', reason: 'list-suppressed' },
  ],
}
