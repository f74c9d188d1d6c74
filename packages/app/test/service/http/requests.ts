// One right request for every route: method, path, what is sent, and the status that follows.

import type { Ask } from './fake-api.ts'
import { MAILDIR, MESSAGE_KEY } from './mail-there.ts'
import { FORM_ORIGIN } from './optin-there.ts'

export type SampleRequest = {
  readonly method: string
  readonly path: string
  readonly ask?: Ask
  readonly status?: number
}

const json = (value: unknown): Ask => ({ json: value })
const form = (body: string): Ask =>
  ({ key: null, body, type: 'application/x-www-form-urlencoded' })

export const REQUESTS: readonly SampleRequest[] = [
  { method: 'GET', path: '/v1/check?address=ann@example.org&list=news' },
  { method: 'GET', path: '/v1/check?address=slow@example.org' },
  { method: 'GET', path: '/v1/check?address=ann@example.org&list=news&advice=true&dns=true' },
  { method: 'POST', path: '/v1/check?advice=true', ask: json({
    addresses: ['ann@gmial.com', { address: 'nobody', list: 'x' }],
  }) },
  { method: 'POST', path: '/v1/check', ask: json({
    addresses: ['ann@example.org', { address: 'bob@example.org', list: 'x' }], list: 'news',
  }) },
  { method: 'GET', path: '/v1/suppressions?text=ann&limit=5' },
  { method: 'POST', path: '/v1/suppressions', ask: json({
    address: 'ann@example.org', reason: 'complaint', expiresAt: '2027-01-01T00:00:00Z',
  }) },
  { method: 'POST', path: '/v1/suppressions/lift', ask: json({
    address: 'ann@example.org', force: true, by: 'self-service',
  }) },
  { method: 'POST', path: '/v1/suppressions/lift/undo', ask: json({
    address: 'ann@example.org', list: 'news',
  }) },
  { method: 'POST', path: '/v1/suppressions/import', ask: {
    body: 'address,reason\nann@example.org,manual\n', type: 'text/csv',
  } },
  { method: 'POST', path: '/v1/suppressions/import?dryRun=true&columns=address:Mail', ask: {
    body: 'Mail,reason\nann@example.org,manual\n', type: 'text/csv',
  } },
  { method: 'GET', path: '/v1/suppressions/export?format=json' },
  { method: 'GET', path: '/v1/addresses/ann%40example.org' },
  { method: 'GET', path: '/v1/addresses/ann@example.org/timeline?limit=10' },
  { method: 'POST', path: '/v1/addresses/ann@example.org/notes', ask: json({ text: 'Rang her.' }) },
  { method: 'DELETE', path: '/v1/addresses/ann@example.org/notes/7' },
  { method: 'GET', path: '/v1/events?code=5.1.1&from=2026-01-01T00:00:00Z&counted=true' },
  { method: 'GET', path: '/v1/events?text=user%20unk&rule=google/over-quota&count=true' },
  { method: 'GET', path: '/v1/events/export?reason=mailbox-unknown' },
  { method: 'GET', path: '/v1/events/e1' },
  { method: 'GET', path: '/v1/events/e1/message' },
  { method: 'POST', path: '/v1/events/e1/judge' },
  { method: 'GET', path: '/v1/events/e1/raw' },
  { method: 'GET', path: '/v1/incidents?held=false&order=oldest&receiver=google' },
  { method: 'GET', path: '/v1/incidents/i1' },
  { method: 'GET', path: '/v1/audit?address=ann@example.org' },
  { method: 'GET', path: '/v1/stats?by=reason,day&limit=10' },
  { method: 'GET', path: '/v1/overview?list=news' },
  { method: 'GET', path: '/v1/troubles?state=open' },
  { method: 'GET', path: '/v1/troubles/t1' },
  { method: 'GET', path: '/v1/rules' },
  { method: 'GET', path: '/v1/rules/versions' },
  { method: 'PUT', path: '/v1/rules', ask: json({ rules: [{ id: 'mine' }] }) },
  { method: 'PUT', path: '/v1/rules/mine', ask: json({ reason: 'policy' }) },
  { method: 'DELETE', path: '/v1/rules/mine' },
  { method: 'POST', path: '/v1/rules/draft', ask: json({ cluster: 'c1' }) },
  { method: 'POST', path: '/v1/rules/test', ask: json({ rule: { id: 'mine' }, limit: 5 }) },
  { method: 'GET', path: '/v1/sources/guides?name=mine' },
  { method: 'GET', path: '/v1/sources/health' },
  { method: 'GET', path: '/v1/sources/smtp/activity' },
  { method: 'POST', path: '/v1/sources/smtp/test' },
  { method: 'GET', path: '/v1/sources' },
  { method: 'GET', path: '/v1/sources/smtp' },
  { method: 'GET', path: '/v1/policies' },
  { method: 'GET', path: '/v1/policies/presets' },
  { method: 'PUT', path: '/v1/policies', ask: json({ policy: 'recommended', dryRun: true }) },
  { method: 'POST', path: '/v1/policies/apply', ask: json({}) },
  { method: 'POST', path: '/v1/policies/simulate', ask: json({
    policy: { id: 'mine' }, against: 'mailchimp', from: 1, limit: 5,
  }) },
  { method: 'POST', path: '/v1/undo', ask: json({ filter: { receiver: 'google', from: 1 } }) },
  { method: 'POST', path: '/v1/reclassify', ask: json({ filter: { unmatched: 'only' } }) },
  { method: 'GET', path: '/v1/unmatched' },
  { method: 'GET', path: '/v1/outages' },
  { method: 'POST', path: '/v1/outages/o1/settle', ask: json({ how: 'void' }) },
  { method: 'GET', path: '/v1/export?address=ann@example.org' },
  { method: 'POST', path: '/v1/erasure', ask: json({ address: 'ann@example.org' }) },
  { method: 'GET', path: '/v1/keys' },
  { method: 'POST', path: '/v1/keys', ask: json({ name: 'shop', scopes: ['check'] }), status: 201 },
  { method: 'DELETE', path: '/v1/keys/default-check' },
  { method: 'POST', path: '/v1/messages', status: 202, ask: {
    body: 'Subject: x\r\n\r\nHello', type: 'message/rfc822',
  } },
  { method: 'POST', path: '/v1/events', status: 202, ask: json([
    { recipient: 'ann@example.org', reply: '550 5.1.1 user unknown', command: 'RCPT' },
  ]) },
  { method: 'POST', path: '/v1/sends', ask: json({
    recipient: 'ann@example.org', messageId: '<m1@example.com>',
  }) },
  { method: 'POST', path: '/v1/proofs', ask: json([
    { address: 'ann@example.org', kind: 'engaged', at: '2026-11-27T12:00:00Z' },
  ]) },
  { method: 'GET', path: '/v1/prevent/domain?domain=sound.example&ips=192.0.2.10&selectors=s1' },
  { method: 'GET', path: '/v1/prevent/address?address=ann@gmial.com' },
  { method: 'POST', path: '/v1/prevent/message?bulk=true', ask: {
    body: 'Subject: x\r\n\r\nHello', type: 'message/rfc822',
  } },
  { method: 'GET', path: '/v1/prevent/typos' },
  { method: 'GET', path: '/v1/prevent/lists' },
  { method: 'POST', path: '/v1/prevent/lists?name=contacts.csv', status: 201, ask: {
    body: 'email\nann@example.org\n', type: 'text/csv',
  } },
  { method: 'GET', path: '/v1/prevent/lists/list-1' },
  { method: 'POST', path: '/v1/prevent/lists/list-1/start', ask: json({
    address: 0, keep: ['good', 'risky'], list: 'news',
  }) },
  { method: 'POST', path: '/v1/prevent/lists/list-1/cancel' },
  { method: 'DELETE', path: '/v1/prevent/lists/list-1' },
  { method: 'GET', path: '/v1/prevent/lists/list-2/table?which=rejected' },
  { method: 'GET', path: '/v1/advice/habits' },
  { method: 'GET', path: '/v1/advice/pacing?receiver=google' },
  { method: 'GET', path: '/v1/advice/volume' },
  { method: 'GET', path: '/v1/advice/volume?by=receiver' },
  { method: 'GET', path: '/v1/advice/frequency' },
  { method: 'GET', path: '/v1/reports' },
  { method: 'GET', path: '/v1/reports/example.com', status: 404 },
  { method: 'GET', path: '/v1/reputation' },
  { method: 'GET', path: '/v1/reputation/example.com', status: 404 },
  { method: 'POST', path: '/v1/reports', status: 202, ask: {
    type: 'application/xml', body: '<feedback></feedback>',
  } },
  { method: 'POST', path: '/v1/advice/warm-up', ask: json({ target: 20_000 }) },
  { method: 'POST', path: '/v1/advice/warm-up', ask: json({ target: 9, domain: 'new.example' }) },
  { method: 'POST', path: '/v1/advice/warm-up', status: 400, ask: json({
    target: 9, domain: 'new.example', done: [],
  }) },
  { method: 'POST', path: '/v1/optin', ask: json({
    address: 'bob@example.org', list: 'news', source: 'shop', language: 'de', byPerson: true,
  }) },
  { method: 'GET', path: '/v1/optin?list=news&status=pending&limit=5' },
  { method: 'GET', path: '/v1/optin/stats' },
  { method: 'POST', path: '/v1/fix-links', status: 201, ask: json({
    address: 'ann@gmial.com', list: 'news', language: 'fr',
  }) },
  { method: 'GET', path: '/optin/confirm?t=none&utm=x', ask: { key: null }, status: 404 },
  { method: 'POST', path: '/optin/confirm', ask: form('t=none'), status: 404 },
  { method: 'POST', path: '/optin/again', ask: form('t=none'), status: 404 },
  { method: 'GET', path: '/optin/fix?t=none', ask: { key: null }, status: 404 },
  { method: 'POST', path: '/optin/fix', ask: form('t=none&address=a@example.org'), status: 404 },
  { method: 'POST', path: '/optin/subscribe', ask: {
    ...form('list=news&address=carla@example.org'), headers: { origin: FORM_ORIGIN },
  } },
  { method: 'GET', path: '/v1/mailboxes' },
  { method: 'POST', path: '/v1/mailboxes', status: 201, ask: json({
    name: 'second', addresses: ['ann@example.com'], account: { kind: 'maildir', path: MAILDIR },
  }) },
  { method: 'DELETE', path: '/v1/mailboxes/mb_none', status: 404 },
  { method: 'POST', path: '/v1/mailboxes/office/test' },
  { method: 'GET', path: '/v1/mailboxes/office/folders' },
  { method: 'GET', path: '/v1/mailboxes/office/messages?limit=10&search=offer' },
  { method: 'GET', path: `/v1/mailboxes/office/messages/${MESSAGE_KEY}` },
  { method: 'GET', path: `/v1/mailboxes/office/messages/${MESSAGE_KEY}/raw` },
  { method: 'PUT', path: '/v1/mailboxes/office/mark', ask: json({
    keys: [MESSAGE_KEY], mark: 'bounce',
  }) },
  { method: 'POST', path: '/v1/bounces', ask: json({ mailbox: 'office', keys: [MESSAGE_KEY] }) },
  { method: 'GET', path: '/v1/bounces?state=sent' },
  { method: 'POST', path: '/v1/bounces/alternatives', ask: json({
    raw: { message: 'U3ViamVjdDogeA0KDQpIZWxsbw==', returnPath: 'ann@example.org' },
    which: 'block', scope: 'domain',
  }) },
  { method: 'GET', path: '/v1/bounces/settings' },
  { method: 'PUT', path: '/v1/bounces/settings', ask: json({ dryRun: true, language: 'de' }) },
  { method: 'POST', path: '/v1/bounces/settings/test' },
  { method: 'GET', path: '/v1/bounces/refused-senders' },
  { method: 'DELETE', path: '/v1/bounces/refused-senders/ann@example.org', status: 404 },
  { method: 'GET', path: '/v1/endpoints' },
  { method: 'POST', path: '/v1/endpoints', status: 201, ask: json({
    url: 'https://app.example.com/hook', types: ['suppression.*'],
  }) },
  { method: 'GET', path: '/v1/endpoints/platforms' },
  { method: 'PUT', path: '/v1/endpoints/ep_1', ask: json({ enabled: false }) },
  { method: 'POST', path: '/v1/endpoints/ep_1/tell-all' },
  { method: 'POST', path: '/v1/endpoints/ep_1/rotate' },
  { method: 'DELETE', path: '/v1/endpoints/ep_1' },
  { method: 'GET', path: '/v1/dead-letters?limit=1' },
  { method: 'POST', path: '/v1/dead-letters/redeliver', ask: json({ id: 5 }) },
  { method: 'POST', path: '/hooks/ses', ask: { ...json({ a: 1 }), key: null } },
  { method: 'GET', path: '/hooks/mandrill', ask: { key: null } },
  { method: 'OPTIONS', path: '/hooks/azure', ask: { key: null } },
  { method: 'POST', path: '/hooks/azure/some-secret', ask: { ...json({ a: 1 }), key: null } },
  { method: 'GET', path: '/hooks/azure/some-secret', ask: { key: null } },
  { method: 'OPTIONS', path: '/hooks/azure/some-secret', ask: { key: null } },
  { method: 'GET', path: '/v1/explain?code=5.1.1', ask: { key: null } },
  { method: 'GET', path: '/healthz', ask: { key: null } },
  { method: 'GET', path: '/readyz', ask: { key: null } },
  { method: 'GET', path: '/metrics', ask: { key: null } },
  { method: 'GET', path: '/openapi.json', ask: { key: null } },
]
