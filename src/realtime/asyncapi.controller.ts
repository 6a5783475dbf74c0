import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/roles.decorator';
import { buildAsyncApi } from './asyncapi';

/** The sockets' counterpart of the OpenAPI document. */
@ApiExcludeController()
@Controller('docs/asyncapi')
export class AsyncApiController {
  private readonly document = buildAsyncApi();

  @Get()
  @Public()
  show(): object {
    return this.document;
  }
}
