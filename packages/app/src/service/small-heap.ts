// Room for objects that V8 would rather take than collect what is no longer used: a hundred
// megabytes for young ones, and up to four times what is used for old ones. A service that is to
// stay small does with less, for hardly more processor time.

import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves of the room for young objects together. */
const YOUNG_BYTES_MAX = 16 * 1024 * 1024
/** How much a heap may grow beyond what was in use before it is collected, in percent. */
const GROWING_PERCENT = 60
const LOOK_MS = 50

/**
 * For this process and the threads that it starts. V8 takes a limit for the young only when a
 * process starts, but asks at each step by which factor their room may grow.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`)
  const timer = setInterval(() => {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
    if (space === undefined || space.space_size < YOUNG_BYTES_MAX) return
    setFlagsFromString('--semi-space-growth-factor=1')
    clearInterval(timer)
  }, LOOK_MS)
  timer.unref()
}
