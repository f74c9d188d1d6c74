// Kills processes that work on PostgreSQL.

import { findPostgres } from './find-postgres.ts'
import { runCrashes } from './run-crashes.ts'

runCrashes('postgres', await findPostgres())
