// The fixed sentences of Mailman, Sympa, Majordomo, LISTSERV and ezmlm.
// https://docs.mailman3.org
// https://www.sympa.community

import type { PhraseRule } from '../types.ts'

export const lists: readonly PhraseRule[] = [
  { id: 'lists/mailman-non-member', match: 'post by non-member to a members-only list', reason: 'recipient-restricted' },
  { id: 'lists/mailman-members', match: 'non-members are not allowed to post', reason: 'recipient-restricted' },
  { id: 'lists/mailman-not-allowed', match: 'not allowed to post to this mailing list', reason: 'recipient-restricted' },
  { id: 'lists/mailman-dmarc', match: 'mailing list From: a domain which publishes a DMARC', reason: 'auth-failure' },
  { id: 'lists/mailman-held', match: 'awaits moderator approval', reason: 'delayed' },
  { id: 'lists/mailman-body', match: 'message body is too big', reason: 'too-large' },
  { id: 'lists/mailman-recipients', match: 'too many recipients to the message', reason: 'too-many-recipients' },
  { id: 'lists/not-subscribed', match: 'because you are not subscribed to the mailing list', reason: 'recipient-restricted' },
  { id: 'lists/sympa-restricted', match: 'distribution in the list is restricted to', reason: 'recipient-restricted' },
  { id: 'lists/majordomo', match: 'non-member submission from', reason: 'recipient-restricted' },
  { id: 'lists/listserv', match: 'not authorized to send mail to the', reason: 'recipient-restricted' },
  { id: 'lists/ezmlm-subscribers', match: 'only subscribers may post', reason: 'recipient-restricted' },
  { id: 'lists/ezmlm-loop', match: 'message already has a Mailing-List header', reason: 'routing-error' },
]
