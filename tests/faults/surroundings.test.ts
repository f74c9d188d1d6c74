// The short form of the faults of disks, databases, networks and peers.

import { FAULTS_AROUND } from './faults.ts'
import { testFaults } from './short-form.ts'

await testFaults('its surroundings', FAULTS_AROUND)
