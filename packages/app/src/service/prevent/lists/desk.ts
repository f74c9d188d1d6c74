// Where lists are handed over: kept in files without names, checked one at a time, deleted after
// their time.

import { randomBytes } from 'node:crypto'
import type { Log } from '../../log.ts'
import { closeTables, present, reset, sentenceOf, take, type Job } from './job.ts'
import { cleanList, type CleanDeps } from './run.ts'
import type { CleanOptions, ListDesk, ListJob, Upload, UploadResult } from './types.ts'

const HOUR_MS = 3_600_000
const SWEEP_MS = 60_000

export type ListDeskOptions = {
  /** Of one list. */
  readonly bytesMax: number
  /** Lists of one tenant at a time. */
  readonly listsMax: number
  readonly keepHours: number
}

export type ListDeskDeps = CleanDeps & {
  readonly log: Log
  /** Names a list so that nobody guesses it. */
  readonly newId?: (() => string) | undefined
}

export function createListDesk(options: ListDeskOptions, deps: ListDeskDeps): ListDesk {
  const shelf = createShelf(options, deps)
  const checks = createChecks(deps)
  const { find } = shelf

  async function remove(job: Job): Promise<void> {
    shelf.take(job)
    await checks.end(job)
    await Promise.all([job.source.close(), closeTables(job.cleaned)])
  }

  const sweep = setInterval(() => {
    for (const job of shelf.expired()) void remove(job)
  }, SWEEP_MS)
  sweep.unref()

  return {
    bytesMax: options.bytesMax,
    upload: shelf.upload,
    all: (tenant) => shelf.ofTenant(tenant).sort((a, b) => b.createdAt - a.createdAt)
      .map(shelf.show),
    one(tenant, id) {
      const job = find(tenant, id)
      return job === undefined ? undefined : shelf.show(job)
    },
    start(tenant, id, wanted) {
      const job = find(tenant, id)
      if (job === undefined) return undefined
      return checks.begin(job, wanted) ? shelf.show(job) : 'busy'
    },
    async cancel(tenant, id) {
      const job = find(tenant, id)
      if (job === undefined) return undefined
      if (job.running !== undefined && job.state !== 'done') await checks.end(job)
      return shelf.show(job)
    },
    async remove(tenant, id) {
      const job = find(tenant, id)
      if (job === undefined) return false
      await remove(job)
      return true
    },
    read(tenant, id, table) {
      const job = find(tenant, id)
      if (job === undefined) return undefined
      if (job.cleaned === undefined) return 'unchecked'
      const stem = job.name.replace(/\.\w{1,5}$/, '')
      return { name: `${stem}-${table}.csv`, body: job.cleaned[table].read() }
    },
    async stop() {
      clearInterval(sweep)
      await Promise.all(shelf.all().map(remove))
    },
  }
}

type Shelf = {
  readonly find: (tenant: string, id: string) => Job | undefined
  readonly ofTenant: (tenant: string) => Job[]
  readonly all: () => readonly Job[]
  readonly expired: () => readonly Job[]
  readonly take: (job: Job) => void
  readonly show: (job: Job) => ListJob
  readonly upload: (tenant: string, upload: Upload) => Promise<UploadResult>
}

function createShelf({ listsMax, keepHours }: ListDeskOptions, deps: ListDeskDeps): Shelf {
  const { now, newId = () => randomBytes(16).toString('base64url') } = deps
  const jobs = new Map<string, Job>()
  const keepMs = keepHours * HOUR_MS
  const coming = new Map<string, number>()
  const isExpired = (job: Job): boolean => job.createdAt + keepMs <= now()
  const ofTenant = (tenant: string): Job[] =>
    [...jobs.values()].filter((job) => job.tenant === tenant && !isExpired(job))
  const show = (job: Job): ListJob => present(job, keepMs)
  return {
    find(tenant, id) {
      const job = jobs.get(id)
      return job === undefined || job.tenant !== tenant || isExpired(job) ? undefined : job
    },
    ofTenant, show,
    all: () => [...jobs.values()],
    expired: () => [...jobs.values()].filter(isExpired),
    take: ({ id }) => jobs.delete(id),
    async upload(tenant, upload) {
      // What is on its way counts, or many at once would pass.
      const others = coming.get(tenant) ?? 0
      if (ofTenant(tenant).length + others >= listsMax) return { kind: 'full' }
      coming.set(tenant, others + 1)
      try {
        const taken = await take(upload, now())
        if (taken.kind === 'no-table') return taken
        const job: Job = { ...taken.job, id: newId(), tenant }
        jobs.set(job.id, job)
        return { kind: 'uploaded', job: show(job) }
      } finally {
        coming.set(tenant, (coming.get(tenant) ?? 1) - 1)
      }
    },
  }
}

type Checks = {
  /** False where it is being checked already. */
  readonly begin: (job: Job, wanted: CleanOptions) => boolean
  /** Resolves when nothing of it runs any more; the list is as it was before. */
  readonly end: (job: Job) => Promise<void>
}

function createChecks(deps: ListDeskDeps): Checks {
  /** One after the other: each takes a whole processor. */
  let last: Promise<void> = Promise.resolve()

  async function run(job: Job, options: CleanOptions, { signal }: AbortController): Promise<void> {
    if (signal.aborted) return
    job.state = 'running'
    try {
      const work = cleanList({
        tenant: job.tenant, source: job.source, options, signal,
        tell: ({ done, total }) => {
          if (!signal.aborted) Object.assign(job, { rowsDone: done, rowsTotal: total })
        },
      }, deps)
      job.cleaned = await untilAborted(work, signal)
      job.state = 'done'
    } catch (error) {
      if (signal.aborted) return
      const known = sentenceOf(error)
      if (known === undefined) deps.log.error('the check of a list broke off', { error })
      const problem = known ?? 'The check broke off; the log of the service says why.'
      Object.assign(job, { state: 'failed', problem })
    }
  }

  return {
    begin(job, wanted) {
      if (job.state === 'waiting' || job.state === 'running') return false
      void closeTables(job.cleaned)
      reset(job)
      Object.assign(job, { state: 'waiting', options: wanted })
      const abort = new AbortController()
      last = last.then(() => run(job, wanted, abort))
      job.running = { abort, ended: last }
      return true
    },
    async end(job) {
      if (job.running === undefined) return
      job.running.abort.abort()
      // Who waits for another's check has none that could run.
      if (job.state === 'running') await job.running.ended
      await closeTables(job.cleaned)
      reset(job)
    },
  }
}

/** Whoever ends a check does not wait for what the DNS has not answered; it ends by itself. */
async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  return await Promise.race([work, aborted])
}
