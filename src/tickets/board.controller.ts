import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { isUnchanged } from '../platform/http/etag';
import { Operation } from '../platform/http/operation.decorator';
import { BoardService } from './board.service';
import { BOARD_EXAMPLE, BoardResponse } from './dto/board.response';

/** The live board. Polled by many: not observed, and answered by 304 while nothing happens. */
@ApiTags('board')
@Controller('v1/board')
export class BoardController {
  constructor(private readonly boards: BoardService) {}

  @Get()
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({
    summary: 'Show the board',
    description:
      'Barbers, queue and chairs of one moment, and the sequence of that moment: a socket that ' +
      'connects with it gets what happens after. Kiosk and lobby see short names, and neither ' +
      'notes nor prices.',
    response: BoardResponse,
    example: BOARD_EXAMPLE,
  })
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the board that you have.',
    schema: { type: 'string' },
  })
  @ApiResponse({ status: 304, description: 'You have it already' })
  async show(
    @FromRequest() command: Command,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardResponse | undefined> {
    if (isUnchanged(request, reply, await this.boards.tag(command))) {
      void reply.status(304);
      return undefined;
    }
    const board = await this.boards.read(command);
    isUnchanged(request, reply, this.boards.tagOf(command, board));
    return board;
  }
}
