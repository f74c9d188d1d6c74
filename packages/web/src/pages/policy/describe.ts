// A policy in plain sentences.

import type { Action, Policy, PolicyGuards, Track } from '@carom/core'
import { titleOf } from '../../parts/reason-name.tsx'
import { capitalize, sayDuration, sayList, sayOrdinal } from './words.ts'

export type TrackSentence = {
  readonly id: string
  /** `At the 2nd unknown mailbox, at least 24 hours apart: stop mailing the address.` */
  readonly sentence: string
  /** What exactly is counted, and what makes it start afresh. */
  readonly details: readonly string[]
}

export function describeTrack(track: Track): TrackSentence {
  const { id, reset } = track
  return {
    id,
    sentence: `${capitalize(sayTrigger(track))}: ${sayActions(track.actions)}.`,
    details: [sayWhen(track), sayWeights(track), sayReset(reset)].filter((text) => text !== ''),
  }
}

function sayTrigger(track: Track): string {
  const { meter, title, threshold, lastN, oncePer, window, minSpan, minDistinct, minEvents } = track
  const least = typeof threshold === 'number' ? threshold : threshold.inactive
  const active = typeof threshold === 'number' ? ''
    : meter === 'count' || meter === 'consecutive'
      ? ` (${sayOrdinal(threshold.active)} where the person has opened or clicked)`
      : ` (${threshold.active} where the person has opened or clicked)`
  const trigger = {
    count: `at the ${sayOrdinal(least)}${active} ${title}`,
    consecutive: `at the ${sayOrdinal(least)}${active} ${title} in a row`,
    score: `when the score of ${title} reaches ${least}${active}`,
    lastN: `when ${least}${active} of the last ${lastN} messages failed with ${title}`,
    regularity: `when ${title} times its share of all messages reaches ${least}${active}`,
    probe: `when ${least}${active} probe messages fail with ${title}`,
  }[meter]
  const more = [
    window === undefined ? '' : `within ${sayDuration(window)}`,
    minSpan === undefined ? '' : `over at least ${sayDuration(minSpan)}`,
    minEvents === undefined ? '' : `of at least ${minEvents} failures`,
    minDistinct?.campaigns === undefined ? '' : `from ${minDistinct.campaigns} campaigns`,
    minDistinct?.days === undefined ? '' : `on ${minDistinct.days} days`,
    oncePer === undefined || oncePer === 'incident' || least === 1
      ? '' : `counted once per ${oncePer}`,
  ].filter((text) => text !== '')
  return [trigger, ...more].join(', ')
}

function sayActions(actions: readonly Action[]): string {
  return actions.length === 0 ? 'do nothing' : sayList(actions.map(sayAction))
}

function sayAction(action: Action): string {
  switch (action.do) {
    case 'record': return 'only note it'
    case 'notify': return `tell the ${action.who}`
    case 'pause': {
      const { growth } = action
      return `pause for ${sayDuration(action.for)}` + (growth === undefined ? ''
        : `, each time ${growth.factor} times longer, up to ${sayDuration(growth.max)}`)
    }
    case 'probe': return `ask for a probe message and wait ${sayDuration(action.wait)} (if it ` +
      `fails: ${sayActions(action.onBounce)}; if nothing comes: ${sayActions(action.onSilence)})`
    case 'suppress': {
      const { ttl, warn } = action
      return 'stop mailing the address' + (ttl === undefined ? '' : ` for ${sayDuration(ttl)}`) +
        (warn === undefined ? ''
          : `, warn ${warn.times} times every ${sayDuration(warn.every)}, then remove it`)
    }
    case 'unsubscribe': return 'take it off the list'
    case 'delete': return 'remove its record'
    case 'tag': return `tag it “${action.name}”`
    default: return `call the webhook “${action.name}”`
  }
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  failed: 'failures', complaint: 'complaints', unsubscribe: 'unsubscriptions',
}

const PERMANENCE_WORDS = {
  permanent: 'permanent by the server’s word', transient: 'temporary by the server’s word',
  unknown: 'without a word of the server on it',
} as const

function sayWhen({ when }: Track): string {
  if (when === undefined) return 'Counts every failure.'
  const { kind, severity, permanence, reason, notReason, fault, scope, enhancedCode } = when
  const { replyCode, command, source, receiver, minConfidence, minTrust, neverAlive } = when
  const parts = [
    kind !== undefined ? sayList(kind.map((one) => KIND_WORDS[one] ?? one), 'or')
      : severity !== undefined ? `${sayList(severity, 'or')} bounces` : 'failures',
    permanence === undefined ? '' : sayList(permanence.map((one) => PERMANENCE_WORDS[one]), 'or'),
    reason === undefined ? '' : `because of ${sayReasons(reason)}`,
    notReason === undefined ? '' : `but not ${sayReasons(notReason)}`,
    fault === undefined ? '' : `by the fault of ${sayList(fault, 'or')}`,
    scope === undefined ? '' : `concerning ${sayList(scope, 'or')}`,
    enhancedCode === undefined ? '' : `with ${sayList(enhancedCode, 'or')}`,
    replyCode === undefined ? '' : `with ${sayList(replyCode.map(String), 'or')}`,
    command === undefined ? '' : `in answer to ${sayList(command, 'or')}`,
    source === undefined ? '' : `told by ${sayList(source, 'or')}`,
    receiver === undefined ? '' : `from ${sayList(receiver, 'or')}`,
    minConfidence === undefined ? '' : `judged with at least ${Math.round(minConfidence * 100)}%`,
    minTrust === undefined ? '' : `proven to degree ${minTrust} of 3`,
    neverAlive === true ? 'of an address that never worked' : '',
  ].filter((text) => text !== '')
  return `Counts ${parts.join(', ')}.`
}

function sayReasons(reasons: readonly string[]): string {
  return sayList(reasons.map((reason) => titleOf(reason).toLowerCase()), 'or')
}

function sayWeights({ weights }: Track): string {
  if (weights === undefined) return ''
  return `Weighs ${sayList(Object.entries(weights).map(([what, weight]) => `${what} ${weight}`))}.`
}

function sayReset(reset: Track['reset']): string {
  if (reset === undefined) return ''
  const { onDelivered, onEngaged, onInbound, afterQuiet, erodePerDelivery } = reset
  const events = [
    onDelivered === true ? 'a delivery' : '', onEngaged === true ? 'an opened message' : '',
    onInbound === true ? 'mail from the address' : '',
    afterQuiet === undefined ? '' : `${sayDuration(afterQuiet)} without a failure`,
  ].filter((text) => text !== '')
  const erode = erodePerDelivery === undefined ? ''
    : ` Each delivery takes ${erodePerDelivery} off.`
  return (events.length === 0 ? '' : `Starts afresh after ${sayList(events, 'or')}.`) + erode
}

const REACH = { pauses: 'ends a pause', all: 'ends a stop of any kind' } as const

export function describeLift({ lift }: Policy): string[] {
  const { delivered, engaged, inbound, selfService, ttl, never = ['complaint'] } = lift ?? {}
  return [
    delivered === undefined ? '' : `A delivery ${REACH[delivered]}.`,
    engaged === undefined ? '' : `An opened or clicked message ${REACH[engaged]}.`,
    inbound === undefined ? '' : `Mail from the address ${REACH[inbound]}.`,
    selfService === undefined ? ''
      : `The person may ask for mail again, ${selfService.max} times at most.`,
    ttl === undefined ? '' : `Every stop ends after ${sayDuration(ttl)}.`,
    never.length === 0 ? ''
      : `Nothing but a person lifts a stop because of ${sayReasons(never)}.`,
    'A person who decides may always lift; what a person suppressed only a person lifts.',
  ].filter((text) => text !== '')
}

export function describeGuards(guards: PolicyGuards = {}): string[] {
  const {
    neverCount = ['sender', 'content', 'network'], roleAccounts = ['postmaster', 'abuse'],
    neverCountReasons = ['greylisted', 'list-suppressed'], minTrust = 2, minTrustAuthenticated = 1,
    proofBefore, outage = true, rateCap = true,
  } = guards
  return [
    neverCount.length === 0 ? 'Faults of every side count.'
      : `Faults of ${sayList(neverCount)} never count.`,
    neverCountReasons.length === 0 ? ''
      : `${capitalize(sayReasons(neverCountReasons))} never counts.`,
    `Reports count from proof ${minTrust} of 3 on, ${minTrustAuthenticated} where the source ` +
      'proved who it is.',
    roleAccounts.length === 0 ? '' : `No bounce ever stops ${sayList(roleAccounts)}.`,
    proofBefore === undefined ? ''
      : `A soft failure within ${sayDuration(proofBefore)} after a sign of life does not count.`,
    outage ? 'Failures are held while a receiver refuses everybody.'
      : 'Outages of receivers are not looked for.',
    rateCap ? 'Only so many addresses are stopped within an hour; the rest waits for review.'
      : 'Any number of addresses may be stopped within an hour.',
  ].filter((text) => text !== '')
}

/** The whole, a line each: what two policies are compared by. */
export function describePolicy(policy: Policy): string[] {
  return [
    policy.scope === 'address+list' ? 'Each list keeps its own count of an address.'
      : 'An address has one state for all lists.',
    ...policy.tracks.map((track) => describeTrack(track).sentence),
    ...describeLift(policy), ...describeGuards(policy.guards),
  ]
}
