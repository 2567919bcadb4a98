import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HttpEnv } from './env.ts';

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Name, with labels where there are any (`mandata_jobs{state="dead"}`) → value. Those of one name stand together. */
export type Gauges = Readonly<Record<string, number>>;

/** Counts and times requests; text in the Prometheus exposition format 0.0.4. */
export class Metrics {
  readonly gauge = { inFlight: 0 };
  readonly #requests = new Map<string, number>();
  readonly #durations = bounds.map(() => 0);
  readonly #extra: (() => Gauges | Promise<Gauges>)[] = [];
  #count = 0;
  #seconds = 0;

  /** Adds gauges of another part, read at each scrape. A part that fails is left out of that answer. */
  add(read: () => Gauges | Promise<Gauges>): void {
    this.#extra.push(read);
  }

  measure() {
    return createMiddleware<HttpEnv>(async (c, next) => {
      const start = performance.now();
      await next();
      const seconds = (performance.now() - start) / 1000;
      const key = `method="${c.req.method}",route="${routePath(c, -1).replaceAll(/["\\\n]/g, '')}",status="${c.res.status}"`;
      this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
      this.#count += 1;
      this.#seconds += seconds;
      for (const [index, bound] of bounds.entries())
        if (seconds <= bound) this.#durations[index] = (this.#durations[index] ?? 0) + 1;
    });
  }

  async text(): Promise<string> {
    const extra = await Promise.allSettled(this.#extra.map(async (read) => read()));
    const memory = process.memoryUsage();
    const gauges: Gauges = {
      mandata_requests_in_flight: this.gauge.inFlight,
      process_resident_memory_bytes: memory.rss,
      process_uptime_seconds: process.uptime(),
      ...Object.assign({}, ...extra.map((each) => (each.status === 'fulfilled' ? each.value : {}))),
    };
    return [
      '# TYPE http_requests_total counter',
      ...[...this.#requests].map(([labels, count]) => `http_requests_total{${labels}} ${count}`),
      '# TYPE http_request_duration_seconds histogram',
      ...bounds.map(
        (bound, index) => `http_request_duration_seconds_bucket{le="${bound}"} ${this.#durations[index] ?? 0}`,
      ),
      `http_request_duration_seconds_bucket{le="+Inf"} ${this.#count}`,
      `http_request_duration_seconds_sum ${this.#seconds}`,
      `http_request_duration_seconds_count ${this.#count}`,
      ...Object.entries(gauges).flatMap(([name, value], at, all) => [
        ...(nameOf(name) === nameOf(all[at - 1]?.[0] ?? '') ? [] : [`# TYPE ${nameOf(name)} gauge`]),
        `${name} ${value}`,
      ]),
      '',
    ].join('\n');
  }
}

const nameOf = (gauge: string): string => gauge.split('{')[0] ?? gauge;
