// One thing that every store must do.

import type { Store } from '../../../src/service/store/types.ts'

export type ContractCase = {
  readonly name: string
  readonly run: (store: Store, openAgain: () => Promise<Store>) => Promise<void>
}
