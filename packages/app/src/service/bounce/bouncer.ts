// Bouncing as the API and the command line use it: what was chosen is gathered, and each message is
// judged, shown, and, on request, carried out.

import { randomBytes } from 'node:crypto'
import type { SafeFetch } from '../deliver/safe-fetch.ts'
import type { Log } from '../log.ts'
import { MailboxError, type MailAccess } from '../mailboxes/types.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { Store } from '../store/types.ts'
import { carryOutAlternative } from './alternatives.ts'
import type { Resolve } from './authenticate.ts'
import { listBounces } from './book.ts'
import { carryOut, type Work } from './carry-out.ts'
import type { Signing } from './compose.ts'
import { gather } from './gather.ts'
import { CLOCK_SKEW_MS, PLAN_VALID_MS } from './limits.ts'
import { ownDomainsOf, type BounceOptions } from './options.ts'
import { formatSieve, listRefused, removeRefused } from './refused-senders.ts'
import type { Relay } from './relay.ts'
import { changeSettings, readSettings, showSettings } from './settings.ts'
import { createTally } from './tally.ts'
import type { AlternativeRow, BounceAdmin, BounceInput, BounceRow } from './types.ts'

export type BouncerDeps = {
  readonly store: Store
  readonly mail: MailAccess
  readonly log: Log
  readonly now: () => number
  /** Of the marks of our own bounces, see `readBounceKey`. */
  readonly key: string
  readonly resolve: Resolve
  readonly fetch: SafeFetch['fetch']
  /** Undefined where none is set up: then everything is shown, and nothing sent. */
  readonly relay: Relay | undefined
  readonly signing: Signing | undefined
}

const KEY_NAME = 'bounce-key'
const KEY_BYTES = 32
const RUN_BYTES = 12

/** The key that our bounces are marked with: made once, and kept in the store. */
export async function readBounceKey(store: Store, now: number): Promise<string> {
  return await store.write(async (tx) => {
    const kept = await readSetting(tx, '', KEY_NAME)
    if (kept !== undefined) return kept
    const made = randomBytes(KEY_BYTES).toString('hex')
    await writeSetting(tx, '', KEY_NAME, made, now)
    return made
  })
}

export function createBouncer(options: BounceOptions, given: BouncerDeps): BounceAdmin {
  const run = randomBytes(RUN_BYTES).toString('hex')
  const deps = { ...given, run }
  const { store, now, relay } = deps
  const settingsOf = (tenant: string): Promise<BounceOptions> =>
    readSettings(store, tenant, options)
  const ownDomains = ownDomainsOf(options, [])
  return {
    async bounce(tenant, actor, input) {
      const settings = await settingsOf(tenant)
      const plannedAt = momentOf(input, now())
      const { items, left } = await gather(deps, tenant, input.chosen, settings, ownDomains)
      const work: Work = {
        tenant, actor, input, settings, ownDomains, plannedAt, tally: createTally(),
        settingsNow: () => settingsOf(tenant),
      }
      const rows: BounceRow[] = []
      // One after the other: what is sent for one message counts for the limits of the next.
      for await (const item of items) {
        rows.push(item.bytes === undefined ? goneRow(item.key) : await carryOut(deps, work, item))
      }
      const isDry = input.dryRun || settings.dryRun
      if (!isDry) await forgetGone(deps.mail, tenant, input, rows)
      return { dryRun: isDry, plannedAt, rows, left, ...nextOf(input, rows, left) }
    },
    async alternatives(tenant, actor, input) {
      const settings = await settingsOf(tenant)
      const { items } = await gather(deps, tenant, input.chosen, settings, ownDomains)
      const rows: AlternativeRow[] = []
      for await (const item of items) {
        rows.push(item.bytes === undefined
          ? { key: item.key, alternatives: [], state: 'gone', because: GONE }
          : await carryOutAlternative(deps, { tenant, actor, input, settings }, item))
      }
      return { dryRun: input.dryRun || settings.dryRun, rows }
    },
    log: (tenant, filter, page) => listBounces(store, { tenant, run, now: now() }, filter, page),
    settings: async (tenant) => showSettings(await settingsOf(tenant), ownDomains),
    async change(tenant, actor, change) {
      await changeSettings(store, tenant, actor, change, now())
      return showSettings(await settingsOf(tenant), ownDomains)
    },
    testRelay: async () => relay === undefined
      ? { ok: false, answer: 'bounce.relay is not set.' } : await relay.test(),
    async refused(tenant) {
      const rows = await listRefused(store, tenant)
      return { rows, sieve: formatSieve(rows.map(({ sender }) => sender)) }
    },
    accept: (tenant, actor, sender) => removeRefused(store, tenant, actor, sender, now()),
  }
}

/** A mark on what is gone would be looked at again and again. */
async function forgetGone(
  mail: MailAccess, tenant: string, { chosen }: BounceInput, rows: readonly BounceRow[],
): Promise<void> {
  if (chosen.kind === 'raw') return
  const gone = rows.filter(({ state }) => state === 'gone')
  for (const { key } of gone) await mail.forget(tenant, chosen.mailbox, key)
}

/** Messages that lost their mark make room for those after them. */
function nextOf(
  { chosen, dryRun }: BounceInput, rows: readonly BounceRow[], left: number,
): { readonly next?: number } {
  if (chosen.kind !== 'marked' || left === 0) return {}
  const kept = dryRun ? rows : rows.filter(({ state }) => state !== 'sent' && state !== 'gone')
  return { next: chosen.offset + kept.length }
}

const GONE = 'The message is not there any more.'

function goneRow(key: string): BounceRow {
  return { key, state: 'gone', conditions: [], alternatives: [], answer: GONE }
}

/** The moment of a plan that was shown, as long as it is not stale. */
function momentOf({ plannedAt }: BounceInput, now: number): number {
  if (plannedAt === undefined) return now
  if (plannedAt <= now + CLOCK_SKEW_MS && plannedAt >= now - PLAN_VALID_MS) return plannedAt
  throw new MailboxError('invalid', 'The plan is too old: look at it again, then carry it out.')
}
