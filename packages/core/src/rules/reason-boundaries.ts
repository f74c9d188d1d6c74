// Where one reason ends and the next begins: what the words say that make it this one, and what
// words near them make it another. The words of the refusing server decide; codes without them.

import type { Reason } from './types.ts'

export type Boundary = {
  /** What is said when it is this reason. */
  readonly says: string
  /** What is near and yet another one. */
  readonly unlike?: string
}

export const BOUNDARIES: Readonly<Record<Reason, Boundary>> = {
  'mailbox-unknown': { says: 'No such user, unknown recipient, not in the directory, no mailbox by that name; "mailbox unavailable" with 550 and nothing more.', unlike: 'An address that was switched off is mailbox-disabled; a domain that nobody knows is domain-unknown.' },
  'mailbox-disabled': { says: 'Disabled, inactive, suspended, locked, closed, expired, not active any more; the person has left.', unlike: 'With a new address it is mailbox-moved; for a while only it is mailbox-busy.' },
  'mailbox-moved': { says: 'A new address, a new owner, "has moved", 551 with another path.' },
  'address-syntax': { says: 'The address cannot be parsed: characters that are not allowed, no domain, too long.', unlike: 'A well-formed address that nobody has is mailbox-unknown.' },
  'domain-unknown': { says: 'Host or domain not found, neither MX nor address record, unrouteable mail domain.', unlike: 'A lookup that failed for now is dns-failure; the domain of the sender is sender-rejected.' },
  'domain-no-mail': { says: 'Null MX, the domain takes no mail, mail is switched off for the whole domain, the hosting has ended.', unlike: 'One mailbox that is switched off is mailbox-disabled.' },
  'recipient-refused': { says: 'This recipient, by an own rule or block list, does not want this sender.', unlike: 'A sender that nobody at the server takes is sender-rejected.' },
  'recipient-restricted': { says: 'Only members, staff or logged-in senders may write to the address; delivery is restricted; a moderated list refuses strangers.', unlike: 'A rule that is not named is policy.' },
  'list-suppressed': { says: 'The sender or its platform holds an entry against the address and did not send at all.' },
  'mailbox-full': { says: 'Over quota, no space in the mailbox, too many messages in it.', unlike: 'A full disk of the server is system-full; a message above a limit of size is too-large.' },
  'mailbox-busy': { says: 'This mailbox takes nothing at the moment: locked, being moved, receiving too quickly; 450 mailbox unavailable.', unlike: 'A whole server that is busy is server-busy.' },
  'greylisted': { says: 'Greylisting by name, or the wording of a known greylisting program.', unlike: '"Try again later" and nothing more is server-busy.' },
  'rate-limited': { says: 'Too many connections, messages, recipients per hour or errors; a limit for the day.', unlike: 'Slowed down for a bad name is ip-reputation.' },
  'too-many-recipients': { says: 'Too many recipients in this one transaction.', unlike: 'Too many over time is rate-limited.' },
  'server-busy': { says: 'Service not available, too busy, shutting down, try again later, and no other cause.' },
  'server-error': { says: 'A fault or wrong set-up at the receiver: local error, a backend or filter that failed, permission denied on its disk.', unlike: 'A refusal by rule is policy.' },
  'system-full': { says: 'Disk full, no system storage, not enough resources at the server.', unlike: 'One full mailbox is mailbox-full.' },
  'network-error': { says: 'No connection, refused, reset, timed out, no route; broken in the middle of the session.', unlike: 'When the queue gave up without a cause it is expired.' },
  'dns-failure': { says: 'A lookup failed for now: SERVFAIL, time-out, "host not found, try again".', unlike: 'A name that does not exist is domain-unknown.' },
  'routing-error': { says: 'Mail loop, too many hops, the MX points to itself, the wrong server.' },
  'expired': { says: 'The queue gave up after its time, and nothing names the cause.', unlike: 'A cause that is named is the better answer.' },
  'ip-blocklisted': { says: 'The sending IP address is on a public list, or on a list whose owner is not said.', unlike: 'The receiver\'s own list is ip-reputation; a listed domain or link is domain-reputation.' },
  'ip-reputation': { says: 'The receiver itself blocks, slows down or distrusts this IP address, network or host.', unlike: 'A plain limit is rate-limited.' },
  'domain-reputation': { says: 'The sender\'s domain or a link in the message is on a list or has a bad name.', unlike: 'Words that look like spam are spam-content.' },
  'reverse-dns': { says: 'PTR missing or not fitting, HELO wrong, a dynamic or generic host name.' },
  'auth-failure': { says: 'SPF, DKIM, DMARC or ARC failed, is missing or not aligned.', unlike: 'A check that could not be looked up for now is dns-failure.' },
  'sender-rejected': { says: 'This sender is refused, does not exist, does not resolve, takes no bounces or may not be used.', unlike: 'Refused by the recipient in person is recipient-refused.' },
  'relay-denied': { says: 'Relaying denied, not a local domain, no mail is taken for it here.' },
  'smtp-auth-required': { says: 'Log in first; the login failed; no right to submit.' },
  'tls-required': { says: 'STARTTLS needed, TLS too weak, certificate or handshake failed.' },
  'spam-content': { says: 'Judged as spam or bulk by what it says or by a score.' },
  'policy': { says: 'A local rule that is not named; administrative prohibition, access denied and nothing more; a country.', unlike: 'As soon as the rule is named, its own reason is better.' },
  'virus': { says: 'Malware found.', unlike: 'A type of file that is not allowed is content-rejected.' },
  'content-rejected': { says: 'A type of attachment, an encrypted archive, a word, character set, header value or language that is not allowed.' },
  'too-large': { says: 'The message is too big for the server or for the limit of this mailbox.', unlike: 'A mailbox without space is mailbox-full.' },
  'not-rfc-compliant': { says: 'A header missing or doubled, a line too long, a bare LF, broken MIME.', unlike: 'A fault of the SMTP dialog is protocol-error.' },
  'protocol-error': { says: 'A command unknown or out of order, wrong arguments, a conversion between protocols that is not possible.' },
  'auto-reply': { says: 'Out of office, vacation; the message was delivered.' },
  'challenge': { says: 'Prove that a person wrote.' },
  'delayed': { says: 'Still in the queue; a moderator has to look at it first.' },
  'complaint': { says: 'The recipient pressed the spam button; a feedback report.' },
  'delivered': { says: 'A success notice.' },
  'unknown': { says: 'Nothing in words or codes tells: a bare 550, 5.0.0, "delivery failed".', unlike: 'A refusal by rule, even unnamed, is policy.' },
}
