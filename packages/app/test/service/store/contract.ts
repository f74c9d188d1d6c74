// What every store must do, as cases that sqlite.test.ts and postgres.test.ts run.

import type { Store } from '../../../src/service/store/types.ts'
import { INTAKE_CONTRACT } from './contract-intake.ts'
import { WRITE_CONTRACT } from './contract-writes.ts'

export type ContractCase = {
  readonly name: string
  readonly run: (store: Store, openAgain: () => Promise<Store>) => Promise<void>
}

export const CONTRACT: readonly ContractCase[] = [...INTAKE_CONTRACT, ...WRITE_CONTRACT]
