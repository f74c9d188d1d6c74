// How much was asked on a day, in a small file, so that the limits hold from one run to the next.

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CalloutBook, CalloutOptions } from './types.ts'

type Day = {
  /** Of UTC: 2026-11-27. */
  day: string
  asked: Record<string, number>
  closed: string[]
}

export async function openCalloutBook(
  path: string, { perDay, allPerDay }: Pick<CalloutOptions, 'perDay' | 'allPerDay'>,
  now: () => number,
): Promise<CalloutBook> {
  let book = await readDay(path)
  let last: Promise<void> = Promise.resolve()

  const today = (): Day => {
    const day = new Date(now()).toISOString().slice(0, 10)
    if (book.day !== day) book = { day, asked: {}, closed: [] }
    return book
  }
  const save = (): Promise<void> => {
    last = last.then(() => writeDay(path, book))
    return last
  }
  return {
    async take(receiver, n) {
      const { asked, closed } = today()
      const own = Object.hasOwn(asked, receiver) ? asked[receiver] ?? 0 : 0
      const all = Object.values(asked).reduce((sum, one) => sum + one, 0)
      if (closed.includes(receiver) || own + n > perDay || all + n > allPerDay) return false
      asked[receiver] = own + n
      // Written before it is asked: a run that is killed has asked all the same.
      await save()
      return true
    },
    async close(receiver) {
      today().closed.push(receiver)
      await save()
    },
  }
}

async function readDay(path: string): Promise<Day> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return { day: '', asked: {}, closed: [] }
  try {
    const { day, asked, closed } = JSON.parse(text) as Partial<Day>
    if (typeof day === 'string' && Array.isArray(closed) && typeof asked === 'object') {
      return { day, asked, closed }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Error(`${path} is damaged: delete it tomorrow, when its limits are over.`)
}

async function writeDay(path: string, day: Day): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, JSON.stringify(day), { mode: 0o600 })
  await rename(`${path}.new`, path)
}
