// What the tests of pages look at: mail, replies and webhooks of the fixtures, handed in over the
// API as a newsletter's owner would have it.

import { createHmac } from 'node:crypto'
import { globSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/source-files.ts'
import type { RunningService } from './service.ts'

const HOOK_PASSWORD = 'only-for-tests'

/** Sources beside the API itself. */
export const SAMPLE_CONFIG = `
sources:
  - { type: webhook, name: postmark, vendor: postmark, user: hook, password: ${HOOK_PASSWORD} }
  - { type: webhook, name: relay, vendor: generic, secret: ${HOOK_PASSWORD} }
  - { type: maildir, name: office, folders: ['{folder}/maildir'] }
`

const LISTS = ['news', 'offers', 'receipts'] as const
const DOMAINS = ['gmail.com', 'icloud.com', 'example.org', 'example.net', 'club.example'] as const
const MINUTE_MS = 60_000

/** A few hundred bounces of the last days, some addresses held back, one endpoint of webhooks. */
export async function fillWithSamples(service: RunningService): Promise<void> {
  for (const folder of ['cur', 'new', 'tmp']) {
    mkdirSync(join(service.folder, 'maildir', folder), { recursive: true })
  }
  const replies = sampleReplies(Date.now())
  await service.ask('/v1/sends', replies.map(({ recipient, messageId, list, at }) =>
    ({ recipient, messageId, list, sentAt: at })))
  await Promise.all([
    ...LISTS.map((list) => service.ask(
      `/v1/events?list=${list}`,
      replies.filter((one) => one.list === list)
        .map(({ recipient, messageId, reply, at }) => ({ recipient, messageId, reply, at })))),
    handInMessages(service), handInHooks(service), suppressSome(service),
  ])
  await service.settled()
}

type SampleReply = {
  readonly recipient: string; readonly messageId: string; readonly reply: string
  readonly list: string; readonly at: string
}

/** One reply of every rule of some receivers, over the last three days. */
function sampleReplies(now: number): SampleReply[] {
  const texts = ['google', 'apple', 'microsoft', 'yahoo'].flatMap((receiver) =>
    readFileSync(join(ROOT, `fixtures/replies/${receiver}.tsv`), 'utf8').trim().split('\n')
      .slice(1).map((line) => line.split('\t').at(-1) ?? ''))
  return texts.map((reply, i) => ({
    recipient: `person${i % 90}@${DOMAINS[i % DOMAINS.length]}`,
    messageId: `sample-${i}@example.com`, reply, list: LISTS[i % LISTS.length] as string,
    at: new Date(now - (i + 1) * 17 * MINUTE_MS).toISOString(),
  }))
}

async function handInMessages({ ask }: RunningService): Promise<void> {
  const files = globSync(join(ROOT, 'fixtures/messages/**/*.eml')).sort()
  await Promise.all(files.map((file) =>
    ask('/v1/messages?list=news', readFileSync(file), { type: 'message/rfc822' })))
}

async function handInHooks({ url }: RunningService): Promise<void> {
  const basic = Buffer.from(`hook:${HOOK_PASSWORD}`).toString('base64')
  const read = (name: string): Buffer => readFileSync(join(ROOT, 'fixtures/webhooks', name))
  for (const name of ['soft-bounce', 'blocked-isp', 'spam-complaint', 'delivery']) {
    await post(`${url}/hooks/postmark`, read(`postmark/${name}.json`), {
      authorization: `Basic ${basic}`,
    })
  }
  const body = read('generic/hard-with-reply.json')
  await post(`${url}/hooks/relay/${HOOK_PASSWORD}`, body, {
    'x-carom-signature': createHmac('sha256', HOOK_PASSWORD).update(body).digest('hex'),
  })
}

async function post(
  url: string, body: Buffer, headers: Readonly<Record<string, string>>,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers },
    body: new Uint8Array(body),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
}

async function suppressSome({ ask }: RunningService): Promise<void> {
  await ask('/v1/suppressions', [
    { address: 'asked-not-to@example.org', reason: 'unsubscribed', note: 'By telephone' },
    { address: 'old-customer@example.net', list: 'offers' },
    { address: 'until-summer@club.example', expiresAt: '2030-06-01T00:00:00Z' },
  ])
  await ask('/v1/endpoints', {
    url: 'https://shop.example/hooks/carom', description: 'The shop', types: ['suppression.*'],
  })
}
