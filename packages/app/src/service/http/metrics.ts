// Figures for Prometheus (text format 0.0.4) about the API and what is handed in to show.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Gauge as GivenGauge } from './options.ts'
import type { CheckAnswer } from './rows.ts'

export type Metrics = {
  /** One answered request; `path` is the route's, never the one asked. */
  readonly request: (method: string, path: string, status: number, seconds: number) => void
  /** One answered check; counted by itself since it must cost nothing. */
  readonly checked: (answer: CheckAnswer['answer']) => void
  readonly contentType: string
  readonly text: () => Promise<string>
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(gauges: readonly GivenGauge[], streams: () => number): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'carom_http_requests_total', help: 'Requests by route and status.',
    labelNames: ['method', 'path', 'status'], registers,
  })
  const seconds = new Histogram({
    name: 'carom_http_request_seconds', help: 'Time to answer, by route.',
    labelNames: ['method', 'path'], buckets: SECONDS, registers,
  })
  const counts: Record<CheckAnswer['answer'], number> = { 'send': 0, 'hold': 0, 'do-not-send': 0 }
  addGauge({
    name: 'carom_http_streams', help: 'Live streams that are open.', read: streams,
  }, registers)
  const checks = new Counter({
    name: 'carom_checks_total', help: 'Answers of GET /v1/check.', labelNames: ['answer'],
    registers,
    collect() {
      this.reset()
      for (const [answer, count] of Object.entries(counts)) this.inc({ answer }, count)
    },
  })
  for (const gauge of gauges) addGauge(gauge, registers)
  void checks
  return {
    request(method, path, status, took) {
      requests.inc({ method, path, status: String(status) })
      seconds.observe({ method, path }, took)
    },
    checked: (answer) => { counts[answer]++ },
    contentType: register.contentType,
    text: () => register.metrics(),
  }
}

function addGauge({ name, help, read }: GivenGauge, registers: Registry[]): void {
  const gauge = new Gauge({
    name, help, registers,
    async collect() { this.set(await read()) },
  })
  void gauge
}
