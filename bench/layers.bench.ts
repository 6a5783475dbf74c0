import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Observed } from '../src/platform/http/observed.decorator';
import { median } from './support/statistics';
import { printTable, ratio } from './support/table';

const ROUNDS = 7;
const REQUESTS = 3_000;
const PATHS = { plain: '/plain', observed: '/observed' } as const;

@Controller()
class HelloController {
  @Get('plain')
  plain(): object {
    return { hello: 'chair' };
  }

  @Get('observed')
  @Observed()
  observed(): object {
    return { hello: 'chair' };
  }
}

@Module({ controllers: [HelloController] })
class HelloModule {}

/** What the interceptors for logs and traces cost a request, beside the same without them. */
export async function benchLayers(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(HelloModule, new FastifyAdapter(), {
    logger: false,
  });
  await app.init();
  const times = { plain: [] as number[], observed: [] as number[] };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const name of ['plain', 'observed'] as const) {
        const microseconds = await perRequest(app, PATHS[name]);
        // The first round warms up.
        if (round > 0) times[name].push(microseconds);
      }
    }
  } finally {
    await app.close();
  }
  const plain = median(times.plain);
  printTable('Interceptors (in process, without network)', [
    { request: 'without', CPU: `${plain.toFixed(0)} µs` },
    {
      request: '@Observed()',
      CPU: `${median(times.observed).toFixed(0)} µs`,
      'to without': ratio(median(times.observed) / plain),
    },
  ]);
}

async function perRequest(app: NestFastifyApplication, url: string): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < REQUESTS; i += 1) await app.inject({ method: 'GET', url });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / REQUESTS;
}
