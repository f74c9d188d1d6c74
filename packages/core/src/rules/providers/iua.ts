// The replies of I.UA.

import type { ProviderRules } from '../types.ts'

export const iua: ProviderRules = {
  id: 'iua',
  name: 'I.UA',
  hosts: ['i.ua', 'email.ua'],
  fingerprints: ['mail.i.ua/err'],
  sources: [
    'https://mail.i.ua/err/',
  ],
  replies: [
    { id: 'not-here', match: 'mail.i.ua/err/1', reason: 'relay-denied', anywhere: true },
    { id: 'user-unknown', match: 'mail.i.ua/err/2', reason: 'mailbox-unknown', anywhere: true },
    { id: 'frozen', match: 'mail.i.ua/err/3', reason: 'mailbox-disabled', anywhere: true },
    { id: 'full', match: 'mail.i.ua/err/4', reason: 'mailbox-full', anywhere: true },
    { id: 'rate', match: 'mail.i.ua/err/5', reason: 'rate-limited', anywhere: true },
    { id: 'relay', match: 'mail.i.ua/err/6', reason: 'relay-denied', anywhere: true },
    { id: 'ip', match: 'mail.i.ua/err/7', reason: 'ip-reputation', anywhere: true },
    { id: 'sender', match: 'mail.i.ua/err/8', reason: 'sender-rejected', anywhere: true },
    { id: 'host', match: 'mail.i.ua/err/9', reason: 'ip-reputation', anywhere: true },
    { id: 'recipient-block', match: 'mail.i.ua/err/10', reason: 'recipient-refused', anywhere: true },
  ],
}
