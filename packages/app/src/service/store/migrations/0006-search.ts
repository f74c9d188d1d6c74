// What lists and screens ask: the words and facts by which events are found, and how many failures
// there were in which hour.

import type { Dialect, Migration } from '../migration.ts'

export const migration: Migration = {
  id: '0006-search',
  statements: (dialect) => [
    ...index(dialect), ...tallies(dialect), ...(dialect.name === 'sqlite'
      ? sqliteTriggers() : postgresTriggers()),
    ...counts(), ...faults(dialect),
    `CREATE TABLE operator_rules (
      tenant TEXT NOT NULL, version BIGINT NOT NULL, rules TEXT NOT NULL, at BIGINT NOT NULL,
      actor TEXT NOT NULL, PRIMARY KEY (tenant, version))`,
    // Events from this number on are in the index; those before are added when there is time.
    `INSERT INTO settings (tenant, name, value, updated_at)
      SELECT '', 'search-from', CAST(COALESCE(MAX(seq), 0) + 1 AS TEXT), 0 FROM events`,
  ],
}

// For each event its words and facts; `rowid` is the event's number. Both databases keep, for each
// word, the numbers of its events in order, and meet such lists faster than they read rows.
function index({ name }: Dialect): readonly string[] {
  return name === 'sqlite' ? [
    `CREATE VIRTUAL TABLE event_search USING fts5(
      words, content='', contentless_delete=1, detail=none, prefix='4',
      tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")`,
    `CREATE TRIGGER event_search_removed AFTER DELETE ON events BEGIN
      DELETE FROM event_search WHERE rowid = OLD.seq; END`,
  ] : [
    'CREATE TABLE event_search (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)',
    'CREATE INDEX event_search_words ON event_search USING gin (words)',
    `CREATE FUNCTION remove_event_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      DELETE FROM event_search WHERE rowid = OLD.seq; RETURN NULL; END $$`,
    `CREATE TRIGGER event_search_removed AFTER DELETE ON events
      FOR EACH ROW EXECUTE FUNCTION remove_event_search()`,
  ]
}

// Kept by the database itself, so that whatever adds, voids or removes incidents is counted in the
// same transaction. A failure that a guard holds has the kind `held`; a voided one counts nowhere.
function tallies({ name }: Dialect): readonly string[] {
  const keyed = name === 'sqlite' ? 'WITHOUT ROWID' : ''
  return [
    `CREATE TABLE tallies (
      tenant TEXT NOT NULL, hour BIGINT NOT NULL, list TEXT NOT NULL, kind TEXT NOT NULL,
      fault TEXT NOT NULL, reason TEXT NOT NULL, n BIGINT NOT NULL,
      PRIMARY KEY (tenant, hour, list, kind, fault, reason)) ${keyed}`,
    // By whole days, and only for operators that are known by a name: others are one, '*'.
    `CREATE TABLE receiver_tallies (
      tenant TEXT NOT NULL, day BIGINT NOT NULL, receiver TEXT NOT NULL, list TEXT NOT NULL,
      kind TEXT NOT NULL, n BIGINT NOT NULL,
      PRIMARY KEY (tenant, day, receiver, list, kind)) ${keyed}`,
  ]
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Adds to both tables what an incident row counts. */
function addRow(row: 'NEW' | 'OLD', sign: 1 | -1, position: 'instr' | 'strpos'): string {
  const kind = `CASE WHEN ${row}.held = 1 THEN 'held' ELSE ${row}.kind END`
  const receiver =
    `CASE WHEN ${position}(${row}.receiver, '.') > 0 THEN '*' ELSE ${row}.receiver END`
  return `INSERT INTO tallies (tenant, hour, list, kind, fault, reason, n)
      SELECT ${row}.tenant, ${row}.at / ${HOUR_MS}, ${row}.list, ${kind}, ${row}.fault,
        ${row}.reason, ${sign} WHERE ${row}.voided = 0
      ON CONFLICT (tenant, hour, list, kind, fault, reason)
      DO UPDATE SET n = tallies.n + excluded.n;
    INSERT INTO receiver_tallies (tenant, day, receiver, list, kind, n)
      SELECT ${row}.tenant, ${row}.at / ${DAY_MS}, ${receiver}, ${row}.list, ${kind}, ${sign}
        WHERE ${row}.voided = 0
      ON CONFLICT (tenant, day, receiver, list, kind)
      DO UPDATE SET n = receiver_tallies.n + excluded.n;`
}

/** What was sent stays counted when the memory of sends is swept. */
const ADD_SEND = `INSERT INTO tallies (tenant, hour, list, kind, fault, reason, n)
    VALUES (NEW.tenant, NEW.sent_at / ${HOUR_MS}, NEW.list, 'sent', '', '', 1)
    ON CONFLICT (tenant, hour, list, kind, fault, reason)
    DO UPDATE SET n = tallies.n + excluded.n;`

/** Deliveries are known by the minutes of their receivers alone. */
function addDelivered(more: string, position: 'instr' | 'strpos'): string {
  const receiver = `CASE WHEN ${position}(NEW.receiver, '.') > 0 THEN '*' ELSE NEW.receiver END`
  return `INSERT INTO tallies (tenant, hour, list, kind, fault, reason, n)
      VALUES (NEW.tenant, NEW.minute / 60, '', 'delivered', '', '', ${more})
      ON CONFLICT (tenant, hour, list, kind, fault, reason)
      DO UPDATE SET n = tallies.n + excluded.n;
    INSERT INTO receiver_tallies (tenant, day, receiver, list, kind, n)
      VALUES (NEW.tenant, NEW.minute / 1440, ${receiver}, '', 'delivered', ${more})
      ON CONFLICT (tenant, day, receiver, list, kind)
      DO UPDATE SET n = receiver_tallies.n + excluded.n;`
}

/** Columns whose change moves an incident from one count to another. */
const COUNTED = ['at', 'list', 'kind', 'fault', 'reason', 'receiver', 'held', 'voided']

/** What counts incidents that are taken away or changed, on SQLite. */
export function sqliteIncidentTriggers(): readonly string[] {
  const isChanged = COUNTED.map((column) => `OLD.${column} <> NEW.${column}`).join(' OR ')
  // SQLite reads SELECT … WHERE … ON CONFLICT rightly, since there is a WHERE.
  return [
    `CREATE TRIGGER incident_removed AFTER DELETE ON incidents BEGIN
      ${addRow('OLD', -1, 'instr')} END`,
    `CREATE TRIGGER incident_changed AFTER UPDATE ON incidents WHEN ${isChanged} BEGIN
      ${addRow('OLD', -1, 'instr')} ${addRow('NEW', 1, 'instr')} END`,
  ]
}

function sqliteTriggers(): readonly string[] {
  return [
    `CREATE TRIGGER incident_added AFTER INSERT ON incidents BEGIN
      ${addRow('NEW', 1, 'instr')} END`,
    ...sqliteIncidentTriggers(),
    `CREATE TRIGGER send_added AFTER INSERT ON sends BEGIN ${ADD_SEND} END`,
    `CREATE TRIGGER minute_added AFTER INSERT ON receiver_minutes WHEN NEW.delivered <> 0 BEGIN
      ${addDelivered('NEW.delivered', 'instr')} END`,
    `CREATE TRIGGER minute_changed AFTER UPDATE ON receiver_minutes
      WHEN NEW.delivered <> OLD.delivered BEGIN
      ${addDelivered('NEW.delivered - OLD.delivered', 'instr')} END`,
  ]
}

function postgresTriggers(): readonly string[] {
  const isChanged = COUNTED.map((column) => `OLD.${column} <> NEW.${column}`).join(' OR ')
  const make = (name: string, when: string, body: string, condition = ''): readonly string[] => [
    `CREATE FUNCTION count_${name}() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN ${body} RETURN NULL; END $$`,
    `CREATE TRIGGER ${name} AFTER ${when} FOR EACH ROW ${condition}
      EXECUTE FUNCTION count_${name}()`,
  ]
  return [
    ...make('incident_added', 'INSERT ON incidents', addRow('NEW', 1, 'strpos')),
    ...make('incident_removed', 'DELETE ON incidents', addRow('OLD', -1, 'strpos')),
    ...make('incident_changed', 'UPDATE ON incidents',
      `${addRow('OLD', -1, 'strpos')} ${addRow('NEW', 1, 'strpos')}`, `WHEN (${isChanged})`),
    ...make('send_added', 'INSERT ON sends', ADD_SEND),
    ...make('minute_added', 'INSERT ON receiver_minutes', addDelivered('NEW.delivered', 'strpos'),
      'WHEN (NEW.delivered <> 0)'),
    ...make('minute_changed', 'UPDATE ON receiver_minutes',
      addDelivered('NEW.delivered - OLD.delivered', 'strpos'),
      'WHEN (NEW.delivered <> OLD.delivered)'),
  ]
}

const COUNTED_KIND = `CASE WHEN held = 1 THEN 'held' ELSE kind END`
const COUNTED_RECEIVER = `CASE WHEN receiver LIKE '%.%' THEN '*' ELSE receiver END`

/** Counts all incidents that are there. */
export const COUNT_INCIDENTS: readonly string[] = [
  `INSERT INTO tallies SELECT tenant, at / ${HOUR_MS}, list, ${COUNTED_KIND}, fault, reason,
    COUNT(*) FROM incidents WHERE voided = 0 GROUP BY 1, 2, 3, 4, 5, 6`,
  `INSERT INTO receiver_tallies SELECT tenant, at / ${DAY_MS}, ${COUNTED_RECEIVER}, list,
    ${COUNTED_KIND}, COUNT(*) FROM incidents WHERE voided = 0 GROUP BY 1, 2, 3, 4, 5`,
]

/** What was there before. */
function counts(): readonly string[] {
  return [
    ...COUNT_INCIDENTS,
    `INSERT INTO tallies SELECT tenant, sent_at / ${HOUR_MS}, list, 'sent', '', '', COUNT(*)
      FROM sends GROUP BY 1, 2, 3`,
    `INSERT INTO tallies SELECT tenant, minute / 60, '', 'delivered', '', '', SUM(delivered)
      FROM receiver_minutes WHERE delivered > 0 GROUP BY 1, 2`,
    `INSERT INTO receiver_tallies SELECT tenant, minute / 1440, ${COUNTED_RECEIVER}, '',
      'delivered', SUM(delivered) FROM receiver_minutes WHERE delivered > 0 GROUP BY 1, 2, 3`,
  ]
}

// What a trouble of the sender is told apart by, beside the event's reason and receiver.
function faults({ name }: Dialect): readonly string[] {
  const listed = name === 'sqlite'
    ? `json_extract(event, '$.blocklist.name')` : `event::json -> 'blocklist' ->> 'name'`
  return [
    `ALTER TABLE events ADD COLUMN blocklist TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE events ADD COLUMN subject TEXT NOT NULL DEFAULT ''`,
    `UPDATE events SET blocklist = COALESCE(${listed}, '') WHERE fault = 'sender'
      AND event LIKE '%"blocklist":%'`,
    // By time to find the groups, by group to count each of them.
    `CREATE INDEX events_of_sender ON events (tenant, occurred_at, reason, receiver, blocklist,
      subject, incident, seq) WHERE fault IN ('sender', 'content') AND incident IS NOT NULL`,
    `CREATE INDEX events_of_trouble ON events (tenant, reason, receiver, blocklist, subject,
      occurred_at, incident, address, seq)
      WHERE fault IN ('sender', 'content') AND incident IS NOT NULL`,
    'CREATE INDEX incidents_voided ON incidents (tenant, fault, id) WHERE voided = 1',
    // All that lists are narrowed by stands in the index, so that few rows have to be read.
    'DROP INDEX incidents_by_time',
    `CREATE INDEX incidents_by_time ON incidents (tenant, at, id, reason, fault, receiver, domain,
      kind, held, voided, list)`,
  ]
}
