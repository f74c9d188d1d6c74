// A database whose disk is full: the server answers each write as it does then (SQLSTATE 53100), in
// the middle of transactions too, and reads go on.

import { Client } from 'pg'
import { TEST_POSTGRES } from '../../../packages/app/test/service/temporary-store.ts'
import type { Round } from './round.ts'

export type FullDatabase = {
  readonly set: (isFull: boolean) => Promise<void>
  readonly close: () => Promise<void>
}

/** To be called once the service has made its tables. */
export async function makeFullDatabase({ storeUrl }: Round): Promise<FullDatabase> {
  const schema = new URL(storeUrl).searchParams.get('schema') ?? ''
  const client = new Client({
    connectionString: TEST_POSTGRES, options: `-c search_path=${schema}`,
  })
  await client.connect()
  await client.query('CREATE TABLE disk (is_full BOOLEAN NOT NULL)')
  await client.query('INSERT INTO disk VALUES (FALSE)')
  await client.query(`CREATE FUNCTION take_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (SELECT is_full FROM disk) THEN
      RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
    END IF;
    RETURN NULL;
  END $$`)
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1
      AND table_type = 'BASE TABLE' AND table_name <> 'disk'`, [schema])
  for (const { name } of rows) {
    await client.query(`CREATE TRIGGER room BEFORE INSERT OR UPDATE ON ${name}
      FOR EACH STATEMENT EXECUTE FUNCTION take_room()`)
  }
  return {
    set: async (isFull) => { await client.query('UPDATE disk SET is_full = $1', [isFull]) },
    close: () => client.end(),
  }
}
