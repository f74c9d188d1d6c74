// Says whether the bundle of the command line was made from the sources as they are now. The build
// notes size, time and hash of every file that went in; a look at 1,000 sizes and times costs four
// milliseconds, and as URLs, which have to be parsed, fifteen.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const NOTES = 'inputs.json'

/** True where every file that the bundle in `folder` was made from is still the same. */
export async function isBundleCurrent(folder) {
  const notes = readNotes(folder)
  if (notes === undefined) return false
  for (const [path, size, timeMs, hash] of notes) {
    const file = statSync(ROOT + path, { throwIfNoEntry: false })
    if (file?.size !== size) return false
    // A copied or freshly checked-out tree has other times and the same content.
    if (file.mtimeMs !== timeMs && await hashFile(path) !== hash) return false
  }
  return true
}

/** Notes in `folder` what its bundle was made from: paths relative to the working tree. */
export async function noteBundleInputs(folder, paths) {
  const notes = []
  for (const path of paths) {
    const { size, mtimeMs } = statSync(ROOT + path)
    notes.push([path, size, mtimeMs, await hashFile(path)])
  }
  writeFileSync(new URL(NOTES, folder), JSON.stringify(notes))
}

function readNotes(folder) {
  try {
    return JSON.parse(readFileSync(new URL(NOTES, folder), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

async function hashFile(path) {
  const { createHash } = await import('node:crypto')
  return createHash('sha1').update(readFileSync(ROOT + path)).digest('hex')
}
