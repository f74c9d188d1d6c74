// The fixed sentences of Coremail.
// https://www.icoremail.vip/support/

import type { PhraseRule } from '../types.ts'

export const coremail: readonly PhraseRule[] = [
  { id: 'coremail/fake-sender', match: 'mail action not taken fake sender', reason: 'sender-rejected' },
  { id: 'coremail/user-not-found', match: 'mail action not taken user not found', reason: 'mailbox-unknown' },
]
