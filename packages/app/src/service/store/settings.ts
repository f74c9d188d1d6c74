// Small facts by name: of a tenant, or of the whole store where the tenant is empty.

import type { Reader, Tx } from './types.ts'

export async function readSetting(
  reader: Reader, tenant: string, name: string,
): Promise<string | undefined> {
  const row = await reader.get<{ value: string }>(
    'SELECT value FROM settings WHERE tenant = ? AND name = ?', [tenant, name])
  return row?.value
}

export async function writeSetting(
  tx: Tx, tenant: string, name: string, value: string, now: number,
): Promise<void> {
  await tx.run(
    `INSERT INTO settings (tenant, name, value, updated_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (tenant, name)
      DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    [tenant, name, value, now])
}
