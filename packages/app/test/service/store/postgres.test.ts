// The store in PostgreSQL: the contract, and what only a server can do to it.

import { findPostgres } from './find-postgres.ts'
import { runContract } from './run-contract.ts'

const skip = await findPostgres()

runContract('postgres', skip)
