// What each field of a track, a lift and a guard does, by small policies of one track.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluate } from '../../src/policy/evaluate.ts'
import type { Policy, Track } from '../../src/policy/policy.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import { DAY_MS, readHistory, START } from './history.ts'

const SUPPRESS = [{ do: 'suppress' }] as const
const PAUSE = [{ do: 'pause', for: '1d', growth: { factor: 3, max: '7d' } }] as const

/** Title, the track (count, threshold 1, suppress where not said), history, day, status. */
const TRACKS: readonly (readonly [string, Partial<Track>, string, number, string])[] = [
  ['minEvents', { meter: 'score', weights: { hard: 5 }, threshold: 10, minEvents: 4 },
    'gone@0..2', 2, 'watch'],
  ['minEvents met', { meter: 'score', weights: { hard: 5 }, threshold: 10, minEvents: 4 },
    'gone@0..3', 3, 'suppressed'],
  ['campaigns', { threshold: 3, minDistinct: { campaigns: 2 } },
    'gone@0:campaign=c gone@1:campaign=c gone@2:campaign=c gone@3:campaign=c', 3, 'watch'],
  ['campaigns met', { threshold: 3, minDistinct: { campaigns: 2 } },
    'gone@0:campaign=c gone@1:campaign=c gone@2:campaign=d', 2, 'suppressed'],
  ['days', { threshold: 3, minDistinct: { days: 2 } }, 'gone@0 gone@0.1 gone@0.2 gone@0.9', 0.9,
    'watch'],
  ['days met', { threshold: 3, minDistinct: { days: 2 } }, 'gone@0 gone@0.1 gone@1', 1,
    'suppressed'],
  ['a reason outdoes permanence', {
    meter: 'score', threshold: 3, weights: { 'mailbox-full': 3, 'transient': 1 },
  }, 'full@0', 0, 'suppressed'],
  ['permanence outdoes severity', {
    meter: 'score', threshold: 3, weights: { permanent: 1, hard: 3 },
  }, 'gone@0', 0, 'watch'],
  ['a weight of nothing', { meter: 'score', threshold: 1, weights: { hard: 0 } }, 'gone@0..9', 9,
    'watch'],
  ['window slides', { threshold: 3, window: '2d' }, 'gone@0 gone@2 gone@4 gone@6', 6, 'watch'],
  ['window met', { threshold: 3, window: '2d' }, 'gone@0 gone@5 gone@6 gone@7', 7, 'suppressed'],
  ['once per day, later ones of the day', { threshold: 2, oncePer: 'day' },
    'gone@0.1 gone@0.5 gone@0.9', 0.9, 'watch'],
  ['by enhanced code', { when: { enhancedCode: ['x.2.x'] } }, 'gone@0', 0, 'active'],
  ['by enhanced code, met', { when: { enhancedCode: ['x.2.x'] } }, 'full@0', 0, 'suppressed'],
  ['by receiver', { when: { receiver: ['google'] } }, 'full@0', 0, 'active'],
  ['by receiver, met', { when: { receiver: ['google'] } }, 'fullgone@0', 0, 'suppressed'],
  ['by source', { when: { source: ['webhook'] } }, 'gone@0', 0, 'active'],
  ['by source, met', { when: { source: ['webhook'] } }, 'gone@0:source=webhook', 0, 'suppressed'],
  ['by trust', { when: { minTrust: 3 } }, 'gone@0', 0, 'active'],
  ['by a command that nobody told', { when: { command: ['RCPT'] } }, 'gone@0', 0, 'active'],
  ['once it was alive', { when: { neverAlive: false } }, 'gone@0', 0, 'active'],
  ['once it was alive, met', { when: { neverAlive: false } }, 'delivered@0 gone@1', 1,
    'suppressed'],
  ['probe meter counts probes alone', { meter: 'probe' }, 'gone@0..9', 9, 'active'],
  ['pauses grow', { actions: PAUSE }, 'gone@0 gone@2', 4.9, 'paused'],
  ['pauses grow up to the most', { actions: PAUSE }, 'gone@0 gone@2 gone@6', 13.1, 'watch'],
  ['a delivery shortens them again', { actions: PAUSE, reset: { onDelivered: true } },
    'gone@0 gone@2 delivered@6 gone@7', 8.1, 'watch'],
  ['a failure during a pause adds nothing', { actions: PAUSE }, 'gone@0 gone@0.5 gone@0.9', 1.1,
    'watch'],
  ['a pause of nothing is none', {
    actions: [{ do: 'pause', for: '0d', growth: { factor: 100, max: '0d' } }],
  }, 'gone@0..400', 400, 'watch'],
  ['inbound empties', { threshold: 2, reset: { onInbound: true } }, 'gone@0 inbound@1 gone@2', 2,
    'watch'],
  ['unsubscribe', { actions: [{ do: 'unsubscribe' }] }, 'gone@0', 0, 'suppressed'],
  ['delete', { actions: [{ do: 'delete' }] }, 'gone@0', 0, 'removed'],
  ['silence may act too', {
    actions: [{ do: 'probe', wait: '2d', onBounce: [], onSilence: SUPPRESS }],
  }, 'gone@0', 3, 'suppressed'],
  ['unless the probe fails for nothing', {
    actions: [{ do: 'probe', wait: '2d', onBounce: [{ do: 'record' }], onSilence: [] }],
  }, 'gone@0 gone@1', 1, 'probing'],
]

for (const [title, track, history, day, status] of TRACKS) {
  test(title, () => {
    const policy: Policy = {
      id: 'one', version: 1, title: 'One track',
      tracks: [{
        id: 'one', title: 'failure', meter: 'count', threshold: 1, actions: SUPPRESS, ...track,
      }],
    }
    const state = evaluate(policy, readHistory(history), START + day * DAY_MS)
    assert.equal(state.status, status, state.steps.map(({ why }) => why).join('\n'))
  })
}

const [CAROM] = PRESETS

/** Of the recommended policy: title, history, day, status. */
const MOMENTS = [
  ['of what happens at once the good news counts last', 'gone@1 delivered@1:message=x', 1,
    'active'],
  ['and a person has the last word', 'gone@1 lift@1', 1, 'active'],
  ['three days after a delivery a full mailbox counts', 'delivered@0 full@3', 3, 'paused'],
  ['a minute sooner it does not', 'delivered@0 full@2.999', 3, 'active'],
  ['delivered, and bounced within minutes, without a name',
    'gone@0 delivered@8 gone@8.005', 9, 'suppressed'],
  ['delivered, and bounced much later', 'gone@0 delivered@8 gone@8.5', 9, 'paused'],
  ['a forged bounce takes no delivery back',
    'gone@0 delivered@1:message=x gone@1.001:message=x,trust=0', 2, 'active'],
] as const

for (const [title, history, day, status] of MOMENTS) {
  test(title, () => {
    assert.ok(CAROM)
    const state = evaluate(CAROM, readHistory(history), START + day * DAY_MS)
    assert.equal(state.status, status, state.steps.map(({ why }) => why).join('\n'))
  })
}

test('a track that only speaks does so once, until its meter was empty', () => {
  const policy: Policy = {
    id: 'one', version: 1, title: 'One track', tracks: [{
      id: 'one', title: 'failure', meter: 'count', threshold: 2, window: '5d',
      actions: [{ do: 'notify', who: 'operator' }],
    }],
  }
  const spoken = (history: string): number =>
    evaluate(policy, readHistory(history), START + 99 * DAY_MS).steps
      .filter(({ actions }) => actions?.includes('notify:operator')).length
  assert.equal(spoken('gone@0..9'), 1)
  assert.equal(spoken('gone@0..3 gone@20..23'), 2)
})

test('an unchecked duration is the caller\'s mistake', () => {
  const policy: Policy = {
    id: 'one', version: 1, title: 'One track', tracks: [{
      id: 'one', title: 'failure', meter: 'count', threshold: 1, window: 'a week',
      actions: SUPPRESS,
    }],
  }
  assert.throws(() => evaluate(policy, readHistory('gone@0'), START), TypeError)
})
