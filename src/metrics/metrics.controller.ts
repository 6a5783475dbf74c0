import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../auth/roles.decorator';
import { MetricRegistry } from '../platform/metrics/metric-registry';

/** Metrics beside the API, for shops without a network of their own for operators. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricRegistry) {}

  @Get()
  @Roles('owner')
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.metrics;
    const text = await registry.metrics();
    await reply
      .header('content-type', registry.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  }
}
