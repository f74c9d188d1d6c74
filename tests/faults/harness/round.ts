// One round of a fault: a service on a store of its own, inputs that are handed over until they are
// acknowledged, a fault in between, and the invariants checked at the end.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  openConsumer, type Consumer,
} from '../../../packages/app/test/service/deliver/webhook-consumer.ts'
import { reserveSchema } from '../../../packages/app/test/service/temporary-store.ts'
import { addEndpoint } from '../../../packages/app/src/service/deliver/webhooks/endpoints.ts'
import { hand, type Answer } from './channels.ts'
import { configOf } from './config.ts'
import { openForCheck } from './look.ts'
import { TOKEN_KEYS_LINE, type Input } from './inputs.ts'
import { createRandom, type Random } from './random.ts'
import { startService, usageOf, type Service, type StartOptions, type Usage } from './service.ts'

export type StoreKind = 'sqlite' | 'postgres'

export type Ack = { readonly input: Input; readonly at: number; readonly attempts: number }

export type RoundOptions = {
  readonly kind: StoreKind
  readonly seed: number
  /** Lines of YAML that come on top of the configuration; a section replaces the usual one. */
  readonly config?: string
  /** How many inputs are under way at once. @default 8 */
  readonly concurrency?: number
}

/** Everything that was acknowledged or refused, with its time. */
export type Book = {
  readonly acks: Ack[]
  /** Answers that told a peer never to come again. */
  readonly refusals: string[]
  /** Answers that told a peer to come again, and attempts without an answer. */
  readonly laters: string[]
  lost: number
}

/** Nothing listens there. */
const NOBODY = { api: 'http://127.0.0.1:1', smtpPort: 1 }
const TRY_AGAIN_MS = 150
const HAND_OVER_MS_MAX = 120_000

export class Round {
  readonly seed: number
  readonly kind: StoreKind
  readonly random: Random
  readonly folder: string
  readonly storeUrl: string
  readonly book: Book = { acks: [], refusals: [], laters: [], lost: 0 }
  readonly inputs: Input[] = []
  /** Those of them that the service fetches by itself. */
  readonly laid: Input[] = []
  readonly usages: Usage[] = []
  /** Further services on the same store. */
  readonly others: Service[] = []
  /** How the service reaches its store, instead of directly. */
  storeVia: string | undefined
  /** How the sources reach the service, instead of directly. */
  peersVia: { readonly api: string; readonly smtpPort: number } | undefined
  /** More sources, as entries of the list in YAML. */
  moreSources = ''
  /** Inputs may be set aside here: some are made to break what reads them. */
  mayBeSetAside = false
  /** Memory that a thread is given up at; it may be taken beside what a service takes. */
  threadBytesMax = 0
  readonly #options: RoundOptions
  readonly #removeStore: () => Promise<void>
  #service: Service | undefined
  #consumer: Consumer | undefined
  #key = ''
  #stopHanding = false
  /** What runs beside the round and has to be ended with it. */
  readonly ending: (() => unknown)[] = []

  constructor(options: RoundOptions) {
    this.#options = options
    this.kind = options.kind
    this.seed = options.seed
    this.random = createRandom(options.seed)
    this.folder = mkdtempSync(join(tmpdir(), 'carom-fault-'))
    const schema = options.kind === 'postgres' ? reserveSchema() : undefined
    this.storeUrl = schema?.url ?? join(this.folder, 'carom.db')
    this.#removeStore = async () => await schema?.remove()
    for (const name of ['maildir/tmp', 'maildir/new', 'maildir/cur']) {
      mkdirSync(join(this.folder, name), { recursive: true })
    }
    writeFileSync(join(this.folder, 'mail.log'), '')
    writeFileSync(join(this.folder, 'token.keys'), `${TOKEN_KEYS_LINE}\n`)
  }

  get service(): Service {
    if (this.#service === undefined) throw new Error('there is no service')
    return this.#service
  }

  get hasService(): boolean {
    return this.#service !== undefined
  }

  get consumer(): Consumer {
    if (this.#consumer === undefined) throw new Error('there is no consumer')
    return this.#consumer
  }

  get key(): string {
    return this.#key
  }

  /** The first start: with a consumer of webhooks, and the first key. */
  async begin(
    start: StartOptions = {}, consumer: Parameters<typeof openConsumer>[0] = () => 204,
  ): Promise<void> {
    this.#consumer = await openConsumer(consumer)
    this.configure()
    await this.start(start)
    this.#key = this.service.key ?? ''
    const store = await openForCheck(this.storeUrl)
    const { url } = this.#consumer
    await store.write((tx) => addEndpoint(tx, 'default', { url }, Date.now()))
    await store.close()
  }

  /** Writes the configuration; `more` replaces whole sections. */
  configure(more = this.#options.config ?? ''): void {
    writeFileSync(join(this.folder, 'carom.yaml'), configOf({
      url: this.storeVia ?? this.storeUrl, folder: this.folder,
      consumerPort: this.#consumer?.port ?? 1, sources: this.moreSources, more,
    }))
  }

  async start(options: StartOptions = {}): Promise<Service | undefined> {
    this.#service = await startService(this.folder, options)
    return this.#service
  }

  /** Starts it until it lives. */
  async restart(options: StartOptions = {}): Promise<Service> {
    if (this.#service?.isRunning() === true) await this.#service.kill()
    const service = await this.start(options)
    if (service === undefined) throw new Error('it died while it started')
    return service
  }

  /** Hands inputs over until every one is acknowledged. */
  async handOver(inputs: readonly Input[]): Promise<void> {
    this.inputs.push(...inputs)
    const waiting = this.random.shuffle(inputs)
    const deadline = performance.now() + HAND_OVER_MS_MAX
    const work = async (): Promise<void> => {
      for (let input = waiting.pop(); input !== undefined; input = waiting.pop()) {
        await this.#handOne(input, deadline)
      }
    }
    await Promise.all(Array.from({ length: this.#options.concurrency ?? 8 }, work))
  }

  async #handOne(input: Input, deadline: number): Promise<void> {
    for (let attempts = 1; !this.#stopHanding; attempts++) {
      const answer = await this.handOnce(input)
      if (answer.kind === 'acked') {
        this.book.acks.push({ input, at: Date.now(), attempts })
        return
      }
      this.#note(input, answer)
      if (answer.kind === 'refused') return
      if (performance.now() > deadline) {
        throw new Error(`input ${input.n} was never taken: ${answer.kind} ${answer.detail}`)
      }
      await sleep(TRY_AGAIN_MS)
    }
  }

  /** Inputs that lie where the service fetches them: as good as acknowledged. */
  lay(inputs: readonly Input[]): void {
    this.inputs.push(...inputs)
    this.laid.push(...inputs)
    for (const input of inputs) this.book.acks.push({ input, at: Date.now(), attempts: 1 })
  }

  /** A further service on the same store. */
  async startAnother(options: StartOptions = {}): Promise<Service> {
    const service = await startService(this.folder, options)
    if (service === undefined) throw new Error('the second service did not start')
    this.others.push(service)
    return service
  }

  /** One attempt, of which the book knows nothing. */
  async handOnce(input: Input): Promise<Answer> {
    const services = [this.#service, ...this.others].filter((one) => one?.isRunning() === true)
    const some = services[this.random.whole(0, Math.max(services.length - 1, 0))]
    const { api, smtpPort } = this.peersVia ?? some ?? NOBODY
    return await hand(input, { api, smtpPort, key: this.#key, folder: this.folder })
  }

  #note({ n, channel }: Input, { kind, detail }: Answer): void {
    if (kind === 'refused') this.book.refusals.push(`input ${n} over ${channel}: ${detail}`)
    else if (kind === 'lost') this.book.lost += 1
    else this.book.laters.push(`${channel}: ${detail}`)
  }

  /** Memory and descriptors of the service at this moment. */
  measure(): void {
    this.usages.push(usageOf(this.service.pid))
  }

  async ask(path: string): Promise<{ readonly status: number; readonly json: unknown }> {
    const response = await fetch(`${this.service.api}${path}`, {
      headers: { authorization: `Bearer ${this.#key}` },
    })
    return { status: response.status, json: await response.json() }
  }

  async end(): Promise<void> {
    this.#stopHanding = true
    for (const service of [this.#service, ...this.others]) {
      if (service?.isRunning() === true) await service.kill()
    }
    for (const end of this.ending) await end()
    this.#consumer?.stop()
    await this.#removeStore()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
