// The replies of Cloudflare Email Routing.

import type { ProviderRules } from '../types.ts'

export const cloudflare: ProviderRules = {
  id: 'cloudflare',
  name: 'Cloudflare Email Routing',
  hosts: ['mx.cloudflare.net', 'cloudflare.net', 'cloudflare.com'],
  fingerprints: ['mx.cloudflare.net', 'developers.cloudflare.com/email-routing'],
  sources: [
    'https://developers.cloudflare.com/email-routing/postmaster/',
  ],
  replies: [
    { id: 'upstream', match: 'upstream error please check', replyCode: 4, reason: 'server-error' },
    { id: 'address-absent', match: 'address does not exist', reason: 'mailbox-unknown' },
    { id: 'no-route', match: 'recipient address not allowed', reason: 'mailbox-unknown' },
    { id: 'unauthenticated', match: 'email is not authenticated', reason: 'auth-failure' },
    { id: 'spamhaus-queue', match: 'found on one or more RBLs (abusixip)', reason: 'ip-blocklisted', anywhere: true },
    { id: 'on-lists', match: 'found on one or more RBLs', reason: 'ip-blocklisted', anywhere: true },
    { id: 'domain-on-lists', match: 'found on one or more DBLs', reason: 'domain-reputation', anywhere: true },
  ],
}
