// What a policy in JSON or YAML may hold, as a table: `checkPolicy` walks it, and the JSON Schema
// is written from it.

import type { CaromEvent } from '../event/types.ts'
import { METER_HITS_MAX } from './meter.ts'
import type { Action, MeterKind } from './policy.ts'

export type Shape =
  | { readonly is: 'text'; readonly values: readonly string[] }
  | { readonly is: 'pattern'; readonly pattern: RegExp; readonly like: string }
  | { readonly is: 'free'; readonly lengthMax: number }
  | { readonly is: 'duration' }
  | { readonly is: 'number'; readonly min: number; readonly max: number; readonly whole?: true }
  | { readonly is: 'flag' }
  | { readonly is: 'list'; readonly of: Shape; readonly max: number; readonly min?: number }
  | { readonly is: 'fields'; readonly fields: Fields }
  | { readonly is: 'weights'; readonly keys: readonly string[]; readonly of: Shape }
  | { readonly is: 'number or fields'; readonly number: Shape; readonly fields: Fields }
  | { readonly is: 'actions' }

export type Fields = Readonly<Record<string, Field>>

export type Field = {
  readonly shape: Shape
  readonly required?: true
  /** One sentence for people, as it stands in the schema. */
  readonly means: string
}

/** All reasons; a missing or misspelt one is a compile error. */
const REASON_KEYS: Readonly<Record<CaromEvent['reason'], true>> = {
  'mailbox-unknown': true, 'mailbox-disabled': true, 'mailbox-moved': true,
  'address-syntax': true, 'domain-unknown': true, 'domain-no-mail': true,
  'recipient-refused': true, 'recipient-restricted': true, 'list-suppressed': true,
  'mailbox-full': true, 'mailbox-busy': true, 'greylisted': true, 'rate-limited': true,
  'too-many-recipients': true, 'server-busy': true, 'server-error': true, 'system-full': true,
  'network-error': true, 'dns-failure': true, 'routing-error': true, 'expired': true,
  'ip-blocklisted': true, 'ip-reputation': true, 'domain-reputation': true,
  'reverse-dns': true, 'auth-failure': true, 'sender-rejected': true, 'relay-denied': true,
  'smtp-auth-required': true, 'tls-required': true, 'spam-content': true, 'policy': true,
  'virus': true, 'content-rejected': true, 'too-large': true, 'not-rfc-compliant': true,
  'protocol-error': true, 'auto-reply': true, 'challenge': true, 'delayed': true,
  'complaint': true, 'delivered': true, 'unknown': true,
}
const REASONS: readonly string[] = Object.keys(REASON_KEYS)

const METERS: Readonly<Record<MeterKind, true>> = {
  count: true, consecutive: true, score: true, lastN: true, regularity: true, probe: true,
}

/** Tracks of one policy: more than anyone can follow is a mistake. */
const TRACKS_MAX = 50
const LIST_MAX = 200
/** `onBounce` and `onSilence` may hold a probe again, so often. */
export const ACTIONS_DEPTH_MAX = 4

const FREE: Shape = { is: 'free', lengthMax: 500 }
const DURATION: Shape = { is: 'duration' }
const FLAG: Shape = { is: 'flag' }
const SHARE: Shape = { is: 'number', min: 0, max: 1 }
const TRUST: Shape = { is: 'number', min: 0, max: 3, whole: true }
const POINTS: Shape = { is: 'number', min: 0.001, max: METER_HITS_MAX }
const COUNT: Shape = { is: 'number', min: 1, max: METER_HITS_MAX, whole: true }
const ID: Shape = {
  is: 'pattern', pattern: /^[a-z0-9]+(?:-[a-z0-9]+){0,9}$/,
  like: 'small letters, digits and hyphens, such as "mailbox-full"',
}
const ACTIONS: Shape = { is: 'actions' }

function oneOf(...values: readonly string[]): Shape {
  return { is: 'text', values }
}

function listOf(of: Shape): Shape {
  return { is: 'list', of, max: LIST_MAX }
}

const FAULTS = listOf(oneOf('recipient', 'sender', 'content', 'network', 'unknown'))

const WHEN: Fields = {
  kind: {
    shape: listOf(oneOf('failed', 'complaint', 'unsubscribe')),
    means: 'What is counted; failures where it is left out.',
  },
  severity: {
    shape: listOf(oneOf('hard', 'soft')),
    means: 'hard: the remedy is to stop mailing the address; soft: every other failure.',
  },
  permanence: {
    shape: listOf(oneOf('permanent', 'transient', 'unknown')), means: 'What the server claimed.',
  },
  reason: { shape: listOf(oneOf(...REASONS)), means: 'Reasons that are counted.' },
  notReason: { shape: listOf(oneOf(...REASONS)), means: 'Reasons that are not counted.' },
  fault: { shape: FAULTS, means: 'Whose fault it is.' },
  scope: {
    shape: listOf(oneOf(
      'address', 'domain', 'sender-ip', 'sender-domain', 'message', 'network', 'unknown')),
    means: 'Whom the failure concerns.',
  },
  enhancedCode: {
    shape: listOf({
      is: 'pattern', pattern: /^[245x]\.(?:\d{1,3}|x)\.(?:\d{1,3}|x)$/,
      like: 'an enhanced code such as "5.1.1" or "x.2.2"',
    }),
    means: 'Enhanced codes; x stands for any number.',
  },
  replyCode: {
    shape: listOf({ is: 'number', min: 200, max: 599, whole: true }), means: 'Reply codes.',
  },
  command: { shape: listOf(FREE), means: 'SMTP commands that were refused.' },
  source: { shape: listOf(FREE), means: 'Types of sources, one of which told of it.' },
  receiver: { shape: listOf(FREE), means: 'Operators of receivers, else domains.' },
  minConfidence: { shape: SHARE, means: 'How sure the verdict must be.' },
  minTrust: { shape: TRUST, means: 'How much the report must prove, 0 to 3.' },
  neverAlive: { shape: FLAG, means: 'No sign of life was ever seen before it.' },
}

const RESET: Fields = {
  afterQuiet: { shape: DURATION, means: 'Nothing counted for so long.' },
  onDelivered: { shape: FLAG, means: 'A delivery empties the meter.' },
  onEngaged: { shape: FLAG, means: 'An opened or clicked message empties it.' },
  onInbound: { shape: FLAG, means: 'Mail from the address empties it.' },
  erodePerDelivery: { shape: POINTS, means: 'A delivery takes this much off.' },
}

const TRACK: Fields = {
  id: { shape: ID, required: true, means: 'Unique within the policy.' },
  title: {
    shape: FREE, required: true, means: 'What is counted, in words that fit behind "3rd".',
  },
  when: { shape: { is: 'fields', fields: WHEN }, means: 'Which incidents are counted.' },
  meter: { shape: oneOf(...Object.keys(METERS)), required: true, means: 'How it is counted.' },
  weights: {
    shape: {
      is: 'weights', keys: ['hard', 'soft', 'permanent', 'transient', ...REASONS],
      of: { is: 'number', min: 0, max: METER_HITS_MAX },
    },
    means: 'How much one incident weighs; a reason outdoes permanence, permanence severity.',
  },
  oncePer: {
    shape: oneOf('incident', 'message', 'campaign', 'day'), means: 'What counts at most once.',
  },
  window: { shape: DURATION, means: 'Older incidents do not count.' },
  lastN: { shape: COUNT, means: 'For the meter lastN: how many outcomes it looks at.' },
  minSpan: { shape: DURATION, means: 'Between the first and the last that count.' },
  minEvents: { shape: COUNT, means: 'At least so many incidents, whatever they weigh.' },
  minDistinct: {
    shape: {
      is: 'fields', fields: {
        campaigns: { shape: COUNT, means: 'From so many campaigns.' },
        days: { shape: COUNT, means: 'On so many days (UTC).' },
      },
    },
    means: 'How different the incidents must be.',
  },
  threshold: {
    shape: {
      is: 'number or fields', number: POINTS, fields: {
        inactive: { shape: POINTS, required: true, means: 'Before any sign of interest.' },
        active: { shape: POINTS, required: true, means: 'After a person opened or wrote.' },
      },
    },
    required: true, means: 'Where the meter fires.',
  },
  reset: { shape: { is: 'fields', fields: RESET }, means: 'What empties the meter.' },
  actions: { shape: ACTIONS, required: true, means: 'What follows.' },
}

const REACH = oneOf('pauses', 'all')

const LIFT: Fields = {
  delivered: { shape: REACH, means: 'What a delivery ends.' },
  engaged: { shape: REACH, means: 'What an opened or clicked message ends.' },
  inbound: { shape: REACH, means: 'What mail from the address ends.' },
  selfService: {
    shape: {
      is: 'fields', fields: { max: { shape: COUNT, required: true, means: 'So often at most.' } },
    },
    means: 'The person may ask for mail again.',
  },
  ttl: { shape: DURATION, means: 'Ends each suppression that has no ttl of its own.' },
  never: {
    shape: listOf(oneOf('unsubscribe', ...REASONS)),
    means: 'Causes that no sign of life and no time lifts.',
  },
}

const GUARDS: Fields = {
  neverCount: { shape: FAULTS, means: 'Faults that never count.' },
  neverCountReasons: { shape: listOf(oneOf(...REASONS)), means: 'Reasons that never count.' },
  minTrust: { shape: TRUST, means: 'Reports that prove less never count, 0 to 3.' },
  minTrustAuthenticated: { shape: TRUST, means: 'The same for sources that prove who they are.' },
  authenticatedSources: { shape: listOf(FREE), means: 'Types of sources that prove it.' },
  roleAccounts: { shape: listOf(FREE), means: 'Local parts that no bounce ever stops.' },
  proofBefore: {
    shape: DURATION, means: 'A soft failure so soon after a sign of life does not count.',
  },
  outage: { shape: FLAG, means: 'Hold failures while a receiver is at fault.' },
  rateCap: { shape: FLAG, means: 'Cap the suppressions of one hour.' },
}

export const POLICY_FIELDS: Fields = {
  id: { shape: ID, required: true, means: 'Name of the policy.' },
  version: {
    shape: { is: 'number', min: 1, max: 1e9, whole: true }, required: true,
    means: 'Counted up with every change.',
  },
  title: { shape: FREE, required: true, means: 'What it is, in a line.' },
  scope: { shape: oneOf('address', 'address+list'), means: 'What the state hangs on.' },
  tracks: {
    shape: { is: 'list', of: { is: 'fields', fields: TRACK }, min: 1, max: TRACKS_MAX },
    required: true, means: 'Counted side by side; the first that fires wins.',
  },
  lift: { shape: { is: 'fields', fields: LIFT }, means: 'What ends a stop.' },
  guards: { shape: { is: 'fields', fields: GUARDS }, means: 'What keeps good addresses from harm.' },
  documented: {
    shape: {
      is: 'fields', fields: {
        notes: { shape: listOf(FREE), required: true, means: 'For people.' },
        source: { shape: FREE, required: true, means: 'Where it is written.' },
      },
    },
    means: 'Where the numbers come from.',
  },
}

/** The further fields of each action, beside `do`. */
export const ACTION_FIELDS: Readonly<Record<Action['do'], Fields>> = {
  record: {},
  notify: {
    who: { shape: oneOf('owner', 'operator', 'recipient'), required: true, means: 'Whom to tell.' },
  },
  pause: {
    for: { shape: DURATION, required: true, means: 'How long.' },
    growth: {
      shape: {
        is: 'fields', fields: {
          factor: {
            shape: { is: 'number', min: 1, max: 100 }, required: true,
            means: 'Each further pause is so many times longer.',
          },
          max: { shape: DURATION, required: true, means: 'But no longer than this.' },
        },
      },
      means: 'How pauses grow until a sign of life.',
    },
  },
  probe: {
    wait: { shape: DURATION, required: true, means: 'How long to wait for a failure.' },
    onBounce: { shape: ACTIONS, required: true, means: 'What a failure of the probe does.' },
    onSilence: { shape: ACTIONS, required: true, means: 'What silence does.' },
  },
  suppress: {
    ttl: { shape: DURATION, means: 'Until lifted where it is left out.' },
    warn: {
      shape: {
        is: 'fields', fields: {
          times: { shape: COUNT, required: true, means: 'Warnings before removal.' },
          every: { shape: DURATION, required: true, means: 'Between them.' },
        },
      },
      means: 'Warn the person, then remove the record.',
    },
  },
  unsubscribe: {},
  delete: {},
  tag: { name: { shape: FREE, required: true, means: 'The tag.' } },
  webhook: { name: { shape: FREE, required: true, means: 'The endpoint.' } },
}
