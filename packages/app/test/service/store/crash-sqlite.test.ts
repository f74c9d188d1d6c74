// Kills processes that work on an SQLite file.

import { runCrashes } from './run-crashes.ts'

runCrashes('sqlite', false)
