// All presets, the recommended one first.

import type { Policy } from '../policy.ts'
import { CAROM } from './carom.ts'

export const PRESETS: readonly Policy[] = [CAROM]
