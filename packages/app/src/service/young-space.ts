// The room for young objects, which V8 lets grow to a hundred megabytes under load and never takes
// back: a service that is to stay small does with less, for some more processor time.

import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves of it together. */
const BYTES_MAX = 16 * 1024 * 1024
const LOOK_MS = 50

/**
 * Lets it grow so far and no further. V8 takes a limit only when a process starts, but asks at each
 * step by which factor it may grow.
 */
export function boundYoungSpace(): void {
  const timer = setInterval(() => {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
    if (space === undefined || space.space_size < BYTES_MAX) return
    setFlagsFromString('--semi-space-growth-factor=1')
    clearInterval(timer)
  }, LOOK_MS)
  timer.unref()
}
