// The fixed sentences of Exim and cPanel.
// https://www.exim.org/exim-html-current/doc/html/spec_html/

import type { PhraseRule } from '../types.ts'

export const exim: readonly PhraseRule[] = [
  { id: 'exim/no-smtp-service', match: 'MX or SRV record indicated no SMTP service', reason: 'domain-no-mail' },
  { id: 'exim/mx-nonexistent', match: 'relevant MX records point to non-existent hosts', reason: 'domain-unknown' },
  { id: 'exim/unrouteable', match: 'unrouteable address', reason: 'domain-unknown' },
  { id: 'exim/mx-local', match: 'lowest numbered MX record points to local host', reason: 'routing-error' },
  { id: 'exim/address-local', match: 'remote host address is the local host', reason: 'routing-error' },
  { id: 'exim/hosts-failing', match: 'hosts have been failing for a long time', reason: 'expired' },
  { id: 'exim/received-headers', match: 'too many Received headers', reason: 'routing-error' },
  { id: 'exim/lookup-incomplete', match: 'host lookup did not complete', reason: 'dns-failure' },
  { id: 'exim/tls-session', match: 'a TLS session is required', reason: 'tls-required' },
  { id: 'exim/imposed-quota', match: 'MTA-imposed quota exceeded', reason: 'mailbox-full' },
  { id: 'exim/mailbox-limits', match: 'mailbox is full / blocks limit exceeded', reason: 'mailbox-full' },
  { id: 'exim/sender-verify', match: 'sender verify failed', reason: 'sender-rejected' },
  { id: 'exim/sender-callout', match: 'could not complete sender verify', reason: 'sender-rejected' },
  { id: 'exim/postmaster-callout', match: 'postmaster verification failed while checking', reason: 'sender-rejected' },
  { id: 'exim/callback', match: 'callback setup failed while verifying', reason: 'sender-rejected' },
  { id: 'exim/relay', match: 'relay not permitted', reason: 'relay-denied' },
  { id: 'exim/relay-through', match: 'currently not permitted to relay through this server', reason: 'relay-denied' },
  { id: 'exim/remote-domains', match: 'mailing to remote domains not supported', reason: 'relay-denied' },
  { id: 'exim/login-data', match: 'incorrect authentication data', reason: 'smtp-auth-required' },
  { id: 'exim/unknown-local-part', match: 'unknown local-part', reason: 'mailbox-unknown' },
  { id: 'exim/no-such-user-here', match: 'no such user here', reason: 'mailbox-unknown' },
  { id: 'exim/recipient-verify', match: 'recipient cannot be verified', reason: 'mailbox-unknown' },
  { id: 'exim/max-defers', match: 'exceeded the max defers and failures per hour', reason: 'rate-limited' },
  { id: 'exim/max-emails', match: 'exceeded the max emails per hour', reason: 'rate-limited' },
  { id: 'exim/detected-as-spam', match: 'server detected your message as spam', reason: 'spam-content' },
  { id: 'exim/classified-as-spam', match: 'message was classified as spam and may not be delivered', reason: 'spam-content' },
  { id: 'exim/helo-name', match: 'access denied invalid HELO name', reason: 'reverse-dns' },
  { id: 'exim/helo-literal', match: 'HELO should be a FQDN or address literal', reason: 'reverse-dns' },
]
