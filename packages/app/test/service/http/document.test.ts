// The API document is valid OpenAPI 3.1, as another implementation reads it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { openApi } from './fake-api.ts'

test('the document is valid', async (t) => {
  const api = await openApi(t)
  const { json } = await api.ask('GET', '/openapi.json', { key: null })
  const validator = new Validator()
  const result = await validator.validate(json)
  assert.deepEqual(result.errors ?? [], [])
  assert.equal(validator.version, '3.1')
  const broken = await new Validator().validate({ ...json, paths: { '/x': { get: 5 } } })
  assert.equal(broken.valid, false)
})
