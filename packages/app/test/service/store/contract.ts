// What every store must do, as cases that sqlite.test.ts and postgres.test.ts run.

import type { ContractCase } from './contract-case.ts'
import { INTAKE_CONTRACT } from './contract-intake.ts'
import { REPORT_CONTRACT } from './contract-reports.ts'
import { SWEEP_CONTRACT } from './contract-sweep.ts'
import { TABLE_CONTRACT } from './contract-tables.ts'
import { WRITE_CONTRACT } from './contract-writes.ts'

export const CONTRACT: readonly ContractCase[] = [
  ...INTAKE_CONTRACT, ...WRITE_CONTRACT, ...TABLE_CONTRACT, ...SWEEP_CONTRACT,
  ...REPORT_CONTRACT,
]
