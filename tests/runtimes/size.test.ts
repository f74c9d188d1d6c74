// The bundle's size is a promise: no figure may pass its ceiling in sizes.json.
// A ceiling is raised by hand, in the commit that needs it; `UPDATE=1` lowers those that have room.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { bundleCore, heaviestFolders, measureBundle, type BundleSizes } from './bundle.ts'

const CEILINGS = new URL('sizes.json', import.meta.url)
/** Room for a wording or two, so that not every small change has to touch the ceilings. */
const ROOM_BYTES = 2_000

test('the bundle stays under its ceilings', async (t) => {
  const sizes = await measureBundle()
  const ceilings = JSON.parse(readFileSync(CEILINGS, 'utf8')) as BundleSizes
  const names = Object.keys(sizes) as (keyof BundleSizes)[]
  for (const name of names) t.diagnostic(`${name} ${sizes[name]} of ${ceilings[name]}`)
  if (process.env['UPDATE'] !== undefined) {
    const lowered = names.map((name) => [name, Math.min(ceilings[name], sizes[name] + ROOM_BYTES)])
    writeFileSync(CEILINGS, JSON.stringify(Object.fromEntries(lowered), undefined, 2) + '\n')
  }
  const heaviest = heaviestFolders(await bundleCore()).slice(0, 6)
    .map(([folder, bytes]) => `${folder} ${bytes}`).join(', ')
  for (const name of names) {
    assert.ok(sizes[name] <= ceilings[name], `${name} is ${sizes[name]}; heaviest: ${heaviest}`)
  }
})
