// The replies of Mail.ru.

import type { ProviderRules } from '../types.ts'

export const mailru: ProviderRules = {
  id: 'mailru',
  name: 'Mail.ru',
  hosts: ['mail.ru', 'list.ru', 'bk.ru', 'inbox.ru', 'internet.ru', 'corp.mail.ru', 'vk.com'],
  fingerprints: ['mail.ru/notspam', 'help.mail.ru', 'postmaster.mail.ru', 'mail.ru/abuse'],
  sources: [
    'https://help.mail.ru/notspam-support/errors',
    'https://help.mail.ru/enpostmaster/mailing_rules',
  ],
  replies: [
    { id: 'invalid-mailbox', match: 'not accepted invalid mailbox', reason: 'mailbox-unknown', anywhere: true },
    { id: 'account-disabled', match: 'is unavailable account is disabled', reason: 'mailbox-disabled', anywhere: true },
    { id: 'user-terminated', match: 'is unavailable user is terminated', reason: 'mailbox-disabled', anywhere: true },
    { id: 'disabled', match: 'account is disabled', reason: 'mailbox-disabled' },
    { id: 'spam', match: 'spam message rejected', reason: 'spam-content' },
    { id: 'ip-blocked', match: 'access from ip address', reason: 'ip-reputation' },
    { id: 'rate', match: 'ratelimit exceeded', reason: 'rate-limited' },
    { id: 'rate-mailbox', match: 'ratelimit exceeded for mailbox', reason: 'rate-limited' },
    { id: 'too-many', match: 'too many messages', reason: 'rate-limited' },
    { id: 'dynamic', match: 'hosts with dynamic IP or generic dns PTR', reason: 'reverse-dns', anywhere: true },
    { id: 'custom-reverse-dns', match: 'get a custom reverse DNS name from your ISP', reason: 'reverse-dns', anywhere: true },
    { id: 'sending-disabled', match: 'message sending for this account is disabled', reason: 'sender-rejected', anywhere: true },
    { id: 'verification', match: 'non-local recipient verification failed', reason: 'mailbox-unknown', anywhere: true },
  ],
}
