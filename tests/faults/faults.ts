// The table of faults (F1–F30), in the order of the fault matrix.

import type { Fault } from './fault.ts'
import { CLOCKS } from './clocks.ts'
import { CONTENTS } from './contents.ts'
import { DISKS } from './disks.ts'
import { FULL } from './full.ts'
import { KILLS } from './kills.ts'
import { NETWORKS } from './networks.ts'
import { PEERS } from './peers.ts'
import { RESOLVERS } from './resolvers.ts'
import { UPGRADES } from './upgrades.ts'

/** Those that befall the service itself: its process, its clock, its inputs, its versions. */
export const SERVICE_FAULTS: readonly Fault[] = inOrder(KILLS, CONTENTS, CLOCKS, UPGRADES)

/** Those of what it stands on and talks to. */
export const FAULTS_AROUND: readonly Fault[] = inOrder(DISKS, FULL, NETWORKS, PEERS, RESOLVERS)

export const FAULTS: readonly Fault[] = inOrder(SERVICE_FAULTS, FAULTS_AROUND)

function inOrder(...lists: readonly (readonly Fault[])[]): Fault[] {
  return lists.flat().sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
}
