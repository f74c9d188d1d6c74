// Which habit would have kept a bounce of which reason away, where grades begin, and what to do.

import type { Habit } from './types.ts'

type HabitFacts = {
  readonly reasons: readonly string[]
  /** Shares of what was sent at which A, B, C and D end. */
  readonly limits: readonly [number, number, number, number]
  readonly steps: readonly string[]
}

/** A bounce rate of 2 % is where mailbox providers grow suspicious, 5 % where services stop one. */
const BOUNCES = [0.003, 0.01, 0.02, 0.05] as const
const RARE = [0.0005, 0.002, 0.005, 0.02] as const
/** Gmail asks for less than 0.1 % complaints and never 0.3 %. */
const COMPLAINTS = [0.0005, 0.001, 0.003, 0.01] as const

const WRONG_ADDRESS = ['mailbox-unknown', 'domain-unknown', 'domain-no-mail', 'address-syntax']

export const HABIT_FACTS: Readonly<Record<Habit, HabitFacts>> = {
  'double-opt-in': {
    reasons: WRONG_ADDRESS, limits: BOUNCES,
    steps: [
      'Ask every new address to confirm before it gets anything else.',
      'Look at where these addresses came from: an import or a form without confirmation.',
    ],
  },
  'clean-list': {
    reasons: [...WRONG_ADDRESS, 'mailbox-disabled', 'mailbox-moved', 'mailbox-full'],
    limits: BOUNCES,
    steps: [
      'Run carom list check over your contacts and leave out what is bad.',
      'Ask those who were long inactive whether they want to stay, and let the others go.',
    ],
  },
  'typos': {
    reasons: WRONG_ADDRESS, limits: RARE,
    steps: [
      'Ask "did you mean …?" where addresses are typed in: GET /v1/prevent/address suggests.',
      'Ask the people themselves for their address; never correct it for them.',
    ],
  },
  'authentication': {
    reasons: [
      'auth-failure', 'reverse-dns', 'sender-rejected', 'tls-required', 'smtp-auth-required',
      'relay-denied',
    ],
    limits: RARE,
    steps: [
      'Run carom domain check on your domain and publish the records that it names.',
      'Check that every service that sends for you signs with your own domain.',
    ],
  },
  'content': {
    reasons: [
      'spam-content', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant',
    ],
    limits: RARE,
    steps: [
      'Run carom message check on the message before it goes out.',
      'Compare the campaigns: one with many of these bounces has the link or file at fault.',
    ],
  },
  'pacing': {
    reasons: ['rate-limited', 'too-many-recipients', 'greylisted', 'server-busy'],
    limits: [0.01, 0.03, 0.08, 0.2],
    steps: [
      'Send slower to receivers that ask for it, and go on when they say (carom advice pacing).',
      'Give each address no more mail than it was promised (carom advice frequency).',
    ],
  },
  'reputation': {
    reasons: [
      'ip-blocklisted', 'ip-reputation', 'domain-reputation', 'policy', 'complaint',
    ],
    limits: COMPLAINTS,
    steps: [
      'See Troubles: each block list has its own way to be taken off.',
      'Find what people complain of: who they are, what they got, whether they asked for it.',
    ],
  },
  'consistency': {
    reasons: [], limits: [0, 0.05, 0.1, 0.2],
    steps: [
      'Spread large sendings over days; grow by no more than half from day to day.',
      'Plan new domains and addresses (carom advice warm-up), and begin with those who open most.',
    ],
  },
}
