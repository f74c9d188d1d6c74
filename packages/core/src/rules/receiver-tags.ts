// Marks by which receivers say in a reply which of their rules spoke: `TSS04`, `AUP#I-1010`.

import type { Reason } from './types.ts'

export type ReceiverTag = {
  readonly tag: string
  /** Id of the receiver (receivers.ts). */
  readonly receiver: string
  readonly reason: Reason
  /** A sentence, where there is more to say than the reason does. */
  readonly meaning?: string
}

// receiver | marks, `from..to` for a run of numbers | reason | meaning.
const ROWS = `
aol|RTR:BB RTR:DU RLY:IR|ip-reputation|The IP address is a dynamic or residential one.
aol|RTR:CH|virus|A virus or harmful content came from the IP address.
aol|RTR:RD DNS:NR|reverse-dns|The sending host has no fitting reverse DNS.
aol|RTR:SC RTR:BL RLY:BL|ip-reputation|The IP address is blocked for complaints.
aol|RTR:GE|server-error|A technical fault.
aol|HVU:B1 HVU:B2|domain-reputation|A link in the message drew complaints.
aol|RLY:B1 RLY:B2 DYN:T1|rate-limited|Slowed down for complaints.
aol|RLY:CH RLY:CH2|spam-content|The message looks like spam.
aol|RLY:SN|sender-rejected|The sender is not authorised.
aol|RLY:NW|ip-reputation|The IP address is new and has no history.
aol|CON:B1|ip-reputation|The IP address is blocked, with 421 for a while only.
aol|MFF|not-rfc-compliant|The Date header lies in the future.
apple|CS01 CS02 HM15|policy|A rule of iCloud Mail, mostly the verdict of its spam filter.
apple|HM08|policy|A rule of iCloud Mail about reputation or content.
apple|HME1|auth-failure|SPF and DKIM both fail.
comcast|ES000001|ip-reputation|The message came straight from a dynamic or residential address of Comcast itself.
comcast|ES000010|ip-reputation|The message came straight from a dynamic or residential address.
comcast|BL000000|ip-reputation|The IP address sends in patterns typical of spam.
comcast|BL000001|ip-blocklisted|The IP address is on Spamhaus ZEN.
comcast|BL000010|ip-reputation|The IP address is on Cloudmark CSI.
comcast|BL000011|ip-blocklisted|The IP address is on Spamhaus and Cloudmark.
comcast|BL000100|ip-blocklisted|The IP address is on the block list of SenderScore.
comcast|BL000101|ip-blocklisted|The IP address is on Spamhaus and SenderScore.
comcast|BL000110|ip-blocklisted|The IP address is on SenderScore and Cloudmark.
comcast|BL000111|ip-blocklisted|The IP address is on Spamhaus, Cloudmark and SenderScore.
comcast|RL000001..RL000010|rate-limited|The rate allowed follows the score of the IP address, and is used up.
comcast|DM000001|auth-failure|DMARC fails.
cox|CXBL CDRBL|ip-reputation|The IP address is on Cox's own list.
cox|IPBL00001 IPBL0001 IPBL0010 IPBL0011 IPBL0100 IPBL0101 IPBL0110 IPBL0111 IPBL1000 IPBL1001 IPBL1010 IPBL1011 IPBL1100 IPBL1101 IPBL1110 IPBL1111|ip-reputation|The IP address is on lists that Cox asks; each digit stands for one.
cox|CXDNS|reverse-dns|
cox|CXSNDR|auth-failure|
cox|CXSMTP|sender-rejected|
cox|CXCNCT CXMXRT|rate-limited|
cox|CXTHRT CXMJ|smtp-auth-required|Sending is held back until the account logs in properly.
cox|URLBL1001|spam-content|A link in the message is on a list.
facebook|POL-P1 POL-P2 POL-P3 POL-P4 POL-T1 POL-T2 POL-T3|ip-reputation|
facebook|POL-P5|virus|
facebook|POL-P6|spam-content|
facebook|POL-P7|auth-failure|
facebook|MSG-P1 INT-P2|too-large|
facebook|MSG-P2|content-rejected|
facebook|MSG-P3|not-rfc-compliant|
facebook|RCP-P1 INT-P1 INT-P3 INT-P4|mailbox-unknown|
facebook|RCP-P2 RCP-P3|recipient-refused|
facebook|RCP-T1|server-error|
facebook|RCP-T4|mailbox-disabled|
facebook|DNS-P1 DNS-P2 DNS-T1|sender-rejected|
facebook|DNS-P3 DNS-T2|reverse-dns|
facebook|CON-T1 CON-T2 CON-T3 CON-T4 MSG-T1|rate-limited|
orange|OFR_101|ip-blocklisted|
orange|OFR_102 OFR_103 OFR_510 OFR_630|ip-reputation|
orange|OFR_104|rate-limited|
orange|OFR_305 OFR_402|smtp-auth-required|
orange|OFR_401 OFR_517|auth-failure|
orange|OFR_403 OFR_405 OFR_415 OFR_421|sender-rejected|
orange|OFR_416|mailbox-unknown|
orange|OFR_417|mailbox-full|
orange|OFR_420 OFR_426|mailbox-disabled|
orange|OFR_505 OFR_999|server-busy|
orange|OFR_506|spam-content|
orange|OFR_514|too-large|
godaddy|IB007 IB504 IB510 IB607|rate-limited|
godaddy|IB101|server-busy|
godaddy|IB103 IB110..IB113|ip-reputation|
godaddy|IB104 IB105 IB106|ip-blocklisted|
godaddy|IB108|reverse-dns|
godaddy|IB212|spam-content|
godaddy|IB401|smtp-auth-required|
godaddy|IB501 IB502 IB506|sender-rejected|
godaddy|IB508|auth-failure|
godaddy|IB605|too-many-recipients|
godaddy|IB705|virus|
microsoft|AS(201806281)|mailbox-unknown|The directory of the organisation does not know the recipient, and the edge turned the message away.
microsoft|AS(345)|policy|A rule of the organisation.
microsoft|AS16012607|ip-reputation|On the block list of the recipient's organisation.
microsoft|AS16012609|ip-reputation|The sending IP address is banned.
microsoft|AS16012611|ip-blocklisted|The IP address is listed by Spamhaus.
microsoft|AS77712000..AS77712999|server-busy|The server is busy: it slows the sending IP address down.
netease|DT:ILI|content-rejected|The attachment is not allowed.
netease|DT:RBL|ip-blocklisted|
netease|DT:SPM|spam-content|The message looks like spam; with 451 it may come again after two minutes.
netease|DT:SUM|sender-rejected|The From header and the envelope sender differ.
netease|HL:ICC|rate-limited|Too many connections at once from the IP address.
netease|HL:IFC|rate-limited|The IP address sent too much in a short time.
netease|HL:IHU|ip-reputation|The IP address is blocked for what it did.
netease|HL:IPB|ip-reputation|The IP address is on NetEase's own list.
netease|HL:MEP|ip-reputation|Many forged sender domains come from the IP address.
netease|HL:REP|ip-reputation|The IP address sent to many addresses that do not exist, and is blocked for now.
netease|MI:CCL RP:CCL|protocol-error|Too many commands.
netease|MI:CEL RP:CEL|protocol-error|Too many wrong commands.
netease|MI:DMC|rate-limited|Too many messages on one connection.
netease|MI:NHD|reverse-dns|The HELO name is wrong.
netease|MI:SFQ|rate-limited|The sender is over its limit for 15 minutes.
netease|MI:SPB|sender-rejected|The sender is barred.
netease|MI:SPF|auth-failure|SPF fails.
netease|MI:STC|rate-limited|The sender is over its limit for the day.
netease|RP:DRC|too-many-recipients|Too many recipients on one connection.
netease|RP:QRC|rate-limited|The sender is over its limit of recipients.
netease|WM:BLI|ip-reputation|The IP address is not on the list of allowed ones.
netease|WM:BLU|sender-rejected|The sender is not on the list of allowed ones.
outlook|RP-001|rate-limited|The IP address opens connections too quickly.
outlook|RP-002|rate-limited|The IP address sends too many messages on one connection.
outlook|RP-003|rate-limited|The IP address has too many connections open at once.
outlook|SC-001 OU-002|spam-content|The content, or the name of the IP address or domain, looks like spam.
outlook|SC-002|ip-reputation|The IP address was seen guessing addresses.
outlook|SC-003|ip-reputation|The IP address looks like an open proxy or relay.
outlook|SC-004|ip-reputation|Recipients complained about mail from the IP address.
outlook|DY-001|ip-reputation|The message came from a range of dynamic addresses.
outlook|DY-002|ip-reputation|The sending host is probably infected.
outlook|OU-001|ip-blocklisted|The IP address is listed by Spamhaus.
outlook|S3140 S3150|ip-reputation|A part of the sending network is on Microsoft's own block list.
outlook|S775 S77719|ip-reputation|Slowed down for the reputation of the IP address.
outlook|S3115|rate-limited|Too many connections from the IP address.
spamhaus|127.0.0.2|ip-blocklisted|SBL: a known source of spam.
spamhaus|127.0.0.3|ip-blocklisted|SBL CSS: low reputation, or spread over many addresses.
spamhaus|127.0.0.4..127.0.0.7|ip-blocklisted|XBL: the host is infected or taken over.
spamhaus|127.0.0.9|ip-blocklisted|SBL DROP: a network that only does harm.
spamhaus|127.0.0.10..127.0.0.11|ip-blocklisted|PBL: a range that should not send mail directly; send through the provider's server.
spamhaus|127.0.1.2..127.0.1.106|domain-reputation|DBL: a listed domain (2 spam, 4 phishing, 5 malware, 6 botnet, 102 to 106 abused).
spamhaus|127.0.2.2..127.0.2.24|domain-reputation|ZRD: the domain was first seen so many hours ago.
spamhaus|127.255.255.252|server-error|The receiver's own mistake: a typing error in the name of the list. Not about the sender.
spamhaus|127.255.255.254|server-error|The receiver's own mistake: it asks through a public resolver. Not about the sender.
spamhaus|127.255.255.255|server-error|The receiver's own mistake: it asks too often. Not about the sender.
spectrum|AUP#I-1000 AUP#I-1200..AUP#I-1210|ip-reputation|
spectrum|AUP#I-1010..AUP#I-1080 AUP#I-1500 AUP#I-1520|sender-rejected|
spectrum|AUP#I-1090|server-error|
spectrum|AUP#I-1100..AUP#I-1150|reverse-dns|
spectrum|AUP#I-1160..AUP#I-1190 AUP#I-1560|policy|
spectrum|AUP#I-1220..AUP#I-1250|unknown|
spectrum|AUP#I-1260|network-error|
spectrum|AUP#I-1300..AUP#I-1490 AUP#I-1540 AUP#I-1550 AUP#I-1580|rate-limited|
spectrum|AUP#I-1530|too-large|
yahoo|TS01|ip-reputation|Put off because users complained.
yahoo|TS02|ip-reputation|Put off for complaints and unusual traffic.
yahoo|TS03|ip-reputation|"Permanently deferred": much mail that nobody seems to have asked for; repair before you try again.
yahoo|TSS04 IPTS04|rate-limited|Put off for unexpected volume or complaints; wait some hours and send less.
yahoo|TSS05|rate-limited|Put off as with TSS04, for longer.
yahoo|TSS07 BL21|ip-blocklisted|The IP address is listed by Spamhaus.
yahoo|BL23|ip-blocklisted|The IP address is on Spamhaus XBL.
yahoo|TSS09 TSS11|ip-reputation|All mail from the IP address is refused; trying again does not help.
yahoo|GL01|greylisted|
yahoo|PH01|policy|Refused by a rule, mostly for phishing or links.
yahoo|AU01|auth-failure|The DKIM signature does not hold.
yahoo|VS1-IP|ip-reputation|Too many unknown recipients from the IP address.
yahoo|VS1-MF|sender-rejected|Too many unknown recipients for this envelope sender.`

export const RECEIVER_TAGS: readonly ReceiverTag[] = ROWS.slice(1).split('\n').flatMap((row) => {
  const [receiver = '', tags = '', reason = '', meaning = ''] = row.split('|')
  return tags.split(' ').map((tag) => ({
    tag, receiver, reason: reason as Reason, ...(meaning === '' ? {} : { meaning }),
  }))
})

const BY_TAG: ReadonlyMap<string, ReceiverTag> = new Map(
  RECEIVER_TAGS.filter(({ tag }) => !tag.includes('..')).map((row) => [row.tag, row]),
)

type Run = {
  readonly row: ReceiverTag
  readonly stem: string
  readonly from: number
  readonly to: number
}

const RUNS: readonly Run[] = RECEIVER_TAGS.flatMap((row) => {
  const [first = '', last] = row.tag.split('..')
  const ends = [first, last].map((tag) => tag === undefined ? null : /^(.*?)(\d{1,8})$/.exec(tag))
  const [from, to] = ends
  if (!from || !to) return []
  return [{ row, stem: from[1] as string, from: Number(from[2]), to: Number(to[2]) }]
})

/** The mark, however it is bracketed or cased; Orange writes its own under two names. */
export function receiverTag(text: string): ReceiverTag | undefined {
  if (text.length > 40) return undefined
  const tag = text.toUpperCase().replace(/^[[(<]/, '').replace(/[\])>.,;:]{1,3}$/, '')
    .replace(/^LPN\d{0,4}_/, 'OFR_')
  const found = BY_TAG.get(tag) ?? BY_TAG.get(tag + ')')
  if (found !== undefined) return found
  const end = /^(.*?)(\d{1,8})$/.exec(tag)
  if (end === null) return undefined
  const number = Number(end[2])
  return RUNS.find(({ stem, from, to }) => stem === end[1] && from <= number && number <= to)?.row
}
