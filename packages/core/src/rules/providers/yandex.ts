// The replies of Yandex.

import type { ProviderRules } from '../types.ts'

export const yandex: ProviderRules = {
  id: 'yandex',
  name: 'Yandex',
  hosts: ['yandex.ru', 'yandex.net', 'yandex.com', 'yandex.by', 'yandex.kz', 'ya.ru'],
  fingerprints: ['mail.yandex.net', 'yandex.ru/support/mail', 'yandex.com/support/mail', 'feedback.yandex.ru'],
  sources: [
    'https://yandex.com/support/mail/bounces/yandex.html',
  ],
  replies: [
    { id: 'no-such-user', match: 'no such user', reason: 'mailbox-unknown' },
    { id: 'full', match: 'mailbox size limit exceeded', reason: 'mailbox-full' },
    { id: 'recipient-rate', match: 'recipient has exceeded message rate limit', reason: 'mailbox-busy', anywhere: true },
    { id: 'recipient-rate-2', match: 'has exceeded their message rate limit', reason: 'mailbox-busy', anywhere: true },
    { id: 'unavailable', match: 'service is currently unavailable', replyCode: 4, reason: 'server-busy' },
    { id: 'suspicion', match: 'message rejected under suspicion of spam', reason: 'spam-content', anywhere: true },
    { id: 'target-policy', match: 'policy rejection on the target address', reason: 'policy', anywhere: true },
    { id: 'timeout', match: 'error timeout exceeded', reason: 'network-error' },
    { id: 'unknown-error', match: 'unknown error', replyCode: 551, reason: 'server-error' },
  ],
}
