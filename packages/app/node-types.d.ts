// The core names TextDecoder as a type, as browsers have it; to Node it is a value only.

import type { TextDecoder as NodeTextDecoder } from 'node:util'

declare global {
  type TextDecoder = NodeTextDecoder
}
