// What each reason means for the one who sends: what to do, whom it concerns, who is at fault.

import type { Reason, Remedy, Scope } from './types.ts'

/** Whose side has to change something. */
export type Fault = 'recipient' | 'sender' | 'content' | 'network' | 'receiver' | 'none'

export type ReasonTraits = {
  readonly remedy: Remedy
  readonly scope: Scope
  readonly fault: Fault
}

/** Remedy, scope and fault. */
const ROWS: Readonly<Record<Reason, `${Remedy} ${Scope} ${Fault}`>> = {
  'mailbox-unknown': 'suppress address recipient',
  'mailbox-disabled': 'suppress address recipient',
  'mailbox-moved': 'suppress address recipient',
  'address-syntax': 'suppress address recipient',
  'domain-unknown': 'suppress domain recipient',
  'domain-no-mail': 'suppress domain recipient',
  'recipient-refused': 'suppress address recipient',
  'recipient-restricted': 'suppress address recipient',
  'list-suppressed': 'suppress address none',
  'mailbox-full': 'retry address recipient',
  'mailbox-busy': 'retry address receiver',
  greylisted: 'retry sender-ip none',
  'rate-limited': 'retry sender-ip sender',
  'too-many-recipients': 'retry message sender',
  'server-busy': 'retry domain receiver',
  'server-error': 'retry domain receiver',
  'system-full': 'retry domain receiver',
  'network-error': 'retry network network',
  'dns-failure': 'retry domain network',
  'routing-error': 'retry domain receiver',
  expired: 'retry domain network',
  'ip-blocklisted': 'fix sender-ip sender',
  'ip-reputation': 'fix sender-ip sender',
  'domain-reputation': 'fix sender-domain sender',
  'reverse-dns': 'fix sender-ip sender',
  'auth-failure': 'fix sender-domain sender',
  'sender-rejected': 'fix sender-domain sender',
  'relay-denied': 'fix domain sender',
  'smtp-auth-required': 'fix sender-ip sender',
  'tls-required': 'fix network sender',
  'spam-content': 'fix message content',
  policy: 'fix unknown sender',
  virus: 'fix message content',
  'content-rejected': 'fix message content',
  'too-large': 'fix message content',
  'not-rfc-compliant': 'fix message content',
  'protocol-error': 'fix unknown sender',
  'auto-reply': 'none address none',
  challenge: 'none address none',
  delayed: 'none unknown none',
  complaint: 'none address recipient',
  delivered: 'none address none',
  unknown: 'retry unknown none',
}

const TRAITS: ReadonlyMap<string, ReasonTraits> = new Map(
  Object.entries(ROWS).map(([reason, row]) => {
    const [remedy, scope, fault] = row.split(' ') as [Remedy, Scope, Fault]
    return [reason, { remedy, scope, fault }]
  }))

export function reasonTraits(reason: Reason): ReasonTraits {
  return TRAITS.get(reason) as ReasonTraits
}
