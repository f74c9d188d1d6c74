// Brings a store to the present shape: forward only, each step in one transaction with its record.

import { StoreError } from './errors.ts'
import { failpoint } from './failpoint.ts'
import type { Dialect, Migration } from './migration.ts'
import type { Tx } from './types.ts'

/** What migrating needs of a store that is being opened. */
export type MigrationHost = {
  /** How errors call the store. */
  readonly place: string
  readonly dialect: Dialect
  /** Runs one transaction; of all processes that ask at once, one after the other. */
  readonly exclusively: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** Keeps a copy of a store that holds something, before the step is taken. */
  readonly backUp: (step: string) => Promise<void>
}

export type MigrateDeps = {
  readonly now: () => number
  readonly info: (message: string) => void
}

/** Takes all steps that were not taken; a process that is killed between two goes on from there. */
export async function migrate(
  host: MigrationHost, migrations: readonly Migration[], deps: MigrateDeps,
): Promise<void> {
  let needsCopy: boolean | undefined
  for (;;) {
    const taken = await host.exclusively(async (tx) => {
      const applied = await readApplied(tx)
      refuseNewer(applied, migrations, host.place)
      const next = migrations.find(({ id }) => !applied.includes(id))
      if (next === undefined) return undefined
      // What this run made by itself is no loss.
      needsCopy ??= applied.length > 0
      if (needsCopy) await host.backUp(next.id)
      needsCopy = false
      await takeStep(tx, next, host.dialect, deps.now())
      return next.id
    })
    failpoint('migrate.after')
    if (taken === undefined) return
    deps.info(`store migrated: ${taken}`)
  }
}

async function readApplied(tx: Tx): Promise<string[]> {
  await tx.run(`CREATE TABLE IF NOT EXISTS carom_migrations (
    id TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)`)
  const rows = await tx.all<{ id: string }>('SELECT id FROM carom_migrations ORDER BY id')
  return rows.map(({ id }) => id)
}

/** @throws StoreError `store-newer` when steps were taken that this program does not know */
export function refuseNewer(
  applied: readonly string[], migrations: readonly Migration[], place: string,
): void {
  const unknown = applied.filter((id) => !migrations.some((migration) => migration.id === id))
  if (unknown.length === 0) return
  throw new StoreError('store-newer',
    `${place}: it has version ${unknown.at(-1)}, but this Carom knows versions up to ` +
    `${migrations.at(-1)?.id ?? 'none'}; run the newer Carom, or go back to the copy that was ` +
    'made before it migrated the store')
}

async function takeStep(
  tx: Tx, migration: Migration, dialect: Dialect, now: number,
): Promise<void> {
  for (const statement of migration.statements(dialect)) {
    await tx.run(statement)
    failpoint('migrate.statement')
  }
  await tx.run('INSERT INTO carom_migrations (id, applied_at) VALUES (?, ?)', [migration.id, now])
  failpoint('migrate.before')
}
