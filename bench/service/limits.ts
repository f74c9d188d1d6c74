// What bounds the service, alone in this process: the bare store, smtp-server without a service
// behind it, node:http that reads and answers. `limits.ts store`, or `smtp` and `http` with a port.

import { createServer } from 'node:http'
import { SMTPServer } from 'smtp-server'
import { openTemporaryStore } from '../../packages/app/test/service/temporary-store.ts'
import { messageOf } from './inputs.ts'

const ROWS = 40_000
const ROWS_AT_ONCE = 500

const [what, port] = process.argv.slice(2)
if (what === 'store') await measureStore()
else if (what === 'smtp') listenSmtp(Number(port))
else listenHttp(Number(port))

async function measureStore(): Promise<void> {
  const { store, cleanup } = await openTemporaryStore()
  const cpu = process.cpuUsage()
  const started = performance.now()
  for (let n = 0; n < ROWS; n += ROWS_AT_ONCE) {
    const inputs = Array.from({ length: ROWS_AT_ONCE }, (_, i) => ({
      tenant: 't', source: 's', kind: 'message' as const, transportKey: `k${n + i}`,
      bytes: Buffer.from(messageOf(n + i)), receivedAt: Date.now(), trust: 0 as const, envelope: {},
    }))
    await Promise.all(inputs.map((input) => store.ingest([input])))
  }
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await cleanup()
  console.log(JSON.stringify({ perSecond: ROWS / seconds, cpuUs: (user + system) / ROWS }))
}

function listenSmtp(at: number): void {
  new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false,
    onData: (stream, _session, done) => {
      stream.on('end', () => done())
      stream.resume()
    },
  }).listen(at, '127.0.0.1')
}

function listenHttp(at: number): void {
  createServer((request, response) => {
    request.on('end', () => response.end('{"ok":true}'))
    request.resume()
  }).listen(at, '127.0.0.1')
}
