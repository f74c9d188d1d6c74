// `carom serve`: what the command line knows of it; the service itself is loaded when it is run.

import { keepHeapSmall } from '../service/small-heap.ts'
import type { Arguments, Command, Io } from './command.ts'

export const command: Command = {
  name: 'serve',
  summary: 'take bounces in, decide, remember and answer',
  usage: ['[OPTION…]'],
  description: [
    'Runs the service in the foreground until it gets SIGTERM or SIGINT: it then takes nothing more, ' +
      'finishes what was begun, and ends within ten seconds; a second signal ends it at once. SIGHUP makes ' +
      'it read its log level, its certificates and the keys of return-path tokens again.',
    'Without a configuration it listens on localhost and keeps everything in ./carom.db. The first start ' +
      'makes a key for the API and prints it once; while nobody can log in, each start prints a link to make ' +
      'the first account. `carom help config` tells of the configuration.',
  ],
  options: [
    { name: 'config', short: 'c', value: 'FILE', default: 'CAROM_CONFIG, else carom.yaml',
      summary: 'The configuration.' },
    { name: 'store', short: 's', value: 'URL', default: 'store.url of the configuration',
      summary: 'Where everything is kept: a file, or postgres://…' },
    { name: 'port', short: 'p', value: 'NUMBER', default: 'http.port of the configuration',
      summary: 'Port of the HTTP API; 0 takes a free one.' },
    { name: 'demo', summary: 'Show everything with an invented history, which is thrown away.' },
  ],
  examples: [
    { line: 'carom serve', summary: 'Try it on this machine.' },
    { line: 'carom serve --demo', summary: 'See it with five months of mail that never was.' },
    { line: 'carom serve -c /etc/carom.yaml', summary: 'Run it as configured.' },
    { line: 'carom serve --store postgres://carom@db.example.com/carom',
      summary: 'Keep everything in PostgreSQL.' },
  ],
  exitCodes: {
    0: 'Stopped by a signal, with everything finished.',
    1: 'It could not start, or a second signal cut it off.',
    2: 'Wrong usage or configuration.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  // Before anything is loaded, which takes more room than it leaves in use.
  keepHeapSmall()
  const { serve } = await import('./serve/run.ts')
  return await serve(args, io)
}
