// New failures and sends are counted by the statement on PostgreSQL: most of them come by the
// hundred, and fall into few hours and receivers.

import type { Migration } from '../migration.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

export const migration: Migration = {
  id: '0010-tallies',
  statements: ({ name }) => name !== 'postgres' ? [] : [
    ...countStatement('incident_added', 'incidents', `
      INSERT INTO tallies (tenant, hour, list, kind, fault, reason, n)
        SELECT tenant, at / ${HOUR_MS}, list, CASE WHEN held = 1 THEN 'held' ELSE kind END, fault,
          reason, COUNT(*) FROM added WHERE voided = 0 GROUP BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (tenant, hour, list, kind, fault, reason)
        DO UPDATE SET n = tallies.n + excluded.n;
      INSERT INTO receiver_tallies (tenant, day, receiver, list, kind, n)
        SELECT tenant, at / ${DAY_MS},
          CASE WHEN strpos(receiver, '.') > 0 THEN '*' ELSE receiver END, list,
          CASE WHEN held = 1 THEN 'held' ELSE kind END, COUNT(*)
        FROM added WHERE voided = 0 GROUP BY 1, 2, 3, 4, 5
        ON CONFLICT (tenant, day, receiver, list, kind)
        DO UPDATE SET n = receiver_tallies.n + excluded.n;`),
    ...countStatement('send_added', 'sends', `
      INSERT INTO tallies (tenant, hour, list, kind, fault, reason, n)
        SELECT tenant, sent_at / ${HOUR_MS}, list, 'sent', '', '', COUNT(*) FROM added
        GROUP BY 1, 2, 3
        ON CONFLICT (tenant, hour, list, kind, fault, reason)
        DO UPDATE SET n = tallies.n + excluded.n;`),
  ],
}

function countStatement(trigger: string, table: string, body: string): readonly string[] {
  return [
    `DROP TRIGGER ${trigger} ON ${table}`,
    `CREATE OR REPLACE FUNCTION count_${trigger}() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN ${body} RETURN NULL; END $$`,
    `CREATE TRIGGER ${trigger} AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION count_${trigger}()`,
  ]
}
