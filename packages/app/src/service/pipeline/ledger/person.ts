// All that is kept of one person: shown to them, or erased (GDPR Art. 15 and 17). What is needed to
// honour that they want no mail stays, as a keyed hash that nobody can turn back into the address.

import { addressKey } from '@carom/core'
import type { AddressView } from '../../http/rows.ts'
import type { EraseInput, EraseResult, PersonData, SendInput } from '../../http/rows-of-work.ts'
import type { AddressKey, Reader, Tx } from '../../store/types.ts'
import type { ApplyDeps } from '../types.ts'
import { appendAudit, lockTenant } from '../audit.ts'
import { insertRows, selectIn } from '../rows.ts'
import {
  toAuditRow, toEventRow, toIncidentRow, toSuppressionRow, type AuditDbRow, type EventDbRow,
  type IncidentJsonRow, type SuppressionDbRow,
} from './db-rows.ts'
import { DryRunDone } from './dry-run.ts'
import { anywhere } from './filters.ts'
import { readWhole } from './reads.ts'

/** Rows of one kind that are shown. */
const ROWS_MAX = 10_000

type SendDbRow = {
  readonly recipient: string; readonly message_id: string; readonly envelope_id: string
  readonly sent_at: number; readonly list: string; readonly campaign: string
  readonly from_domain: string; readonly from_ip: string
}

export async function exportPerson(
  reader: Reader, tenant: string, address: string, view: AddressView | undefined,
): Promise<PersonData> {
  const key = [tenant, address, ROWS_MAX]
  const events = await reader.all<EventDbRow>(
    'SELECT * FROM events WHERE tenant = ? AND address = ? ORDER BY seq LIMIT ?', key)
  const inputs: PersonData['inputs'][number][] = []
  for (const id of new Set(events.map((row) => row.inbox_id))) {
    const raw = await readWhole(reader, tenant, id)
    if (raw === undefined) continue
    inputs.push({ receivedAt: raw.receivedAt, source: raw.source, bytes: raw.bytes })
  }
  return {
    address, ...(view === undefined ? {} : { view }), events: events.map(toEventRow), inputs,
    incidents: (await reader.all<IncidentJsonRow>(
      'SELECT id, address, domain, incident FROM incidents WHERE tenant = ? AND address = ? ' +
      // Not by the index of times, which has all addresses.
      'ORDER BY at + 0 LIMIT ?', key)).map(toIncidentRow),
    suppressions: (await reader.all<SuppressionDbRow>(
      'SELECT * FROM suppressions WHERE tenant = ? AND address = ? LIMIT ?', key))
      .map(toSuppressionRow),
    audit: (await reader.all<AuditDbRow>(
      'SELECT * FROM audit WHERE tenant = ? AND address = ? ORDER BY seq LIMIT ?', key))
      .map(toAuditRow),
    sends: (await reader.all<SendDbRow>(
      'SELECT * FROM sends WHERE tenant = ? AND recipient = ? ORDER BY sent_at LIMIT ?', key))
      .map(toSend),
    optins: await reader.all(
      'SELECT list, status, source, language, replaces, mail_to AS "mailTo", ' +
      'created_at AS "createdAt", asked_at AS "askedAt", confirmed_at AS "confirmedAt" ' +
      'FROM optins WHERE tenant = ? AND address = ? ORDER BY created_at LIMIT ?', key),
  }
}

function toSend(row: SendDbRow): SendInput {
  return {
    recipient: row.recipient, messageId: row.message_id, sentAt: row.sent_at,
    envelopeId: row.envelope_id, list: row.list, campaign: row.campaign,
    fromDomain: row.from_domain, fromIp: row.from_ip,
  }
}

/** What was erased, and under which keys the address is still left alone. */
export type Erased = { readonly result: EraseResult; readonly kept: readonly AddressKey[] }

/** `hash` makes the keyed hash that stands for the address from now on. */
export async function erase(
  deps: ApplyDeps, tenant: string, actor: string, input: EraseInput,
  hash: (address: string) => string,
): Promise<Erased> {
  const address = addressKey(input.address, deps.options.equivalence)
  try {
    return await deps.store.write(async (tx) => {
      const lastHash = await lockTenant(tx, tenant)
      const erased = await eraseAll(tx, tenant, address, input, hash)
      const { result } = erased
      if (input.dryRun) throw new DryRunDone(result)
      await appendAudit(tx, tenant, lastHash, [{
        at: deps.now(), actor, action: 'erased', address: hash(address), list: '', detail: result,
      }])
      return erased
    })
  } catch (error) {
    if (error instanceof DryRunDone) return { result: error.result as EraseResult, kept: [] }
    throw error
  }
}

async function eraseAll(
  tx: Tx, tenant: string, address: string, input: EraseInput, hash: (address: string) => string,
): Promise<Erased> {
  const key = [tenant, address]
  const events = await tx.all<{ inbox_id: number }>(
    'DELETE FROM events WHERE tenant = ? AND address = ? RETURNING inbox_id', key)
  const incidents = await tx.all<{ id: string }>(
    'DELETE FROM incidents WHERE tenant = ? AND address = ? RETURNING id', key)
  const inputs = [...new Set(events.map((row) => row.inbox_id))]
  await selectIn(tx, 'DELETE FROM raws WHERE id', [], inputs, 'RETURNING id')
  await selectIn(tx, `UPDATE inbox SET envelope = '{}' WHERE id`, [], inputs, 'RETURNING id')
  const sends = await tx.run('DELETE FROM sends WHERE tenant = ? AND recipient = ?', key)
  const states = await tx.all<{ status: string }>(
    'DELETE FROM addresses WHERE tenant = ? AND address = ? RETURNING status', key)
  const lives = await tx.run('DELETE FROM lives WHERE tenant = ? AND address = ?', key)
  await tx.run('UPDATE tenants SET mailable = mailable - ? WHERE tenant = ?',
    [states.filter(({ status }) => status !== 'suppressed').length + lives.changes, tenant])
  await tx.run(
    `DELETE FROM outbox WHERE tenant = ? AND payload LIKE ? ESCAPE '\\'`,
    [tenant, anywhere(JSON.stringify(address).slice(1, -1))])
  await eraseOptins(tx, tenant, address)
  const suppressions = await tx.all<SuppressionDbRow>(
    'DELETE FROM suppressions WHERE tenant = ? AND address = ? RETURNING *', key)
  const kept = input.keepSuppressed ? suppressions : []
  await insertRows(
    tx, 'suppressions (tenant, address, list, reason, origin, created_at, expires_at, proof, ' +
      'actor, note)', kept.map((row) => [
      tenant, hash(address), row.list, row.reason, row.origin, row.created_at, row.expires_at,
      null, row.actor, null,
    ]))
  await tx.run('DELETE FROM refused_senders WHERE tenant = ? AND sender = ?', key)
  // That a message was bounced must be known, or it would be bounced again; to whom, need not.
  await tx.run(
    `UPDATE bounces SET recipient = ?, message_id = '', original_id = NULL, message_key = NULL ` +
    'WHERE tenant = ? AND recipient = ?', [hash(address), ...key])
  // The seals stay, so that the chain can still be followed through the gap.
  await tx.run(
    `UPDATE audit SET address = ?, detail = '{}', action = 'erased-row' ` +
    'WHERE tenant = ? AND address = ?', [hash(address), ...key])
  return {
    kept: kept.map(({ list }) => ({ tenant, address: hash(address), list })),
    result: {
      dryRun: input.dryRun, events: events.length, incidents: incidents.length,
      inputs: inputs.length, sends: sends.changes, suppressions: suppressions.length,
      keptSuppressed: kept.length > 0,
    },
  }
}

/** Requests to confirm this address or one in its place, with every link that leads to them. */
async function eraseOptins(tx: Tx, tenant: string, address: string): Promise<void> {
  const key = [tenant, address]
  await tx.run(
    'DELETE FROM optin_links WHERE tenant = ? AND (address = ? OR optin IN ' +
    '(SELECT id FROM optins WHERE tenant = ? AND replaces = ?))', [...key, ...key])
  await tx.run('DELETE FROM optins WHERE tenant = ? AND address = ?', key)
  await tx.run('DELETE FROM optins WHERE tenant = ? AND replaces = ?', key)
}
