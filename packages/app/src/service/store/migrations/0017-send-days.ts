// How much was sent on each day, by sending domain, receiver and address it was sent from: months
// of sends are looked at without reading them.

import type { Migration } from '../migration.ts'

const DAY_MS = 86_400_000

export const migration: Migration = {
  id: '0017-send-days',
  statements: ({ name }) => [
    // The operator of the recipient's domain, '*' for all others; '' where it is not known.
    `ALTER TABLE sends ADD COLUMN receiver TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE sends ADD COLUMN from_ip TEXT NOT NULL DEFAULT ''`,
    // Why a delayed message had to wait.
    `ALTER TABLE incidents ADD COLUMN cause TEXT NOT NULL DEFAULT ''`,
    `CREATE TABLE send_days (
      tenant TEXT NOT NULL, kind TEXT NOT NULL, day BIGINT NOT NULL, name TEXT NOT NULL,
      n BIGINT NOT NULL, PRIMARY KEY (tenant, kind, day, name))
      ${name === 'sqlite' ? 'WITHOUT ROWID' : ''}`,
    `INSERT INTO send_days SELECT tenant, 'domain', sent_at / ${DAY_MS}, from_domain, COUNT(*)
      FROM sends GROUP BY 1, 2, 3, 4`,
    ...name === 'sqlite' ? [`CREATE TRIGGER send_day_added AFTER INSERT ON sends BEGIN
      ${KINDS.map(addOne).join('\n')} END`] : [
      `CREATE FUNCTION count_send_day_added() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN ${KINDS.map(addAll).join('\n')} RETURN NULL; END $$`,
      `CREATE TRIGGER send_day_added AFTER INSERT ON sends REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION count_send_day_added()`,
    ],
  ],
}

type Kind = { readonly kind: string; readonly column: string; readonly where: string }

const KINDS: readonly Kind[] = [
  { kind: 'domain', column: 'from_domain', where: 'TRUE' },
  { kind: 'receiver', column: 'receiver', where: `receiver <> ''` },
  { kind: 'ip', column: 'from_ip', where: `from_ip <> ''` },
]

const ADD_UP = `ON CONFLICT (tenant, kind, day, name) DO UPDATE SET n = send_days.n + excluded.n;`

function addOne({ kind, column, where }: Kind): string {
  const isKnown = where === 'TRUE' ? where : `NEW.${where}`
  return `INSERT INTO send_days SELECT NEW.tenant, '${kind}', NEW.sent_at / ${DAY_MS},
    NEW.${column}, 1 WHERE ${isKnown} ${ADD_UP}`
}

/** In order, so that two statements at once never wait for each other. */
function addAll({ kind, column, where }: Kind): string {
  return `INSERT INTO send_days SELECT tenant, '${kind}', sent_at / ${DAY_MS}, ${column}, COUNT(*)
    FROM added WHERE ${where} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4 ${ADD_UP}`
}
