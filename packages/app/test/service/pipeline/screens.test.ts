// What the screens ask, on both stores: counts that stay exact through undo, judging again and
// erasure, troubles, rules, one event in its message, an address.

import assert from 'node:assert/strict'
import { composeBounce } from '@carom/core'
import { fill, LISTED, onBoth } from './on-both.ts'
import {
  assertExact, DAY_MS, delivered, gone, START, type Given,
} from './workbench.ts'

onBoth('counts stay exact, and so does the index', async (_t, bench) => {
  await fill(bench)
  await assertExact(bench.store)
  await bench.ledger.undo('t', 'me', {
    filter: { reason: 'mailbox-full' }, dryRun: false, sampleLimit: 5,
  })
  await assertExact(bench.store)
  await bench.ledger.putRules('t', 'me', [
    { id: 'spam', match: { words: ['spam rejected'] }, reason: 'policy' },
    { id: 'under', match: { template: '550 5.7.1 Spam_rejected' }, reason: 'policy' },
  ])
  await bench.ledger.reclassify('t', 'me', { filter: {}, dryRun: false, sampleLimit: 5 })
  await assertExact(bench.store)
  const all = { limit: 100 }
  assert.equal((await bench.ledger.listEvents('t', { reason: 'policy' }, all)).rows.length, 8)
  assert.equal((await bench.ledger.listEvents('t', { reason: 'spam-content' }, all)).rows.length, 0)
  assert.equal((await bench.ledger.listEvents('t', { rule: 'operator/under' }, all)).rows.length, 8)
  await bench.ledger.erase('t', 'me', {
    address: 'user1.x@two.example', keepSuppressed: false, dryRun: false,
  })
  await assertExact(bench.store)
  const left = await bench.ledger.listEvents('t', { text: 'user1' }, all)
  assert.ok(left.rows.every(({ address }) => !address.endsWith('@two.example')))
  const [index] = await bench.store.all<{ n: number }>(
    `SELECT COUNT(*) AS n FROM event_search${bench.store.kind === 'sqlite' ? '_docsize' : ''}`)
  const [events] = await bench.store.all<{ n: number }>('SELECT COUNT(*) AS n FROM events')
  assert.equal(index?.n, events?.n)
})

onBoth('an overview tells rates, limits, receivers and lists', async (_t, bench) => {
  await bench.ledger.registerSends('t', Array.from({ length: 100 }, (_, i) => ({
    recipient: `r${i}@one.example`, messageId: `s${i}@news.example`, list: 'news',
    sentAt: bench.now,
  })))
  await bench.give(...Array.from({ length: 8 }, (_, i) =>
    gone(`r${i}@one.example`, { messageId: `<s${i}@news.example>` })),
  ...Array.from({ length: 20 }, (_, i) => delivered(`r${i + 50}@one.example`)))
  await bench.give({ body: { recipient: 'r60@one.example', kind: 'complaint' } })
  const overview = await bench.ledger.overview('t', {
    time: { from: bench.now - 7 * DAY_MS, until: bench.now + 1 },
  })
  assert.deepEqual([overview.sentFrom, overview.bucket], ['sends', 'day'])
  const { sent, bounced, delivered: arrived, complaints } = overview.totals
  assert.deepEqual([sent, bounced, arrived, complaints], [100, 8, 20, 1])
  assert.deepEqual(overview.rates, { bounce: 0.08, invalid: 0.08, complaint: 0.01 })
  const states = new Map(overview.limits.map(({ id, state }) => [id, state]))
  assert.equal(states.get('ses-bounce-warning'), 'above')
  assert.equal(states.get('ses-bounce-stop'), 'near')
  assert.ok(overview.limits.every(({ source }) => source.startsWith('https://')))
  assert.deepEqual(overview.receivers.map(({ receiver, bounced: n, delivered: d }) =>
    [receiver, n, d]), [['one.example', 8, 20]])
  assert.equal(overview.lists.find(({ list }) => list === 'news')?.sent, 100)
  assert.equal(overview.buckets.length, 8)
  assert.equal(overview.buckets.reduce((sum, { faults }) => sum + faults.recipient, 0), 8)
})

const listed = (name: string): Given => ({
  body: { recipient: `${name}@one.example`, reply: LISTED, messageId: `${name}@later.example` },
})

onBoth('a trouble is open until mail gets through, and undone ones are none', async (_t, bench) => {
  const range = { from: START - DAY_MS, until: START + 90 * DAY_MS }
  for (let i = 0; i < 5; i++) {
    await bench.give({ body: { recipient: `a${i}@one.example`, reply: LISTED } })
  }
  const [trouble, ...others] = await bench.ledger.troubles('t', range)
  assert.ok(trouble !== undefined && others.length === 0)
  assert.deepEqual([trouble.state, trouble.blocklist, trouble.subject, trouble.addresses],
    ['open', 'Spamhaus ZEN', '192.0.2.25', 5])
  assert.equal(trouble.playbook.links[0]?.url, 'https://check.spamhaus.org')
  assert.match(trouble.sample.diagnostic ?? '', /zen\.spamhaus/)
  assert.deepEqual(await bench.ledger.troubleOf('t', trouble.id), trouble)
  assert.equal(await bench.ledger.troubleOf('other', trouble.id), undefined)
  await bench.pass(DAY_MS)
  await bench.give(...[1, 2, 3].map((i) => delivered(`a${i}@one.example`)))
  const [closed] = await bench.ledger.troubles('t', range)
  assert.equal(closed?.state, 'closed')
  assert.equal(Math.floor((closed.closedAt ?? 0) / 60_000), Math.floor(bench.now / 60_000))
  assert.deepEqual(await bench.ledger.troubles('t', { ...range, state: 'open' }), [])
  // The same after a day in which mail got through is another episode, counted by itself.
  await bench.pass(2 * DAY_MS)
  const began = bench.now
  await bench.give(listed('a1'))
  await bench.pass(DAY_MS / 4)
  await bench.give(...[1, 2, 3].map((i) => delivered(`b${i}@one.example`)))
  await bench.pass(DAY_MS / 4)
  await bench.give(listed('a2'))
  const [again] = await bench.ledger.troubles('t', range)
  assert.deepEqual([again?.state, again?.openedAt, again?.earlierEpisodes, again?.addresses],
    ['open', began, 1, 2])
  await bench.ledger.undo('t', 'me', {
    filter: { reason: 'ip-blocklisted' }, dryRun: false, sampleLimit: 1,
  })
  assert.deepEqual(await bench.ledger.troubles('t', range), [])
})

onBoth('a rule that is switched off is kept, told, and judges nothing', async (_t, bench) => {
  const rule = { id: 'bulletin', match: { words: ['see bulletin'] }, reason: 'mailbox-disabled' }
  const reasonAt = async (name: string): Promise<string | undefined> => {
    const recipient = `${name}@museum.example`
    await bench.give({ body: { recipient, reply: '550 RJ-77B: see bulletin 4' } })
    const { rows } = await bench.ledger.listEvents('t', { address: recipient }, { limit: 1 })
    return rows[0]?.event.reason
  }
  await bench.ledger.putRules('t', 'me', [rule])
  assert.equal(await reasonAt('on'), 'mailbox-disabled')
  await bench.ledger.putRules('t', 'me', [{ ...rule, enabled: false }])
  assert.equal(await reasonAt('off'), 'unknown')
  const { rows: [last] } = await bench.ledger.listAudit(
    't', { action: 'rules-changed' }, { limit: 1 })
  assert.match(JSON.stringify(last?.detail), /switchedOff\W+bulletin/)
  const tried = await bench.ledger.testRule('t', { ...rule, enabled: false }, { limit: 0 })
  assert.ok(tried.kind === 'tested' && tried.test.met === 2)
})

onBoth('rules are drafted, tried, kept and applied', async (_t, bench) => {
  const odd = (i: number) => ({ body: {
    recipient: `b${i}@museum.example`, reply: `550 RJ-77B: see bulletin ${i}, paragraph ${i * 3}`,
  } })
  for (let i = 1; i < 5; i++) await bench.give(odd(i))
  const { rows: [cluster] } = await bench.ledger.unmatched('t', { limit: 5 })
  const draft = await bench.ledger.draftRule('t', cluster?.id ?? '')
  assert.deepEqual(draft?.rule.match, { words: ['see bulletin', 'paragraph'] })
  assert.equal(await bench.ledger.draftRule('other', cluster?.id ?? ''), undefined)
  const rule = { ...draft.rule, id: 'bulletin', reason: 'mailbox-disabled' }
  const tried = await bench.ledger.testRule('t', rule, { limit: 2 })
  assert.ok(tried.kind === 'tested')
  assert.deepEqual([tried.test.met, tried.test.changed, tried.test.conflicts, tried.test.rows.length],
    [4, 4, 0, 2])
  assert.equal((await bench.ledger.testRule('t', { id: 'x' }, { limit: 2 })).kind, 'refused')
  const saved = await bench.ledger.putRules('t', 'me', [rule])
  assert.ok(saved.kind === 'saved' && saved.set.version === 1)
  await bench.give(odd(9))
  assert.equal((await bench.ledger.addressView('t', 'b9@museum.example'))?.incidents[0]
    ?.incident.reason, 'mailbox-disabled')
  const { rows: [old] } = await bench.ledger.listEvents('t', { address: 'b1@museum.example' },
    { limit: 1 })
  const judged = await bench.ledger.judgeAgain('t', old?.id ?? '')
  assert.ok(judged?.kind === 'judged' && judged.isChanged)
  assert.deepEqual([judged.before.reason, judged.after?.reason], ['unknown', 'mailbox-disabled'])
  assert.equal((await bench.ledger.event('t', old?.id ?? ''))?.event.reason, 'unknown')
  assert.deepEqual((await bench.ledger.rules('other')).rules, [])
  const { rows: audit } = await bench.ledger.listAudit('t', { action: 'rules-changed' }, { limit: 5 })
  assert.equal(audit[0]?.actor, 'me')
  await bench.ledger.putRules('t', 'me', [])
  assert.deepEqual((await bench.ledger.ruleVersions('t')).map(({ version }) => version), [2, 1])
})

onBoth('a rule reads what nobody could, and what it read is judged again without it', async (_t, bench) => {
  const riddle = (name: string, words: string) => ({ kind: 'message' as const, body: [
    'From: daemon@odd.example', 'To: news@example.com', 'Subject: zarquon', '',
    `${words} of <${name}@odd.example>.`, '',
  ].join('\r\n') })
  await bench.give(...['ann', 'bob'].map((name) => riddle(name, 'Zarquon blorfed the wimblet')),
    riddle('cleo', 'Blorfed it is, the grommet'), riddle('dora', 'Nothing of that'))
  const clusters = async () => (await bench.ledger.unmatched('t', { limit: 9 })).rows
    .map(({ n }) => n)
  assert.deepEqual(await clusters(), [2, 1, 1])
  const { rows: [cluster] } = await bench.ledger.unmatched('t', { limit: 1 })
  const rule = { id: 'blorf', match: { words: ['blorfed'] }, reason: 'mailbox-unknown' }
  const tried = await bench.ledger.testRule('t', rule, { limit: 2, cluster: cluster?.id ?? '' })
  assert.ok(tried.kind === 'tested')
  const { met, unread } = tried.test
  assert.deepEqual([met, unread.scanned, unread.met, unread.ofCluster, unread.isCut],
    [0, 4, 3, { scanned: 2, met: 2 }, false])
  assert.deepEqual(unread.rows.map(({ address, after }) => [address, after]),
    [['ann@odd.example', 'mailbox-unknown'], ['bob@odd.example', 'mailbox-unknown']])
  await bench.ledger.putRules('t', 'me', [rule])
  const again = (filter: object, dryRun: boolean) =>
    bench.ledger.reclassify('t', 'me', { filter, dryRun, sampleLimit: 5 })
  const seen = await again({ unmatched: 'only' }, true)
  assert.deepEqual([seen.inputs, seen.changed, await clusters()], [4, 3, [2, 1, 1]])
  await again({ unmatched: 'only' }, false)
  assert.deepEqual(await clusters(), [1])
  assert.equal((await bench.ledger.listEvents('t', { reason: 'mailbox-unknown' }, { limit: 9 }))
    .rows.length, 3)
  await bench.ledger.putRules('t', 'me', [])
  const back = await again({ rule: 'operator/blorf' }, false)
  assert.deepEqual([back.inputs, back.changed], [3, 3])
  assert.deepEqual(await clusters(), [2, 1, 1])
  assert.deepEqual((await bench.ledger.listEvents('t', {}, { limit: 9 })).rows, [])
  // Judged again and as unread as before, it is counted once.
  await again({ unmatched: 'only' }, false)
  assert.deepEqual(await clusters(), [2, 1, 1])
})

onBoth('an event is shown in its message, with its evidence where it stands', async (_t, bench) => {
  const composed = composeBounce(Buffer.from('From: <a@news.example>\r\nReturn-Path: ' +
    '<b@news.example>\r\nMessage-ID: <e1@news.example>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=' +
    '\r\n\r\n<script>alert(1)</script>\r\n'), {
    recipients: [{ address: 'ann@one.example', reply: '550 5.1.1 <ann@one.example>: Recipient ' +
      'address rejected: User unknown in virtual mailbox table' }],
    now: '2026-03-02T08:00:00Z', host: 'mx.one.example', seed: 's',
  })
  assert.ok(composed.kind === 'composed')
  await bench.ledger.registerSends('t', [
    { recipient: 'ann@one.example', messageId: 'e1@news.example', sentAt: bench.now },
  ])
  await bench.give({ kind: 'message', body: composed.bytes })
  await bench.give(gone('ann@one.example', { messageId: '<e1@news.example>' }))
  const { rows } = await bench.ledger.listEvents('t', { source: 'test', text: 'virtual' },
    { limit: 1 })
  const shown = await bench.ledger.eventMessage('t', rows[0]?.id ?? '')
  assert.ok(shown !== undefined)
  assert.equal(await bench.ledger.eventMessage('other', rows[0]?.id ?? ''), undefined)
  assert.deepEqual([shown.kind, shown.isKept, shown.evidences.length], ['message', true, 2])
  assert.ok(shown.trail.some(({ action }) => action === 'paused'))
  assert.deepEqual(shown.parts.slice(0, 3).map(({ path, type }) => `${path} ${type}`),
    ['0 multipart/report', '1 text/plain', '2 message/delivery-status'])
  assert.ok(shown.parts.some(({ headers }) =>
    headers.some(({ name, value }) => name === 'subject' && value === 'Grüße')))
  const [mark] = shown.marks
  const part = shown.parts.find(({ path }) => path === mark?.inPart?.path)
  assert.ok(mark?.inRaw !== undefined && mark.inPart !== undefined && part?.text !== undefined)
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')
  assert.equal(plain(shown.raw.text.slice(mark.inRaw.start, mark.inRaw.end)), mark.text)
  assert.equal(plain(part.text.slice(mark.inPart.start, mark.inPart.end)), mark.text)
  for (const { start, end } of shown.parts) assert.ok(start <= end && end <= shown.size)
})

onBoth('an address has other spellings, a likely meaning, a future and notes', async (_t, bench) => {
  await bench.give(delivered('joe@brightmail.example'), delivered('kim@gmail.com'))
  await bench.give({ body: {
    recipient: 'Ann@brigthmail.example', reply: '550 5.1.2 Host or domain name not found',
  } })
  await bench.ledger.addNote('t', 'key:x', 'Ann@brigthmail.example', 'Rang her: <b>typo</b>')
  const view = await bench.ledger.addressView('t', 'Ann@brigthmail.example')
  assert.equal(view?.suggestion?.address, 'ann@brightmail.example')
  assert.deepEqual(view.notes.map(({ actor, text }) => [actor, text]),
    [['key:x', 'Rang her: <b>typo</b>']])
  assert.ok(view.next.length > 0 && view.next.every(({ words }) => words.endsWith('.')))
  assert.equal((await bench.ledger.addressView('t', 'joe@brightmail.example'))?.suggestion,
    undefined)
  await bench.give(gone('eve+news@gmial.com'), gone('eve@gmial.com'))
  const eve = await bench.ledger.addressView('t', 'eve@gmial.com')
  assert.deepEqual([eve?.suggestion?.domain, eve?.spellings], ['gmail.com', ['eve+news@gmial.com']])
  const { rows } = await bench.ledger.timeline('t', 'Ann@brigthmail.example', { limit: 20 })
  assert.ok(rows.some((row) => row.kind === 'audit' && row.audit.action === 'noted'))
})

onBoth('a note is taken back once, and the audit keeps both', async (_t, bench) => {
  const { ledger } = bench
  const address = 'Fay@example.org'
  const first = await ledger.addNote('t', 'user:ann', address, 'First')
  const second = await ledger.addNote('t', 'user:ann', address, 'Second')
  assert.equal(await ledger.takeNoteBack('t', 'user:bea', 'other@example.org', first.id), false)
  assert.equal(await ledger.takeNoteBack('other', 'user:bea', address, first.id), false)
  assert.equal(await ledger.takeNoteBack('t', 'user:bea', address, first.id), true)
  assert.equal(await ledger.takeNoteBack('t', 'user:bea', address, first.id), false)
  await bench.give(gone(address))
  const view = await ledger.addressView('t', address)
  assert.deepEqual(view?.notes.map(({ id, text }) => [id, text]), [[second.id, 'Second']])
  const { rows } = await ledger.timeline('t', address, { limit: 20 })
  const told = rows.flatMap((row) => row.kind === 'audit' && /note/.test(row.audit.action)
    ? [[row.audit.actor, row.audit.action, row.audit.detail]] : [])
  assert.deepEqual(told, [
    ['user:bea', 'note-taken-back', `{"of":${first.id}}`],
    ['user:ann', 'noted', '{"note":"Second"}'], ['user:ann', 'noted', '{"note":"First"}'],
  ])
})
