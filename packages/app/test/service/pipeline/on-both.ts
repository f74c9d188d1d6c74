// A workbench on each store, and a small history to be searched.

import { test, type TestContext } from 'node:test'
import { isPostgresMissing } from '../postgres-there.ts'
import { DAY_MS, openWorkbench, type Workbench } from './workbench.ts'

const noPostgres = await isPostgresMissing()

export function onBoth(
  name: string, body: (t: TestContext, bench: Workbench) => Promise<void>,
): void {
  for (const kind of ['sqlite', 'postgres'] as const) {
    const skip = kind === 'postgres' && noPostgres ? 'no PostgreSQL is there' : false
    test(`${name}, on ${kind}`, { skip }, async (t) => {
      const bench = await openWorkbench({ kind })
      t.after(() => bench.close())
      await body(t, bench)
    })
  }
}

export const LISTED: string = '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using ' +
  'zen.spamhaus.org'

export async function fill(bench: Workbench): Promise<void> {
  const replies = [
    '550 5.1.1 User unknown', '552 5.2.2 Mailbox full: 100% of its quota', LISTED,
    '550 5.7.1 Spam_rejected', '550 5.1.1 宛先のメールアドレスが存在しません',
  ]
  for (let i = 0; i < 40; i++) {
    await bench.pass(DAY_MS / 2)
    await bench.give({
      body: {
        recipient: `user${i % 7}.x@${i % 3 === 0 ? 'one' : 'two'}.example`,
        reply: replies[i % replies.length], messageId: `<m${i}@news.example>`,
        subject: i === 11 ? 'Grüße aus Köln' : 'News',
      },
      source: i % 2 === 0 ? 'shop' : 'mail', envelope: { list: i % 4 === 0 ? 'news' : '' },
    })
  }
}
