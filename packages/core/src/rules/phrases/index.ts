// The fixed sentences of known software, which mean the same wherever they come from.

import { coremail } from './coremail.ts'
import { courier } from './courier.ts'
import { domino } from './domino.ts'
import { dovecot } from './dovecot.ts'
import { exchange } from './exchange.ts'
import { exim } from './exim.ts'
import { filters } from './filters.ts'
import { fortinet } from './fortinet.ts'
import { lists } from './lists.ts'
import { messagingServer } from './messaging-server.ts'
import { postfix } from './postfix.ts'
import { qmail } from './qmail.ts'
import { registry } from './registry.ts'
import { senders } from './senders.ts'
import { sendmail } from './sendmail.ts'
import { ses } from './ses.ts'
import { spamhaus } from './spamhaus.ts'
import type { PhraseRule } from '../types.ts'

export const PHRASES: readonly PhraseRule[] = [
  ...postfix, ...exim, ...sendmail, ...qmail, ...exchange, ...dovecot, ...courier, ...domino,
  ...fortinet, ...filters, ...spamhaus, ...ses, ...senders, ...lists, ...messagingServer,
  ...coremail, ...registry,
]
