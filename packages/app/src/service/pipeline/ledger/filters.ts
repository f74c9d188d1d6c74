// What a list is narrowed to: every value is a parameter, every column is named here.

import type { EventFilter, IncidentFilter, TimeRange } from '../../http/rows.ts'
import type { SqlValue } from '../../store/types.ts'

/** Conditions that must all hold. */
export class Conditions {
  readonly #parts: string[] = []
  readonly values: SqlValue[] = []

  add(condition: string, ...values: readonly SqlValue[]): this {
    this.#parts.push(condition)
    this.values.push(...values)
    return this
  }

  addIf(value: string | undefined, condition: string): this {
    return value === undefined ? this : this.add(condition, value)
  }

  addTime(column: string, time: TimeRange | undefined): this {
    if (time?.from !== undefined) this.add(`${column} >= ?`, time.from)
    if (time?.until !== undefined) this.add(`${column} < ?`, time.until)
    return this
  }

  get sql(): string {
    return this.#parts.map((part) => `(${part})`).join(' AND ')
  }
}

/** A pattern that finds the text anywhere, whatever signs are in it. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

export function eventConditions(tenant: string, filter: EventFilter): Conditions {
  const where = new Conditions().add('tenant = ?', tenant)
  addShared(where, filter, 'event')
  where.addIf(filter.kind, 'kind = ?').addIf(filter.source, 'source = ?')
    .addIf(filter.remedy, 'remedy = ?').addIf(filter.campaign, 'campaign = ?')
  if (filter.counted !== undefined) where.add('counted = ?', filter.counted ? 1 : 0)
  if (filter.rule !== undefined) addJson(where, 'event', 'rule', filter.rule)
  where.addIf(filter.blocklist, 'blocklist = ?')
  return where.addTime('received_at', filter.time)
}

export function incidentConditions(tenant: string, filter: IncidentFilter): Conditions {
  const where = new Conditions().add('tenant = ?', tenant)
  addShared(where, filter, 'incident')
  where.addIf(filter.kind, 'kind = ?')
  if (filter.remedy !== undefined) addJson(where, 'incident', 'remedy', filter.remedy)
  if (filter.campaign !== undefined) addJson(where, 'incident', 'campaign', filter.campaign)
  const ofEvents = new Conditions().addIf(filter.source, 'e.source = ?')
    .addIf(filter.blocklist, 'e.blocklist = ?')
  if (filter.rule !== undefined) addJson(ofEvents, 'e.event', 'rule', filter.rule)
  if (ofEvents.values.length > 0) {
    where.add('EXISTS (SELECT 1 FROM events e WHERE e.tenant = incidents.tenant AND ' +
      `e.address = incidents.address AND e.incident = incidents.id AND ${ofEvents.sql})`,
    ...ofEvents.values)
  }
  if (filter.held !== undefined) where.add('held = ?', filter.held ? 1 : 0)
  if (filter.voided !== undefined) where.add('voided = ?', filter.voided ? 1 : 0)
  return where.addTime('at', filter.time)
}

function addShared(
  where: Conditions, filter: Omit<EventFilter, 'kind'>, json: 'event' | 'incident',
): void {
  where.addIf(filter.address, 'address = ?').addIf(filter.reason, 'reason = ?')
    .addIf(filter.fault, 'fault = ?').addIf(filter.receiver, 'receiver = ?')
    .addIf(filter.domain, 'domain = ?').addIf(filter.list, 'list = ?')
  if (filter.text !== undefined) {
    const pattern = anywhere(filter.text)
    where.add(`address LIKE ? ESCAPE '\\' OR ${json} LIKE ? ESCAPE '\\'`, pattern, pattern)
  }
  if (filter.code === undefined) return
  if (/^\d{3}$/.test(filter.code)) {
    where.add(`${json} LIKE ?`, `%"replyCode":${filter.code}%`)
  } else addJson(where, json, 'enhancedCode', filter.code)
}

function addJson(where: Conditions, column: string, field: string, value: string): void {
  where.add(`${column} LIKE ? ESCAPE '\\'`, anywhere(`"${field}":${JSON.stringify(value)}`))
}
