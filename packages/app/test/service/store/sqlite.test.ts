// The store in an SQLite file: the contract, and what only a file can suffer.

import { runContract } from './run-contract.ts'

runContract('sqlite', false)
