// One endpoint of webhooks, and one delivery that was given up.

import type { EndpointAdmin } from '../../../src/service/http/options.ts'
import { NOW } from './fake-rows.ts'

export function createFakeEndpoints(): EndpointAdmin {
  const endpoint = (tenant: string) => ({
    id: 'ep_1', tenant, url: 'https://app.example.com/hook', description: '', types: [],
    enabled: true, createdAt: NOW, updatedAt: NOW,
  })
  return {
    platforms: [{
      id: 'example', name: 'Example', url: 'https://api.example.com', credential: 'A key',
      effect: 'The address gets no more mail.', types: ['suppression.added'],
    }],
    list: async (tenant) => [{ ...endpoint(tenant), waiting: 0 }],
    async add(tenant, { url }) {
      if (url.startsWith('https:')) return { endpoint: endpoint(tenant), secret: 'whsec_abc' }
      throw Object.assign(new Error('write https://'), { name: 'UnsafeUrlError' })
    },
    change: async (_tenant, id) => id === 'ep_1',
    rotate: async (_tenant, id) => id === 'ep_1' ? 'whsec_def' : undefined,
    remove: async (_tenant, id) => id === 'ep_1',
    tellAll: async (_tenant, id) => id === 'ep_1' ? 1 : undefined,
    deadLetters: async (_tenant, { beforeId }) => beforeId !== undefined ? [] : [{
      id: 5, endpoint: 'ep_1', orderingKey: 'a@example.org', type: 'suppression.added',
      payload: '{}', createdAt: NOW, finishedAt: NOW, attempts: 9, state: 'dead',
      notification: 'msg_1',
    }],
    redeliver: async () => 1,
  }
}
