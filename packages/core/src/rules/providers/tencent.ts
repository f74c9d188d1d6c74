// The replies of Tencent QQ Mail and Exmail.

import type { ProviderRules } from '../types.ts'

export const tencent: ProviderRules = {
  id: 'tencent',
  name: 'Tencent QQ Mail and Exmail',
  hosts: ['qq.com', 'foxmail.com', 'exmail.qq.com'],
  fingerprints: ['service.mail.qq.com', 'open.work.weixin.qq.com/help', 'newxmesmtp'],
  sources: [
    'https://service.mail.qq.com/detail/122',
  ],
  replies: [
    { id: 'mailbox-not-found', match: 'mailbox not found', reason: 'mailbox-unknown' },
    { id: 'unavailable-or-denied', match: 'mailbox unavailable or access denied', reason: 'mailbox-unknown' },
    { id: 'unavailable-or-denied-typo', match: 'mailbox unavailable or access denined', reason: 'mailbox-unknown', anywhere: true },
    { id: 'non-existent', match: 'may contain a non-existent account', reason: 'mailbox-unknown', anywhere: true },
    { id: 'deactivated', match: 'is a deactivated mailbox', reason: 'mailbox-disabled', anywhere: true },
    { id: 'address-syntax', match: 'bad address syntax', reason: 'address-syntax' },
    { id: 'by-recipients', match: 'mail is rejected by recipients', reason: 'recipient-refused', anywhere: true },
    { id: 'spf', match: 'SPF check failed', reason: 'auth-failure' },
    { id: 'dmarc', match: 'DMARC check failed', reason: 'auth-failure' },
    { id: 'sender-domain', match: 'domain may not exist or DNS check failed', reason: 'sender-rejected', anywhere: true },
    { id: 'bounce-attacks', match: 'suspected bounce attacks', reason: 'spam-content', anywhere: true },
    { id: 'spam-ip', match: 'suspected spam ip', reason: 'ip-reputation', anywhere: true },
    { id: 'connection-denied', match: 'connection denied', reason: 'ip-reputation' },
    { id: 'spam-sender', match: 'suspected spam sender', reason: 'sender-rejected', anywhere: true },
    { id: 'spam', match: 'suspected spam', reason: 'spam-content' },
    { id: 'spam-embedded', match: 'spam is embedded in the email', reason: 'spam-content', anywhere: true },
    { id: 'content-denied', match: 'mail content denied', reason: 'spam-content', anywhere: true },
    { id: 'too-large', match: 'message too large', reason: 'too-large' },
    { id: 'ip-frequency', match: 'ip frequency limited', reason: 'rate-limited', anywhere: true },
    { id: 'domain-frequency', match: 'domain frequency limited', reason: 'rate-limited', anywhere: true },
    { id: 'sender-frequency', match: 'sender frequency limited', reason: 'rate-limited', anywhere: true },
    { id: 'connection-frequency', match: 'connection frequency limited', reason: 'rate-limited', anywhere: true },
  ],
}
