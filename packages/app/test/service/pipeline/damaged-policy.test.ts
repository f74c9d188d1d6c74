// A stored policy that cannot be read: its tenant waits and loses nothing, others go on.

import assert from 'node:assert/strict'
import { onBoth } from './on-both.ts'
import { DAY_MS, gone, type Workbench } from './workbench.ts'

const BODIES = ['{"id":', 'null', '[]', '{}', '{"id":"own","version":1,"tracks":5}']

async function damage(bench: Workbench, body: string): Promise<void> {
  await bench.store.write((tx) => tx.run(
    'INSERT INTO policies (tenant, id, version, body, created_at, actor, active) ' +
      `VALUES ('t', 'own', 1, ?, 1, 'me', 1)`, [body]))
}

for (const body of BODIES) {
  onBoth(`inputs wait for a policy that is ${body}`, async (_t, bench) => {
    await bench.give({ ...gone('due@left.example'), trust: 2 })
    assert.equal(await bench.status('due@left.example'), 'paused')
    await bench.pass(6_000)
    await damage(bench, body)
    for (let day = 0; day < 8; day++) {
      await bench.give(
        { ...gone('ann@left.example', { messageId: `m${day}@x` }), trust: 2 },
        { ...gone('bob@left.example', { messageId: `m${day}@x` }), tenant: 'other', trust: 2 })
      await bench.pass(2 * DAY_MS)
    }
    const rows = await bench.store.all<{ tenant: string; state: string; n: number }>(
      'SELECT tenant, state, COUNT(*) AS n FROM inbox GROUP BY tenant, state ORDER BY 1, 2')
    assert.deepEqual(rows.map(({ tenant, state, n }) => [tenant, state, Number(n)]),
      [['other', 'done', 8], ['t', 'done', 1], ['t', 'new', 8]])
    assert.equal((await bench.ledger.listPolicies('t')).length, 1)
    const tried = await bench.ledger.simulate('t', { policy: 'mailchimp', limit: 1 })
    assert.equal(tried.kind, 'refused')
    await assert.rejects(bench.ledger.suppress('t', 'me', [
      { address: 'eve@left.example', reason: 'manual', origin: 'test' },
    ]), { code: 'policy-damaged', message: /own@1 .* carom policy use/ })
    await bench.ledger.putPolicy('t', 'me', { policy: 'carom', activate: true, dryRun: false })
    await bench.give()
    assert.equal(await bench.status('ann@left.example'), 'suppressed')
  })
}
