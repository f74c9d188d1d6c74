// The replies of Charter Spectrum, Road Runner and Time Warner Cable.

import type { ProviderRules } from '../types.ts'

export const spectrum: ProviderRules = {
  id: 'spectrum',
  name: 'Charter Spectrum, Road Runner and Time Warner Cable',
  hosts: ['charter.net', 'spectrum.net', 'rr.com', 'twc.com', 'brighthouse.com'],
  fingerprints: ['spectrum.net', 'charter.net'],
  sources: [
    'https://www.spectrumbusiness.net/support/internet/understanding-email-error-codes',
  ],
  replies: [
    { id: 'sender', match: 'sender rejected', reason: 'sender-rejected' },
    { id: 'suspicious-ip', match: 'AUP#I-1000', reason: 'ip-reputation', anywhere: true },
    { id: 'account-blocked', match: 'AUP#I-1010', reason: 'sender-rejected', anywhere: true },
    { id: 'account-limited', match: 'AUP#I-10*', reason: 'sender-rejected', anywhere: true },
    { id: 'not-processed', match: 'AUP#I-1090', reason: 'server-error', anywhere: true },
    { id: 'reverse-dns', match: 'AUP#I-11*', reason: 'reverse-dns', anywhere: true },
    { id: 'own-policy', match: 'AUP#I-116*', reason: 'policy', anywhere: true },
    { id: 'own-policy-2', match: 'AUP#I-117*', reason: 'policy', anywhere: true },
    { id: 'own-policy-3', match: 'AUP#I-118*', reason: 'policy', anywhere: true },
    { id: 'own-policy-4', match: 'AUP#I-119*', reason: 'policy', anywhere: true },
    { id: 'cloudmark', match: 'AUP#I-120*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'cloudmark-2', match: 'AUP#I-121*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'spamhaus', match: 'AUP#I-122*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'spamhaus-2', match: 'AUP#I-123*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'spamhaus-3', match: 'AUP#I-124*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'spamhaus-4', match: 'AUP#I-125*', reason: 'ip-blocklisted', anywhere: true },
    { id: 'no-ipv6', match: 'AUP#I-126*', reason: 'policy', anywhere: true },
    { id: 'rates', match: 'AUP#I-13*', reason: 'rate-limited', anywhere: true },
    { id: 'rates-2', match: 'AUP#I-14*', reason: 'rate-limited', anywhere: true },
    { id: 'rates-incoming', match: 'AUP#In-13*', reason: 'rate-limited', anywhere: true },
    { id: 'rates-incoming-2', match: 'AUP#In-14*', reason: 'rate-limited', anywhere: true },
    { id: 'other-sender', match: 'AUP#I-1500', reason: 'sender-rejected', anywhere: true },
    { id: 'hosted-sender', match: 'AUP#I-1520', reason: 'sender-rejected', anywhere: true },
    { id: 'too-large', match: 'AUP#I-1530', reason: 'too-large', anywhere: true },
    { id: 'session-messages', match: 'AUP#I-1540', reason: 'rate-limited', anywhere: true },
    { id: 'recipients', match: 'AUP#I-1550', reason: 'too-many-recipients', anywhere: true },
    { id: 'invalid-recipients', match: 'AUP#I-1560', reason: 'policy', anywhere: true },
    { id: 'recipients-rate', match: 'AUP#I-1580', reason: 'rate-limited', anywhere: true },
  ],
}
