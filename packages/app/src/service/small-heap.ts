// Room for objects that V8 would rather take than collect what is no longer used: sixty megabytes
// for young ones, and up to four times what is used for old ones. A service that is to stay small
// does with less, for hardly more processor time.

import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves of the room for young objects together. */
const YOUNG_BYTES_MAX = 16 * 1024 * 1024
/** How much a heap may grow beyond what was in use before it is collected, in percent. */
const GROWING_PERCENT = 60
const LOOK_MS = 50
/** Objects that are kept so that V8 gives the young their room; half of them would do. */
const FILL_OBJECTS_MAX = 500_000
const FILL_OBJECTS_AT_ONCE = 2_000

/**
 * For this process and the threads that it starts. V8 takes a limit for the young only when a
 * process starts, but asks at each step by which factor their room may grow. Call it before much is
 * loaded: room that was taken is not given back.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`)
  growYoung()
  let mayGrow = false
  // V8 takes room away from a heap in which little happens.
  setInterval(() => {
    if (youngBytes() < YOUNG_BYTES_MAX === mayGrow) return
    mayGrow = !mayGrow
    allowGrowth(mayGrow)
  }, LOOK_MS).unref()
}

/** To their full room at once: while modules are loaded, nobody can look how far it has grown. */
function growYoung(): void {
  allowGrowth(true)
  const kept: unknown[] = []
  while (youngBytes() < YOUNG_BYTES_MAX && kept.length < FILL_OBJECTS_MAX) {
    for (let n = 0; n < FILL_OBJECTS_AT_ONCE; n++) kept.push({ n })
  }
  allowGrowth(false)
}

function allowGrowth(mayGrow: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`)
}

function youngBytes(): number {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
  return space?.space_size ?? YOUNG_BYTES_MAX
}
