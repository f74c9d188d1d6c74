// The 43 reasons of a verdict in plain words: what each one means and what to do about it.

import { reasonTraits, type ReasonTraits } from './reason-traits.ts'
import type { Reason } from './types.ts'

export type { Fault } from './reason-traits.ts'

export type ReasonFact = ReasonTraits & {
  readonly reason: Reason
  readonly title: string
  /** One plain sentence. */
  readonly meaning: string
  /** What the sender does now. */
  readonly advice: string
}

type Row = readonly [title: string, meaning: string, advice: string]

const ROWS: Readonly<Record<Reason, Row>> = {
  'mailbox-unknown': ['No such mailbox', 'Nobody has this address at the receiving domain.', 'Stop mailing the address and look for a typing error in it.'],
  'mailbox-disabled': ['Mailbox switched off', 'The mailbox existed, but it is closed, suspended or abandoned.', 'Stop mailing the address; it may come back, so a second bounce confirms it.'],
  'mailbox-moved': ['Mailbox moved', 'The person has a new address, or the mailbox belongs to someone else now.', 'Stop mailing the address and ask the person for the new one.'],
  'address-syntax': ['Malformed address', 'What stands there is not a valid e-mail address.', 'Correct the address or remove it.'],
  'domain-unknown': ['No such domain', 'The domain after the @ does not exist or has no route for mail.', 'Look for a typing error; stop mailing once a second bounce shows that it was no DNS fault.'],
  'domain-no-mail': ['Domain takes no mail', 'The domain exists but accepts no mail at all.', 'Stop mailing every address of this domain.'],
  'recipient-refused': ['Refused by the recipient', 'The recipient, or a block list of their own, does not want mail from you.', 'Stop mailing this recipient; for others the address is good.'],
  'recipient-restricted': ['Closed to outside senders', 'Only members, colleagues or chosen senders may write to this address.', 'Stop mailing the address unless its owner lets you in.'],
  'list-suppressed': ['On a suppression list', 'You or your sending platform held the message back because of an earlier bounce, complaint or unsubscribe.', 'Leave the address out; lift the entry only if you know that it is wrong.'],
  'mailbox-full': ['Mailbox full', 'The mailbox has no space left.', 'Try again over some days; give up when it stays full for weeks.'],
  'mailbox-busy': ['Mailbox not available now', 'The mailbox is locked, being moved or receiving mail too quickly.', 'Try again later.'],
  'greylisted': ['Greylisted', 'The server puts off every sender that it does not know yet.', 'Try again from the same IP address after a few minutes.'],
  'rate-limited': ['Too fast', 'Too many connections, messages or recipients came in too short a time.', 'Slow down for this receiver and try again later.'],
  'too-many-recipients': ['Too many recipients at once', 'One transaction named more recipients than the server takes.', 'Send again with fewer recipients in each transaction.'],
  'server-busy': ['Server busy', 'The receiving server is overloaded or out of service for now.', 'Try again later.'],
  'server-error': ['Fault at the receiver', 'The receiving server failed inside or is set up wrongly.', 'Try again later; tell its postmaster if it lasts for days.'],
  'system-full': ['Server out of space', 'The whole receiving system has no disk space or memory left, not only one mailbox.', 'Try again later.'],
  'network-error': ['Connection failed', 'The receiving server could not be reached, or the connection broke.', 'Try again later; look at your own network if many domains fail.'],
  'dns-failure': ['DNS lookup failed', 'A name could not be looked up for now.', 'Try again later; look at your resolver if many domains fail.'],
  'routing-error': ['Mail loop or wrong route', 'The message went round in a circle or came to the wrong server.', 'Tell the postmaster of the domain; sending again rarely helps before that.'],
  'expired': ['Gave up trying', 'The message waited in the queue until its time ran out.', 'Find the last error before it expired; try again with the next message.'],
  'ip-blocklisted': ['IP address on a block list', 'The sending IP address is on a public block list.', 'Find what put it there, stop that, then ask the list to remove it; the address is good.'],
  'ip-reputation': ['IP address distrusted', 'The receiver itself blocks or slows down the sending IP address or network.', 'Send less and only to people who want it, then ask the receiver to lift the block.'],
  'domain-reputation': ['Domain or link distrusted', 'The sender\'s domain or a link in the message is on a list or has a bad name.', 'Check the domain and every link of the message against the list that is named.'],
  'reverse-dns': ['Reverse DNS or HELO wrong', 'The sending host has no fitting PTR record or greets with a wrong name.', 'Set PTR, A and HELO of the sending host to one name that resolves both ways.'],
  'auth-failure': ['SPF, DKIM or DMARC failed', 'The message does not prove that it comes from the domain it names.', 'Repair SPF and DKIM and align them with the From domain, then send again.'],
  'sender-rejected': ['Sender address refused', 'The envelope or From address is not accepted, does not exist or may not be used.', 'Send from an address that exists, takes replies and that you may use.'],
  'relay-denied': ['Relaying denied', 'The server does not take mail for this domain from you.', 'Check the MX of the domain and your own relay settings; if it repeats, the domain has moved.'],
  'smtp-auth-required': ['Login required', 'The server wants a login first, or the login failed.', 'Check user name, password and port of the sending account.'],
  'tls-required': ['Encryption required', 'The server wants TLS, or a better TLS than was offered.', 'Turn on STARTTLS with a current TLS version and a valid certificate.'],
  'spam-content': ['Judged as spam', 'The receiver takes the message for spam by what it says or by a score.', 'Change the message and check who gets it; the address is good.'],
  'policy': ['Refused by a local rule', 'The receiver has a rule against this message and does not say which.', 'Read the text, and ask the postmaster of the receiver if it says nothing.'],
  'virus': ['Malware found', 'A scanner found malware in the message.', 'Scan the sending system and the attachments before anything else is sent.'],
  'content-rejected': ['Content not allowed', 'An attachment, word, character set or language is not allowed there.', 'Send without it, for example as a link instead of an attachment.'],
  'too-large': ['Message too large', 'The message is larger than the server or the mailbox takes.', 'Send a smaller message or a link.'],
  'not-rfc-compliant': ['Message breaks the format rules', 'A header is missing or doubled, a line is too long or the MIME structure is wrong.', 'Repair the program that writes the message.'],
  'protocol-error': ['SMTP dialog went wrong', 'A command was unknown, out of order or had arguments that the server does not take.', 'Look at the log of the dialog; repair or update the sending server.'],
  'auto-reply': ['Automatic reply', 'The recipient is away; the message was delivered.', 'Nothing to do.'],
  'challenge': ['Challenge', 'A filter wants the sender to prove that a person wrote.', 'Answer it by hand if the message matters.'],
  'delayed': ['Delayed', 'The message is still in a queue and is being tried again.', 'Wait; a second report says how it ended.'],
  'complaint': ['Spam complaint', 'The recipient marked the message as spam.', 'Unsubscribe the person at once.'],
  'delivered': ['Delivered', 'The message arrived.', 'Nothing to do.'],
  'unknown': ['Not said', 'Neither words nor codes tell why.', 'Keep the address, try again, and read the text yourself if it repeats.'],
}

/** All reasons, in the order of the type: address, retry, sender, no bounce, unknown. */
export const REASONS_TABLE: readonly ReasonFact[] = Object.entries(ROWS).map(
  ([name, [title, meaning, advice]]) => {
    const reason = name as Reason
    return { reason, ...reasonTraits(reason), title, meaning, advice }
  },
)

const BY_REASON: ReadonlyMap<Reason, ReasonFact> = new Map(
  REASONS_TABLE.map((fact) => [fact.reason, fact]),
)

export function reasonFact(reason: Reason): ReasonFact {
  return BY_REASON.get(reason) as ReasonFact
}
