// The replies of AT&T, BellSouth, SBC and Prodigy.

import type { ProviderRules } from '../types.ts'

export const att: ProviderRules = {
  id: 'att',
  name: 'AT&T, BellSouth, SBC and Prodigy',
  hosts: ['att.net', 'sbcglobal.net', 'swbell.net', 'bellsouth.net', 'pacbell.net', 'ameritech.net', 'prodigy.net', 'prodigy.com', 'snet.net', 'flash.net', 'nvbell.net', 'worldnet.att.net', 'mms.att.net'],
  fingerprints: ['abuse-att.net', 'prodigy.net'],
  sources: [
    'https://www.att.com/support/article/email-support/KM1010455/',
  ],
  replies: [
    { id: 'addressee-unknown', match: 'addressee unknown relay', reason: 'mailbox-unknown', anywhere: true },
    { id: 'blank-mailhost', match: 'blank mailhost invalid address', reason: 'mailbox-unknown', anywhere: true },
    { id: 'own-list', match: 'DNSBL:RBL 521', reason: 'ip-reputation', anywhere: true },
    { id: 'own-list-att', match: 'DNSBL:ATTRBL 521', reason: 'ip-reputation', anywhere: true },
    { id: 'reverse-dns', match: 'servers without a valid sender domain', reason: 'reverse-dns', anywhere: true },
    { id: 'reverse-dns-fix', match: 'fix reverse DNS for', reason: 'reverse-dns', anywhere: true },
    { id: 'mms-policy', match: 'sender rejected AUP', reason: 'sender-rejected' },
  ],
}
