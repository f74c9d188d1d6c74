// `carom domain reports`: reads reports of receivers and sums them up for each domain.

import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { isMboxStart, listFromLines } from '../../mbox/from-lines.ts'
import { gatherReports, isProven } from '../../service/reports/gather.ts'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../../service/prevent/dns/client.ts'
import { resolverOf } from '../../service/prevent/dns/resolver.ts'
import { originOf, proveSender, type OriginDeps } from '../../service/reports/origin.ts'
import { readReportFile, readReportMessage } from '../../service/reports/read.ts'
import { createSenderMatch } from '../../service/reports/sources.ts'
import { summarize } from '../../service/reports/summarize.ts'
import type { KeptReport } from '../../service/reports/types.ts'
import { UsageError, type Arguments, type Io } from '../command.ts'
import { layoutOf } from '../explain/page.ts'
import { describeError } from '../input/failure.ts'
import { walk } from '../input/walk.ts'
import { readNameServers } from '../name-servers.ts'
import { printable } from '../output/terminal-text.ts'
import { formatReportSummary } from './format-reports.ts'

export async function showReports(
  paths: readonly string[], args: Arguments, io: Io,
): Promise<number> {
  if (paths.length === 0 && io.stdin.isTerminal) {
    throw new UsageError('no reports to read', 'Write carom domain reports FILE.')
  }
  const isOwnSender = createSenderMatch(readSenders(args))
  const found = new ReportCollector(io, proverOf(args))
  if (paths.length === 0) await found.add('standard input', await readAll(io.stdin), true)
  for (const path of paths) await found.addPath(path)
  const isJson = args.has('json') || !io.isTerminal
  let isSound = !found.hasFailed
  for (const gathered of gatherReports(found.reports)) {
    const summary = summarize(gathered, isOwnSender)
    isSound &&= summary.findings.every(({ severity }) => severity !== 'broken')
    await io.stdout.write(isJson ? `${JSON.stringify(summary)}\n`
      : formatReportSummary(summary, { showsAll: args.has('all') }, layoutOf(io)))
  }
  return isSound ? 0 : 1
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of input) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Who sent the reports of a mail, told by its bytes. */
type Prove = (bytes: Uint8Array, reports: readonly KeptReport[]) => Promise<readonly KeptReport[]>

/** What is no mail was taken out of one by whoever names it here, and has nothing to prove. */
function proverOf(args: Arguments): Prove {
  if (args.has('unverified')) return async (_bytes, reports) => reports
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: readNameServers(args) }, Date.now)
  const deps: OriginDeps = {
    resolve: resolverOf(dns), authservIds: args.values('authserv-id'), receivedBy: [],
  }
  return async (bytes, reports) => {
    if (reports.length === 0 || readReportMessage(bytes) === undefined) return reports
    const sender = await proveSender({ bytes, isWhole: true }, deps)
    return reports.map((report) => ({ ...report, origin: originOf(sender, report) }))
  }
}

/** Each report once, however many files it is in; rather one that is proven. */
class ReportCollector {
  readonly #io: Io
  readonly #prove: Prove
  readonly #reports = new Map<string, KeptReport>()
  hasFailed = false

  constructor(io: Io, prove: Prove) {
    this.#io = io
    this.#prove = prove
  }

  get reports(): readonly KeptReport[] {
    return [...this.#reports.values()]
  }

  async addPath(path: string): Promise<void> {
    for (const found of walk(path)) {
      if (found.kind === 'failure') await this.#fail(found.file, found.reason)
      else await this.#addFile(found.file, found.kind === 'pipe' || found.isNamed)
    }
  }

  async #addFile(file: string, isNamed: boolean): Promise<void> {
    const bytes = await readFile(file).catch((error: unknown) => error as Error)
    if (bytes instanceof Error) await this.#fail(file, describeError(bytes))
    else await this.add(file, bytes, isNamed)
  }

  /** What was named itself must hold a report; in a folder other things may lie beside. */
  async add(file: string, bytes: Buffer, isNamed: boolean): Promise<void> {
    const messages = isMboxStart(bytes, 0) ? splitMbox(bytes) : [bytes]
    const read = messages.map(readReportFile)
    for (const [n, { reports }] of read.entries()) {
      const proven = await this.#prove(messages[n] ?? bytes, reports)
      for (const report of proven) await this.#keep(file, report)
    }
    if (!isNamed || read.some(({ reports }) => reports.length > 0)) return
    const why = read.flatMap(({ problems }) => problems)
    await this.#fail(file, `no report is in it${why.length === 0 ? '' : ` (${why.join(', ')})`}`)
  }

  async #keep(file: string, report: KeptReport): Promise<void> {
    const { kind, domain, reporter, reportId } = report
    const key = JSON.stringify([kind, domain, reporter, reportId])
    if (isProven(report) || !this.#reports.has(key)) this.#reports.set(key, report)
    if (report.problems.length === 0) return
    await this.#fail(file, `damaged: ${report.problems.join(', ')}`)
  }

  async #fail(file: string, reason: string): Promise<void> {
    this.hasFailed = true
    await this.#io.stderr.write(`carom domain: ${printable(file)}: ${printable(reason)}\n`)
  }
}

function splitMbox(bytes: Buffer): Buffer[] {
  const starts = listFromLines(bytes, 0, bytes.length, true)
  return starts.map((start, i) => bytes.subarray(bytes.indexOf(10, start) + 1, starts[i + 1]))
}

function readSenders(args: Arguments): readonly string[] {
  const senders = args.values('sender')
  const wrong = senders.find((sender) => !isSender(sender))
  if (wrong === undefined) return senders
  throw new UsageError(
    `--sender cannot be '${printable(wrong)}'`, 'It is 192.0.2.1 or 192.0.2.0/24.')
}

function isSender(text: string): boolean {
  const [, ip = '', bits = '0'] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? []
  const version = isIP(ip)
  return version > 0 && Number(bits) <= (version === 4 ? 32 : 128)
}
