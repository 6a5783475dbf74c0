import { createZodDto } from 'nestjs-zod';
import { pageResponse } from '../../platform/http/pagination';
import { ticket } from './ticket.response';

export class TicketPageResponse extends createZodDto(pageResponse(ticket)) {}
