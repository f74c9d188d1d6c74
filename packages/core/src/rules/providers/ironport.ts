// The replies of Cisco Secure Email (IronPort).

import type { ProviderRules } from '../types.ts'

export const ironport: ProviderRules = {
  id: 'ironport',
  name: 'Cisco Secure Email (IronPort)',
  hosts: ['iphmx.com'],
  fingerprints: ['iphmx.com', 'senderbase.org', 'talosintelligence.com'],
  sources: [
    'https://www.cisco.com/c/en/us/support/docs/security/email-security-appliance/118380-technote-esa-00.html',
  ],
  replies: [
    { id: 'poor-reputation', match: 'sending MTA\'s poor reputation', reason: 'ip-reputation', anywhere: true },
    { id: 'domain-poor-reputation', match: 'poor reputation of a domain used in message transfer', reason: 'domain-reputation', anywhere: true },
    { id: 'access-rejected', match: 'access to submit messages to this e-mail system has been rejected', reason: 'ip-reputation', anywhere: true },
    { id: 'senderbase', match: 'Sender Base Reputation Score', reason: 'ip-reputation', anywhere: true },
    { id: 'spf', match: 'SPF unauthorized mail is prohibited', reason: 'auth-failure', anywhere: true },
    { id: 'dkim', match: 'DKIM unauthenticated mail is prohibited', reason: 'auth-failure', anywhere: true },
    { id: 'dmarc', match: 'DMARC unauthenticated mail is prohibited', reason: 'auth-failure', anywhere: true },
    { id: 'recipients-hour', match: 'too many recipients received this hour', reason: 'rate-limited', anywhere: true },
    { id: 'sender-recipients-hour', match: 'too many recipients received from the sender', reason: 'rate-limited', anywhere: true },
    { id: 'connections-host', match: 'too many connections from your host', reason: 'rate-limited', anywhere: true },
    { id: 'connections-this-host', match: 'too many connections to this host', reason: 'rate-limited', anywhere: true },
    { id: 'tls-sessions', match: 'too many TLS sessions at this time', reason: 'rate-limited', anywhere: true },
    { id: 'session-messages', match: 'too many messages for this session', reason: 'rate-limited', anywhere: true },
    { id: 'dha', match: 'too many invalid recipients', reason: 'ip-reputation' },
    { id: 'resources', match: 'closing connection due to resource limits', reason: 'server-busy', anywhere: true },
    { id: 'sender-not-resolving', match: 'domain of sender address', reason: 'sender-rejected' },
  ],
}
