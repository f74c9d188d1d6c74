// From inputs to decisions, on both stores: incidents, trust, guards, and what people change.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashAddress } from '../../../src/service/check/hashed-address.ts'
import type { Cursor } from '../../../src/service/http/rows.ts'
import { findBrokenSeal } from '../../../src/service/pipeline/audit.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import {
  DAY_MS, delivered, gone, openWorkbench, PEPPER, presetOf, START, type Given, type Workbench,
} from './workbench.ts'

const MINUTE_MS = 60_000

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  const check = (name: string, work: (bench: Workbench) => Promise<void>): void => {
    test(`${kind}: ${name}`, { skip }, async () => {
      const bench = await openWorkbench({ kind })
      try {
        await work(bench)
        assert.equal(await findBrokenSeal(bench.store, 't'), undefined, 'the audit chain is whole')
      } finally {
        await bench.close()
      }
    })
  }

  check('a second hard bounce of another message suppresses', async (bench) => {
    await bench.give(gone('Joe@Example.com', { messageId: '<1@x>' }))
    assert.equal(await bench.status('joe@example.com'), 'paused')
    assert.equal((await bench.check('joe@example.com'))?.answer, 'hold')
    await bench.pass(2 * DAY_MS)
    await bench.give(gone('joe@example.com', { messageId: '<2@x>' }))
    assert.equal((await bench.check('joe@EXAMPLE.com'))?.answer, 'do-not-send')
    assert.deepEqual(
      bench.notes.map(({ type }) => type),
      ['recipient.failed', 'address.paused', 'recipient.failed', 'suppression.added'])
  })

  check('who was put off may be mailed, and the answer says when it makes sense', async (bench) => {
    await bench.give({ body: {
      recipient: 'joe@example.com', reply: '451 4.3.2 too busy, try again in 20 minutes',
    } })
    const put = await bench.check('joe@example.com', 'news')
    assert.deepEqual([put?.answer, put?.status, put?.retryAt], ['send', 'active', START + 20 * MINUTE_MS])
    await bench.pass(20 * MINUTE_MS)
    assert.deepEqual(await bench.check('joe@example.com', 'news'),
      { address: 'joe@example.com', answer: 'send', status: 'active' })
  })

  check('another policy decides about the past when it is told to, and back', async (bench) => {
    await bench.give(gone('joe@example.com', { messageId: '<1@x>' }))
    assert.equal(await bench.status('joe@example.com'), 'paused')
    const use = (policy: string) => bench.ledger.putPolicy(
      't', 'ann', { policy, activate: true, dryRun: false })
    await use('mailchimp')
    assert.equal(await bench.status('joe@example.com'), 'paused')
    assert.deepEqual(await bench.ledger.applyPolicy('t', 'ann'), { addresses: 1 })
    await bench.pass(1)
    assert.equal(await bench.status('joe@example.com'), 'suppressed')
    await use('carom')
    await bench.ledger.applyPolicy('t', 'ann')
    await bench.pass(1)
    assert.equal(await bench.status('joe@example.com'), 'paused')
    const { rows } = await bench.ledger.listAudit('t', { action: 'policy-applied' }, { limit: 5 })
    assert.deepEqual(rows.map(({ actor }) => actor), ['ann', 'ann'])
  })

  check('one failure told by a log, a webhook and a report is one incident', async (bench) => {
    const at = bench.now
    const told: Given[] = [
      { body: { recipient: 'joe@example.com', reply: '550 5.1.1 No such user', messageId: '<1@x>', at } },
      {
        kind: 'webhook', envelope: { vendor: 'generic' },
        body: { recipient: 'joe@example.com', reply: '550 unknown', messageId: '1@x' },
      },
      { kind: 'message', trust: 3, body: dsn('joe@example.com', '<1@x>'),
        envelope: { token: { recipient: 'joe@example.com' } } },
    ]
    await bench.give(...told)
    await bench.give(...told)
    const { rows } = await bench.ledger.listIncidents('t', {}, { limit: 10 })
    assert.equal(rows.length, 1)
    assert.equal(rows[0]?.incident.trust, 3)
    assert.equal(await bench.status('joe@example.com'), 'suppressed')
  })

  check('two tenants have the same failure, each for itself', async (bench) => {
    const failure = gone('joe@example.com', { messageId: '<1@x>' })
    await bench.give(failure, { ...failure, tenant: 'other' })
    const [one, two] = await Promise.all(['t', 'other'].map((tenant) =>
      bench.ledger.listIncidents(tenant, {}, { limit: 10 })))
    assert.deepEqual([one?.rows.length, two?.rows.length], [1, 1])
    const id = one?.rows[0]?.id ?? ''
    assert.equal(two?.rows[0]?.id, id, 'the name of a failure says nothing of the tenant')
    await bench.ledger.undo(
      't', 'key:1', { filter: { incidents: [id] }, dryRun: false, sampleLimit: 1 })
    const [undone, kept] = await Promise.all(['t', 'other'].map((tenant) =>
      bench.ledger.incident(tenant, id)))
    assert.deepEqual(
      [undone?.row.incident.voided === true, kept?.row.incident.voided === true], [true, false])
  })

  check('evidence that links two incidents makes them one', async (bench) => {
    await bench.give(gone('joe@example.com', { messageId: '<1@x>' }))
    await bench.give(gone('joe@example.com', { envelopeId: 'E1' }))
    assert.equal((await bench.ledger.listIncidents('t', {}, { limit: 10 })).rows.length, 2)
    await bench.give(gone('joe@example.com', { messageId: '<1@x>', envelopeId: 'E1' }))
    const { rows } = await bench.ledger.listIncidents('t', {}, { limit: 10 })
    assert.equal(rows.length, 1)
    const incident = await bench.ledger.incident('t', rows[0]?.id ?? '')
    assert.equal(incident?.events.length, 3)
  })

  check('what proves nothing is recorded and never counts', async (bench) => {
    const forged = Array.from({ length: 50 }, (_, i): Given =>
      ({ kind: 'message', trust: 0, body: dsn('victim@example.com', `<forged-${i}@x>`) }))
    await bench.give(...forged)
    assert.equal(await bench.status('victim@example.com'), 'unknown')
    const { rows } = await bench.ledger.listEvents(
      't', { address: 'victim@example.com' }, { limit: 100 })
    assert.equal(rows.length, 50)
    assert.ok(rows.every(({ counted }) => !counted))
  })

  check('a registered send proves a report, before it or after', async (bench) => {
    const send = { recipient: 'joe@example.com', messageId: 'r4nd0m@x' }
    await bench.give({ kind: 'message', trust: 0, body: dsn('joe@example.com', '<r4nd0m@x>') })
    assert.equal(await bench.status('joe@example.com'), 'unknown')
    await bench.ledger.registerSends('t', [send])
    await bench.pipeline.drain()
    assert.equal(await bench.status('joe@example.com'), 'paused')
  })

  check('a message that a log tells of proves a report where its source registers it', async (bench) => {
    const logged = (recipient: string, id: string, registersSends?: true): Given => ({
      kind: 'log', trust: 2, body: JSON.stringify({ delivered: [
        'postfix', new Date(bench.now).toISOString(), 'mx', `Q${id}`, recipient, '', id,
      ] }),
      envelope: { vendor: 'postfix', ...registersSends === true ? { registersSends } : {} },
    })
    const report = (recipient: string, id: string): Given =>
      ({ kind: 'message', trust: 0, body: dsn(recipient, id) })
    await bench.give(logged('joe@example.com', '<only-read@x>'))
    await bench.give(report('joe@example.com', '<only-read@x>'))
    assert.equal(await bench.status('joe@example.com'), 'active')
    await bench.give(logged('ann@example.com', '<first@x>', true))
    await bench.give(report('ann@example.com', '<first@x>'))
    assert.equal(await bench.status('ann@example.com'), 'paused')
    // The report came in before the log was read.
    await bench.give(report('bob@example.com', '<late@x>'))
    assert.equal(await bench.status('bob@example.com'), 'unknown')
    await bench.give(logged('bob@example.com', '<late@x>', true))
    assert.equal(await bench.status('bob@example.com'), 'paused')
    const { n } = await bench.store.get<{ n: number }>(
      'SELECT SUM(n) AS n FROM send_days') ?? { n: 0 }
    assert.equal(Number(n), 4, 'by domain and by receiver')
  })

  check('an id that two recipients share proves nothing', async (bench) => {
    await bench.ledger.registerSends('t', [
      { recipient: 'joe@example.com', messageId: 'shared@x' },
      { recipient: 'ann@example.com', messageId: 'shared@x' },
    ])
    await bench.give({ kind: 'message', trust: 0, body: dsn('joe@example.com', '<shared@x>') })
    assert.equal(await bench.status('joe@example.com'), 'unknown')
  })

  check('the token says whom a report is about', async (bench) => {
    await bench.give({
      kind: 'message', trust: 3, body: dsn('forwarded@other.example', '<1@x>'),
      envelope: { token: { recipient: 'joe@example.com' } },
    })
    assert.equal(await bench.status('joe@example.com'), 'suppressed')
    assert.equal(await bench.status('forwarded@other.example'), 'unknown')
  })

  check('faults of the sender never stop mail', async (bench) => {
    const replies = [
      '550 5.7.1 Service unavailable; client host [192.0.2.1] blocked using zen.spamhaus.org',
      '550 5.7.26 This message fails DMARC authentication',
      '554 5.7.1 Message rejected as spam', '550 5.7.1 Relaying denied',
      '552 5.3.4 Message too big',
    ]
    for (const [index, reply] of replies.entries()) {
      await bench.give({ body: { recipient: 'joe@example.com', reply, messageId: `<${index}@x>` } })
      await bench.pass(DAY_MS)
    }
    assert.equal((await bench.check('joe@example.com'))?.answer, 'send')
  })

  check('an outage of a receiver suppresses nobody, and a stale list does', async (bench) => {
    const people = Array.from({ length: 120 }, (_, i) => `user${i}@gmail.com`)
    await bench.give(...people.map((address) => delivered(address, { id: `d ${address}` })))
    await bench.pass(5 * DAY_MS)
    await bench.give(...people.slice(0, 20).map((address) => gone(address, { id: `a ${address}` })))
    assert.equal(await bench.status('user7@gmail.com'), 'paused')
    await bench.give(...people.slice(20).map((address) => gone(address, { id: `a ${address}` })))
    assert.equal(await bench.status('user7@gmail.com'), 'active')
    await bench.pass(2 * DAY_MS)
    const outages = await bench.ledger.listOutages('t')
    assert.equal(outages[0]?.receiver, 'google')
    assert.equal(outages[0]?.held, 120)
    const answers = await bench.ledger.check('t', people.map((address) => ({ address })))
    assert.ok(answers.every(({ answer }) => answer === 'send'), 'all of them may be mailed')
    const stale = Array.from({ length: 80 }, (_, i) => `old${i}@stale.example`)
    for (const round of [1, 2]) {
      await bench.give(...stale.map((address) => gone(address, { id: `${round} ${address}` })))
      await bench.pass(2 * DAY_MS)
    }
    assert.equal((await bench.check('old7@stale.example'))?.answer, 'do-not-send')
  })

  check('a domain that does not exist holds its addresses, one that took mail does not', async (b) => {
    await b.give(delivered('ann@alive.example'))
    await b.pass(DAY_MS)
    const missing = (recipient: string, messageId: string): Given => ({
      body: {
        recipient, messageId,
        reply: '550 5.1.2 Host or domain name not found. Name service error for name=x: Host not found',
      },
    })
    await b.give(missing('joe@gone.example', '<1@x>'), missing('joe@alive.example', '<2@x>'))
    assert.equal((await b.check('other@gone.example'))?.answer, 'hold')
    assert.equal((await b.check('other@alive.example'))?.answer, 'send')
    await b.pass(1.5 * DAY_MS)
    assert.equal((await b.check('other@gone.example'))?.answer, 'send')
    await b.give(missing('joe@gone.example', '<3@x>'))
    assert.equal((await b.check('other@gone.example'))?.answer, 'do-not-send')
    await b.give(delivered('third@gone.example'))
    assert.equal((await b.check('other@gone.example'))?.answer, 'send')
  })

  check('a domain is judged by all its faults, and undo takes them back', async (b) => {
    const missing = (messageId: string): Given => ({ body: {
      recipient: 'joe@gone.example', messageId,
      reply: '550 5.1.2 Host or domain name not found. Name service error for name=x: Host not found',
    } })
    await b.give(missing('<1@x>'))
    await b.pass(2 * DAY_MS)
    await b.give(missing('<2@x>'))
    await b.give(delivered('third@gone.example', { at: START - DAY_MS }))
    assert.equal((await b.check('other@gone.example'))?.answer, 'do-not-send')
    const filter = { domain: 'gone.example' }
    await b.ledger.undo('t', 'cli', { filter, dryRun: false, sampleLimit: 5 })
    assert.equal((await b.check('other@gone.example'))?.answer, 'send')
  })

  check('undo takes back what a window did, once, and says so', async (bench) => {
    for (const messageId of ['<1@x>', '<2@x>']) {
      await bench.give(gone('joe@example.com', { messageId }), gone('ann@example.net', { messageId }))
      await bench.pass(2 * DAY_MS)
    }
    const filter = { receiver: 'example.com', time: { from: START } }
    const dry = await bench.ledger.undo('t', 'cli', { filter, dryRun: true, sampleLimit: 5 })
    assert.deepEqual([dry.incidents, dry.lifted], [2, 1])
    assert.equal((await bench.check('joe@example.com'))?.answer, 'do-not-send')
    const done = await bench.ledger.undo('t', 'cli', { filter, dryRun: false, sampleLimit: 5 })
    assert.deepEqual({ ...done, dryRun: true }, dry)
    assert.equal((await bench.check('joe@example.com'))?.answer, 'send')
    assert.equal((await bench.check('ann@example.net'))?.answer, 'do-not-send')
    const again = await bench.ledger.undo('t', 'cli', { filter, dryRun: false, sampleLimit: 5 })
    assert.equal(again.incidents, 0)
  })

  check('people suppress and lift; a complaint only its author takes back', async (bench) => {
    const entry = { address: 'Joe@example.com', reason: 'manual', origin: 'manual' }
    const made = await bench.ledger.suppress('t', 'cli', [entry, { ...entry, address: 'no address' }])
    assert.deepEqual([made.added, made.refused.length], [1, 1])
    assert.equal((await bench.ledger.suppress('t', 'cli', [entry])).unchanged, 1)
    const bob = { ...entry, address: 'bob@example.com' }
    const twice = await bench.ledger.suppress('t', 'cli', [bob, bob, { ...bob, note: 'Again' }])
    assert.deepEqual([twice.added, twice.unchanged, twice.changed], [1, 1, 1])
    assert.equal((await bench.check('joe@example.com'))?.answer, 'do-not-send')
    const lifted = await bench.ledger.lift('t', 'cli', { address: 'joe@example.com', by: 'manual' })
    assert.equal(lifted.kind, 'lifted')
    assert.equal((await bench.check('joe@example.com'))?.answer, 'send')
    await bench.give({ body: { recipient: 'ann@example.net', kind: 'complaint' } })
    const wish = { address: 'ann@example.net', by: 'manual' } as const
    assert.equal((await bench.ledger.lift('t', 'cli', wish)).kind, 'refused')
    const own = await bench.ledger.lift('t', 'cli', { ...wish, by: 'self-service' })
    assert.equal(own.kind, 'lifted')
  })

  check('a lift that is undone leaves the suppression as it was', async (bench) => {
    for (const messageId of ['<1@x>', '<2@x>']) {
      await bench.give(gone('joe@example.com', { messageId }))
      await bench.pass(2 * DAY_MS)
    }
    await bench.ledger.suppress('t', 'me', [{
      address: 'ann@example.com', reason: 'manual', origin: 'manual', note: 'asked by phone',
    }])
    const rows = async () => (await bench.ledger.listSuppressions('t', {}, { limit: 5 })).rows
    const before = await rows()
    assert.deepEqual(before.map(({ origin }) => origin), ['manual', 'policy'])
    for (const { address } of before) {
      await bench.pass(DAY_MS)
      const wish = { address, by: 'self-service' } as const
      assert.equal((await bench.ledger.lift('t', 'you', wish)).kind, 'lifted')
      assert.equal((await bench.check(address))?.answer, 'send')
      const undone = await bench.ledger.undoLift('t', 'you', { address })
      assert.equal(undone.kind, 'undone')
      assert.equal((await bench.check(address))?.answer, 'do-not-send')
      assert.equal((await bench.ledger.undoLift('t', 'you', { address })).kind, 'not-lifted')
    }
    assert.deepEqual(await rows(), before)
    const { rows: [last] } = await bench.ledger.listAudit('t', {}, { limit: 1 })
    assert.deepEqual([last?.actor, last?.action], ['you', 'suppressed'])
  })

  check('the list is gone through page by page, and counted', async (bench) => {
    const lists = ['', 'news', 'offers']
    const addresses = ['ann@example.com', 'bob@example.com', 'joe@example.net']
    await bench.ledger.suppress('t', 'cli', addresses.flatMap((address) => lists.map((list) =>
      ({ address, list, reason: 'manual', origin: 'manual' }))))
    const seen: string[] = []
    for (let after: Cursor | undefined; ;) {
      const { rows, next } = await bench.ledger.listSuppressions(
        't', {}, { limit: 2, ...after === undefined ? {} : { after } })
      seen.push(...rows.map(({ address, list }) => `${address} ${list}`))
      if (next === undefined) break
      after = next
    }
    assert.deepEqual(
      seen, addresses.flatMap((address) => lists.map((list) => `${address} ${list}`)))
    const count = await bench.ledger.countSuppressions('t', { domain: 'example.com' })
    assert.deepEqual(count, { n: 6, isMore: false })
  })

  check('a wish that another system hands over stays a wish', async (bench) => {
    for (const reason of ['complaint', 'unsubscribe']) {
      const address = `${reason}@example.net`
      await bench.ledger.suppress('t', 'import', [{ address, reason, origin: 'import' }])
      assert.equal((await bench.check(address))?.reason, reason)
      const { rows: [row] } = await bench.ledger.listSuppressions('t', { text: address }, { limit: 1 })
      assert.deepEqual([row?.reason, row?.origin], [reason, 'import'])
      const lifted = await bench.ledger.lift('t', 'cli', { address, by: 'manual' })
      assert.equal(lifted.kind, 'refused')
      const own = await bench.ledger.lift('t', 'cli', { address, by: 'self-service' })
      assert.equal(own.kind, 'lifted')
    }
  })

  check('an erased person is gone from every table and still left alone', async (bench) => {
    for (const messageId of ['<1@x>', '<2@x>']) {
      await bench.give(gone('joe@example.com', { messageId }))
      await bench.pass(2 * DAY_MS)
    }
    const erased = await bench.ledger.erase(
      't', 'cli', { address: 'Joe@Example.com', keepSuppressed: true, dryRun: false })
    assert.equal(erased.keptSuppressed, true)
    for (const table of ['events', 'incidents', 'addresses', 'suppressions',
      'audit', 'sends', 'inbox', 'clusters']) {
      const rows = await bench.store.all(`SELECT * FROM ${table}`)
      assert.ok(!JSON.stringify(rows).includes('joe@example.com'), table)
    }
    const kept = await bench.ledger.listSuppressions('t', {}, { limit: 5 })
    assert.deepEqual(
      kept.rows.map(({ address }) => address), [hashAddress(PEPPER, 'joe@example.com')])
    assert.equal((await bench.check('joe@example.com'))?.answer, 'do-not-send')
    assert.deepEqual(await bench.store.all('SELECT * FROM raws'), [])
  })

  check('what nobody could read is kept with what looks like it', async (bench) => {
    const note = (name: string): Given => ({
      kind: 'message', body: `Subject: Hello\r\n\r\nDear ${name}@example.com, order 4711${name}.`,
    })
    await bench.give(note('ann'), note('joe'), { kind: 'message', body: 'Subject: Other\r\n\r\nx' })
    const { rows } = await bench.ledger.unmatched('t', { limit: 10 })
    assert.deepEqual(rows.map(({ n }) => n), [2, 1])
    assert.ok(!rows[0]?.text.includes('ann@example.com'), 'the title names nobody')
  })

  check('judging again with the same rules changes nothing', async (bench) => {
    await bench.give(gone('joe@example.com', { messageId: '<1@x>' }))
    const result = await bench.ledger.reclassify(
      't', 'cli', { filter: {}, dryRun: false, sampleLimit: 5 })
    assert.deepEqual([result.inputs, result.changed, result.addressesChanged], [1, 0, 0])
  })

  check('several replies about one address in one input are each compared with itself', async (bench) => {
    const replies = ['550 5.1.1 User unknown', '452 4.2.2 Mailbox full', '550 5.1.1 User unknown']
    await bench.give({ body: replies.map((reply, i) =>
      ({ recipient: 'joe@example.com', reply, messageId: `${i}@x` })) })
    const input = { filter: {}, dryRun: true, sampleLimit: 5 }
    const same = await bench.ledger.reclassify('t', 'cli', input)
    assert.deepEqual([same.inputs, same.changed, same.moves], [1, 0, []])
    await bench.store.write((tx) => tx.run(
      `UPDATE events SET reason = 'unknown', ` +
      `event = REPLACE(event, '"mailbox-full"', '"unknown"') WHERE reason = 'mailbox-full'`))
    const { moves } = await bench.ledger.reclassify('t', 'cli', input)
    assert.deepEqual(moves, [{ from: 'unknown', to: 'mailbox-full', n: 1 }])
  })

  check('judging again puts right what older rules said', async (bench) => {
    await bench.give(gone('joe@example.com', { messageId: '<1@x>' }))
    await bench.store.write((tx) => tx.run(
      `UPDATE events SET reason = 'mailbox-full', ` +
      `event = REPLACE(event, '"mailbox-unknown"', '"mailbox-full"')`))
    const input = { filter: {}, sampleLimit: 5 }
    const dry = await bench.ledger.reclassify('t', 'cli', { ...input, dryRun: true })
    assert.deepEqual(dry.moves, [{ from: 'mailbox-full', to: 'mailbox-unknown', n: 1 }])
    const before = await bench.ledger.listEvents('t', {}, { limit: 5 })
    assert.equal(before.rows[0]?.event.reason, 'mailbox-full')
    await bench.ledger.reclassify('t', 'cli', { ...input, dryRun: false })
    const after = await bench.ledger.listEvents('t', {}, { limit: 5 })
    assert.equal(after.rows[0]?.event.reason, 'mailbox-unknown')
    assert.equal((await bench.ledger.listIncidents('t', {}, { limit: 5 })).rows.length, 1)
  })

  check('another policy is tried on the stored history', async (bench) => {
    await bench.give(gone('joe@example.com', { messageId: '<1@x>' }))
    const tried = await bench.ledger.simulate('t', { policy: 'ses', limit: 5 })
    assert.ok(tried.kind === 'simulated')
    assert.deepEqual(tried.result.moves, [{ from: 'paused', to: 'suppressed', n: 1 }])
    const wrong = await bench.ledger.simulate('t', { policy: 'nobody', limit: 5 })
    assert.equal(wrong.kind, 'refused')
    const put = await bench.ledger.putPolicy(
      't', 'cli', { policy: 'ses', activate: true, dryRun: false })
    assert.equal(put.kind, 'saved')
    await bench.give(gone('ann@example.net', { messageId: '<2@x>', at: bench.now + MINUTE_MS }))
    assert.equal(await bench.status('ann@example.net'), 'suppressed')
  })
}

test('a dry run explains what it would do, and stops nobody', async () => {
  const bench = await openWorkbench({ apply: { dryRun: true } })
  try {
    await bench.give(gone('joe@example.com', { messageId: '<1@x>' }))
    assert.equal((await bench.check('joe@example.com'))?.answer, 'send')
    const { rows } = await bench.ledger.listAudit('t', {}, { limit: 5 })
    assert.deepEqual(rows.map(({ action }) => action), ['dry-run:paused'])
  } finally {
    await bench.close()
  }
})

test('more suppressions than usual within an hour wait', async () => {
  const bench = await openWorkbench({ policy: presetOf('ses') })
  try {
    const people = Array.from({ length: 130 }, (_, i) => `p${i}@d${i}.example`)
    await bench.give(...people.map((address) => gone(address)))
    const answers = await bench.ledger.check('t', people.map((address) => ({ address })))
    const count = (wanted: string): number =>
      answers.filter(({ answer }) => answer === wanted).length
    assert.deepEqual([count('do-not-send'), count('hold')], [100, 30])
    await bench.pass(2 * 3_600_000)
    const later = await bench.ledger.check('t', people.map((address) => ({ address })))
    assert.ok(later.every(({ answer }) => answer === 'do-not-send'))
  } finally {
    await bench.close()
  }
})

/** A report as Postfix writes it. */
function dsn(recipient: string, messageId: string): string {
  return [
    'From: MAILER-DAEMON@mx.example.org', 'To: bounces@bounces.example', 'Subject: Undelivered',
    'MIME-Version: 1.0', `Message-ID: <dsn-${messageId.slice(1)}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: text/plain', '', 'Your message could not be delivered.', '',
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', '',
    `Final-Recipient: rfc822; ${recipient}`, 'Action: failed', 'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown', '',
    '--b', 'Content-Type: message/rfc822', '', `Message-ID: ${messageId}`, 'Subject: News', '', '.',
    '', '--b--', '',
  ].join('\r\n')
}
