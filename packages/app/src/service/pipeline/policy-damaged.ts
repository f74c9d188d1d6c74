// A tenant whose policy cannot be read: nothing is decided for it by another one, and nothing that
// came in for it is given up.

import type { PolicyProblem } from '@carom/core'
import type { Log } from '../log.ts'
import { applyBatch } from './apply.ts'
import type { JudgedItem } from './judged.ts'
import type { Applied, ApplyDeps } from './types.ts'

/** The stored policy that decides is no policy: damaged, or made by another version. */
export class PolicyDamagedError extends Error {
  readonly code = 'policy-damaged'
  /** What is wrong in which of its fields. */
  readonly problems: readonly PolicyProblem[]

  constructor(tenant: string, policy: string, problems: readonly PolicyProblem[]) {
    const [first] = problems
    super(`the policy ${policy} that decides for ${tenant} cannot be read (` +
      `${`${first?.path} ${first?.message}`.trim()}); choose one with carom policy use or PUT ` +
      '/v1/policies, until then its inputs wait')
    this.name = 'PolicyDamagedError'
    this.problems = problems
  }
}

/** How long inputs wait before they are claimed again. */
const WAIT_MS = 30_000

/** Undefined where the inputs are handed back, to be claimed again as if they never were. */
export async function applyOrWait(
  deps: ApplyDeps & { readonly log: Log }, tenant: string, judged: readonly JudgedItem[],
): Promise<Applied | undefined> {
  try {
    return await applyBatch(deps, tenant, judged)
  } catch (error) {
    if (!(error instanceof PolicyDamagedError)) throw error
    deps.log.error('inputs wait', { inputs: judged.length, error: error.message })
    await deps.store.write(async (tx) => {
      for (const { item } of judged) {
        await tx.run(
          'UPDATE inbox SET attempts = attempts - 1, lease_until = ?, owner = NULL ' +
          `WHERE id = ? AND state = 'new'`, [deps.now() + WAIT_MS, item.id])
      }
    })
    return undefined
  }
}
