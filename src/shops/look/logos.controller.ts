import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited, Public } from '../../auth/roles.decorator';
import { ShopLook } from './shop-look.service';

/** Logos as pictures, for every page that shows one. */
@ApiExcludeController()
@Controller('logos')
export class LogosController {
  constructor(private readonly look: ShopLook) {}

  @Get(':file')
  @Public()
  @Limited({ perMinute: 240, burst: 120 })
  async show(
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { mediaType, bytes } = await this.look.logo(file);
    // The name is a hash of the content.
    void reply.type(mediaType).header('cache-control', 'public, max-age=31536000, immutable');
    return bytes;
  }
}
