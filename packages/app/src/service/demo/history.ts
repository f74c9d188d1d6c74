// The history of the demonstration, day by day: what was sent, and what came back of it.

import type { NewInput } from '../store/types.ts'
import {
  away, complaint, logged, report, sesBounce, sesComplaint, told, type Sent,
} from './inputs.ts'
import type { Random } from './random.ts'
import { ODD_REPLY, OUR_DOMAIN, OUR_IP, type Person } from './world.ts'

export const DAYS = 152
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * HOUR_MS

/** Days on which something happens to all. */
const OUTAGE_DAY = 63
const IMPORT_DAY = 101
const LISTED = { from: 120, until: 126 } as const
const UNSIGNED_FROM = DAYS - 4
/** The last Monday letter was too fast for its largest receiver: what came after so many waited. */
const SLOWED = { from: DAYS - 7, list: 'news', domain: 'brightmail.example', after: 25 } as const
const SLOWED_MS = 45 * MINUTE_MS
const TOO_FAST = `421 4.7.28 Too many messages from ${OUR_IP} in a short time, slow down`

export type Campaign = {
  readonly at: number; readonly list: string; readonly subject: string
  readonly day: number; readonly wants: (person: Person) => boolean
}

/** What is sent on a day; `start` is the midnight with which it begins. */
export function campaignsOf(day: number, start: number): Campaign[] {
  const weekday = (day + 1) % 7
  const campaigns: Campaign[] = []
  const add = (hour: number, list: string, subject: string): void => {
    campaigns.push({
      day, list, subject, at: start + hour * HOUR_MS,
      wants: (person) => person.lists.includes(list) && (!person.isOld || day >= IMPORT_DAY),
    })
  }
  if (weekday === 1) add(8, 'news', `Monday letter ${Math.floor(day / 7) + 1}`)
  const isImport = day === IMPORT_DAY
  if (isImport || (weekday === 4 && day !== IMPORT_DAY + 1)) {
    add(10, 'offers', `Offers of the week ${Math.floor(day / 7) + 1}`)
  }
  campaigns.push({
    day, list: 'orders', subject: 'Your order is on its way', at: start + 15 * HOUR_MS,
    wants: (person) => person.lists.includes('orders') && hashOf(person.address, day) % 9 === 0,
  })
  return campaigns
}

function hashOf(text: string, day: number): number {
  let sum = day
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) >>> 0
  return sum
}

export function sendTo(
  campaign: Campaign, people: readonly Person[], random: Random,
): Sent[] {
  const { at, list, subject, day } = campaign
  return people.map((person, index) => {
    const queueId = `${(day * 10_000 + index + 1_000_000).toString(16).toUpperCase()}${
      list[0]?.toUpperCase()}`
    return {
      person, list, subject, queueId, messageId: `${list}.${day}.${index}@${OUR_DOMAIN}`,
      at: at + random.below(20 * MINUTE_MS),
    }
  })
}

/** What comes back of a campaign, in the order of time. */
export function outcomeOf(
  campaign: Campaign, sends: readonly Sent[], random: Random,
): NewInput[] {
  const inputs: NewInput[] = []
  const lines: { sent: Sent; at: number; reply?: string }[] = []
  const slowed = slowedOf(campaign, sends)
  for (const sent of sends) {
    const reply = replyTo(sent, campaign.day, random)
    const at = sent.at + 2_000 + random.below(60_000)
    const isOwnServer = campaign.list !== 'offers'
    if (reply === undefined) {
      if (slowed.has(sent)) lines.push({ sent, at, reply: TOO_FAST })
      lines.push({ sent, at: slowed.has(sent) ? at + SLOWED_MS : at })
      inputs.push(...laterOf(sent, at, random))
    } else if (isOwnServer) {
      lines.push({ sent, at, reply })
      if (campaign.list === 'orders') inputs.push(told(sent, reply, at + 500))
      else if (!reply.startsWith('4')) inputs.push(...report(sent, reply, at + 90_000))
    } else {
      inputs.push(sesBounce(sent, reply, at + 20_000))
      // Some receivers send a report of their own as well.
      if (random.chance(0.15)) inputs.push(...report(sent, reply, at + 200_000))
    }
  }
  return [...inputs, ...inMinutes(lines)].sort((a, b) => a.receivedAt - b.receivedAt)
}

function slowedOf({ day, list }: Campaign, sends: readonly Sent[]): ReadonlySet<Sent> {
  if (list !== SLOWED.list || day < SLOWED.from) return new Set()
  const there = sends.filter(({ person }) => person.receiver.domain === SLOWED.domain)
  return new Set(there.sort((a, b) => a.at - b.at).slice(SLOWED.after))
}

/** A log is read a few minutes at a time. */
function inMinutes(
  lines: readonly { readonly sent: Sent; readonly at: number; readonly reply?: string }[],
): NewInput[] {
  const groups = Map.groupBy(lines, ({ at }) => Math.floor(at / (5 * MINUTE_MS)))
  return [...groups.values()].flatMap((group) => logged(group.sort((a, b) => a.at - b.at)))
}

function laterOf(sent: Sent, at: number, random: Random): NewInput[] {
  if (random.chance(0.0011)) {
    const later = at + random.below(20 * HOUR_MS)
    return [sent.list === 'offers' ? sesComplaint(sent, later) : complaint(sent, later)]
  }
  return random.chance(0.004) ? [away(sent, at + random.below(2 * HOUR_MS))] : []
}

/** What the receiver answers; undefined: it takes the message. */
function replyTo({ person, at }: Sent, day: number, random: Random): string | undefined {
  const { receiver, fate, since, address } = person
  const fill = (text: string): string => text.replace('{address}', address)
  if (fate === 'typo') return '550 5.1.2 Host or domain name not found. Name service error for ' +
    `name=${address.slice(address.indexOf('@') + 1)} type=MX: Host not found`
  const isOutage = day === OUTAGE_DAY && receiver.domain === 'postfach.example'
  if (isOutage) return fill(receiver.replies.gone)
  const isListed = day >= LISTED.from && day <= LISTED.until
    && (receiver.domain === 'inbox.example' || receiver.domain === 'uni.example')
  if (isListed) {
    return `554 5.7.1 Service unavailable; Client host [${OUR_IP}] blocked using ` +
      `zen.spamhaus.org; https://check.spamhaus.org/results?query=${OUR_IP}`
  }
  if (day >= UNSIGNED_FROM && receiver.domain === 'firma.example') {
    return `550 5.7.26 Unauthenticated email from ${OUR_DOMAIN} is not accepted due to the ` +
      'domain\'s DMARC policy'
  }
  if (fate === 'odd' && day >= since) {
    return ODD_REPLY.replace('{number}', String(1 + Math.floor(at / DAY_MS) % 9))
  }
  if (fate !== 'fine' && fate !== 'odd' && day >= since) return fill(receiver.replies[fate])
  const number = random.next()
  if (number < 0.002) return receiver.replies.spam
  return number < 0.005 ? receiver.replies.busy : undefined
}
