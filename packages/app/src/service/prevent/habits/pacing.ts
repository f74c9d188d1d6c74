// Waves of "too fast" at a receiver: when they came, what went through before, how fast to send and
// when to go on; the same as a file of shaping rules for KumoMTA.

import type { Reader } from '../../store/types.ts'

const MINUTE_MS = 60_000
const BUCKET_MS = 10 * MINUTE_MS
const WEEK_MS = 7 * 86_400_000
/** So many refusals in ten minutes begin a wave; quieter times between belong to it. */
const WAVE_MIN = 5
const GAP_BUCKETS = 3
/** How long to wait after a wave whose refusals name no time. */
const BACK_OFF_MS = 60 * MINUTE_MS
/** Of what went through before the wave. */
const SAFE_SHARE = 0.5
const RECEIVERS_MAX = 200
/** Of a delay what it waits for counts, else the reason. */
const SLOWER = `CASE WHEN cause <> '' THEN cause ELSE reason END IN
  ('rate-limited', 'greylisted', 'server-busy', 'ip-reputation', 'too-many-recipients')`

export type Wave = {
  readonly fromAt: number
  readonly untilAt: number
  readonly refusals: number
  /**
   * Accepted by the receiver per minute in the hour before, in minutes in which it accepted any;
   * absent where nothing is known.
   */
  readonly acceptedPerMinute?: number
}

export type PacingAdvice = {
  readonly receiver: string
  /** Domain of most of its recipients. */
  readonly domain: string
  /** Newest first, of the last seven days. */
  readonly waves: readonly Wave[]
  /** Messages a minute that should pass; absent where nothing is known. */
  readonly perMinute?: number
  /** Wait until then; absent where sending may go on. */
  readonly resumeAt?: number
}

export async function advisePacing(
  reader: Reader, tenant: string, now: number, receiver?: string,
): Promise<readonly PacingAdvice[]> {
  const since = now - WEEK_MS
  const rows = await reader.all<{ readonly receiver: string }>(
    `SELECT receiver, COUNT(*) AS n FROM incidents
      WHERE tenant = ? AND at >= ? AND at <= ? AND ${SLOWER} AND receiver <> ''
      ${receiver === undefined ? '' : 'AND receiver = ?'}
      GROUP BY receiver HAVING COUNT(*) >= ${WAVE_MIN} ORDER BY 2 DESC LIMIT ${RECEIVERS_MAX}`,
    receiver === undefined ? [tenant, since, now] : [tenant, since, now, receiver])
  const advice: PacingAdvice[] = []
  for (const row of rows) advice.push(await adviseOne(reader, tenant, row, { since, now }))
  return advice.filter(({ waves }) => waves.length > 0)
}

async function adviseOne(
  reader: Reader, tenant: string, { receiver }: { readonly receiver: string },
  { since, now }: { readonly since: number; readonly now: number },
): Promise<PacingAdvice> {
  const most = await reader.get<{ readonly domain: string }>(
    `SELECT domain, COUNT(*) AS n FROM incidents
      WHERE tenant = ? AND receiver = ? AND at >= ? AND at <= ?
      GROUP BY domain ORDER BY 2 DESC, 1 LIMIT 1`, [tenant, receiver, since, now])
  const buckets = await reader.all<Bucket>(
    `SELECT at / ${BUCKET_MS} AS bucket, COUNT(*) AS n, MIN(at) AS first FROM incidents
      WHERE tenant = ? AND receiver = ? AND at >= ? AND at <= ? AND ${SLOWER}
      GROUP BY at / ${BUCKET_MS} ORDER BY 1`, [tenant, receiver, since, now])
  const waves: Wave[] = []
  for (const { from, until, refusals, first } of joinWaves(buckets)) {
    const accepted = await acceptedBefore(reader, tenant, receiver, first)
    waves.unshift({
      fromAt: from * BUCKET_MS, untilAt: (until + 1) * BUCKET_MS, refusals,
      ...accepted === undefined ? {} : { acceptedPerMinute: accepted },
    })
  }
  const [last] = waves
  const resumeAt = last === undefined ? 0 : last.untilAt + BACK_OFF_MS
  const accepted = waves.map(({ acceptedPerMinute }) => acceptedPerMinute)
    .filter((rate) => rate !== undefined)
  const slowest = accepted.length === 0 ? undefined : Math.min(...accepted)
  return {
    receiver, domain: most?.domain ?? '', waves, ...resumeAt > now ? { resumeAt } : {},
    ...slowest === undefined ? {} : { perMinute: Math.max(1, Math.floor(slowest * SAFE_SHARE)) },
  }
}

/** Ten minutes: how many refusals, and when the first. */
type Bucket = {
  readonly bucket: number | string; readonly n: number | string; readonly first: number | string
}

type Stretch = {
  readonly from: number; until: number; refusals: number; readonly first: number
}

function joinWaves(buckets: readonly Bucket[]): readonly Stretch[] {
  const waves: Stretch[] = []
  for (const row of buckets) {
    const [bucket, n] = [Number(row.bucket), Number(row.n)]
    const last = waves.at(-1)
    if (last !== undefined && bucket - last.until <= GAP_BUCKETS) {
      last.until = bucket
      last.refusals += n
    } else if (n >= WAVE_MIN) {
      waves.push({ from: bucket, until: bucket, refusals: n, first: Number(row.first) })
    }
  }
  return waves
}

async function acceptedBefore(
  reader: Reader, tenant: string, receiver: string, at: number,
): Promise<number | undefined> {
  const minute = Math.floor(at / MINUTE_MS)
  const row = await reader.get<{
    readonly n: number | string | null; readonly minutes: number | string
  }>(
    `SELECT SUM(delivered) AS n, COUNT(*) AS minutes FROM receiver_minutes
      WHERE tenant = ? AND receiver = ? AND minute >= ? AND minute <= ? AND delivered > 0`,
    [tenant, receiver, minute - 60, minute])
  const n = Number(row?.n ?? 0)
  return n === 0 ? undefined : Math.ceil(n / Number(row?.minutes))
}

/** As a file that KumoMTA's shaping helper loads (TOML). */
export function formatShaping(advice: readonly PacingAdvice[]): string {
  const head = '# What receivers took before they said "too fast"; made by Carom.\n'
  return head + advice.filter(({ perMinute }) => perMinute !== undefined)
    .map(({ receiver, domain, perMinute, waves }) =>
      `\n# ${receiver}: ${waves.length} waves in the last seven days\n` +
      `[${JSON.stringify(domain)}]\nmx_rollup = true\nmax_message_rate = "${perMinute}/min"\n`)
    .join('')
}
