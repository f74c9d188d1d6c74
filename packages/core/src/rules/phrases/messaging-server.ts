// The fixed sentences of Sun, Oracle and iPlanet Messaging Server.
// https://docs.oracle.com/cd/E19563-01/

import type { PhraseRule } from '../types.ts'

export const messagingServer: readonly PhraseRule[] = [
  { id: 'messaging-server/alias', match: 'unknown or illegal alias', reason: 'mailbox-unknown' },
  { id: 'messaging-server/no-longer', match: 'recipient no longer on server', reason: 'mailbox-disabled' },
  { id: 'messaging-server/illegal-host', match: 'illegal host/domain name found', reason: 'domain-unknown' },
]
