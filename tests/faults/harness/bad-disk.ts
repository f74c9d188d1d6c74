// The disk that fails (disk-shim.c), compiled for a round and switched by files.

import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Round } from './round.ts'

const SOURCE = fileURLToPath(new URL('disk-shim.c', import.meta.url))

/** Why the disk cannot be made to fail here, or false. */
export function findCompiler(): string | false {
  if (process.platform !== 'linux') return 'disks are made to fail on Linux only'
  return spawnSync('gcc', ['--version']).status === 0 ? false : 'no gcc'
}

export type BadDisk = {
  readonly env: Readonly<Record<string, string>>
  readonly set: (fault: 'full' | 'broken' | 'lying', isOn: boolean) => void
  /** What is not durable is gone; the service must be dead. */
  readonly cutPower: () => void
}

export function makeBadDisk({ folder }: Round): BadDisk {
  const place = realpathSync(folder)
  const library = join(place, 'shim.so')
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl', '-lpthread'])
  mkdirSync(place, { recursive: true })
  return {
    env: { LD_PRELOAD: library, SHIM_FOLDER: place },
    set: (fault, isOn) => {
      if (isOn) writeFileSync(join(place, fault), '')
      else rmSync(join(place, fault), { force: true })
    },
    cutPower: () => {
      for (const name of ['carom.db', 'carom.db-wal']) {
        const file = join(place, name)
        rmSync(file, { force: true })
        if (existsSync(`${file}.durable`)) copyFileSync(`${file}.durable`, file)
      }
      rmSync(join(place, 'carom.db-shm'), { force: true })
    },
  }
}
