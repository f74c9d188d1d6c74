// Troubles of the sender: failures that are its own fault, those of one cause together, and whether
// mail gets through again.

import { createHash } from 'node:crypto'
import type { CaromEvent } from '@carom/core'
import type { Trouble, TroubleFilter } from '../../http/rows-of-views.ts'
import type { Reader, Store } from '../../store/types.ts'
import { readEpisode, readResumed, type Resumed } from './episodes.ts'
import { Conditions } from './filters.ts'
import { playbookFor } from './playbooks.ts'
import { titleOf } from './titles.ts'

const TROUBLES_MAX = 200
/** A trouble that is asked for by its id is looked for this far back. */
const LOOK_BACK_MS = 400 * 86_400_000

type GroupRow = {
  readonly reason: string; readonly receiver: string; readonly blocklist: string
  readonly subject: string; readonly fault: Trouble['fault']
  readonly last_at: number; readonly last_seq: number
}

type Group = GroupRow & { readonly resumed: Resumed }

/** Open ones first, newest first. */
export async function readTroubles(
  store: Store, tenant: string, filter: TroubleFilter, shown: number = TROUBLES_MAX,
): Promise<{ readonly n: number; readonly rows: readonly Trouble[] }> {
  const groups: Group[] = []
  for (const row of await readGroups(store, tenant, filter)) {
    const resumed = await readResumed(store, tenant, row.receiver, Number(row.last_at))
    if ((filter.state ?? resumed.state) === resumed.state) groups.push({ ...row, resumed })
  }
  groups.sort((a, b) => a.resumed.state === b.resumed.state
    ? b.last_at - a.last_at : a.resumed.state === 'open' ? -1 : 1)
  const rows: Trouble[] = []
  for (const group of groups.slice(0, shown)) rows.push(await toTrouble(store, tenant, group))
  return { n: groups.length, rows }
}

export async function readTrouble(
  store: Store, tenant: string, id: string, now: number,
): Promise<Trouble | undefined> {
  const rows = await readGroups(store, tenant, { from: now - LOOK_BACK_MS, until: now + 1 })
  const row = rows.find((one) => idOf(one) === id)
  if (row === undefined) return undefined
  const resumed = await readResumed(store, tenant, row.receiver, Number(row.last_at))
  return await toTrouble(store, tenant, { ...row, resumed })
}

/** What was undone is no trouble. */
const NOT_VOIDED = 'incident NOT IN (SELECT id FROM incidents WHERE tenant = ? AND voided = 1 ' +
  `AND fault IN ('sender', 'content'))`
const OF_SENDER = `fault IN ('sender', 'content') AND incident IS NOT NULL`

async function readGroups(
  reader: Reader, tenant: string, { reason, receiver, from, until }: TroubleFilter,
): Promise<GroupRow[]> {
  const where = new Conditions().add('tenant = ?', tenant).add(OF_SENDER)
    .addTime('occurred_at', { from, until })
    .addIf(reason, 'reason = ?').addIf(receiver, 'receiver = ?').add(NOT_VOIDED, tenant)
  return await reader.all<GroupRow>(
    'SELECT reason, receiver, blocklist, subject, MIN(fault) AS fault, ' +
    'MAX(occurred_at) AS last_at, MAX(seq) AS last_seq ' +
    `FROM events WHERE ${where.sql} GROUP BY reason, receiver, blocklist, subject ` +
    'ORDER BY last_at DESC LIMIT ?', [...where.values, TROUBLES_MAX])
}

function idOf({ reason, receiver, blocklist, subject }: GroupRow): string {
  return createHash('sha256').update(JSON.stringify([reason, receiver, blocklist, subject]))
    .digest('hex').slice(0, 24)
}

async function toTrouble(reader: Reader, tenant: string, group: Group): Promise<Trouble> {
  const { reason, receiver, blocklist, subject, resumed } = group
  const facts = await readFacts(reader, tenant, group)
  return {
    id: idOf(group), state: resumed.state, reason, title: titleOf(reason), fault: group.fault,
    receiver,
    ...(blocklist === '' ? {} : { blocklist }), ...(subject === '' ? {} : { subject }),
    lastAt: Number(group.last_at),
    ...(resumed.at === undefined ? {} : { closedAt: resumed.at }),
    ...facts, deliveredSince: resumed.delivered,
    sample: await readSample(reader, tenant, group),
    playbook: playbookFor({ reason, receiver, blocklist, subject }),
  }
}

/** Of the present episode alone. */
async function readFacts(
  reader: Reader, tenant: string, group: Group,
): Promise<Pick<Trouble, 'openedAt' | 'earlierEpisodes' | 'messages' | 'addresses'>> {
  const { reason, receiver, blocklist, subject, last_at: lastAt } = group
  const where = new Conditions().add('tenant = ?', tenant).add('reason = ?', reason)
    .add('receiver = ?', receiver).add('blocklist = ?', blocklist).add('subject = ?', subject)
    .add('occurred_at <= ?', lastAt).add(OF_SENDER).add(NOT_VOIDED, tenant)
  const { openedAt = Number(lastAt), earlier } = await readEpisode(
    reader, { tenant, receiver, where })
  where.add('occurred_at >= ?', openedAt)
  const row = await reader.get<{ messages: number; addresses: number }>(
    'SELECT COUNT(DISTINCT incident) AS messages, COUNT(DISTINCT address) AS addresses ' +
    `FROM events WHERE ${where.sql}`, where.values)
  return {
    openedAt, earlierEpisodes: earlier,
    messages: Number(row?.messages ?? 0), addresses: Number(row?.addresses ?? 0),
  }
}

async function readSample(
  reader: Reader, tenant: string, { last_seq: seq }: GroupRow,
): Promise<Trouble['sample']> {
  const row = await reader.get<{ id: string; address: string; event: string }>(
    'SELECT id, address, event FROM events WHERE tenant = ? AND seq = ?', [tenant, seq])
  if (row === undefined) return { event: '', address: '' }
  const { diagnostic, replyCode, enhancedCode } = JSON.parse(row.event) as CaromEvent
  return {
    event: row.id, address: row.address, ...(diagnostic === undefined ? {} : { diagnostic }),
    ...(replyCode === undefined ? {} : { replyCode }),
    ...(enhancedCode === undefined ? {} : { enhancedCode }),
  }
}
