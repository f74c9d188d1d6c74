// What a server says by each reason, as a sentence with places for its own words.
//
// `{mailbox: …}` shows the thing that was read there, `{is full~ …}` the state, or their own words
// where nothing was read; `{on a block list= …}` always shows its own. The words of the reply stand
// behind all three, quoted. A place takes the concepts that are listed, `-find` being "not found";
// WHO, ABSENT and NO are groups of the grammar.

import type { Reason } from '../rules/types.ts'

export const SENTENCES: Readonly<Record<Reason, string>> = {
  'mailbox-unknown': 'the {address: WHO list} {does not exist there~ ABSENT invalid -valid unavailable NO -verify -deliver nolonger -resolve -listed -contain disabled missing}',
  'mailbox-disabled': 'the {mailbox: WHO} {is switched off~ disabled -active left nolonger block unavailable expired invalid forbidden reject -accept}',
  'mailbox-moved': 'the {mailbox: WHO} {has moved~ moved nolonger left disabled ABSENT}',
  'address-syntax': 'the {address: WHO domain} {is malformed~ syntax invalid -valid format charset big missing error}',
  'domain-unknown': 'the {domain: domain host server mx route dns WHO} {is not known~ ABSENT -resolve invalid -valid missing expired nolonger undeliverable -listed -deliver}',
  'domain-no-mail': 'the {domain: domain host server mx} {takes no mail= -accept disabled nolonger -active invalid expired moved}',
  'recipient-refused': 'the {recipient: WHO} {does not want this mail= -want NO policy blocklist only}',
  'recipient-restricted': 'only certain senders may write to this {address: WHO list}; it {is closed to others~ only internalonly -member -permission -allow forbidden require NO moderator member permission verify}',
  'list-suppressed': 'the {address: WHO} is on a {suppression list= suppression list block}',
  'mailbox-full': 'the {mailbox: WHO quota disk} {is full~ full exceed big toomany limit size}',
  'mailbox-busy': 'the {mailbox: WHO} {cannot take mail at the moment= busy unavailable temporary toofast rate disabled moved retry verify exceed toomany volume limit}',
  'greylisted': 'it {puts off senders that it does not know yet= greylist retry temporary duration}',
  'rate-limited': '{too much= rate volume toomany limit exceed} {came too quickly= toofast duration} {from you= client sender ip connection account user domain}',
  'too-many-recipients': 'the message had {too many= toomany exceed limit number} {recipients= recipient address}',
  'server-busy': 'the {server: server host resource connection} {is busy~ busy unavailable temporary retry -accept toomany exceed reject fail}',
  'server-error': '{something failed inside= error internal fail program config disk queue timeout reset invalid unavailable -find} at the {receiving server: server}',
  'system-full': 'the {server: server disk resource queue} {has no space left= full exceed quota not error -exist fail}',
  'network-error': 'the {connection: connection network host server mx domain} {is broken~ fail timeout reset unreachable error reject not -find -resolve}',
  'dns-failure': 'the {DNS name: dns domain host mx server spf} {could not be looked up= -resolve resolve fail timeout temporary -find error unavailable retry verify}',
  'routing-error': 'the message {goes round in a circle or to a wrong server= loop route toomany exceed mx config limit}',
  'expired': 'the {time of the message in the queue ran out= expired queue duration timeout exceed retry undeliverable}',
  'ip-blocklisted': 'the {sending server: client ip network host server sender} {is on a block list= listed blocklist listname block spam dynamic}',
  'ip-reputation': 'the {sending server: client ip network host server connection} {is not trusted= reputation NO suspicious spam dynamic complaint policy virus rate country listed}',
  'domain-reputation': 'the {domain or link: domain link sender content} {is on a list or not trusted= listed blocklist domainlist listname reputation NO spam suspicious}',
  'reverse-dns': 'the {name of the sending server: ptr helo client host ip dns dynamic} {is missing or does not fit~ missing mismatch ABSENT -resolve invalid -valid fail require syntax NO}',
  'auth-failure': 'the {proof of origin: spf sender domain client ip} {does not hold= fail missing -valid invalid mismatch NO -verify verify policy require error reject suspicious}',
  'sender-rejected': 'the {sender: sender address domain your} {is refused~ NO ABSENT invalid -valid -verify verify -resolve missing syntax fail mismatch disabled blocklist listed spam mx dns}',
  'relay-denied': 'it {does not relay= relay NO not require only -find fail} for {this domain or sender: domain recipient client user sender address ip our}',
  'smtp-auth-required': 'a {login= login permission} {has to come first, or failed= require fail invalid missing NO not disabled expired}',
  'tls-required': 'the {encryption: tls certificate connection} {is required or not good enough~ require fail missing invalid -valid -verify verify expired mismatch error not only NO unavailable policy}',
  'spam-content': 'the {message: message content subject header} {looks like spam= spam suspicious contain NO policy limit exceed -want number}',
  'policy': 'a {rule= policy} of the server {refuses= NO} the {message: message sender recipient connection country client}',
  'virus': 'the {message: message attachment content} {carries malware= virus contain suspicious NO find}',
  'content-rejected': 'the {content: attachment charset content header link subject} {is not allowed~ NO suspicious contain policy invalid missing format}',
  'too-large': 'the {message: message attachment header content subject} is {too large= big size exceed limit quota}',
  'not-rfc-compliant': 'the {message: message header} {breaks the format rules= format missing invalid -valid syntax NO error require exceed big mismatch toomany charset contain}',
  'protocol-error': 'the {SMTP dialog: command server charset} {went wrong~ unknown invalid -valid syntax error NO missing require not timeout fail -exist}',
  'auto-reply': 'the recipient {is away= autoreply}',
  'challenge': 'the sender has to {prove that a person wrote= challenge verify}',
  'delayed': 'the message {is delayed= delay retry temporary moderator} and is tried again',
  'complaint': 'the recipient {complained= complaint spam} about the message',
  'delivered': 'the message {was delivered= deliver accept}',
  'unknown': 'the message was not taken, without saying why',
}
