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

export const FAULTS: readonly Fault[] = [
  ...KILLS, ...DISKS, ...FULL, ...NETWORKS, ...CONTENTS, ...CLOCKS, ...PEERS, ...RESOLVERS, ...UPGRADES,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
