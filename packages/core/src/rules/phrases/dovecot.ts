// The fixed sentences of Dovecot and Cyrus.
// https://doc.dovecot.org

import type { PhraseRule } from '../types.ts'

export const dovecot: readonly PhraseRule[] = [
  { id: 'dovecot/user-full', match: 'mailbox for user is full', reason: 'mailbox-full' },
  { id: 'dovecot/user-absent', match: 'user doesn\'t exist', reason: 'mailbox-unknown' },
  { id: 'dovecot/internal', match: 'temporary internal error', reason: 'server-error' },
  { id: 'dovecot/no-association', match: 'no mailbox associated with this name', reason: 'mailbox-unknown' },
  { id: 'dovecot/cyrus-either', match: 'either there is no mailbox associated', reason: 'mailbox-unknown' },
  { id: 'dovecot/bare-newlines', match: 'message contains bare newlines', reason: 'not-rfc-compliant' },
  { id: 'dovecot/nul-characters', match: 'message contains NUL characters', reason: 'not-rfc-compliant' },
  { id: 'dovecot/invalid-header', match: 'message contains invalid header', reason: 'not-rfc-compliant' },
  { id: 'dovecot/mailbox-format', match: 'mailbox has an invalid format', reason: 'server-error' },
]
