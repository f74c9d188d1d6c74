// What every store must do with reports of receivers.

import assert from 'node:assert/strict'
import {
  gatherKept, gatherReports, listReportedDomains,
} from '../../../src/service/reports/gather.ts'
import { UNPROVEN_PER_DAY_MAX } from '../../../src/service/reports/limits.ts'
import { readReportFile } from '../../../src/service/reports/read.ts'
import { createSenderMatch } from '../../../src/service/reports/sources.ts'
import { summarize } from '../../../src/service/reports/summarize.ts'
import type { KeptReport } from '../../../src/service/reports/types.ts'
import { verifyReports } from '../../../src/service/reports/verify.ts'
import { writeReports } from '../../../src/service/reports/write.ts'
import { LEDGER_RETENTION_DEFAULTS, sweepLedger } from '../../../src/service/store/sweep-ledger.ts'
import type { Store, Trust } from '../../../src/service/store/types.ts'
import { resolve, signed } from '../bounce/zone.ts'
import { mailWith, readFixture } from '../reports/packed.ts'
import type { ContractCase } from './contract-case.ts'
import { NOON } from './inputs.ts'

export const REPORT_CONTRACT: readonly ContractCase[] = [
  { name: 'sums reports up as they would be without a store', run: sumUp },
  { name: 'keeps a report once, and the one that is proven', run: keepOnce },
  { name: 'counts mailed reports once it is known who sent them', run: countProven },
  { name: 'takes so many reports without proof in a day', run: refuseFlood },
  { name: 'sweeps old reports with their lines', run: sweepOld },
]

const DAY = 86_400_000
const NAMES = [
  'google.xml', 'microsoft.xml', 'yahoo.xml', 'mail-ru.xml', 'rfc9990.xml', 'tls-google.json',
  'tls-microsoft.json',
]
const isKnown = createSenderMatch(['192.0.2.24/29'])

function fixtures(): KeptReport[] {
  return NAMES.flatMap((name) => [...readReportFile(readFixture(name)).reports])
}

async function write(
  store: Store, reports: readonly KeptReport[],
  { trust = 1, at = NOON, isMail = false, inboxId = 1 }: {
    readonly trust?: Trust; readonly at?: number; readonly isMail?: boolean
    readonly inboxId?: number
  } = {},
): Promise<void> {
  await store.write((tx) => writeReports(tx, 'main', reports.map((report) =>
    ({ report, inboxId, trust, receivedAt: at, isMail }))))
}

const ALL = { tenant: 'main', domain: 'example.com', from: 0, until: NOON + 400 * DAY }

async function sumUp(store: Store): Promise<void> {
  await write(store, fixtures())
  const kept = await gatherKept(store, ALL)
  const [direct] = gatherReports(fixtures())
  assert.ok(kept !== undefined && direct !== undefined)
  const { from: _from, until: _until, ...summary } = summarize(kept, isKnown)
  const { from: _begin, until: _end, ...expected } = summarize(direct, isKnown)
  const sorted = (one: typeof summary): typeof summary => ({
    ...one, reporters: one.reporters.toSorted((a, b) => a.reporter < b.reporter ? -1 : 1),
    days: one.days.toSorted((a, b) => a.kind < b.kind ? -1 : 1),
  })
  assert.deepEqual(
    sorted({ ...summary, dmarc: undefined, tls: undefined } as never),
    sorted({ ...expected, dmarc: undefined, tls: undefined } as never))
  assert.deepEqual(
    [summary.dmarc?.messages, summary.dmarc?.aligned, summary.dmarc?.applied],
    [1797, 1562, { none: 1626, quarantine: 140, reject: 31 }])
  assert.deepEqual(summary.dmarc?.sources, expected.dmarc?.sources)
  assert.deepEqual(summary.tls?.failures, expected.tls?.failures)
  assert.equal(await gatherKept(store, { ...ALL, tenant: 'other' }), undefined)
  assert.equal(await gatherKept(store, { ...ALL, until: 1 }), undefined)
  const domains = await listReportedDomains(store, 'main', ALL)
  assert.deepEqual(domains.map(({ domain, reports }) => [domain, reports]),
    [['example.com', 7], ['other.example', 1]])
}

async function keepOnce(store: Store): Promise<void> {
  const [report] = fixtures()
  assert.ok(report !== undefined)
  const forged = { ...report, reporter: 'GOOGLE.com', from: report.from - DAY, dmarc: [] }
  const passed = async (): Promise<number | undefined> => {
    const kept = await gatherKept(store, ALL)
    return kept?.reporters[0]?.passed
  }
  await write(store, [forged, forged], { trust: 0 })
  assert.equal(await passed(), undefined)
  assert.deepEqual((await gatherKept(store, ALL))?.unverified.map(({ reports }) => reports), [1])
  await write(store, [report, report], { trust: 1 })
  assert.equal(await passed(), 1492)
  await write(store, [forged], { trust: 1 })
  await write(store, [forged], { trust: 0 })
  assert.equal(await passed(), 1492)
  const lines = await store.all('SELECT report FROM report_sources')
  assert.equal(lines.length, report.dmarc.length)
}

/** The forged one came first, under the same name; the DNS is away for a while. */
async function countProven(store: Store): Promise<void> {
  const mail = mailWith(readFixture('google.xml'), {
    type: 'text/xml', from: 'noreply-dmarc-support@google.com',
  })
  const [report] = readReportFile(mail).reports
  assert.ok(report !== undefined)
  const failing = report.dmarc.map((line) => ({ ...line, dkim: false, spf: false }))
  const forged = { ...report, dmarc: failing }
  const mails = [mail, await signed(mail, 'evil.example'), await signed(mail, 'google.com')]
  const { ids } = await store.ingest(mails.map((bytes, i) => ({
    tenant: 'main', source: 's', kind: 'message' as const, transportKey: `k${i}`, bytes,
    receivedAt: NOON, trust: 0 as const, envelope: {},
  })))
  const [, evil = 0, own = 0] = ids.map(Number)
  await write(store, [forged], { trust: 0, isMail: true, inboxId: evil })
  await write(store, [report], { trust: 0, isMail: true, inboxId: own })
  const clock = { now: NOON, isAway: true }
  const away = Object.assign(new Error('away'), { code: 'ETIMEOUT' })
  const check = () => verifyReports({
    store, now: () => clock.now, authservIds: [], receivedBy: [],
    resolve: (name, type) => clock.isAway ? Promise.reject(away) : resolve(name, type),
  })
  const read = async () => {
    const kept = await gatherKept(store, ALL)
    return [kept?.dmarc.length, kept?.unverified.map(({ problem }) => problem)]
  }
  assert.deepEqual(await read(), [0, ['its origin is not checked yet']])
  assert.deepEqual([await check(), await check()], [true, false])
  assert.deepEqual(await read(), [0, ['the DNS did not answer']])
  const [before] = await listReportedDomains(store, 'main', ALL)
  assert.deepEqual([before?.reports, before?.unverified, before?.passed], [2, 2, 0])
  clock.isAway = false
  clock.now += 2 * DAY
  assert.deepEqual([await check(), await check()], [true, false])
  assert.deepEqual(await read(), [report.dmarc.length, []])
  const [domain] = await listReportedDomains(store, 'main', ALL)
  assert.deepEqual([domain?.reports, domain?.unverified, domain?.passed], [1, 0, 1492])
  assert.equal((await store.all('SELECT report FROM report_sources')).length, report.dmarc.length)
}

async function refuseFlood(store: Store): Promise<void> {
  const [report] = fixtures()
  assert.ok(report !== undefined)
  await store.write((tx) => tx.insert(
    'reports (tenant, id, kind, domain, reporter, contact, report_id, from_at, until_at, ' +
    'received_at, inbox_id, trust, policy, errors, problems, passed, failed)',
    Array.from({ length: UNPROVEN_PER_DAY_MAX - 1 }, (_, i) => ['main', `${i}`, 'dmarc',
      'example.com', 'x', '', `${i}`, NOON, NOON, NOON, 1, 0, '{}', '[]', '[]', 1, 0])))
  const one = { ...report, dmarc: report.dmarc.slice(0, 1) }
  await write(store, [1, 2, 3].map((i) => ({ ...one, reportId: `more ${i}` })), { trust: 0 })
  const count = async (): Promise<number> => {
    const row = await store.get<{ n: number }>('SELECT COUNT(*) AS n FROM reports')
    return Number(row?.n)
  }
  assert.equal(await count(), UNPROVEN_PER_DAY_MAX)
  await write(store, [{ ...one, reportId: 'proven' }])
  await write(store, [{ ...one, reportId: 'next day' }], { trust: 0, at: NOON + DAY })
  assert.equal(await count(), UNPROVEN_PER_DAY_MAX + 2)
}

async function sweepOld(store: Store): Promise<void> {
  const [report, other] = fixtures()
  assert.ok(report !== undefined && other !== undefined)
  // It says that it is of the future; when it came is what counts.
  const future = { ...report, from: NOON + DAY, until: NOON + 2 * DAY }
  await write(store, [future], { at: NOON - 400 * DAY })
  await write(store, [other])
  await sweepLedger(store, LEDGER_RETENTION_DEFAULTS, NOON)
  const left = await store.all<{ reporter: string }>('SELECT reporter FROM reports')
  assert.deepEqual(left.map(({ reporter }) => reporter), ['Outlook.com'])
  const lines = await store.all('SELECT report FROM report_sources')
  assert.equal(lines.length, other.dmarc.length)
}
