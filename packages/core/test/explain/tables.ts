// Reads the tables of cases beside the tests: tab-separated, comments with `#`.

import { readFileSync } from 'node:fs'

export function readTable(name: string): string[][] {
  return readFileSync(new URL(name, import.meta.url), 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'))
}
