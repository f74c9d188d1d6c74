// Fills a store with the history of the demonstration: every input goes through the pipeline, at
// the time at which it would have come.

import { createCheckIndex } from '../check/check-index.ts'
import { createChecker } from '../check/check.ts'
import { hashAddress } from '../check/hashed-address.ts'
import type { Config } from '../config/types.ts'
import { addEndpoint } from '../deliver/webhooks/endpoints.ts'
import { enqueueNotifications } from '../deliver/webhooks/outbox.ts'
import { SILENT_LOG } from '../log.ts'
import { createDecider, type Decider } from '../pipeline/create.ts'
import { PIPELINE_DEFAULTS } from '../pipeline/pipeline.ts'
import { policyOf } from '../policy-of.ts'
import { readPepper } from '../secrets.ts'
import { openStore } from '../store/open.ts'
import { putOptin } from '../optin/records.ts'
import { putSource, touchSource } from '../store/sources.ts'
import type { NewInput, SourceType, Store } from '../store/types.ts'
import { campaignsOf, DAYS, outcomeOf, sendTo } from './history.ts'
import { SOURCES, TENANT, type Sent } from './inputs.ts'
import { optinsOf } from './opt-ins.ts'
import { makePeople } from './people.ts'
import { createRandom } from './random.ts'
import type { DemoReceivers } from './receivers.ts'
import { OUR_IP, type Person } from './world.ts'

const DAY_MS = 86_400_000
/** Inputs within such a time are worked off together. */
const SLOT_MS = 30 * 60_000
const SEED_DEFAULT = 7
/** So many days before the end others begin to be told; the service delivers it when it starts. */
const TOLD_DAYS = 7

const TYPES: Readonly<Record<string, SourceType>> = {
  [SOURCES.smtp]: 'smtp', [SOURCES.log]: 'log', [SOURCES.webhook]: 'webhook',
  [SOURCES.http]: 'http',
}

export type Filled = {
  readonly sends: number; readonly inputs: number; readonly events: number
}

type FillOptions = {
  /** When the history ends. */
  readonly now: number
  readonly seed?: number
  /** Who is told of changes. @default nobody */
  readonly endpoints?: DemoReceivers['endpoints']
}

/** The store must be a new one. */
export async function fillDemo(
  config: Config, { now, seed = SEED_DEFAULT, endpoints = [] }: FillOptions,
): Promise<Filled> {
  const clock = { now: startOf(now) }
  const { url, ...options } = config.store
  const store = await openStore(url, options, { log: SILENT_LOG, now: () => clock.now })
  try {
    const pepper = await readPepper(store, config.privacy.pepperFile, clock.now)
    const counts: Counts = new Map()
    const decider = openDecider(config, store, clock, { pepper, counts })
    const filled = await run(store, decider, clock, { now, seed, endpoints, counts })
    await decider.close()
    return filled
  } finally {
    await store.close()
  }
}

/** Midnight of the first day. */
function startOf(now: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS - (DAYS - 1) * DAY_MS
}

type Clock = { now: number }
type News = { inputs: number; events: number; lastInputAt: number }
/** By source. */
type Counts = Map<string, News>

function openDecider(
  config: Config, store: Store, clock: Clock,
  { pepper, counts }: { readonly pepper: string; readonly counts: Counts },
): Decider {
  const now = (): number => clock.now
  const checker = createChecker({
    store, index: createCheckIndex(), now, isLoaded: () => false, pepper,
    equivalence: config.addresses,
  })
  return createDecider({
    pipeline: {
      ...PIPELINE_DEFAULTS, reviewMs: 0,
      judge: { ...PIPELINE_DEFAULTS.judge, threads: config.pipeline.threads },
    },
    apply: { equivalence: config.addresses, ownDomains: [], dryRun: false },
    policy: policyOf(config),
  }, {
    store, now, log: SILENT_LOG, changed: () => undefined,
    notify: (tx, tenant, notes) => enqueueNotifications(tx, tenant, notes, now()),
    check: {
      checkNow: () => undefined,
      check: (tenant, queries) => checker.checkMany(tenant, queries),
    },
    booked: (events) => {
      for (const { item } of events) newsOf(counts, item.source).events += 1
    },
    typeOfSource: (id) => TYPES[id] ?? 'http', healthOf: () => 'running',
    hash: (address) => hashAddress(pepper, address),
  })
}

async function run(
  store: Store, { ledger, pipeline }: Decider, clock: Clock,
  { now, seed, endpoints, counts }: Required<FillOptions> & { readonly counts: Counts },
): Promise<Filled> {
  const random = createRandom(seed)
  const people = makePeople(random)
  const start = startOf(now)
  const tally = { sends: 0, inputs: 0 }
  await store.write(async (tx) => {
    for (const [id, type] of Object.entries(TYPES)) {
      await putSource(tx, {
        id, tenant: TENANT, type, name: id, settings: '{}', enabled: true,
        ...(type === 'webhook' ? { vendor: 'ses' } : type === 'log' ? { vendor: 'postfix' } : {}),
      }, start)
    }
  })
  let waiting: NewInput[] = []
  const work = async (until: number): Promise<void> => {
    const due = waiting.filter(({ receivedAt }) => receivedAt < until)
    waiting = waiting.filter(({ receivedAt }) => receivedAt >= until)
    for (const slot of slotsOf(due)) {
      clock.now = Math.max(clock.now, slot.at(-1)?.receivedAt ?? clock.now)
      await store.ingest(slot)
      await pipeline.drain()
      await pipeline.review()
      count(counts, slot)
      tally.inputs += slot.length
    }
    clock.now = Math.max(clock.now, until)
    await pipeline.review()
  }
  for (let day = 0; day < DAYS; day++) {
    if (day === DAYS - TOLD_DAYS) {
      await work(start + day * DAY_MS)
      await store.write(async (tx) => {
        for (const [i, input] of endpoints.entries()) {
          await addEndpoint(tx, TENANT, input, clock.now + i)
        }
      })
    }
    for (const campaign of campaignsOf(day, start + day * DAY_MS)) {
      if (campaign.at > now) continue
      await work(campaign.at)
      const asked = people.filter((person) => campaign.wants(person))
      const sends = sendTo(campaign, await mailable(ledger, asked, campaign.list), random)
      await register(ledger, sends)
      tally.sends += sends.length
      waiting.push(...outcomeOf(campaign, sends, random)
        .filter(({ receivedAt }) => receivedAt <= now))
    }
  }
  await work(now)
  await store.write(async (tx) => {
    for (const [source, news] of counts) await touchSource(tx, source, news)
    for (const row of optinsOf(people, now, random)) await putOptin(tx, row)
  })
  return { ...tally, events: pipeline.status.events }
}

/** Whom a sender that asks first would write to. */
async function mailable(
  ledger: Decider['ledger'], people: readonly Person[], list: string,
): Promise<Person[]> {
  const answers = await ledger.check(TENANT, people.map(({ address }) => ({ address, list })))
  return people.filter((_, index) => answers[index]?.answer === 'send')
}

async function register(ledger: Decider['ledger'], sends: readonly Sent[]): Promise<void> {
  await ledger.registerSends(TENANT, sends.map(({ person, at, list, messageId }) => ({
    recipient: person.address, messageId, list, campaign: messageId.split('.', 2).join('-'),
    sentAt: at, fromDomain: messageId.slice(messageId.indexOf('@') + 1), fromIp: OUR_IP,
  })))
}

/** Inputs that come close together, in order. */
function slotsOf(inputs: readonly NewInput[]): NewInput[][] {
  const sorted = [...inputs].sort((a, b) => a.receivedAt - b.receivedAt)
  return [...Map.groupBy(sorted, ({ receivedAt }) => Math.floor(receivedAt / SLOT_MS)).values()]
}

function count(counts: Counts, inputs: readonly NewInput[]): void {
  for (const { source, receivedAt } of inputs) {
    const news = newsOf(counts, source)
    news.inputs += 1
    news.lastInputAt = Math.max(news.lastInputAt, receivedAt)
  }
}

function newsOf(counts: Counts, source: string): News {
  const news = counts.get(source) ?? { inputs: 0, events: 0, lastInputAt: 0 }
  counts.set(source, news)
  return news
}
