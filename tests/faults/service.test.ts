// The short form of the faults that befall the service itself.

import { SERVICE_FAULTS } from './faults.ts'
import { testFaults } from './short-form.ts'

await testFaults('the service', SERVICE_FAULTS)
