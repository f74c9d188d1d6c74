// The core names TextDecoder as a type, as browsers have it; Node's types know the global as a value
// only.

import type { TextDecoder as NodeTextDecoder } from 'node:util'

declare global {
  type TextDecoder = NodeTextDecoder
}
