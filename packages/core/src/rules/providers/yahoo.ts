// The replies of Yahoo, AOL and the domains they host.

import type { ProviderRules } from '../types.ts'

export const yahoo: ProviderRules = {
  id: 'yahoo',
  name: 'Yahoo, AOL and the domains they host',
  hosts: ['yahoodns.net', 'yahoo.com', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr', 'yahoo.it', 'yahoo.es', 'yahoo.ca', 'yahoo.com.br', 'yahoo.in', 'yahoo.co.in', 'ymail.com', 'rocketmail.com', 'myyahoo.com', 'aol.de', 'aol.co.uk', 'netscape.net', 'verizon.net', 'currently.com'],
  fingerprints: ['yahoodns.net', 'postmaster.yahooinc.com', 'senders.yahooinc.com', 'postmaster.yahoo.com', 'help.yahoo.com/kb', 'mail.mud.yahoo.com', 'mail.scd.yahoo.com'],
  sources: [
    'https://senders.yahooinc.com/smtp-error-codes',
  ],
  replies: [
    // Address and mailbox.
    { id: 'no-account', match: 'delivery error dd this user doesn\'t have a', reason: 'mailbox-unknown', anywhere: true },
    { id: 'no-account-short', match: 'this user doesn\'t have a', reason: 'mailbox-unknown' },
    { id: 'mailbox-not-found', match: 'requested mail action aborted mailbox not found', reason: 'mailbox-unknown', anywhere: true },
    { id: 'no-longer-valid', match: 'is no longer valid', reason: 'mailbox-disabled' },
    { id: 'mailbox-disabled', match: 'mailbox is disabled (554.30)', reason: 'mailbox-disabled', anywhere: true },
    { id: 'mailbox-disabled-short', match: 'this mailbox is disabled', reason: 'mailbox-disabled' },
    { id: 'account-discontinued', match: 'account has been disabled or discontinued', reason: 'mailbox-disabled', anywhere: true },
    { id: 'receiving-too-quickly', match: 'user is receiving mail too quickly', reason: 'mailbox-busy' },
    // Deferrals and blocks of IP addresses.
    { id: 'volume-or-complaints', match: 'due to unexpected volume or user complaints', reason: 'rate-limited', anywhere: true },
    { id: 'complaints', match: 'temporarily deferred due to user complaints', reason: 'ip-reputation', anywhere: true },
    { id: 'excessive-complaints', match: 'deferred due to excessive user complaints', reason: 'ip-reputation', anywhere: true },
    { id: 'deferred-unverified', match: 'IP domain is in the unverified category', reason: 'ip-reputation' },
    { id: 'permanently-deferred', match: 'will be permanently deferred', reason: 'ip-reputation', anywhere: true },
    { id: 'ts01', match: 'TS01 messages from', reason: 'ip-reputation' },
    { id: 'ts02', match: 'TS02 messages from', reason: 'ip-reputation' },
    { id: 'ts03', match: 'TS03 all messages from', reason: 'ip-reputation' },
    { id: 'tss04', match: 'TSS04 messages from', reason: 'rate-limited' },
    { id: 'tss05', match: 'TSS05 messages from', reason: 'rate-limited' },
    { id: 'ipts04', match: 'IPTS04 messages from', reason: 'rate-limited' },
    { id: 'tss09', match: 'TSS09 all messages from', reason: 'ip-reputation' },
    { id: 'tss11', match: 'TSS11 all messages from', reason: 'ip-reputation' },
    { id: 'greylisted', match: 'GL01 message from', reason: 'greylisted' },
    { id: 'spamhaus', match: 'because the ip is in Spamhaus\'s list', reason: 'ip-blocklisted', anywhere: true },
    { id: 'spamhaus-xbl', match: 'not accepted from IP addresses on Spamhaus', reason: 'ip-blocklisted', anywhere: true },
    { id: 'unknown-recipients', match: 'VS1-IP excessive unknown recipients', reason: 'ip-reputation', anywhere: true },
    { id: 'unknown-recipients-sender', match: 'VS1-MF excessive unknown recipients', reason: 'sender-rejected', anywhere: true },
    { id: 'messages-per-connection', match: 'max message per connection reached', reason: 'rate-limited', anywhere: true },
    { id: 'resources', match: 'resources temporarily unavailable', reason: 'server-busy' },
    { id: 'temporary-domain-failure', match: 'temporary domain failure', reason: 'dns-failure' },
    // Authentication, sender and content.
    { id: 'authenticate', match: 'Yahoo requires all senders to authenticate', reason: 'auth-failure', anywhere: true },
    { id: 'dkim-policy', match: 'AU01 message not accepted for policy reasons', reason: 'auth-failure', anywhere: true },
    { id: 'policy-reasons', match: 'message not accepted for policy reasons', reason: 'policy' },
    { id: 'policy-content', match: 'PH01 email not accepted for policy reasons', reason: 'policy', anywhere: true },
    { id: 'headers-not-compliant', match: 'headers are not RFC compliant', reason: 'not-rfc-compliant', anywhere: true },
    { id: 'sender-domain-5321', match: 'due to unresolvable RFC.5321', reason: 'sender-rejected', anywhere: true },
    { id: 'sender-domain-5322', match: 'due to unresolvable RFC.5322', reason: 'sender-rejected', anywhere: true },
  ],
}
