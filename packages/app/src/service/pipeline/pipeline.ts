// The loop that turns inputs into decisions: claims, judges in threads, applies in one transaction,
// and looks again at addresses whose time has come.

import { randomUUID } from 'node:crypto'
import type { Log } from '../log.ts'
import type { InboxItem } from '../store/types.ts'
import type { Applied, ApplyDeps } from './types.ts'
import { JudgePool, JUDGE_POOL_DEFAULTS, type JudgePoolOptions } from './judge-pool.ts'
import type { JudgeInput, JudgeRules } from './judge.ts'
import { rulesOfAll } from './judge-rules.ts'
import type { JudgedItem } from './judged.ts'
import { createLogWait } from './log-wait.ts'
import { inParts } from './parts.ts'
import { applyOrWait } from './policy-damaged.ts'
import { reviewDue } from './review.ts'

export type PipelineOptions = {
  readonly judge: JudgePoolOptions
  /** Inputs of one transaction. @default 200 */
  readonly batchItems: number
  /** How long a claimed input is this process's alone. @default 60,000 */
  readonly leaseMs: number
  /** How often to look for inputs of other processes. @default 1,000 */
  readonly pollMs: number
  /** How often to look for addresses whose time has come. @default 30,000 */
  readonly reviewMs: number
  /** How often an input may break its thread before it is set aside. @default 3 */
  readonly attemptsMax: number
}

export const PIPELINE_DEFAULTS: PipelineOptions = {
  judge: JUDGE_POOL_DEFAULTS, batchItems: 200, leaseMs: 60_000, pollMs: 1_000, reviewMs: 30_000,
  attemptsMax: 3,
}

export type PipelineDeps = ApplyDeps & {
  readonly log: Log
  /** Told of everything that was applied, after the commit. */
  readonly applied: (tenant: string, applied: Applied) => void
  readonly typeOfSource: (id: string) => JudgeInput['sourceType']
  readonly rulesOf: (tenant: string) => Promise<JudgeRules | undefined>
  /** Whether a log is being read that is far ahead of its reader. */
  readonly isReadingLog: () => boolean
}

/** Where the loop stands, for health and metrics. */
export type PipelineStatus = {
  readonly inputs: number
  readonly events: number
  readonly lastError?: string
}

/** Inputs that were claimed together, and those of them that could be judged. */
type Batch = {
  readonly inputs: number; readonly judged: readonly JudgedItem[]
  /** One of them may be what kills its worker. */
  readonly isSuspect: boolean
}

const NOTHING: Batch = { inputs: 0, judged: [], isSuspect: false }

/** How long the loop waits after the store refused, growing to a minute. */
const TROUBLE_MS = 500
const TROUBLE_MS_MAX = 60_000

export class Pipeline {
  readonly #options: PipelineOptions
  readonly #deps: PipelineDeps
  readonly #pool: JudgePool
  readonly #mayLogsWait: () => boolean
  readonly #owner = randomUUID()
  // Claimed and being judged, while what was judged before is applied.
  #ahead: Promise<Batch> | undefined
  #wakeUp: (() => void) | undefined
  #woken = false
  #stopping = false
  #running: Promise<void> | undefined
  #reviewedAt = 0
  #inputs = 0
  #events = 0
  #lastError: string | undefined

  constructor(options: PipelineOptions, deps: PipelineDeps) {
    this.#options = options
    this.#deps = deps
    this.#pool = new JudgePool(options.judge)
    this.#mayLogsWait = createLogWait(deps.isReadingLog)
  }

  start(): void {
    this.#pool.warmUp()
    this.#running ??= this.#loop()
  }

  /** There may be new inputs. */
  wake(): void {
    this.#woken = true
    this.#wakeUp?.()
  }

  get status(): PipelineStatus {
    return {
      inputs: this.#inputs, events: this.#events,
      ...(this.#lastError === undefined ? {} : { lastError: this.#lastError }),
    }
  }

  /** Finishes what was claimed. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#wakeUp?.()
    await this.#running
    try {
      await this.#work()
    } catch (error) {
      // Nothing is lost: once the lease has run out it is claimed again.
      this.#deps.log.warn('what was claimed last could not be finished; it will be claimed again', {
        error: (error as Error).message,
      })
    }
    await this.#pool.close()
  }

  /** Works off all that is there now; for commands and tests that do not run the loop. */
  async drain(): Promise<void> {
    while (await this.#work() > 0) continue
  }

  async #loop(): Promise<void> {
    let troubleMs = TROUBLE_MS
    while (!this.#stopping) {
      try {
        this.#woken = false
        const worked = await this.#work()
        await this.review()
        troubleMs = TROUBLE_MS
        this.#lastError = undefined
        if (worked === 0 && !this.#woken) await this.#pause(this.#options.pollMs)
      } catch (error) {
        this.#lastError = (error as Error).message
        this.#deps.log.error('the pipeline could not go on; it will try again', {
          error: this.#lastError, afterMs: troubleMs,
        })
        await this.#pause(troubleMs)
        troubleMs = Math.min(troubleMs * 2, TROUBLE_MS_MAX)
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    if (this.#stopping) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wakeUp = undefined
  }

  /**
   * How many inputs were worked on. The next ones are judged in threads while these are applied
   * here.
   */
  async #work(): Promise<number> {
    const ahead = this.#ahead
    // What failed is met once; the next round looks for inputs anew.
    this.#ahead = undefined
    let batch = await (ahead ?? NOTHING)
    // What came since that look has waited long enough.
    if (batch.inputs === 0 && !this.#stopping) batch = await this.#judgeNext()
    // What is suspected is alone in this process: neither it nor a look ahead kills the other.
    if (batch.inputs > 0 && !batch.isSuspect && !this.#stopping) {
      this.#ahead = this.#judgeNext()
      // Whoever takes it up meets the error.
      this.#ahead.catch(() => undefined)
    }
    await this.#apply(batch.judged)
    this.#inputs += batch.inputs
    return batch.inputs
  }

  async #judgeNext(): Promise<Batch> {
    const { batchItems, leaseMs } = this.#options
    const items = await this.#deps.store.claim({
      limit: batchItems, leaseMs, owner: this.#owner, now: this.#deps.now(),
      withoutLogs: this.#mayLogsWait(),
    })
    if (items.length === 0) return NOTHING
    const rules = await rulesOfAll(this.#deps, items)
    const judgements = await this.#pool.judge(
      items.map((item) => ({ ...this.#toInput(item), rules: rules.get(item.tenant) })))
    const judged: JudgedItem[] = []
    for (const [index, judgement] of judgements.entries()) {
      const item = items[index] as InboxItem
      if (judgement.kind === 'judged') judged.push({ item, output: judgement.output })
      else await this.#setAside(item, judgement.why)
    }
    return { inputs: items.length, judged, isSuspect: items.some((item) => item.isSuspect) }
  }

  async #apply(judged: readonly JudgedItem[]): Promise<void> {
    const tenants = Map.groupBy(judged, ({ item }) => item.tenant)
    // All at once, so that none waits for the disk of the one before; the store takes them in turn.
    const transactions = [...tenants].flatMap(([tenant, items]) =>
      inParts(items).map(async (part) => {
        const applied = await applyOrWait(this.#deps, tenant, part)
        if (applied === undefined) return
        this.#events += applied.events.length + (applied.deliveries?.length ?? 0)
        this.#deps.applied(tenant, applied)
      }))
    for (const done of await Promise.allSettled(transactions)) {
      if (done.status === 'rejected') throw done.reason
    }
  }

  #toInput(item: InboxItem): JudgeInput {
    return {
      kind: item.kind, bytes: item.bytes, source: item.source, envelope: item.envelope,
      sourceType: this.#deps.typeOfSource(item.source), receivedAt: item.receivedAt,
    }
  }

  /** After some tries an input that breaks its thread is kept apart, and the others go on. */
  async #setAside(item: InboxItem, why: string): Promise<void> {
    this.#deps.log.warn('an input could not be judged', { inbox: item.id, why })
    await this.#deps.store.write(async (tx) => {
      await tx.run(
        'UPDATE inbox SET failures = failures + 1, error = ?, lease_until = 0, owner = NULL, ' +
        `state = CASE WHEN failures + 1 >= ? THEN 'poison' ELSE 'new' END WHERE id = ?`,
        [why, this.#options.attemptsMax, item.id])
    })
  }

  /** Looks at addresses whose time has come, if it is time to look. */
  async review(): Promise<void> {
    const now = this.#deps.now()
    if (now - this.#reviewedAt < this.#options.reviewMs && now >= this.#reviewedAt) return
    this.#reviewedAt = now
    const { applied, isMore } = await reviewDue(this.#deps)
    for (const [tenant, one] of applied) this.#deps.applied(tenant, one)
    // Thousands may be due at once, after another policy was applied to the past.
    if (isMore) [this.#reviewedAt, this.#woken] = [0, true]
  }
}
