// Lets the policy that decides now decide about the past as well: every address with a history is
// looked at again, as if its time had come.

import { appendAudit, lockTenant } from '../audit.ts'
import type { ApplyDeps } from '../types.ts'

/** How many addresses will be looked at; the reviewer takes them some hundred at a time. */
export async function applyPolicy(
  { store, now, policyOf }: ApplyDeps, tenant: string, actor: string,
): Promise<{ readonly addresses: number }> {
  const { label } = await policyOf(tenant)
  return await store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    const at = now()
    const { changes } = await tx.run(
      `UPDATE addresses SET next_at = ? WHERE tenant = ? AND EXISTS (
        SELECT 1 FROM incidents WHERE incidents.tenant = addresses.tenant
        AND incidents.address = addresses.address)`, [at, tenant])
    await appendAudit(tx, tenant, lastHash, [{
      at, actor, action: 'policy-applied', address: '', list: '',
      detail: { policy: label, addresses: changes },
    }])
    return { addresses: changes }
  })
}
